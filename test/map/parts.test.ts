/** What did not change is not drawn: draws of the parts of the map, counted over changes of what there is to draw. */
import { describe, expect, it } from 'vitest'
import type { Board } from '../../src/engine/contract/board.ts'
import type { Overview } from '../../src/engine/contract/package.ts'
import type { Drawn } from '../../src/map/drawn.ts'
import { drawChanged, type Part } from '../../src/map/part.ts'
import { PARTS } from '../../src/map/parts.ts'
import type { Atlas } from '../../src/map/points/atlas.ts'
import { POINT_PARTS } from '../../src/map/points/layers.ts'
import type { DrawnPoints } from '../../src/map/points/point-part.ts'
import { askedOf } from '../../src/view/kinds.ts'
import { levelOf } from '../../src/view/level.ts'
import { DEFAULT_VIEW, type ViewState } from '../../src/view/link/state.ts'
import { studyView } from '../../src/view/studies/registry.ts'
import { NO_TOOL } from '../../src/view/tool.ts'
import { BOARD, OVERVIEW } from '../view/fixture.ts'

const board = { ...BOARD, asOf: 18000, waters: [], sites: {}, issues: {} } as unknown as Board

const FIRST: Drawn = {
  overview: OVERVIEW,
  board,
  view: { ...DEFAULT_VIEW, selection: { type: 'site', id: 'S1' } },
  shownIssues: Uint32Array.of(0, 1),
  hover: null,
  overlay: null,
  tool: NO_TOOL,
  dark: false,
  plain: false,
  scale: 1,
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  zoom: 14.5,
}

/** The table with draws that only say which part they were of. */
const told = <State, On, Made>(parts: readonly Part<State, object, On, Made>[], drew: string[]) =>
  parts.map((part) => ({ ...part, draw: (): void => void drew.push(part.id) }))

/** The parts drawn at each of some states, one after the other. */
const drawnAt = (...states: (typeof FIRST)[]): string[][] => {
  const drew: string[] = []
  const draw = drawChanged(told(PARTS, drew))
  const drawPoints = drawChanged(told(POINT_PARTS, drew))
  const atlas = {} as Atlas
  return states.map((state) => {
    draw(state, null as never)
    const points: DrawnPoints = {
      ...state,
      ...levelOf(state.zoom, state.scale, askedOf(state.overview.standard.kinds, state.view.hiddenKinds)),
      atlas,
      heated: state.view.heat,
    }
    drawPoints(points, null as never)
    return drew.splice(0)
  })
}

/** The parts drawn when one state follows another. */
const drawnAfter = (patch: Partial<typeof FIRST>, first: typeof FIRST = FIRST): string[] =>
  drawnAt(first, { ...first, ...patch })[1] as string[]

const look = (patch: Partial<ViewState>): { view: ViewState } => ({ view: { ...FIRST.view, ...patch } })
const at = (zoom: number) => ({ ...FIRST, zoom })

it('every part is drawn at first, in the order of the table, and none again for the same', () => {
  const ids = [...PARTS, ...POINT_PARTS].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(drawnAt(FIRST, FIRST, { ...FIRST })).toEqual([ids, [], []])
})

describe('nothing is drawn again', () => {
  it.each<[string, Partial<typeof FIRST>]>([
    ['a letter is typed in the ledger', look({ ledger: { ...DEFAULT_VIEW.ledger, open: true, text: '垃' } })],
    ['the camera has moved', look({ camera: { lon: 114.6, lat: 33.6, zoom: 14, bearing: 0, pitch: 0 } })],
    ['a study opens that draws nothing', look({ study: studyView('trends') })],
    ['another list stands at the right', look({ standing: 'why' })],
    ['a panel covers more of the map', { padding: { top: 0, right: 400, bottom: 0, left: 0 } }],
    ['the pointer comes upon a place', { hover: { type: 'site', id: 'S2' } }],
  ])('when %s', (_, patch) => {
    expect(drawnAfter(patch)).toEqual([])
  })
})

