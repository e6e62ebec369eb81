/** A link reproduces the screen, and no link breaks it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/model/day.ts'
import { ISSUE_STATES } from '../../../src/model/state.ts'
import { LINKS } from '../../../src/scoring/duties.ts'
import { readHash, writeHash } from '../../../src/view/link/hash.ts'
import { DEFAULT_VIEW, ISSUE_SORTS, type ViewState } from '../../../src/view/link/state.ts'
import { STUDIES } from '../../../src/view/studies/registry.ts'

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
  standing: fc.constantFrom('area', 'office', 'why'),
  study: maybe(
    fc.record({
      id: fc.constantFrom(...STUDIES.map(({ id }) => id)),
      options: fc.dictionary(fc.constantFrom('by', 'day', 'of', 'list'), word, { noNullPrototype: true }),
    }),
  ),
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

  test('the default view leaves the hash empty', () => {
    expect(writeHash(DEFAULT_VIEW)).toBe('')
    expect(readHash('')).toEqual(DEFAULT_VIEW)
    expect(readHash('#')).toEqual(DEFAULT_VIEW)
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
