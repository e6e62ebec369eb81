/** 排查覆盖 as the score document has it: what the screen shows without its drawings. */
import type { Day } from '../../../model/day.ts'
import type { AreaCoverage, BlindSpot, Coverage, ScoreInterval } from '../../contract/studies/coverage.ts'
import type { Opened } from '../../package/open.ts'
import { coverageOf } from './coverage.ts'
import { scoreIntervals } from './intervals.ts'

type CoverageFigures = Pick<Coverage, 'radius' | 'window' | 'cell' | 'whole' | 'visited' | 'placeless'> & {
  /** of the district; null where there is no land that counts */
  share: number | null
  areas: AreaCoverage[]
  blind: Pick<BlindSpot, 'street' | 'areaCode' | 'areaName' | 'hectares' | 'at'>[]
  kinds: { id: string; sites: number; visited: number }[]
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

export const coverageDocument = (
  opened: Opened,
  asOf: Day,
): { coverage: CoverageFigures; intervals: ScoreInterval[] } => ({
  coverage: coverageFigures(opened, asOf),
  intervals: scoreIntervals(opened, asOf),
})
