/** The figures of the studies for the score document: what the screen shows without its drawings. */

import type { Day } from '../../model/day.ts'
import { formatDay } from '../../model/day.ts'
import { USUAL_CLUSTERS, USUAL_WITHIN } from '../../model/study-defaults.ts'
import type { Cluster, ClusterQuery, ReboundRate, ReboundSite } from '../contract/studies/clusters.ts'
import type { AreaCoverage, BlindSpot, Coverage, ScoreInterval } from '../contract/studies/coverage.ts'
import type { Opened } from '../package/open.ts'
import { clustersAt } from './clusters/clusters.ts'
import { reboundsOf } from './clusters/rebounds.ts'
import { coverageOf } from './coverage/coverage.ts'
import { scoreIntervals } from './coverage/intervals.ts'

export type CoverageFigures = Pick<
  Coverage,
  'radius' | 'window' | 'cell' | 'whole' | 'visited' | 'placeless'
> & {
  /** of the district; null where there is no land that counts */
  share: number | null
  areas: AreaCoverage[]
  blind: Pick<BlindSpot, 'street' | 'areaCode' | 'areaName' | 'hectares' | 'at'>[]
  kinds: { id: string; sites: number; visited: number }[]
}

export type ClusterFigures = Omit<ClusterQuery, 'asOf' | 'office'> & {
  gathered: number
  placeless: number
  clusters: (Pick<Cluster, 'street' | 'areaCode' | 'areaName' | 'weight' | 'states' | 'themes' | 'at'> & {
    /** ids, the dearest first */
    issues: string[]
  })[]
}

export interface ReboundFigures {
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

const coverageFigures = (opened: Opened, t: Day): CoverageFigures => {
  const { radius, window, cell, whole, visited, placeless, areas, blind, kinds } = coverageOf(opened, t)
  const land = areas.reduce((sum, area) => sum + area.land, 0)
  return {
    radius,
    window,
    cell,
    whole,
    visited,
    placeless,
    share: land > 0 ? areas.reduce((sum, area) => sum + area.covered, 0) / land : null,
    areas,
    blind: blind.map(({ street, areaCode, areaName, hectares, at }) => ({
      street,
      areaCode,
      areaName,
      hectares,
      at,
    })),
    kinds: kinds.map(({ id, areas: counts }) => ({
      id,
      sites: counts.reduce((sum, { sites }) => sum + sites, 0),
      visited: counts.reduce((sum, one) => sum + one.visited, 0),
    })),
  }
}

const clusterFigures = (opened: Opened, asOf: Day): ClusterFigures => {
  const ways = { of: 'open' as const, ...USUAL_CLUSTERS.open }
  const { clusters, gathered, placeless } = clustersAt(opened, { asOf, office: null, ...ways })
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

export const studyFigures = (
  opened: Opened,
  asOf: Day,
): {
  coverage: CoverageFigures
  intervals: ScoreInterval[]
  clusters: ClusterFigures
  rebounds: ReboundFigures
} => ({
  coverage: coverageFigures(opened, asOf),
  intervals: scoreIntervals(opened, asOf),
  clusters: clusterFigures(opened, asOf),
  rebounds: reboundFigures(opened, asOf),
})
