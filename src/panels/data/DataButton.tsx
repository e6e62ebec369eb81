/** Opens 数据, and says whether something of it needs a look. */
import { useSession } from '../../view/store.ts'
import { useTray } from '../../view/tray-store.ts'
import { Glyph } from '../kit/Glyph.tsx'
import './data-button.css'

export const DataButton = ({ onData }: { onData: () => void }) => {
  const report = useSession((s) => s.overview?.report)
  const waits = useTray((s) => s.phase.type !== 'idle' && s.phase.type !== 'used')
  const [rejected, flagged] = [report?.rejected.length ?? 0, report?.flagged.length ?? 0]
  const told = `数据：导入、导出、本机数据；${rejected} 行未读入，${flagged} 行请核对`
  const word = waits ? `${told}；有文件等待使用` : told
  return (
    <button type="button" className="find data-button" onClick={onData} aria-label={word} title={word}>
      <Glyph name="data" />
      <span>数据</span>
      {(rejected + flagged > 0 || waits) && <i className="dot" data-tone={rejected > 0 ? 'bad' : 'even'} />}
    </button>
  )
}
