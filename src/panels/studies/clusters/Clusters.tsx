/** 集聚与反弹: where problems gather, and where what was 销号 failed again. */

import { useMemo, useState } from 'react'
import type {
  Cluster,
  Clusters as ClustersAnswer,
  ReboundRate,
  ReboundSite,
  Rebounds as ReboundsAnswer,
} from '../../../engine/contract/studies/clusters.ts'
import { formatMonthDay } from '../../../model/day.ts'
import { officeScope } from '../../../model/scope.ts'
import { THEMES } from '../../../model/themes.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import {
  clusterName,
  clustersOverlay,
  clusterWays,
  NUMBERED,
  reboundShare,
  reboundsOverlay,
  statesText,
} from '../../../view/studies/clusters/clusters.ts'
import { LEAST, METRES, WITHIN } from '../../../view/studies/clusters/options.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { joined } from '../../kit/Facts.tsx'
import { percentText, pointsText } from '../../kit/format.ts'
import { goTo } from '../../kit/goto.ts'
import { IssueRow } from '../../kit/IssueRow.tsx'
import { List } from '../../kit/List.tsx'
import { Segments } from '../../kit/Segments.tsx'
import { ShareBar } from '../../kit/ShareBar.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import './clusters.css'
import './rebounds.css'

const PARTS = [
  ['clusters', '集聚'],
  ['rebounds', '反弹'],
] as const

const OF = [
  ['open', '未销号问题'],
  ['found', '时段内发现'],
] as const

/** One of a few numbers. */
const Choice = <N extends number>({
  label,
  unit,
  choices,
  value,
  set,
}: {
  label: string
  unit: string
  choices: readonly N[]
  value: number
  set: (value: N) => void
}) => (
  <label className="study-choice">
    <span>{label}</span>
    <select value={value} onChange={(event) => set(Number(event.target.value) as N)}>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice} {unit}
        </option>
      ))}
    </select>
  </label>
)

/** Problems of a gathering that are listed. */
const MOST = 60

const Problems = ({ cluster }: { cluster: Cluster }) => {
  const asOf = useSession(dayOf)
  const indices = cluster.issues.slice(0, MOST)
  const asked = useAnswer(['issueLines', indices, asOf])
  const lines = asked.value
  if (lines === null) return <Pending of={asked}>正在读取…</Pending>
  return (
    <>
      <ul className="plain-list cluster-issues">
        {lines.map((issue) => (
          <IssueRow key={issue.id} issue={issue} note={issue.siteName} />
        ))}
      </ul>
      {cluster.issues.length > MOST && (
        <p className="study-note">另有 {cluster.issues.length - MOST} 个，扣分更少</p>
      )}
    </>
  )
}

