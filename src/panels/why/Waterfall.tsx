/**
 * 从满分到得分: the losses of themes, categories and records, each from where the one before ends; a bar drills down.
 */

import { useRef, useState } from 'react'
import type { Explanation } from '../../engine/contract/ledger.ts'
import { formatDay } from '../../model/day.ts'
import type { Standard } from '../../model/standard.ts'
import { goTo } from '../../view/goto.ts'
import { dayOf } from '../../view/issue-query.ts'
import { checkOf } from '../../view/ledger.ts'
import { useSession } from '../../view/store.ts'
import {
  clipText,
  type WaterfallAt,
  type WaterfallBox,
  type WaterfallRow,
  type WaterfallStep,
  waterfallOf,
  waterfallShape,
} from '../../view/waterfall.ts'
import { pointsText } from '../kit/format.ts'
import { ChartSave } from '../studies/ChartSave.tsx'
import './waterfall.css'

/** Names are short, what a record says is long. */
const NAMES: WaterfallBox = { width: 344, label: 128, row: 36, bar: 18, bottom: 18 }
const RECORDS: WaterfallBox = { ...NAMES, label: 188, row: 52 }
const LINE = 15.5
/** units of a letter, from near and from afar: waterfall.css and theme.css draw them so large */
const TYPE = { near: { label: 13, note: 12 }, wall: { label: 14, note: 13.5 } }

const TOP: WaterfallAt = { theme: null, category: null }

const stands = ({ type }: WaterfallStep) => type === 'start' || type === 'end'
const figureOf = (step: WaterfallStep) =>
  stands(step) ? step.to.toFixed(1) : `−${pointsText(step.from - step.to)}`

/** What is written beside a bar, from its middle: the label, when and where, the clause. */
const Words = ({ step, middle, room }: { step: WaterfallStep; middle: number; room: number }) => {
  const type = useSession((s) => TYPE[s.wall ? 'wall' : 'near'])
  const pill = 2 * type.note + 2
  const lines = 1 + Number(step.note !== '') + Number(step.clause !== '')
  const base = (line: number) => middle + 4.5 + LINE * (line - (lines - 1) / 2)
  const last = base(lines - 1)
  return (
    <>
      <text className="fall-label" x="0" y={base(0)}>
        {clipText(step.label, room / type.label)}
      </text>
      {step.note !== '' && (
        <text className="fall-note" x="0" y={base(1)}>
          {clipText(step.note, room / type.note)}
        </text>
      )}
      {step.clause !== '' && (
        <text className="fall-note" x={step.proposed ? pill + 4 : 0} y={last}>
          {clipText(step.clause, (room - (step.proposed ? pill + 4 : 0)) / type.note)}
        </text>
      )}
      {step.proposed && (
        <>
          <rect className="fall-pill" x="0.5" y={last - 10.5} width={pill} height="13.5" rx="3" />
          <text className="fall-note" x={pill / 2 + 0.5} y={last} textAnchor="middle">
            拟定
          </text>
        </>
      )}
    </>
  )
}

const Row = ({ row, box }: { row: WaterfallRow; box: WaterfallBox }) => {
  const { step, bar, figure, hanger } = row
  return (
    <g data-type={step.type} data-key={step.key}>
      {hanger && <line className="hanger" x1={hanger.x} x2={hanger.x} y1={hanger.from} y2={hanger.to} />}
      <rect className="fall" x={bar.x} y={bar.y} width={bar.width} height={box.bar} rx="2" />
      <text className="fall-figure" x={figure.x} y={figure.y + 4.5} textAnchor="end">
        {figureOf(step)}
      </text>
      <Words step={step} middle={row.y + box.row / 2} room={box.label - 10} />
    </g>
  )
}

