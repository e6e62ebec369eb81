/** Rows whose number another thing has, side by side: asked once, and by default both are kept. */
import { countText } from '../../view/count-text.ts'
import { Segments } from '../kit/Segments.tsx'
import type { PartProps } from './part-props.ts'

const CHOICES = [
  ['both', '都保留'],
  ['same', '当作同一条更新'],
] as const

export const Clashes = ({ file, settle }: PartProps) => {
  const { count, rows, chosen } = file.clashes
  if (count === 0) return null
  return (
    <section className="part">
      <h4>
        <span>
          编号相同而内容不同 <b className="num">{countText(count)}</b> 条
        </span>
        <Segments
          label="编号相同而内容不同的"
          options={CHOICES}
          value={chosen}
          onChange={(clashes) => settle({ clashes })}
        />
      </h4>
      <table className="data-table" aria-label="编号相同而内容不同">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">已有的</th>
            <th scope="col">这一行</th>
            <th scope="col">行</th>
            {chosen === 'both' && <th scope="col">新编号</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, id, made, where, before, now }) => (
            <tr key={line}>
              <th scope="row">{id}</th>
              <td>
                {before.filter(Boolean).join(' ')} <small>{where}</small>
              </td>
              <td>{now.filter(Boolean).join(' ')}</td>
              <td className="num">{line}</td>
              {chosen === 'both' && <td>{made}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {count > rows.length && <p className="empty">只列出前 {rows.length} 条</p>}
    </section>
  )
}
