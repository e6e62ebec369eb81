/** Over a map that has nothing to show but boundaries: what to bring next, and where. */
import { wantedNext } from '../../view/absent.ts'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'
import './next-data.css'

export const NextData = ({ onData }: { onData: () => void }) => {
  const overview = useSession((s) => s.overview)
  const wanted = overview === null ? [] : wantedNext(overview)
  if (wanted.length === 0) return null
  return (
    <section className="next-data panel unprinted" aria-label="还缺的数据">
      <h2>还不能评分，下一步带来：</h2>
      <ul>
        {wanted.map(({ file, brings }) => (
          <li key={file}>
            {brings}
            <small>{file}，或 Excel 表</small>
          </li>
        ))}
      </ul>
      <button type="button" className="text-button" onClick={onData}>
        <Glyph name="data" />
        导入数据
      </button>
    </section>
  )
}
