/** Views as a restless person would open them one after another, from a seed. */
import type { Opened } from '../../src/engine/package/open.ts'
import { randomFrom } from '../../src/model/random.ts'
import { ISSUE_STATES } from '../../src/model/state.ts'
import { readHash, writeHash } from '../../src/view/link/hash.ts'
import { DEFAULT_VIEW, type ViewState } from '../../src/view/link/state.ts'
import { studyOfOffice } from '../../src/view/studies/of-office.ts'
import { STATES } from './states.ts'

const STUDIES = Object.values(STATES).flatMap((hash) => readHash(hash).study ?? [])
const METRICS: readonly ViewState['metric'][] = [
  { type: 'score' },
  { type: 'theme', id: '脏' },
  { type: 'theme', id: '乱' },
  { type: 'coverage' },
  { type: 'open' },
  { type: 'overdue' },
  { type: 'change' },
]
/** Where the map is taken, in turn: always the same places, so that what it keeps of them is kept once. */
export const CAMERAS: readonly ViewState['camera'][] = Object.values(STATES).flatMap(
  (hash) => readHash(hash).camera ?? [],
)
/** days before the last one that are gone back to */
const DAYS = 180

/** @returns the hash of the next view: each time one more thing is changed, in turn */
export const randomViews = ({ intake, model, standard }: Opened, seed: number): (() => string) => {
  const random = randomFrom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const some = <T>(list: readonly T[], share: number) => list.filter(() => random() < share)
  const { areas, sites, issues, waters } = model
  const kinds = standard.kinds.map(({ id }) => id)
  const offices = [...new Set(areas.flatMap(({ office }) => office ?? []))]
  const selections: readonly (() => ViewState['selection'])[] = [
    () => ({ type: 'area', id: one(areas).code }),
    () => ({ type: 'site', id: one(sites).id }),
    () => ({ type: 'issue', id: one(issues).id }),
    () => ({ type: 'water', id: one(waters).id }),
    () => null,
  ]
  let at = 0
  let [study, place] = [0, 0]
  // In turn, so that each is opened before the measures that count begin.
  const nextStudy = () => ({ study: STUDIES[study++ % STUDIES.length] ?? null, selection: null })
  const turns: readonly ((view: ViewState) => Partial<ViewState>)[] = [
    nextStudy,
    () => ({ selection: one(selections)() }),
    () => ({ asOf: intake.asOf - below(DAYS) }),
    () => ({ theme: one(['light', 'dark'] as const) }),
    nextStudy,
    // What was selected is put aside: from here on the study is seen.
    () => ({ office: random() < 0.4 ? null : one(offices), selection: null }),
    () => ({ metric: random() < 0.7 ? one(METRICS) : { type: 'category', id: one(standard.categories).id } }),
    () => ({ hiddenKinds: random() < 0.5 ? [] : some(kinds, 0.4), states: some(ISSUE_STATES, 0.7) }),
    () => ({ study: null, standing: one(['area', 'office', 'why'] as const) }),
    () => ({
      sitesShown: random() < 0.8,
      issuesShown: random() < 0.8,
      heat: random() < 0.3,
      honoursShown: random() < 0.3,
      activitiesShown: random() < 0.3,
    }),
    () => ({ camera: CAMERAS[place++ % CAMERAS.length] ?? null }),
    ({ ledger }) => ({
      ledger: { ...ledger, open: random() < 0.5, text: random() < 0.3 ? one(['垃圾', '证', '占道']) : '' },
    }),
  ]
  let view = DEFAULT_VIEW
  return () => {
    const turn = turns[at++ % turns.length] as (view: ViewState) => Partial<ViewState>
    const turned = { ...view, ...turn(view) }
    view = { ...turned, study: studyOfOffice(turned.study, turned.office, model) }
    return writeHash(view) || 'v=1'
  }
}
