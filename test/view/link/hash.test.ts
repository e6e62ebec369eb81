/** A link reproduces the screen, and no link breaks it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/model/day.ts'
import type { Bounds } from '../../../src/model/position.ts'
import { ISSUE_STATES } from '../../../src/model/state.ts'
import { LINKS } from '../../../src/scoring/closure/duties.ts'
import { readHash, writeHash } from '../../../src/view/link/hash.ts'
import { DEFAULT_VIEW, ISSUE_SORTS, type ViewState } from '../../../src/view/link/state.ts'
import { RANKING_ORDERS, type RankingOrder } from '../../../src/view/ranking.ts'
import { CLOSURE_SORTS } from '../../../src/view/studies/closure/options.ts'
import { LEAST, METRES, WITHIN } from '../../../src/view/studies/clusters/options.ts'
import {
  type OptionsOf,
  STUDY_IDS,
  type StudyId,
  type StudyView,
  studyView,
} from '../../../src/view/studies/registry.ts'
import { STOPS } from '../../../src/view/studies/route/options.ts'

const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('太昊路办事处', '“三小”门店', 'a,b%2C:c&d=e+f #g', '411671011007', '%', ',', '%25,'),
)
const day = fc.integer({ min: dayOf(1980, 1, 1) as number, max: dayOf(2090, 12, 31) as number })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
/** Rounded to what the hash keeps. */
const figure = (min: number, max: number, digits: number) =>
  fc
    .integer({ min: Math.ceil(min * 10 ** digits), max: Math.floor(max * 10 ** digits) })
    .map((n) => n / 10 ** digits)

const words = fc.array(word, { maxLength: 3 })
const options: { [I in StudyId]: fc.Arbitrary<OptionsOf<I>> } = {
  trends: fc.record({ order: fc.constantFrom('better', 'worse', 'last'), category: maybe(word) }),
  compare: fc.record({ day: maybe(day), area: maybe(word), map: fc.constantFrom('change', 'swipe') }),
  kinds: fc.record({ of: maybe(word) }),
  plan: fc.record({
    area: maybe(word),
    first: maybe(fc.nat()),
    grade: maybe(word),
    ticks: fc.array(fc.record({ key: word, halves: maybe(fc.constantFrom('both', 'close', 'recheck')) }), {
      maxLength: 3,
    }),
    problems: fc.array(fc.record({ id: word, closed: fc.boolean() }), { maxLength: 3 }),
  }),
  coverage: fc.record({ part: fc.constantFrom('land', 'kinds', 'sure') }),
  clusters: fc.record({
    part: fc.constantFrom('clusters', 'rebounds'),
    of: fc.constantFrom('open', 'found'),
    metres: maybe(fc.constantFrom(...METRES)),
    least: maybe(fc.constantFrom(...LEAST)),
    opened: maybe(fc.integer({ min: 1, max: 99 })),
    within: fc.constantFrom(...WITHIN),
  }),
  closure: fc.record({
    by: fc.constantFrom(...LINKS),
    opened: maybe(
      fc.oneof(
        fc.constant({ all: true as const }),
        fc.record({ all: fc.constant(false as const), id: maybe(word) }),
      ),
    ),
    order: fc.record({ sort: fc.constantFrom(...CLOSURE_SORTS), reversed: fc.boolean() }),
  }),
  notices: fc.record({ paper: fc.constantFrom('bulletin', 'slips'), from: maybe(day), to: maybe(day) }),
  route: fc.record({
    count: fc.integer({ min: STOPS.least, max: STOPS.most }),
    areas: words,
    kinds: words,
    pinned: words,
    removed: words,
    order: words,
    start: fc.oneof(fc.constant(''), word),
    gait: fc.constantFrom('walk', 'car'),
  }),
  honours: fc.record({ part: fc.constantFrom('balance', 'street', 'shop', 'family') }),
  records: fc.record({
    list: fc.constantFrom('visits', 'waters', 'honours', 'class'),
    within: maybe(word),
    visited: fc.boolean(),
    place: fc.oneof(fc.constant('none' as const), fc.nat(9)),
  }),
}
const open = (id: StudyId): fc.Arbitrary<StudyView> =>
  (options[id] as fc.Arbitrary<StudyView['options']>).map((set) => ({ id, options: set }) as StudyView)

