/** 两日比较: another day beside the one shown, what changed in each area, and the records that caused it. */

import { useMemo } from 'react'
import type { AreaInfo } from '../../../engine/contract/package.ts'
import type { AreaChange, CauseLine, Comparison } from '../../../engine/contract/studies/compare.ts'
import { type Day, formatDay, formatMonthDay, parseDay } from '../../../model/day.ts'
import { officeScope } from '../../../model/scope.ts'
import { CAUSES } from '../../../scoring/score/causes.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { checkOf } from '../../../view/ledger.ts'
import { useSession } from '../../../view/store.ts'
import {
  byChange,
  CAUSE_WORDS,
  changeColour,
  changeOf,
  changeOverlay,
  comparedDay,
  comparedOption,
  mainCause,
} from '../../../view/studies/compare/compare.ts'
import { DateField } from '../../kit/DateField.tsx'
import { Fault, Pending, useAnswer } from '../../kit/engine.tsx'
import { changeText, pointsText, scoreText, toneOf } from '../../kit/format.ts'
import { LossLine } from '../../kit/LossLine.tsx'
import { Segments } from '../../kit/Segments.tsx'
import { useBeside, useOptions, useOverlay } from '../hooks.ts'
import './compare.css'
import { Vetoes } from './Vetoes.tsx'

const WAYS = [
  ['change', '变化着色'],
  ['swipe', '左右对比'],
] as const

const signed = (points: number): string => {
  const text = pointsText(Math.abs(points))
  return Number(text) === 0 ? '0' : `${points < 0 ? '−' : '+'}${text}`
}

const DayChoice = ({ from, to, first }: { from: Day; to: Day; first: Day }) => {
  const [, setOptions] = useOptions('compare')
  const set = (day: Day) =>
    setOptions({ day: comparedOption(Math.min(to - 1, Math.max(first, day)), to, first) })
  return (
    <div className="compare-days">
      <span>对比日</span>
      <DateField
        aria-label="对比日"
        value={formatDay(from)}
        min={first}
        max={to - 1}
        onChange={(text) => {
          const day = parseDay(text)
          if (day !== null && day >= first && day < to) set(day)
        }}
      />
      <span aria-hidden="true">→</span>
      <b className="num">{formatDay(to)}</b>
      <span className="compare-steps">
        {[7, 28, 91].map((back) => (
          <button
            key={back}
            type="button"
            className="text-button"
            disabled={to - back < first}
            aria-pressed={to - from === back}
            onClick={() => set(to - back)}
          >
            {back === 91 ? '一季' : back === 28 ? '四周' : '一周'}
          </button>
        ))}
      </span>
    </div>
  )
}

/** What each sort of cause did, as bars from a middle line. */
const Bars = ({ causes }: { causes: AreaChange['causes'] }) => {
  const sums = CAUSES.flatMap((kind) => causes.find((sum) => sum.kind === kind) ?? [])
  const most = Math.max(1, ...sums.map(({ effect }) => Math.abs(effect)))
  return (
    <ul className="cause-bars">
      {sums.map(({ kind, effect, count }) => (
        <li key={kind} title={CAUSE_WORDS[kind].what}>
          <span>
            {CAUSE_WORDS[kind].label}
            <small className="num"> {count} 条</small>
          </span>
          <i className="cause-bar" data-tone={effect < 0 ? 'bad' : 'good'}>
            <i
              style={{
                width: `${(50 * Math.abs(effect)) / most}%`,
                [effect < 0 ? 'right' : 'left']: '50%',
              }}
            />
          </i>
          <b className="num" data-tone={toneOf(effect, 'up')}>
            {signed(effect)}
          </b>
        </li>
      ))}
    </ul>
  )
}

const Line = ({ line }: { line: CauseLine }) => (
  <LossLine
    figure={
      <b className="num" data-tone={toneOf(line.points, 'up')}>
        {signed(line.points)}
      </b>
    }
    what={`${CAUSE_WORDS[line.kind].label} · ${line.what}`}
    of={line.ref}
    record={checkOf(line)}
  >
    <small>
      {formatMonthDay(line.day)} · {[line.where, line.itemText].filter(Boolean).join(' · ')}
    </small>
  </LossLine>
)

/** Lines shown of one area; the rest are too small to be seen in the score. */
const MOST = 40

