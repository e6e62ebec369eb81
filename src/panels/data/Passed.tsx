/** Rows passed over because they are no data: titles above the heading, totals below. */
import type { Incoming } from '../../engine/contract/data.ts'
import './passed.css'

export const Passed = ({ file }: { file: Incoming }) =>
  file.passed.length === 0 ? null : (
    <section className="part">
      <h4>
        <span>
          略过 <b className="num">{file.passed.length}</b> 处
        </span>
        <small>不是数据：标题、合计等</small>
      </h4>
      <ul className="passed">
        {file.passed.map(({ line, text, reason }) => (
          <li key={`${line} ${text} ${reason}`}>
            <span className="num">{line === 0 ? '整张表' : `第 ${line} 行`}</span>
            <span className="clip" title={text}>
              {text}
            </span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
