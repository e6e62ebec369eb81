/** 走势: the scores of all areas over the days, small and on one scale, the most improved first. */
import { formatDay } from '../../../model/day.ts'
import { goTo } from '../../../view/goto.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import type { OptionsOf } from '../../../view/studies/registry.ts'
import { type SmallTrend, sharedRange, smallTrend } from '../../../view/trend.ts'
import { Fault, useAnswer } from '../../kit/engine.tsx'
import { changeText, scoreText, toneOf } from '../../kit/format.ts'
import { Segments } from '../../kit/Segments.tsx'
import { useOptions } from '../hooks.ts'
import './trends.css'

const ORDERS = [
  ['better', '变好最多'],
  ['worse', '变差最多'],
  ['last', '得分最低'],
] as const

const sortBy = (order: OptionsOf<'trends'>['order']) => (a: SmallTrend, b: SmallTrend) => {
  const key = ({ change, last }: SmallTrend) => (order === 'last' ? last : change)
  const [x, y] = [key(a), key(b)]
  // Without a figure there is no place in the order: last.
  if (x === null || y === null) return Number(x === null) - Number(y === null)
  return order === 'better' ? y - x : x - y
}

export const Trends = () => {
  const overview = useSession((s) => s.overview)
  const series = useSession((s) => s.series)
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const [{ order, category }, set] = useOptions('trends')
  const asked = useAnswer(category === null ? null : ['categorySeries', category])
  if (overview === null || series === null) return <p className="empty">正在计算每天的得分…</p>
  const count = series.days.filter((day) => day <= asOf).length
  if (count < 2) return <p className="empty">到这一天还没有两天以上的得分：把日期往后拨</p>
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  const scores = category === null ? series.areas : (asked.value ?? {})
  const lines = areas.map((area) => (scores[area.code] ?? []).slice(0, count))
  const range = sharedRange(lines)
  const small = areas.map((area, i) => smallTrend(area.code, lines[i] ?? [], range)).sort(sortBy(order))
  const nameOf = new Map(areas.map((area) => [area.code, area.shortName]))
  return (
    <>
      <p className="study-note">
        {formatDay(series.days[0] as number)} 至 {formatDay(series.days[count - 1] as number)}，每天一点；
        各图纵轴同为 {range[0]}–{range[1]} 分，右上为首尾之差。
      </p>
      <select
        className="trend-choice"
        aria-label="看哪一类"
        value={category ?? ''}
        onChange={(event) => set({ category: event.target.value || null })}
      >
        <option value="">综合得分</option>
        {overview.standard.categories.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <Fault of={asked} />
      <Segments label="排列" options={ORDERS} value={order} onChange={(next) => set({ order: next })} />
      <ul className="small-trends">
        {small.map(({ id, path, last, change }) => (
          <li key={id}>
            <button type="button" onClick={() => goTo({ type: 'area', id })}>
              <span>
                <b>{nameOf.get(id)}</b>
                <i data-tone={toneOf(change, 'up')}>{changeText(change)}</i>
              </span>
              <svg viewBox="-1 -2 102 34" preserveAspectRatio="none" aria-hidden="true">
                <path d={path} vectorEffect="non-scaling-stroke" />
              </svg>
              <small className="num">
                {last === null ? (category === null ? '数据不足' : '没有得分') : `${scoreText(last)} 分`}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