/** The path of the drill-down, each step a button back up. */
const Crumbs = ({
  at,
  standard,
  onAt,
}: {
  at: WaterfallAt
  standard: Standard
  onAt: (at: WaterfallAt) => void
}) => {
  const category = standard.categories.find(({ id }) => id === at.category)
  return (
    <nav className="crumbs" aria-label="瀑布图的层级">
      <button type="button" disabled={at.theme === null} onClick={() => onAt(TOP)}>
        得分
      </button>
      {at.theme !== null && (
        <>
          <i aria-hidden="true">›</i>
          <button
            type="button"
            disabled={at.category === null}
            onClick={() => onAt({ theme: at.theme, category: null })}
          >
            {at.theme}
          </button>
        </>
      )}
      {category && (
        <>
          <i aria-hidden="true">›</i>
          <button type="button" disabled>
            {category.label}
          </button>
        </>
      )}
    </nav>
  )
}

interface WaterfallProps {
  explanation: Explanation
  /** the lesser losses of a category are asked for, one by one */
  onRest: (category: string) => void
}

export const Waterfall = ({ explanation, onRest }: WaterfallProps) => {
  const overview = useSession((s) => s.overview)
  const asOf = useSession(dayOf)
  const [chosen, setAt] = useState(TOP)
  const chart = useRef<SVGSVGElement>(null)
  if (overview === null) return null
  const { standard, district } = overview
  // On another day the part drilled down to may have no loss.
  const found = waterfallOf(explanation, standard, chosen)
  const at = found.length > 2 ? chosen : TOP
  const steps = at === chosen ? found : waterfallOf(explanation, standard, TOP)
  if (steps.length === 0) return null
  const box = at.category === null ? NAMES : RECORDS
  const { height, rows, ticks } = waterfallShape(steps, box)
  const press = (step: WaterfallStep) => {
    if (step.line?.ref) goTo(step.line.ref, checkOf(step.line))
    else if (step.type === 'rest') onRest(at.category ?? '')
    else if (at.theme === null) setAt({ theme: step.key as WaterfallAt['theme'], category: null })
    else setAt({ ...at, category: step.key })
  }
  const leads = (step: WaterfallStep) =>
    step.type === 'rest' ||
    step.line?.ref != null ||
    (step.type === 'loss' && at.category === null && step.from > step.to)
  const words = (step: WaterfallStep) =>
    [
      `${step.label}：失 ${pointsText(step.from - step.to)} 分`,
      `${step.from.toFixed(1)} → ${step.to.toFixed(1)}`,
      step.note,
      step.clause,
      step.proposed ? '拟定，待核' : '',
      step.line?.ref ? '去看这条记录' : step.type === 'rest' ? '逐条列出' : '按下展开',
    ]
      .filter(Boolean)
      .join(' · ')
  const title = [
    explanation.title,
    '从满分到得分',
    at.theme,
    standard.categories.find(({ id }) => id === at.category)?.label,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <section className="waterfall">
      <h3 className="head">
        从满分到得分
        <small>
          <ChartSave
            chart={chart}
            words={{
              name: `${title.replaceAll(' · ', '-')}-${formatDay(asOf)}`,
              title,
              notes: [`${formatDay(asOf)}${district.synthetic ? ' · 示例数据' : ''}`, standard.title],
            }}
          />
        </small>
      </h3>
      <Crumbs at={at} standard={standard} onAt={setAt} />
      <div className="fall-box">
        <svg ref={chart} viewBox={`0 0 ${box.width} ${height}`} role="img" aria-label={title}>
          {ticks.map(({ x, value }) => (
            <g key={value}>
              <line className="fall-tick" x1={x} x2={x} y1="0" y2={height - box.bottom} />
              <text className="fall-note" x={Math.min(x, box.width - 11)} y={height - 4} textAnchor="middle">
                {value}
              </text>
            </g>
          ))}
          {rows.map((row) => (
            <Row key={row.step.key} row={row} box={box} />
          ))}
        </svg>
        {rows
          .filter(({ step }) => leads(step))
          .map(({ step, y }) => (
            <button
              key={step.key}
              type="button"
              aria-label={words(step)}
              title={words(step)}
              style={{ top: `${(100 * y) / height}%`, height: `${(100 * box.row) / height}%` }}
              onClick={() => press(step)}
            />
          ))}
      </div>
    </section>
  )
}
