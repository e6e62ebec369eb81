/** Rows of the table there is that using the file would change or delete. */
import type { Incoming } from '../../engine/contract/data.ts'
import { countText } from '../../view/count-text.ts'

export const Changes = ({ file }: { file: Incoming }) => {
  const { updates, removes, effect } = file
  return (
    <>
      {updates.count > 0 && (
        <details>
          <summary>
            看改动的 <b className="num">{countText(updates.count)}</b> 条
          </summary>
          <table className="data-table" aria-label="会改动的记录">
            <tbody>
              {updates.rows.map(({ line, id, cells }) => (
                <tr key={line}>
                  <th scope="row">{id}</th>
                  <td>
                    {cells.map(({ label, before, after }) => (
                      <div key={label}>
                        {label}：{before === '' ? '（空）' : before} →{' '}
                        <b>{after === '' ? '（空）' : after}</b>
                      </div>
                    ))}
                  </td>
                  <td className="num">第 {line} 行</td>
                </tr>
              ))}
            </tbody>
          </table>
          {updates.count > updates.rows.length && <p className="empty">只列出前 {updates.rows.length} 条</p>}
        </details>
      )}
      {removes.length > 0 && (
        <details>
          <summary>
            看删除的 <b className="num">{countText(effect.removed)}</b> 条
          </summary>
          <p>
            {removes.join('、')}
            {effect.removed > removes.length ? ` 等 ${countText(effect.removed)} 条` : ''}
          </p>
        </details>
      )}
    </>
  )
}
