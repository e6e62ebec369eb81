/** 失分记录: every lost point names the record that cost it; pressing a line goes there. */
import type { Explanation, LedgerLine } from '../../engine/contract/ledger.ts'
import { formatMonthDay } from '../../model/day.ts'
import { checkOf, linesOf, pointsOf } from '../../view/ledger.ts'
import { useSession } from '../../view/store.ts'
import { pointsText } from '../kit/format.ts'
import { List } from '../kit/List.tsx'
import { LossLine } from '../kit/LossLine.tsx'
import { Clause } from './Clause.tsx'
import './losses.css'

/** Lines shown at first, and more at a time. */
const FIRST = 30
const MORE = 100

/** Where the records stand in the panel. */
export const LOSSES = 'losses'

const Line = ({ line }: { line: LedgerLine }) => {
  const proof = useSession((s) => s.overview?.standard.items.find(({ id }) => id === line.item)?.verified)
  return (
    <li>
      <LossLine
        figure={<b className="num loss">−{pointsText(line.points)}</b>}
        what={line.what}
        of={line.ref}
        record={checkOf(line)}
      >
        <small>
          {formatMonthDay(line.day)} · {[line.where, line.itemText].filter(Boolean).join(' · ')}
        </small>
        <small>
          {line.categoryLabel} · <Clause clause={line.clause} verified={proof ?? 'verified'} />
          {line.responsible && ` · ${line.responsible}`}
        </small>
      </LossLine>
    </li>
  )
}

export const Losses = ({ explanation }: { explanation: Explanation }) => {
  const metric = useSession((s) => s.view.metric)
  const change = useSession((s) => s.change)
  const lines = linesOf(explanation.ledger, metric)
  const narrowed = lines !== explanation.ledger
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
      <List
        ordered
        of={lines}
        first={FIRST}
        step={MORE}
        more={(next, rest) =>
          `再看 ${next} 条（余 ${rest.length} 条，共失 ${pointsText(pointsOf(rest))} 分）`
        }
        className="losses"
      >
        {(line, i) => (
          // A record can cost points twice under one item; lines never move.
          <Line key={i} line={line} />
        )}
      </List>
      {lines.length === 0 && <p className="empty">没有失分记录</p>}
    </section>
  )
}