const AreaCauses = ({
  change,
  area,
  from,
  to,
}: {
  change: AreaChange
  area: AreaInfo
  from: Day
  to: Day
}) => {
  const asked = useAnswer(['causes', area.code, from, to])
  const lines = asked.value
  const [, set] = useOptions('compare')
  return (
    <section aria-label={`${area.name}的变化原因`}>
      <button type="button" className="text-button" onClick={() => set({ area: null })}>
        全部居委会
      </button>
      <h3>
        {area.name}
        <small className="num">
          {' '}
          {scoreText(change.totalFrom)} → {scoreText(change.totalTo)}
        </small>
      </h3>
      <Vetoes of={[change]} />
      <Bars causes={change.causes} />
      <p className="study-note">按发生的种类和先后逐条替换计算，各条之和等于总变化。</p>
      {lines === null ? (
        <Pending of={asked}>正在查原因…</Pending>
      ) : lines.length === 0 ? (
        <p className="empty">两日之间没有影响得分的记录</p>
      ) : (
        <ol>
          {lines.slice(0, MOST).map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one record may stand behind several lines, in a fixed order
            <li key={i}>
              <Line line={line} />
            </li>
          ))}
        </ol>
      )}
      {lines !== null && lines.length > MOST && (
        <p className="study-note">另有 {lines.length - MOST} 条，每条影响更小</p>
      )}
    </section>
  )
}

const AreaList = ({ comparison, areas }: { comparison: Comparison; areas: readonly AreaInfo[] }) => {
  const [, set] = useOptions('compare')
  const infos = new Map(areas.map((area) => [area.code, area]))
  const rows = comparison.areas.toSorted(byChange)
  return (
    <>
      <Vetoes of={rows} names={new Map(areas.map(({ code, shortName }) => [code, shortName]))} />
      <ol className="compare-list">
        {rows.map((row) => {
          const change = changeOf(row)
          const cause = mainCause(row)
          return (
            <li key={row.code}>
              <button type="button" className="row" onClick={() => set({ area: row.code })}>
                <i className="swatch" style={{ background: changeColour(change) ?? 'var(--muted)' }} />
                <b>{infos.get(row.code)?.shortName}</b>
                <small>
                  {row.vetoed.length > 0 && <span className="veto">否决</span>}{' '}
                  {change === null ? '数据不足' : cause === null ? '没有变化' : CAUSE_WORDS[cause].label}
                </small>
                <span className="num">
                  {scoreText(row.totalFrom)} → {scoreText(row.totalTo)}
                </span>
                <span className="num compare-change" data-tone={toneOf(change, 'up')}>
                  {changeText(change)}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </>
  )
}

export const Compare = () => {
  const overview = useSession((s) => s.overview)
  const to = useSession(dayOf)
  const [{ day, area: code, map }, set] = useOptions('compare')
  const first = overview?.firstDay ?? 0
  const from = comparedDay(day, to, first)
  const swipe = map === 'swipe'
  const office = useSession((s) => s.view.office)
  const asked = useAnswer(['comparison', from, to, officeScope(office)], [2])
  const comparison = asked.value
  const overlay = useMemo(
    () => (overview === null ? null : changeOverlay(comparison, overview, swipe)),
    [comparison, overview, swipe],
  )
  useOverlay(overlay)
  const beside = useAnswer(swipe ? ['board', from, officeScope(office)] : null, [1])
  useBeside(beside.value)
  if (overview === null) return null
  if (to <= first) return <p className="empty">这是数据的第一天，没有更早的日子可比：把日期往后拨</p>
  const change = comparison?.areas.find((row) => row.code === code)
  const area = overview.areas.find((one) => one.code === code)
  return (
    <>
      <DayChoice from={from} to={to} first={first} />
      <Segments label="地图显示" options={WAYS} value={map} onChange={(next) => set({ map: next })} />
      {swipe && (
        <p className="study-note">
          左为 {formatDay(from)}，右为 {formatDay(to)}；拖动地图中间的竖线，或用左右方向键。
        </p>
      )}
      <Fault of={beside} />
      {comparison === null ? (
        <Pending of={asked}>正在比较…</Pending>
      ) : change && area ? (
        <AreaCauses change={change} area={area} from={from} to={to} />
      ) : (
        <>
          <p className="study-note">
            {office ?? '全区'} {scoreText(comparison.whole.from)} → {scoreText(comparison.whole.to)}
            。点一个居委会看变化的原因。
          </p>
          <AreaList comparison={comparison} areas={overview.areas} />
        </>
      )}
    </>
  )
}
