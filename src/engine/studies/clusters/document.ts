/** 集聚与反弹 as the score document has it: what the screen shows without its drawings. */
import type { Day } from '../../../model/day.ts'
import { formatDay } from '../../../model/day.ts'
import { USUAL_CLUSTERS, USUAL_WITHIN } from '../../../model/study-defaults.ts'
import type { Cluster, ClusterQuery, ReboundRate, ReboundSite } from '../../contract/studies/clusters.ts'
import type { Opened } from '../../package/open.ts'
import { clustersAt } from './clusters.ts'
import { reboundsOf } from './rebounds.ts'

type ClusterFigures = Omit<ClusterQuery, 'asOf' | 'scope'> & {
  gathered: number
  placeless: number
  clusters: (Pick<Cluster, 'street' | 'areaCode' | 'areaName' | 'weight' | 'states' | 'themes' | 'at'> & {
    /** ids, the costliest first */
    issues: string[]
  })[]
}

interface ReboundFigures {
  /** days after the 销号 */
  within: number
  total: ReboundRate
  offices: ReboundRate[]
  units: ReboundRate[]
  sites: (Pick<ReboundSite, 'name' | 'areaCode'> & {
    id: string
    events: { closed: string; closedOn: string; day: string; issue: string | null; what: string }[]
  })[]
}

const clusterFigures = (opened: Opened, asOf: Day): ClusterFigures => {
  const ways = { of: 'open' as const, ...USUAL_CLUSTERS.open }
  const { clusters, gathered, placeless } = clustersAt(opened, { asOf, scope: null, ...ways })
  return {
    ...ways,
    gathered,
    placeless,
    clusters: clusters.map(({ street, areaCode, areaName, weight, states, themes, at, issues }) => ({
      street,
      areaCode,
      areaName,
      weight,
      states,
      themes,
      at,
      issues: issues.map((index) => opened.model.issues[index]?.id ?? ''),
    })),
  }
}

const reboundFigures = (opened: Opened, asOf: Day): ReboundFigures => {
  const { within, total, offices, units, sites } = reboundsOf(opened, asOf, USUAL_WITHIN, null)
  return {
    within,
    total,
    offices,
    units,
    sites: sites.map(({ ref, name, areaCode, events }) => ({
      id: ref.id,
      name,
      areaCode,
      events: events.map(({ closed, closedOn, day, issue, what }) => ({
        closed,
        closedOn: formatDay(closedOn),
        day: formatDay(day),
        issue,
        what,
      })),
    })),
  }
}

export const clusterDocument = (
  opened: Opened,
  asOf: Day,
): { clusters: ClusterFigures; rebounds: ReboundFigures } => ({
  clusters: clusterFigures(opened, asOf),
  rebounds: reboundFigures(opened, asOf),
})
