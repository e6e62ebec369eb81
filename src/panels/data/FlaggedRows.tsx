/** The rows that are used with a doubt; what is said of many is said once. */
import type { Incoming } from '../../engine/contract/data.ts'
import { countText } from '../../view/count-text.ts'
import { linesText, valuesText } from '../../view/notice-groups.ts'
import './notice-table.css'

export const FlaggedRows = ({ file }: { file: Incoming }) => {
  const { flaggedKinds, counts } = file
  if (flaggedKinds.length === 0) return null
  return (
    <section className="part">
      <h4>
        <span>
          请核对 <b className="num">{countText(counts.flagged)}</b> 行
        </span>
        <small>已读入，但请看一眼；使用后可在“数据报告”里看到全部</small>
      </h4>
      <table className="notices" aria-label="请核对的行">
        <thead>
          <tr>
            <th scope="col">原因</th>
            <th scope="col">列</th>
            <th scope="col">内容</th>
            <th scope="col">行</th>
          </tr>
        </thead>
        <tbody>
          {flaggedKinds.map(({ field, reason, count, lines, values }) => (
            <tr key={`${field} ${reason}`}>
              <td>{reason}</td>
              <td>{field || (lines[0] === 0 ? '' : '整行')}</td>
              <td className="notice-value">{valuesText(values)}</td>
              <td className="num">{linesText(lines, count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
