/** 专项整治 as the screen shows it. */
import { describe, expect, test } from 'vitest'
import type { Board } from '../../../src/engine/contract/board.ts'
import type { AreaInfo, Overview } from '../../../src/engine/contract/package.ts'
import type { KindLine, KindPart, KindState } from '../../../src/engine/contract/studies/kinds.ts'
import type { Kind } from '../../../src/model/standard.ts'
import { CLASS_COLOURS } from '../../../src/view/colours.ts'
import { siteFilterOf } from '../../../src/view/kinds.ts'
import { DEFAULT_VIEW } from '../../../src/view/link/state.ts'
import {
  closingColour,
  closingOf,
  kindOverlay,
  placesOfKind,
  sortedKinds,
} from '../../../src/view/studies/kinds/kinds.ts'
import { sampleStandard } from '../../scoring/fixture.ts'

const standard = sampleStandard()
const kindOf = (id: string) => standard.kinds.find((kind) => kind.id === id) as Kind
const at = (id: string) => standard.kinds.indexOf(kindOf(id))

const state = (name: string | null, grade: number | null, now: number, before: number): KindState => ({
  state: name,
  grade,
  now,
  before,
})
const figures = (places: number, more: Partial<KindLine> = {}) =>
  ({
    places,
    visited: places,
    waived: 0,
    rate: null,
    lastVisit: null,
    open: 0,
    overdue: 0,
    states: [],
    ...more,
  }) as unknown as KindLine & KindPart

const YARD = [
  state('在营', 0, 1, 4),
  state('整治中', 5, 2, 2),
  state('已取缔', 10, 6, 3),
  state(null, null, 1, 1),
]

describe('how far a kind is closed down', () => {
  test('what the standard grades 10 counts, against a month before', () => {
    expect(closingOf(figures(10, { states: YARD }))).toEqual({
      closed: 6,
      of: 10,
      share: 0.6,
      change: 3,
      word: '已取缔',
    })
  })
  test('two states may end it', () => {
    const states = [state('在营', 0, 1, 1), state('已达标', 10, 2, 1), state('已取缔', 10, 1, 1)]
    expect(closingOf(figures(4, { states }))).toMatchObject({ closed: 3, change: 1, word: '已达标、已取缔' })
  })
  test('nothing is said of a kind that is not to be closed down, nor of no places', () => {
    expect(closingOf(figures(4))).toBeNull()
    expect(closingOf(figures(0, { states: YARD }))).toBeNull()
  })
  test('every state has a colour of its own', () => {
    expect(new Set(YARD.map(closingColour)).size).toBe(4)
  })
})

test('kinds to be closed down stand apart, the least closed first; of the others the lowest 得分率, the unchecked last', () => {
  const line = (kind: string, more: Partial<KindLine>) => ({ ...figures(10, more), kind })
  const lines = [
    line('market', { rate: 0.9 }),
    line('toilet', { rate: null }),
    line('alley', { rate: 0.6 }),
    line('recycling', { states: YARD }),
    line('farm', { states: [state('在营', 0, 10, 10), state('已取缔', 10, 0, 0)] }),
  ]
  const { closing, others } = sortedKinds(lines)
  expect(closing.map(({ kind }) => kind)).toEqual(['farm', 'recycling'])
  expect(others.map(({ kind }) => kind)).toEqual(['alley', 'market', 'toilet'])
})

