/** Full screen on and off. */
import { useEffect, useState } from 'react'
import { Glyph } from './Glyph.tsx'

export const Fullscreen = () => {
  const [full, setFull] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  if (!document.fullscreenEnabled) return null
  const word = full ? '退出全屏' : '全屏'
  const turn = () => (full ? document.exitFullscreen() : document.documentElement.requestFullscreen())
  return (
    <button type="button" className="tool" onClick={() => void turn()} aria-label={word} title={word}>
      <Glyph name={full ? 'small' : 'full'} />
    </button>
  )
}