const viewState: fc.Arbitrary<ViewState> = fc.record({
  camera: maybe(
    fc.record({
      lon: figure(-180, 180, 5),
      lat: figure(-85, 85, 5),
      zoom: figure(0, 22, 2),
      bearing: figure(-180, 180, 0),
      pitch: figure(0, 60, 0),
    }),
  ),
  asOf: maybe(day),
  metric: fc.oneof(
    fc.constantFrom('score', 'coverage', 'open', 'overdue', 'change').map((type) => ({ type })),
    fc.constantFrom('脏', '乱', '差').map((id) => ({ type: 'theme', id })),
    word.map((id) => ({ type: 'category', id })),
  ) as fc.Arbitrary<ViewState['metric']>,
  office: maybe(word),
  group: maybe(word),
  order: fc.constantFrom(...(Object.keys(RANKING_ORDERS) as RankingOrder[])),
  hiddenKinds: fc.array(word, { maxLength: 4 }),
  states: fc.subarray([...ISSUE_STATES]),
  sitesShown: fc.boolean(),
  issuesShown: fc.boolean(),
  heat: fc.boolean(),
  watersShown: fc.boolean(),
  honoursShown: fc.boolean(),
  activitiesShown: fc.boolean(),
  selection: maybe(
    fc.record({ type: fc.constantFrom('area', 'office', 'site', 'issue', 'water'), id: word }),
  ),
  record: maybe(fc.record({ item: word, visit: word })),
  standing: fc.constantFrom('area', 'office', 'why'),
  study: maybe(fc.oneof(...STUDY_IDS.map(open))),
  ledger: fc.record({
    open: fc.boolean(),
    text: fc.oneof(fc.constant(''), word),
    area: maybe(word),
    link: maybe(fc.record({ type: fc.constantFrom(...LINKS), id: fc.oneof(fc.constant(''), word) })),
    kinds: fc.array(word, { maxLength: 3 }),
    severities: fc.array(word, { maxLength: 3 }),
    sources: fc.array(word, { maxLength: 3 }),
    foundFrom: maybe(day),
    foundTo: maybe(day),
    dueFrom: maybe(day),
    dueTo: maybe(day),
    sort: fc.constantFrom(...ISSUE_SORTS),
    descending: fc.boolean(),
  }),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  display: fc.constantFrom('auto', 'desk', 'room', 'wall'),
  frame: maybe(
    fc
      .tuple(figure(-180, 179, 5), figure(-85, 84, 5))
      .map(
        ([west, south]) =>
          [west, south, Number((west + 0.5).toFixed(5)), Number((south + 0.25).toFixed(5))] as Bounds,
      ),
  ),
  atConsole: fc.boolean(),
  presenting: maybe(fc.record({ briefing: fc.nat({ max: 999 }), scene: fc.nat({ max: 999 }) })),
})

describe('round trip', () => {
  test('every view comes back from its hash', () => {
    fc.assert(
      fc.property(viewState, (view) => {
        expect(readHash(writeHash(view))).toEqual(view)
      }),
    )
  })

  test('and from the hash as a browser hands it back', () => {
    fc.assert(
      fc.property(viewState, (view) => {
        const { hash } = new URL(`http://localhost/app/#${writeHash(view)}`)
        expect(readHash(hash)).toEqual(view)
      }),
    )
  })

  test('the default of every field leaves nothing in the link, and nothing is the default', () => {
    expect(writeHash(DEFAULT_VIEW)).toBe('')
    for (const hash of ['', '#', '#v=1']) expect(readHash(hash)).toEqual(DEFAULT_VIEW)
    for (const id of STUDY_IDS) {
      expect(writeHash({ ...DEFAULT_VIEW, study: studyView(id) })).toBe(`v=1&y=${id}`)
      expect(readHash(`y=${id}`).study).toEqual(studyView(id))
    }
  })

  test('a field that is not as by default is in the link, whatever the others are', () => {
    fc.assert(
      fc.property(viewState, (view) => {
        for (const name of Object.keys(view) as (keyof ViewState)[]) {
          const alone: ViewState = { ...DEFAULT_VIEW, [name]: view[name] }
          expect(readHash(writeHash(alone))).toEqual(alone)
          expect(readHash(writeHash({ ...view, [name]: DEFAULT_VIEW[name] }))[name]).toEqual(
            DEFAULT_VIEW[name],
          )
        }
      }),
    )
  })
})

describe('what is written', () => {
  test('can be read by a person', () => {
    const view: ViewState = {
      ...DEFAULT_VIEW,
      camera: { lon: 114.6600012, lat: 33.59, zoom: 15, bearing: 0, pitch: 0 },
      asOf: dayOf(2019, 5, 27),
      selection: { type: 'area', id: '411671011007' },
      hiddenKinds: ['farm', 'dump'],
      ledger: { ...DEFAULT_VIEW.ledger, open: true, foundFrom: dayOf(2019, 5, 1) },
      theme: 'dark',
      display: 'wall',
    }
    expect(writeHash(view)).toBe(
      'v=1&c=114.66,33.59,15&d=2019-05-27&sel=area:411671011007&k=farm,dump&th=dark&dp=wall&t=1&td=2019-05-01..',
    )
  })

  test('keeps five decimals of a degree', () => {
    const camera = { lon: 114.123456789, lat: 33.000001, zoom: 14.256, bearing: 0, pitch: 0 }
    expect(writeHash({ ...DEFAULT_VIEW, camera })).toBe('v=1&c=114.12346,33,14.26')
  })
})

describe('what cannot be meant', () => {
  test('nothing that is typed breaks it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(() => readHash(text)).not.toThrow()
      }),
    )
  })

  test('broken values of known keys are left at their defaults', () => {
    const keys = ['c', 'd', 'm', 's', 'sel', 'x', 't', 'td', 'ts', 'th', 'dp']
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.string({ maxLength: 20 }), (key, value) => {
        const view = readHash(`v=1&${key}=${encodeURIComponent(value)}`)
        expect(readHash(writeHash(view))).toEqual(view)
      }),
    )
  })

  test.each([
    'c=1,2',
    'c=,,',
    'c=114,33,NaN',
    'c=114,95,12',
    'c=999,33,12',
    'c=114,33,12,0,99',
    'd=2019-02-30',
    'd=yesterday',
    'm=theme:好',
    'm=category:',
    'm=__proto__',
    'sel=area:',
    'sel=galaxy:1',
    'ts=colour-',
    'td=x..y',
    'th=neon',
    'dp=stadium',
    't=yes',
    'x=?',
    '%E0%A4%A',
    '&&&===',
  ])('%s', (hash) => {
    expect(readHash(`#v=1&${hash}`)).toEqual(DEFAULT_VIEW)
  })
})
