/** Opens 数据报告, and says how much there is in it to look at. */
import { useSession } from '../view/store.ts'
import { Glyph } from './Glyph.tsx'

export const ReportButton = ({ onReport }: { onReport: () => void }) => {
  const report = useSession((s) => s.overview?.report)
  const [rejected, flagged] = [report?.rejected.length ?? 0, report?.flagged.length ?? 0]
  const word = `数据报告：${rejected} 行未读入，${flagged} 行请核对`
  return (
    <button type="button" className="tool" onClick={onReport} aria-label={word} title={word}>
      <Glyph name="report" />
      {rejected + flagged > 0 && <i className="dot" data-tone={rejected > 0 ? 'bad' : 'even'} />}
    </button>
  )
}
