/** Files of which nothing, or hardly anything, comes: which they are, and what can be done about each. */
import { useSession } from '../../view/store.ts'
import { tellTrouble, useEngine } from '../kit/engine.tsx'
import './unread.css'

export const Waiting = () => {
  const engine = useEngine()
  const waiting = useSession((s) => s.waiting)
  if (waiting.length === 0) return null
  const hurry = (path: string, how: 'again' | 'without') => void engine.hurry(path, how).catch(tellTrouble)
  return (
    <ul className="waiting panel" aria-label="还没有读到的文件">
      {waiting.map(({ path, seconds, received }) => (
        <li key={path}>
          <span>
            <b>{path}</b> 已 <span className="num">{seconds}</span> 秒
            {received === null ? '没有收到数据' : `只收到 ${received} 字节`}，还在等
          </span>
          <button type="button" className="text-button" onClick={() => hurry(path, 'again')}>
            重试
          </button>
          <button type="button" className="text-button" onClick={() => hurry(path, 'without')}>
            不再等它
          </button>
        </li>
      ))}
    </ul>
  )
}
