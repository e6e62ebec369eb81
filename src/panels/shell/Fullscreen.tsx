/** Full screen on and off. */
import { useEffect, useState } from 'react'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'

const refused = () => useSession.setState({ trouble: '浏览器没有切换全屏，请按 F11。' })

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
    <button type="button" className="tool" onClick={() => void turn().catch(refused)} aria-label={word}>
      <Glyph name={full ? 'small' : 'full'} />
    </button>
  )
}
