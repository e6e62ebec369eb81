/** Left: whose, what colours the map, which layers; and the legend. */

import type { Kind } from '../model/standard.ts'
import { ISSUE_STATES, type IssueState } from '../model/state.ts'
import type { Metric, ViewState } from '../view/state.ts'
import { useSession } from '../view/store.ts'
import { scoreText } from './format.ts'
import { KindGlyph, StateGlyph } from './Glyph.tsx'
import { Legend } from './Legend.tsx'

const OfficeFilter = () => {
  const { overview, board, view, change, fly } = useSession()
  const choose = (office: string | null) => {
    change({ office, ledger: { ...view.ledger, area: null } })
    const bounds = overview?.offices.find((o) => o.name === office)?.bounds
    fly(bounds ? { type: 'bounds', bounds } : { type: 'home' })
  }
  const rows = [{ name: null as string | null, label: '全区', score: board?.district.score ?? null }].concat(
    (board?.offices ?? []).map((o) => ({ name: o.id, label: o.name, score: o.score })),
  )
  return (
    <fieldset className="offices">
      <legend>办事处</legend>
      {rows.map((row) => (
        <button
          key={row.label}
          type="button"
          aria-pressed={view.office === row.name}
          onClick={() => choose(row.name)}
        >
          <span>{row.label}</span>
          <b className="num">{scoreText(row.score)}</b>
        </button>
      ))}
    </fieldset>
  )
}

const metricKey = (metric: Metric): string => ('id' in metric ? `${metric.type}:${metric.id}` : metric.type)

const MetricChoice = () => {
  const { overview, view, change } = useSession()
  const choose = (key: string) => {
    const [type, id = ''] = key.split(':')
    change({ metric: (id === '' ? { type } : { type, id }) as Metric })
  }
  return (
    <label className="metric">
      <span>地图着色</span>
      <select value={metricKey(view.metric)} onChange={(event) => choose(event.target.value)}>
        <option value="score">综合得分</option>
        <optgroup label="三类问题">
          <option value="theme:脏">脏</option>
          <option value="theme:乱">乱</option>
          <option value="theme:差">差</option>
        </optgroup>
        <optgroup label="工作进度">
          <option value="change">一周变化</option>
          <option value="open">未销号问题</option>
          <option value="overdue">逾期未改</option>
          <option value="coverage">排查覆盖率</option>
        </optgroup>
        <optgroup label="千分制分类">
          {overview?.standard.categories.map((category) => (
            <option key={category.id} value={`category:${category.id}`}>
              {category.label}（{category.weight}）
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

type Switch = 'watersShown' | 'heat' | 'honoursShown' | 'activitiesShown'
const SWITCHES: [Switch, string][] = [
  ['watersShown', '水体与监测点'],
  ['heat', '问题热力'],
  ['honoursShown', '评选荣誉'],
  ['activitiesShown', '活动'],
]

const Toggle = ({
  on,
  onChange,
  children,
}: {
  on: boolean
  onChange: (on: boolean) => void
  children: React.ReactNode
}) => (
  <label className="toggle">
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
    {children}
  </label>
)

const StateToggles = () => {
  const { board, view, change } = useSession()
  const counts = (view.office === null ? board?.district : board?.offices.find((o) => o.id === view.office))
    ?.states
  const flip = (state: IssueState, on: boolean) =>
    change({
      states: ISSUE_STATES.filter((s) => (s === state ? on : view.states.includes(s))),
      issuesShown: true,
    })
  return (
    <fieldset className="states">
      <legend>问题</legend>
      {ISSUE_STATES.map((state) => (
        <Toggle key={state} on={view.states.includes(state)} onChange={(on) => flip(state, on)}>
          <StateGlyph state={state} />
          <span>{state}</span>
          <b className="num">{counts?.[state] ?? 0}</b>
        </Toggle>
      ))}
    </fieldset>
  )
}

const groupsOf = (kinds: readonly Kind[]): [string, Kind[]][] => {
  const groups = new Map<string, Kind[]>()
  for (const kind of kinds)
    if (!kind.entity) groups.set(kind.group, [...(groups.get(kind.group) ?? []), kind])
  return [...groups]
}

const KindToggles = () => {
  const { overview, view, change } = useSession()
  if (overview === null) return null
  const hidden = new Set(view.hiddenKinds)
  const hide = (ids: string[], off: boolean): Partial<ViewState> => {
    const next = overview.standard.kinds
      .map((k) => k.id)
      .filter((id) => (ids.includes(id) ? off : hidden.has(id)))
    return { hiddenKinds: next, sitesShown: true }
  }
  const groups = groupsOf(overview.standard.kinds)
  const all = groups.flatMap(([, kinds]) => kinds.map((k) => k.id))
  const count = (kind: Kind) => overview.kindCounts[kind.id] ?? 0
  return (
    <fieldset className="kinds">
      <legend>
        点位
        <span className="both">
          <button type="button" onClick={() => change(hide(all, false))}>
            全选
          </button>
          <button type="button" onClick={() => change(hide(all, true))}>
            全不选
          </button>
        </span>
      </legend>
      {groups.map(([group, kinds]) => {
        const ids = kinds.map((k) => k.id)
        return (
          <div key={group} className="kind-group">
            <Toggle on={ids.some((id) => !hidden.has(id))} onChange={(on) => change(hide(ids, !on))}>
              <em>{group}</em>
              <b className="num">{kinds.reduce((sum, kind) => sum + count(kind), 0)}</b>
            </Toggle>
            {kinds.map((kind) => (
              <Toggle key={kind.id} on={!hidden.has(kind.id)} onChange={(on) => change(hide([kind.id], !on))}>
                <KindGlyph kind={kind} />
                <span>{kind.label}</span>
                <b className="num">{count(kind)}</b>
              </Toggle>
            ))}
          </div>
        )
      })}
    </fieldset>
  )
}

export const Layers = () => {
  const { view, change } = useSession()
  return (
    <>
      <div className="layers-scroll">
        <OfficeFilter />
        <MetricChoice />
        <StateToggles />
        <fieldset className="extras">
          <legend>图层</legend>
          {SWITCHES.map(([key, label]) => (
            <Toggle key={key} on={view[key]} onChange={(on) => change({ [key]: on })}>
              <span>{label}</span>
            </Toggle>
          ))}
        </fieldset>
        <KindToggles />
      </div>
      <Legend />
    </>
  )
}
