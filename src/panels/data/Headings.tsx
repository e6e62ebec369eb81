/** The columns of a file of which nobody knows yet what it is, for the one who can tell. */
import type { Incoming } from '../../engine/contract/data.ts'

export const Headings = ({ file }: { file: Incoming }) => (
  <section className="part">
    <p className="notice" data-tone="bad">
      看不出这份文件是什么表：请在上面选择，再对应各列；不是要导入的，取消“使用这份文件”
    </p>
    <h4>文件里的列</h4>
    <table className="data-table mapping">
      <thead>
        <tr>
          <th scope="col">表头</th>
          <th scope="col">示例</th>
        </tr>
      </thead>
      <tbody>
        {file.headings.map(({ heading, sample }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading; they never move
          <tr key={i}>
            <th scope="row">{heading}</th>
            <td className="first-value">{sample}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