describe('only what changed is drawn', () => {
  const point = { type: 'FeatureCollection' as const, features: [] }
  it.each<[string, Partial<typeof FIRST>, string[]]>([
    ['an area comes under the pointer', { hover: { type: 'area', id: 'a1' } }, ['area-hover']],
    [
      'another area is selected',
      look({ selection: { type: 'area', id: 'a1' } }),
      ['area-dims', 'area-selected', 'picked-shape', 'picked'],
    ],
    [
      'the area of the place selected is selected',
      look({ selection: { type: 'area', id: 'a2' } }),
      ['picked-shape', 'picked'],
    ],
    [
      'an office is selected',
      look({ selection: { type: 'office', id: '东办' } }),
      ['area-labels', 'area-dims', 'area-selected', 'picked-shape', 'picked'],
    ],
    ['another metric is shown', look({ metric: { type: 'open' } }), ['area-colours', 'area-labels']],
    ['a kind of place is hidden', look({ hiddenKinds: ['x'] }), ['site-shapes', 'counts', 'sites']],
    ['the waters are left out', look({ watersShown: false }), ['waters-shown', 'stations']],
    ['honours are shown', look({ honoursShown: true }), ['honours']],
    ['the heat is shown', look({ heat: true }), ['heat', 'issues']],
    ['other problems pass the filter', { shownIssues: Uint32Array.of(1) }, ['issues']],
    ['a study draws marks', { overlay: { marks: point } }, ['overlay-marks']],
    ['a study has colours of its own', { overlay: { areas: [] } }, ['area-colours', 'area-labels']],
    [
      'a study wants the points away',
      { overlay: { quiet: true } },
      ['site-shapes', 'stations', 'sites', 'issues'],
    ],
    ['a tool is taken', { tool: { type: 'add', spot: null } }, ['tool']],
    ['the theme changes', { dark: true }, ['style']],
    [
      'it is another day',
      { board: { ...board, asOf: 17990, areas: [], sites: {}, issues: {}, waters: [] } as unknown as Board },
      [
        'area-colours',
        'area-labels',
        'waters',
        'heat',
        'stations',
        'sites',
        'issues',
        'activities',
        'honours',
        'picked',
      ],
    ],
  ])('when %s', (_, patch, parts) => {
    expect(drawnAfter(patch)).toEqual(parts)
  })

  it('when the map is zoomed: counts by half steps, places where they come to stand alone, problems as they grow', () => {
    expect(drawnAfter({ zoom: 11.8 }, at(11))).toEqual([])
    expect(drawnAfter({ zoom: 13.2 }, at(13.1))).toEqual([])
    expect(drawnAfter({ zoom: 13.5 }, at(13.1))).toEqual(['counts'])
    expect(drawnAfter({ zoom: 14.1 }, at(13.65))).toEqual(['counts', 'issues'])
    expect(drawnAfter({ zoom: 14.4 }, at(14.1))).toEqual([
      'site-shapes',
      'counts',
      'stations',
      'sites',
      'issues',
      'picked',
    ])
    expect(drawnAfter({ zoom: 14.9 }, at(14.5))).toEqual(['issues'])
    expect(drawnAfter({ zoom: 18 }, at(17))).toEqual([])
  })

  it('when one kind alone is left: its places, however far the map is', () => {
    const kinds = OVERVIEW.standard.kinds.filter(({ entity }) => !entity).map(({ id }) => id)
    expect(drawnAfter(look({ hiddenKinds: kinds.slice(1) }), at(12))).toEqual([
      'site-shapes',
      'counts',
      'stations',
      'sites',
      'issues',
      'picked',
    ])
    expect(drawnAfter(look({ hiddenKinds: kinds.slice(3) }), at(12))).toEqual([
      'site-shapes',
      'counts',
      'sites',
    ])
  })

  it('when another package comes: all that is of the package', () => {
    const shapes = { type: 'FeatureCollection' as const, features: [] }
    const overview: Overview = { ...structuredClone(OVERVIEW), areaShapes: shapes, basemap: shapes }
    const kept = ['style', 'hatch', 'waters-shown', 'overlay-fills', 'overlay-lines', 'overlay-marks']
    // They are not shown: they are drawn once they are.
    const unseen = ['activities', 'honours']
    const all = [...PARTS, ...POINT_PARTS].map(({ id }) => id)
    expect(drawnAfter({ overview })).toEqual(all.filter((id) => ![...kept, ...unseen].includes(id)))
  })
})

it('a part that fails is drawn again', () => {
  let fails = true
  const draw = drawChanged<number, null, number>([
    {
      id: 'a',
      needs: (n) => ({ n }),
      draw: () => {
        if (fails) throw new Error('no')
        return 1
      },
    },
  ])
  expect(() => draw(1, null)).toThrow('no')
  fails = false
  expect(draw(1, null)).toEqual([1])
  expect(draw(1, null)).toBeNull()
})
