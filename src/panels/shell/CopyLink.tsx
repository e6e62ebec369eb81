/** Copies a link that reproduces the screen. */
import { useEffect, useState } from 'react'
import { writeHash } from '../../view/link/hash.ts'
import { useSession } from '../../view/store.ts'
import { copyText } from '../kit/copy-text.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Toast } from '../kit/Toast.tsx'

/** ms the word stays */
const STAY = 2600

export const CopyLink = () => {
  const [word, setWord] = useState('')
  useEffect(() => {
    if (word === '') return
    const timer = setTimeout(() => setWord(''), STAY)
    return () => clearTimeout(timer)
  }, [word])
  const copy = async () => {
    const hash = writeHash(useSession.getState().view)
    const link = `${location.href.replace(/#.*$/, '')}${hash === '' ? '' : `#${hash}`}`
    setWord((await copyText(link)) ? '链接已复制，打开即是这个画面' : '浏览器不允许复制：请从地址栏复制链接')
  }
  return (
    <>
      <button type="button" className="tool" onClick={() => void copy()} aria-label="复制链接">
        <Glyph name={word === '' ? 'link' : 'check'} />
      </button>
      {word !== '' && <Toast role="status" text={word} />}
    </>
  )
}
