/** What stands before the screen until there is something to see: how far reading is, or why it failed. */
import { useSession } from '../view/store.ts'

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

export const Curtain = () => {
  const phase = useSession((s) => s.phase)
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
        </div>
      )
  }
}
