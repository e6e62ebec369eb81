/** 失分记录: every lost point names the record that cost it; pressing a line goes there. */
import { useState } from 'react'
import type { Explanation, LedgerLine } from '../../engine/api.ts'
import { formatMonthDay } from '../../model/day.ts'
import { linesOf, pointsOf } from '../../view/ledger.ts'
import { useSession } from '../../view/store.ts'
import { pointsText } from '../kit/format.ts'
import { goTo } from '../kit/goto.ts'
import { Clause } from './Clause.tsx'
import './losses.css'

/** Lines shown at first, and more at a time. */
const FIRST = 30
const MORE = 100

/** Where the records stand in the panel. */
export const LOSSES = 'losses'

const Line = ({ line }: { line: LedgerLine }) => {
  const { ref } = line
  const proof = useSession((s) => s.overview?.standard.items.find(({ id }) => id === line.item)?.verified)
  const body = (
    <>
      <b className="num loss">−{pointsText(line.points)}</b>
      <span className="loss-body">
        <span>{line.what}</span>
        <small>
          {formatMonthDay(line.day)} · {[line.where, line.itemText].filter(Boolean).join(' · ')}
        </small>
        <small>
          {line.categoryLabel} · <Clause clause={line.clause} verified={proof ?? 'verified'} />
          {line.responsible && ` · ${line.responsible}`}
        </small>
      </span>
    </>
  )
  return (
    <li>
      {ref === null ? (
        <div className="ledger-line">{body}</div>
      ) : (
        <button type="button" className="ledger-line" onClick={() => goTo(ref)}>
          {body}
        </button>
      )}
    </li>
  )
}

export const Losses = ({ explanation }: { explanation: Explanation }) => {
  const metric = useSession((s) => s.view.metric)
  const change = useSession((s) => s.change)
  const [most, setMost] = useState(FIRST)
  const lines = linesOf(explanation.ledger, metric)
  const narrowed = lines !== explanation.ledger
  const shown = lines.slice(0, most)
  const rest = lines.slice(most)
  return (
    <section id={LOSSES} tabIndex={-1}>
      <h3 className="head">
        失分记录
        <small className="num">
          {lines.length} 条，共失 {pointsText(pointsOf(lines))} 分
        </small>
      </h3>
      {narrowed && (
        <p className="narrowed">
          只看
          {metric.type === 'theme'
            ? `“${metric.id}”`
            : explanation.losses.find((row) => metric.type === 'category' && row.category === metric.id)
                ?.label}
          <button type="button" className="text-button" onClick={() => change({ metric: { type: 'score' } })}>
            看全部
          </button>
        </p>
      )}
      <ol className="losses">
        {shown.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record can cost points twice under one item; lines never move
          <Line key={i} line={line} />
        ))}
      </ol>
      {rest.length > 0 && (
        <button type="button" className="text-button wide-button" onClick={() => setMost(most + MORE)}>
          再看 {Math.min(MORE, rest.length)} 条（余 {rest.length} 条，共失 {pointsText(pointsOf(rest))} 分）
        </button>
      )}
      {lines.length === 0 && <p className="empty">没有失分记录</p>}
    </section>
  )
}