const ClusterRow = ({ cluster, at }: { cluster: Cluster; at: number }) => {
  const [{ opened }, set] = useOptions('clusters')
  const fly = useSession((s) => s.fly)
  const open = opened === at + 1
  const themes = THEMES.filter((theme) => cluster.themes[theme] > 0)
  return (
    <li>
      <button
        type="button"
        className="cluster-row"
        aria-expanded={open}
        onClick={() => {
          set({ opened: open ? null : at + 1 })
          if (!open) fly({ type: 'bounds', bounds: cluster.bounds })
        }}
      >
        <i className="cluster-number num">{at + 1}</i>
        <span>
          <b>{clusterName(cluster)}</b>
          <small>{statesText(cluster)}</small>
          <small>
            {[
              themes.map((theme) => `${theme} ${cluster.themes[theme]}`).join(' '),
              cluster.kinds
                .slice(0, 3)
                .map(([label, count]) => `${label} ${count}`)
                .join('、'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
        <span className="cluster-size num">
          <b>{cluster.issues.length}</b> 个<small>扣 {pointsText(cluster.weight)}</small>
        </span>
      </button>
      {open && <Problems cluster={cluster} />}
    </li>
  )
}

const Gatherings = ({ answer, of }: { answer: ClustersAnswer; of: 'open' | 'found' }) => {
  const window = useSession((s) => s.overview?.standard.window)
  const { clusters, points, gathered, placeless } = answer
  return (
    <>
      <p className="study-note">
        {of === 'open' ? '截至当日未销号的' : `${window} 天内发现的（不论是否已销号）`} {points.length}{' '}
        个问题中，
        {gathered} 个聚成 {clusters.length} 处（密度聚类 DBSCAN）。
        {of === 'open' ? '按所扣检查项分值排列。' : '按严重程度分值排列。'}
        {placeless > 0 && `另有 ${placeless} 个没有坐标，没有计入。`}
      </p>
      {clusters.length === 0 ? (
        <p className="empty">没有聚集：放宽间距，或改看时段内发现的问题</p>
      ) : (
        <ol>
          {clusters.map((cluster, i) => (
            <ClusterRow key={`${cluster.at}`} cluster={cluster} at={i} />
          ))}
        </ol>
      )}
    </>
  )
}

const Gathered = () => {
  const asOf = useSession(dayOf)
  const office = useSession((s) => s.view.office)
  const [options, set] = useOptions('clusters')
  const ways = clusterWays(options)
  const asked = useAnswer(['clusters', { asOf, scope: officeScope(office), ...ways }], [])
  const answer = asked.value
  const areas = useSession((s) => s.overview?.areas.length ?? 0)
  const overlay = useMemo(() => (answer === null ? null : clustersOverlay(answer, areas)), [answer, areas])
  useOverlay(overlay)
  return (
    <>
      <Segments label="看哪些问题" options={OF} value={ways.of} onChange={(of) => set({ of })} />
      <div className="study-choices">
        <Choice
          label="相距"
          unit="米内"
          choices={METRES}
          value={ways.metres}
          set={(metres) => set({ metres })}
        />
        <Choice label="至少" unit="个" choices={LEAST} value={ways.least} set={(least) => set({ least })} />
      </div>
      {answer === null ? (
        <Pending of={asked}>正在聚类…</Pending>
      ) : (
        <Gatherings answer={answer} of={ways.of} />
      )}
    </>
  )
}

const Rate = ({ rate }: { rate: ReboundRate }) => {
  const share = reboundShare(rate)
  return (
    <li className="rebound-rate">
      <span>{rate.name}</span>
      <ShareBar share={share} />
      <b className="num">{share === null ? '—' : percentText(share)}</b>
      <small className="num">
        {rate.rebounds} / {rate.closed}
      </small>
    </li>
  )
}

/** Events shown of a place that is not opened. */
const FIRST = 1

const ReboundRow = ({ site }: { site: ReboundSite }) => {
  const [all, setAll] = useState(false)
  const shown = all ? site.events : site.events.slice(0, FIRST)
  return (
    <li className="rebound-site">
      <button type="button" className="rebound-name" onClick={() => goTo(site.ref)}>
        <b>{site.name}</b>
        <span className="num">反弹 {site.events.length} 次</span>
        <small>{joined(site.kind, site.areaName)}</small>
      </button>
      <ol>
        {shown.map(({ itemText, closed, closedOn, day, after, what, issue }) => (
          <li key={`${closed} ${day}`} className="rebound-event">
            <button type="button" onClick={() => goTo({ type: 'issue', id: issue ?? closed })}>
              {itemText}
              <small>
                {formatMonthDay(closedOn)} 销号 → {formatMonthDay(day)} {issue === null ? '检查' : '发现'}（
                {after} 天）{what}
              </small>
            </button>
          </li>
        ))}
      </ol>
      {site.events.length > FIRST && (
        <button type="button" className="text-button" onClick={() => setAll(!all)}>
          {all ? '收起' : `另外 ${site.events.length - FIRST} 次`}
        </button>
      )}
    </li>
  )
}

const Returned = ({ answer }: { answer: ReboundsAnswer }) => {
  const { sites, total, offices, units, within } = answer
  const share = reboundShare(total)
  return (
    <>
      <dl className="study-figures">
        <div>
          <dt>反弹率</dt>
          <dd className="num">{share === null ? '—' : percentText(share)}</dd>
        </div>
        <div>
          <dt>反弹</dt>
          <dd className="num">
            {total.rebounds}
            <small> 次</small>
          </dd>
        </div>
        <div>
          <dt>涉及点位</dt>
          <dd className="num">
            {sites.length}
            <small> 个</small>
          </dd>
        </div>
      </dl>
      <p className="study-note">
        截至当日销号的 {total.closed} 个问题中，销号后 {within}{' '}
        天内同一点位、同一检查项又登记问题或检查不合格的；销号不满 {within} 天的也在分母里。
      </p>
      <h3>按办事处</h3>
      <ul>
        {offices.map((rate) => (
          <Rate key={rate.name} rate={rate} />
        ))}
      </ul>
      <h3>按责任单位</h3>
      <ul>
        {units.map((rate) => (
          <Rate key={rate.name} rate={rate} />
        ))}
      </ul>
      <h3>反弹的点位，多的在前</h3>
      {sites.length === 0 && <p className="empty">没有反弹</p>}
      <List of={sites} first={NUMBERED} more={() => `展开全部 ${sites.length} 个点位`}>
        {(site) => <ReboundRow key={`${site.ref.type} ${site.ref.id}`} site={site} />}
      </List>
    </>
  )
}

const Rebounded = () => {
  const asOf = useSession(dayOf)
  const office = useSession((s) => s.view.office)
  const [{ within }, set] = useOptions('clusters')
  const asked = useAnswer(['rebounds', asOf, within, officeScope(office)], [])
  const answer = asked.value
  const areas = useSession((s) => s.overview?.areas)
  const overlay = useMemo(
    () =>
      answer === null
        ? null
        : reboundsOverlay(
            answer.sites,
            (areas ?? []).map(({ code }) => code),
          ),
    [answer, areas],
  )
  useOverlay(overlay)
  return (
    <>
      <div className="study-choices">
        <Choice
          label="销号后"
          unit="天内"
          choices={WITHIN}
          value={within}
          set={(days) => set({ within: days })}
        />
      </div>
      {answer === null ? <Pending of={asked}>正在比对…</Pending> : <Returned answer={answer} />}
    </>
  )
}

export const Clusters = () => {
  const [{ part }, set] = useOptions('clusters')
  return (
    <>
      <Segments label="看什么" options={PARTS} value={part} onChange={(next) => set({ part: next })} />
      {part === 'rebounds' ? <Rebounded /> : <Gathered />}
    </>
  )
}
