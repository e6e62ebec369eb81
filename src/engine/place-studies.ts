/** The answers of 排查覆盖 and 集聚与反弹, in one piece to be loaded when one of them is first asked for. */
import type { Engine } from './api.ts'
import type { Opened } from './open.ts'
import { clustersAt } from './study-clusters.ts'
import { coverageOf } from './study-coverage.ts'
import { scoreIntervals } from './study-intervals.ts'
import { reboundsOf } from './study-rebounds.ts'

export type PlaceStudies = Pick<Engine, 'coverage' | 'intervals' | 'clusters' | 'rebounds'>

export const placeStudies = (opened: () => Opened): PlaceStudies => ({
  coverage: async (asOf) => coverageOf(opened(), asOf),
  intervals: async (asOf) => scoreIntervals(opened(), asOf),
  clusters: async (query) => clustersAt(opened(), query),
  rebounds: async (asOf, within, office) => reboundsOf(opened(), asOf, within, office),
})
