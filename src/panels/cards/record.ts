/** The record that a lost point led to: marked, and brought into sight when it comes. */
import { useEffect, useRef } from 'react'
import type { CheckRef } from '../../engine/contract/cards.ts'
import { useSession } from '../../view/store.ts'

export const useRecord = ({ item, visit }: CheckRef) => {
  const wanted = useSession(({ view: { record } }) => record?.item === item && record.visit === visit)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (wanted) line.current?.scrollIntoView({ block: 'center' })
  }, [wanted])
  return { ref: line, 'aria-current': wanted || undefined }
}
