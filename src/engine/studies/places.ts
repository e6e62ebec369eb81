/** The answers of 排查覆盖 and 集聚与反弹, in one piece to be loaded when one of them is first asked for. */
import type { Engine } from '../contract/engine.ts'
import type { Opened } from '../package/open.ts'
import { clustersAt } from './clusters/clusters.ts'
import { reboundsOf } from './clusters/rebounds.ts'
import { coverageOf } from './coverage/coverage.ts'
import { scoreIntervals } from './coverage/intervals.ts'

export type PlaceStudies = Pick<Engine, 'coverage' | 'intervals' | 'clusters' | 'rebounds'>

export const placeStudies = (opened: () => Opened): PlaceStudies => ({
  coverage: async (asOf) => coverageOf(opened(), asOf),
  intervals: async (asOf) => scoreIntervals(opened(), asOf),
  clusters: async (query) => clustersAt(opened(), query),
  rebounds: async (asOf, within, office) => reboundsOf(opened(), asOf, within, office),
})
