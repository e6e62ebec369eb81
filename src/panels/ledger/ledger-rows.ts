/** The rows of the 台账 that are in sight, fetched a page at a time: the screen never holds the whole. */

import { useEffect, useRef, useState } from 'react'
import type { IssueLine } from '../../engine/contract/issues.ts'
import { isOvertaken } from '../../model/overtaken.ts'
import { useSession } from '../../view/store.ts'
import { tellTrouble, useEngine } from '../kit/engine.tsx'

/** Rows fetched at once. */
const PAGE = 100

/**
 * @param indices the engine's answer; a new one, or a new day, makes the rows fetched so far old
 * @returns the rows there are, by position in `indices`, and `want` to ask for those from one position to another
 */
export const useLedgerRows = (indices: Uint32Array | null, asOf: number) => {
  const engine = useEngine()
  const edition = useSession((s) => s.edition)
  const [rows, setRows] = useState<ReadonlyMap<number, IssueLine>>(new Map())
  const asked = useRef(new Set<number>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `indices`; another edition is another package
  useEffect(() => {
    asked.current = new Set()
    setRows(new Map())
  }, [indices, asOf, edition])
  const fetchPage = (page: number, of: Uint32Array) => {
    const mine = asked.current
    const part = [...of.subarray(page * PAGE, (page + 1) * PAGE)]
    engine.ask(edition, 'issueLines', part, asOf).then(
      (lines) => {
        if (asked.current !== mine) return
        setRows((before) => {
          const next = new Map(before)
          lines.forEach((line, i) => {
            next.set(page * PAGE + i, line)
          })
          return next
        })
      },
      (error: unknown) => {
        mine.delete(page)
        if (!isOvertaken(error)) tellTrouble(error)
      },
    )
  }
  const want = (from: number, to: number): void => {
    if (indices === null || indices.length === 0) return
    for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
      if (asked.current.has(page)) continue
      asked.current.add(page)
      fetchPage(page, indices)
    }
  }
  return { rows, want }
}
