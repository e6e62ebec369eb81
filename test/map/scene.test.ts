/** What the map is to show, worked out from the answers. */
import { describe, expect, it } from 'vitest'
import type { Board } from '../../src/engine/contract/board.ts'
import type { Overview } from '../../src/engine/contract/package.ts'
import {
  among,
  areaDims,
  areaOfSelection,
  type Colouring,
  groupOf,
  labelFeatures,
  officeOf,
  placeGroups,
  reachFeatures,
  shownAreas,
  shownSites,
  siteShapeFeatures,
  toolFeatures,
  waterFeatures,
} from '../../src/map/scene.ts'
import { CLASS_COLOURS, kindColour } from '../../src/view/colours.ts'
import { DEFAULT_VIEW, type ViewState } from '../../src/view/link/state.ts'
import { studyView } from '../../src/view/studies/registry.ts'
import type { Tool } from '../../src/view/tool.ts'
import { BOARD, OVERVIEW } from '../view/fixture.ts'

const ALL = { office: null, group: null }

const kinds = OVERVIEW.standard.kinds.filter((kind) => !kind.entity)
const [first, second] = kinds as [(typeof kinds)[number], (typeof kinds)[number]]
const at = (id: string) => OVERVIEW.standard.kinds.findIndex((kind) => kind.id === id)

/** Four places: of the second kind in 东办, of the first in 西办 and in 东办, and one in no 居委会. */
const overview = {
  ...OVERVIEW,
  sites: {
    count: 4,
    id: ['S1', 'S2', 'S3', 'S4'],
    name: ['一', '二', '三', '四'],
    kind: Uint8Array.from([second.id, first.id, first.id, first.id].map(at)),
    area: Int32Array.of(0, 2, 1, -1),
    lon: Float64Array.of(114, 114.1, 114.2, Number.NaN),
    lat: Float64Array.of(33, 33.1, 33.2, Number.NaN),
  },
} as unknown as Overview

const view = (patch: Partial<ViewState> = {}): ViewState => ({ ...DEFAULT_VIEW, ...patch })

describe('the places left in', () => {
  it('are all of them, those of an office, of a kind shown, or none', () => {
    expect(shownSites(overview, view())).toEqual([0, 1, 2, 3])
    expect(shownSites(overview, view({ office: '东办' }))).toEqual([0, 2])
    expect(shownSites(overview, view({ hiddenKinds: [first.id] }))).toEqual([0])
    expect(shownSites(overview, view({ sitesShown: false }))).toEqual([])
  })

  it('stand in the list by kind, in the order of the standard, kinds without any left out', () => {
    const group = (kind: typeof first, sites: number[]) => ({ id: kind.id, label: kind.label, sites })
    expect(placeGroups(overview, view())).toEqual([group(first, [1, 2, 3]), group(second, [0])])
    expect(placeGroups(overview, view({ office: '西办' }))).toEqual([group(first, [1])])
    expect(placeGroups(overview, view({ sitesShown: false }))).toEqual([])
  })
})

const { areas, standard } = OVERVIEW
const colouring = (patch: Partial<Colouring> = {}): Colouring => ({
  areas,
  standard,
  figures: BOARD.areas,
  metric: { type: 'score' },
  own: undefined,
  ...patch,
})

describe('what is selected', () => {
  it('is about an area: itself, or where it lies', () => {
    const area = (selection: ViewState['selection']) => areaOfSelection(selection, overview)
    expect(area({ type: 'area', id: 'a3' })).toBe(2)
    expect(area({ type: 'site', id: 'S3' })).toBe(1)
    expect(area({ type: 'issue', id: 'W2' })).toBe(2)
    for (const none of ['area', 'site', 'issue'] as const) expect(area({ type: none, id: 'gone' })).toBeNull()
    expect(area({ type: 'site', id: 'S4' })).toBe(-1)
    expect(area({ type: 'water', id: 'R1' })).toBe(-1)
    expect(area({ type: 'office', id: '东办' })).toBeNull()
    expect(area(null)).toBeNull()
  })

  it('asks for an office when it is one; a filter comes first', () => {
    expect(officeOf(view({ selection: { type: 'office', id: '东办' } }))).toBe('东办')
    expect(officeOf(view({ office: '西办', selection: { type: 'office', id: '东办' } }))).toBe('西办')
    expect(officeOf(view({ selection: { type: 'area', id: 'a1' } }))).toBeNull()
  })
})

