/** The first rows as they were understood. */
import type { Incoming } from '../../engine/contract/data.ts'
import './first-rows.css'

export const FirstRows = ({ file }: { file: Incoming }) => {
  const columns = file.fields.filter(({ field }) => file.first.some((row) => (row[field] ?? '') !== ''))
  if (columns.length === 0) return null
  return (
    <section className="part">
      <h4>
        前 {file.first.length} 行 <small>读入后是这样</small>
      </h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="wide-table" tabIndex={0} aria-label="前几行">
        <table className="data-table">
          <thead>
            <tr>
              {columns.map(({ field, label }) => (
                <th key={field} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.first.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no identity before they are used
              <tr key={i}>
                {columns.map(({ field }) => (
                  <td key={field} title={row[field]}>
                    {row[field]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
