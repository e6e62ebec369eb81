/** The loading screen, until there is something to see: how far reading is, or why it failed. */
import { useEffect, useState } from 'react'
import { useSession } from '../../view/store.ts'
import { Waiting } from './Waiting.tsx'
import './curtain.css'

const Failed = ({ message }: { message: string }) => (
  <div className="curtain" role="alert">
    <h1>数据没有读入</h1>
    <p>{message}</p>
    <ul>
      <li>数据文件夹 data/ 应与页面放在一起，里面至少有 areas.geojson</li>
      <li>文件从 Excel、WPS 另存为 CSV 时，表头不要改动</li>
      <li>改好后点“重试”；数据只在本机浏览器里读取</li>
    </ul>
    <button type="button" className="text-button" onClick={() => location.reload()}>
      重试
    </button>
  </div>
)

/** ms without progress after which a hint is shown. */
const PATIENCE = 10_000

/** A hint where reading has stalled: the engine itself may not have started. */
const Standstill = ({ what }: { what: string }) => {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  if (!long) return null
  return (
    <>
      <p role="alert">
        {what === '' ? '数据引擎启动' : `“${what}”这一步`}已经超过 {PATIENCE / 1000} 秒，还在等。
      </p>
      <button type="button" className="text-button" onClick={() => location.reload()}>
        重试
      </button>
    </>
  )
}

export const Curtain = () => {
  const phase = useSession((s) => s.phase)
  const waiting = useSession((s) => s.waiting.length > 0)
  switch (phase.type) {
    case 'ready':
      return null
    case 'failed':
      return <Failed message={phase.message} />
    case 'loading':
      return (
        <div className="curtain" role="status">
          <h1>创卫一张图</h1>
          <progress
            value={phase.of === 0 ? 0 : phase.done / phase.of}
            max={1}
            aria-label={`读入数据：${phase.what}`}
          />
          <p>{phase.what === '' ? '正在读入数据…' : `正在读入 ${phase.what}`}</p>
          {waiting ? <Waiting /> : <Standstill key={`${phase.done} ${phase.of}`} what={phase.what} />}
        </div>
      )
  }
}