describe('areas', () => {
  it('draw back outside the office, else beside the one lifted, else nowhere', () => {
    expect(areaDims(areas, ALL, null)).toEqual([0, 0, 0, 0])
    const [beside] = areaDims(areas, ALL, 1) as [number]
    const [, , out] = areaDims(areas, { ...ALL, office: '东办' }, null) as [number, number, number]
    expect(0 < beside && beside < out && out < 1).toBe(true)
    expect(areaDims(areas, ALL, 1)).toEqual([beside, 0, beside, beside])
    expect(areaDims(areas, ALL, -1)).toEqual([beside, beside, beside, beside])
    expect(areaDims(areas, { ...ALL, office: '东办' }, 1)).toEqual([beside, 0, out, out])
    expect(areaDims(areas, { ...ALL, office: '没有的办' }, null)).toEqual([out, out, out, out])
  })
  it('draw back outside the group that the ranking lists, while it is the ranking that is looked at', () => {
    const [, , , out] = areaDims(areas, { ...ALL, group: '社区' }, null) as [number, number, number, number]
    expect(areaDims(areas, { ...ALL, group: '社区' }, null)).toEqual([0, out, 0, out])
    expect(areaDims(areas, { office: '西办', group: '社区' }, null)).toEqual([out, out, 0, out])
    expect(out).toBeGreaterThan(0)
    const faded = labelFeatures(colouring(), { ...ALL, group: '待拆迁' }).features
    expect(faded.map(({ properties }) => properties?.opacity === 1)).toEqual([false, false, false, true])
    expect(groupOf(view({ group: '社区' }))).toBe('社区')
    expect(groupOf(view({ group: '社区', standing: 'office' }))).toBeNull()
    expect(groupOf(view({ group: '社区', study: studyView('plan') }))).toBeNull()
  })

  it('show the metric, or what a study says of them; one without figures shows nothing', () => {
    expect(shownAreas(colouring()).map(({ figure }) => figure)).toEqual(['80.0', '60.0', '80.0', '数据不足'])
    expect(shownAreas(colouring({ figures: [] }))[0]).toEqual({
      colour: null,
      figure: '',
      urgency: 0,
      demoted: false,
    })
    const own = [
      { colour: '#123456', figure: '三' },
      { colour: null, figure: '' },
    ]
    const shown = shownAreas(colouring({ own }))
    expect(shown.map(({ colour }) => colour).slice(0, 2)).toEqual(['#123456', null])
    expect(shown.map(({ figure }) => figure)).toEqual(['三', '', '80.0', '数据不足'])
    // The places of the labels stay as they were.
    expect(shown.map(({ urgency }) => urgency)).toEqual(shownAreas(colouring()).map(({ urgency }) => urgency))
  })

  it('have labels at their own places, in their order, faded outside the office', () => {
    const { features } = labelFeatures(colouring(), { ...ALL, office: '西办' })
    expect(features.map(({ geometry }) => geometry.coordinates)).toEqual(areas.map(({ label }) => label))
    expect(features.map(({ properties }) => properties?.name)).toEqual(['甲庄', '乙庄', '丙庄', '丁庄'])
    const opacity = features.map(({ properties }) => properties?.opacity)
    expect(opacity.slice(2)).toEqual([1, 1])
    expect(opacity[0]).toBe(opacity[1])
    expect(opacity[0]).toBeLessThan(1)
  })

  it('say that a veto lowered the grade, by score and where a study says so, and come among the worst', () => {
    const vetoed = BOARD.areas.map((each, i) => (i === 0 ? { ...each, grade: '不达标' } : each))
    const demoted = (patch: Partial<Colouring>) =>
      shownAreas(colouring({ figures: vetoed, ...patch })).map((each) => each.demoted)
    expect(demoted({})).toEqual([true, false, false, false])
    expect(demoted({ metric: { type: 'open' } })).toEqual([false, false, false, false])
    // A study colours the first area by something else, and says of the second that it was lowered.
    const own = [
      { colour: '#123456', figure: '三' },
      { colour: '#123456', figure: '四', demoted: true },
    ]
    expect(demoted({ own })).toEqual([false, true, false, false])
    const tags = labelFeatures(colouring({ figures: vetoed }), ALL).features.map(
      ({ properties }) => properties?.tag,
    )
    expect(tags).toEqual(['\n否决', '', '', ''])
    // 不达标 is under 60: no better than 60, whatever the number; the second has 60 of its own.
    expect(shownAreas(colouring({ figures: vetoed })).map(({ urgency }) => urgency)).toEqual([40, 40, 20, 50])
  })

  it('pass a filter by code', () => {
    expect(among(areas, ({ relocation }) => relocation)).toEqual(['in', ['get', 'code'], ['literal', ['a4']]])
    expect(among(areas, () => false)).toEqual(['in', ['get', 'code'], ['literal', []]])
  })
})

