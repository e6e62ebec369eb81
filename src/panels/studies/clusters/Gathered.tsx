/** Where problems gather: each gathering with what it is made of, and its problems. */

import { useMemo } from 'react'
import type { Cluster, Clusters as ClustersAnswer } from '../../../engine/contract/studies/clusters.ts'
import { officeScope } from '../../../model/scope.ts'
import { THEMES } from '../../../model/themes.ts'
import { ofBounds } from '../../../view/framing.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import {
  clusterName,
  clustersOverlay,
  clusterWays,
  statesText,
} from '../../../view/studies/clusters/clusters.ts'
import { LEAST, METRES } from '../../../view/studies/clusters/options.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { pointsText } from '../../kit/format.ts'
import { IssueRow } from '../../kit/IssueRow.tsx'
import { Segments } from '../../kit/Segments.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import { Choice } from './Choice.tsx'

const OF = [
  ['open', '未销号问题'],
  ['found', '时段内发现'],
] as const

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
        className="row cluster-row"
        aria-expanded={open}
        onClick={() => {
          set({ opened: open ? null : at + 1 })
          if (!open) fly(ofBounds(cluster.bounds))
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

export const Gathered = () => {
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