describe('the places of a kind', () => {
  const areas = [
    { code: '1', shortName: '甲', office: '东办' },
    { code: '2', shortName: '乙', office: '西办' },
  ] as AreaInfo[]
  const list = (kinds: string[], status: (string | null)[], rate: number[], office: string | null) => {
    const overview = {
      standard,
      areas,
      sites: {
        count: kinds.length,
        id: kinds.map((_, i) => `P${i}`),
        name: kinds.map((_, i) => `${i} 号`),
        kind: Int32Array.from(kinds, at),
        area: Int32Array.from(kinds, (_, i) => (i % 3 === 2 ? -1 : i % 3)),
      },
    } as unknown as Overview
    const board = {
      sites: {
        rate: Float32Array.from(rate),
        lastVisit: Float64Array.from(rate, (each) => (Number.isNaN(each) ? Number.NaN : 18000)),
        open: new Uint16Array(kinds.length),
        overdue: new Uint16Array(kinds.length),
        status,
      },
    } as unknown as Board
    return placesOfKind(overview, board, kinds[0] as string, office)
  }

  test('come with the lowest 得分率 first, the unchecked last; others are left out', () => {
    const found = list(
      ['market', 'market', 'market', 'toilet'],
      [null, null, null, null],
      [0.9, Number.NaN, 0.25, 0],
      null,
    )
    expect(found.map(({ id, rate, lastVisit, area }) => [id, rate, lastVisit, area])).toEqual([
      ['P2', 0.25, 18000, ''],
      ['P0', expect.closeTo(0.9, 6), 18000, '甲'],
      ['P1', null, null, '乙'],
    ])
  })
  test('that are to be closed down come by their state, what is in none before what is closed', () => {
    const statuses = ['已取缔', null, '在营', '整治中']
    const found = list(Array(4).fill('recycling'), statuses, [0.1, 0.1, 0.9, 0.2], null)
    expect(found.map(({ status }) => status)).toEqual(['在营', '整治中', null, '已取缔'])
  })
  test('of an office are its own', () => {
    const found = list(Array(6).fill('market'), Array(6).fill(null), Array(6).fill(0.5), '西办')
    expect(found.map(({ id }) => id)).toEqual(['P1', 'P4'])
  })
})

describe('the map', () => {
  const areas = [{ code: '1' }, { code: '2' }, { code: '3' }] as AreaInfo[]
  const group = (id: string, more: Partial<KindPart>) => ({ ...figures(4, more), id })

  test('colours areas by 得分率 with the breaks of the grades; of an area without such places it says nothing', () => {
    const groups = [group('1', { rate: 0.9 }), group('3', { rate: null })]
    const { areas: shown, legend } = kindOverlay(kindOf('market'), groups, areas, standard)
    expect(shown).toEqual([
      { colour: CLASS_COLOURS[0], figure: '90%' },
      null,
      { colour: null, figure: '未查' },
    ])
    expect([legend?.title, legend?.unit, legend?.noData]).toEqual(['农贸市场得分率', '%', '没有查过'])
    expect(legend?.classes).toHaveLength(standard.grades.length)
  })
  test('tells how many are closed of those to be closed down', () => {
    const states = [state('在营', 0, 3, 3), state('已取缔', 10, 1, 0)]
    const { areas: shown, legend } = kindOverlay(
      kindOf('recycling'),
      [group('2', { states })],
      areas,
      standard,
    )
    expect(shown?.[1]).toEqual({ colour: CLASS_COLOURS[4], figure: '1/4' })
    expect(legend?.title).toBe('废品收购站完成率')
  })
  test('draws the places of the kind alone, whatever the layers say', () => {
    const view = { ...DEFAULT_VIEW, sitesShown: false, hiddenKinds: ['market'], office: '东办' }
    const filter = siteFilterOf(view, standard.kinds, { kind: 'market' })
    expect(filter).toMatchObject({ sitesShown: true, office: '东办' })
    expect(standard.kinds.filter(({ id }) => !filter.hiddenKinds.includes(id))).toEqual([kindOf('market')])
    // The same list again: nothing is drawn anew.
    expect(siteFilterOf(view, standard.kinds, { kind: 'market' }).hiddenKinds).toBe(filter.hiddenKinds)
    expect(siteFilterOf(view, standard.kinds, null)).toEqual({
      sitesShown: false,
      hiddenKinds: ['market'],
      office: '东办',
    })
    expect(siteFilterOf(DEFAULT_VIEW, standard.kinds, { quiet: true }).sitesShown).toBe(false)
  })
})