describe('waters', () => {
  const { heavy, light, clean } = standard.water.grades
  const reach = [
    [114, 33],
    [114.1, 33.1],
  ]
  const waters = (grade: string | null, reaches: object[] = []) =>
    [{ id: 'R1', grade, reaches }] as unknown as Board['waters']

  it('have the colour of their grade and keep what is known of them', () => {
    const body = (of: Board['waters']) =>
      waterFeatures(OVERVIEW.waterShapes, of, standard).features[0]?.properties
    expect(body(waters(light))).toEqual({ id: 'R1', name: '小河', colour: CLASS_COLOURS[2] })
    const colours = [heavy, clean, null, '没有的级别'].map((grade) => body(waters(grade))?.colour)
    expect(new Set(colours).size).toBe(3)
    expect(colours[2]).toBe(colours[3])
    expect(body([])?.colour).toBe(colours[2])
  })

  it('have a line for each reach', () => {
    const { features } = reachFeatures(waters(light, [reach, reach]), standard)
    expect(features.map(({ geometry }) => geometry)).toEqual(
      Array(2).fill({ type: 'LineString', coordinates: reach }),
    )
    expect(features[0]?.properties).toEqual({ id: 'R1', reach: true, colour: CLASS_COLOURS[4] })
    expect(reachFeatures(waters(heavy), standard).features).toEqual([])
  })
})

it('places with a line or outline are drawn while they are left in, in the colour of their kind', () => {
  const shape = (index: number) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [] },
    properties: { index },
  })
  const shaped = {
    ...overview,
    sites: { ...overview.sites, shapes: [shape(0), shape(1)] },
  } as unknown as Overview
  const drawn = (patch: Partial<ViewState>) =>
    siteShapeFeatures(shaped, view(patch)).features.map(({ properties }) => properties)
  const [one, two] = [
    { id: 'S1', colour: kindColour(second) },
    { id: 'S2', colour: kindColour(first) },
  ]
  expect(drawn({})).toEqual([one, two])
  expect(drawn({ hiddenKinds: [first.id] })).toEqual([one])
  expect(drawn({ sitesShown: false })).toEqual([])
})

describe('a tool', () => {
  const points = (tool: Tool) =>
    toolFeatures(tool, { ...overview, sites: { ...overview.sites, shapes: [] } }).features.map((feature) => [
      feature.properties?.role,
      (feature.geometry as { coordinates: unknown }).coordinates,
    ])

  it('shows nothing until there is a place', () => {
    expect(points({ type: 'none' })).toEqual([])
    expect(points({ type: 'add', spot: null })).toEqual([])
    expect(points({ type: 'move', record: 'site', id: 'S1', from: null, to: null })).toEqual([])
  })

  it('shows a new problem where it was pressed, or at the place it was pressed at', () => {
    expect(points({ type: 'add', spot: { at: [1, 2], site: null } })).toEqual([['to', [1, 2]]])
    expect(points({ type: 'add', spot: { at: [1, 2], site: 'S2' } })).toEqual([['to', [114.1, 33.1]]])
    // A place without coordinates, and a water body, have none to stand at.
    expect(points({ type: 'add', spot: { at: [1, 2], site: 'S4' } })).toEqual([['to', [1, 2]]])
    expect(points({ type: 'add', spot: { at: [1, 2], site: 'R1' } })).toEqual([['to', [1, 2]]])
  })

  it('shows where a point is moved from and to, and the way where both are known', () => {
    const move = { type: 'move' as const, record: 'issue' as const, id: 'W1' }
    expect(points({ ...move, from: [1, 2], to: null })).toEqual([['from', [1, 2]]])
    expect(points({ ...move, from: null, to: [3, 4] })).toEqual([['to', [3, 4]]])
    expect(points({ ...move, from: [1, 2], to: [3, 4] }).map(([role]) => role)).toEqual(['way', 'from', 'to'])
  })
})
