/** The style: valid, and its expressions evaluated by MapLibre's own style-spec over what scene.ts gives. */
import {
  createPropertyExpression,
  featureFilter,
  isExpression,
  v8,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec'
import type { Feature } from 'geojson'
import type { FilterSpecification } from 'maplibre-gl'
import { describe, expect, it, vi } from 'vitest'
import type { Board } from '../../src/engine/contract/board.ts'
import { OWN } from '../../src/map/basemaps/own.ts'
import { DARK, LIGHT } from '../../src/map/palette.ts'
import { PARTS } from '../../src/map/parts.ts'
import {
  areaDims,
  areaOfSelection,
  type Colouring,
  labelFeatures,
  officeOf,
  reachFeatures,
  shownAreas,
  toolFeatures,
  waterFeatures,
} from '../../src/map/scene.ts'
import { layersOf, placeOfPoints, styleOf } from '../../src/map/style/style.ts'
import { CHANGE_COLOURS, CLASS_COLOURS, NO_DATA, onLand } from '../../src/view/colours.ts'
import { DEFAULT_VIEW, type ViewState } from '../../src/view/link/state.ts'
import type { Overlay } from '../../src/view/overlay.ts'
import { BOARD, OVERVIEW } from '../view/fixture.ts'

const view = (patch: Partial<ViewState> = {}): ViewState => ({ ...DEFAULT_VIEW, ...patch })
const colouring = (patch: Partial<ViewState> = {}, overlay: Overlay | null = null): Colouring => ({
  areas: OVERVIEW.areas,
  standard: OVERVIEW.standard,
  figures: BOARD.areas,
  metric: view(patch).metric,
  own: overlay?.areas,
})

type Kind = 'paint' | 'layout'
type Given = { properties?: object; state?: object; zoom?: number }

const GEOMETRY = { Point: 1, LineString: 2, Polygon: 3 }

/** A property of a layer as MapLibre would work it out for a feature; fails on whatever MapLibre would warn of. */
const evaluated = (id: string, kind: Kind, name: string, given: Given, scale = 1): unknown => {
  const layer = layersOf(OWN, LIGHT, scale).find((l) => l.id === id)
  const value = (layer?.[kind] as Record<string, unknown> | undefined)?.[name]
  if (value === undefined) throw new Error(`${id} has no ${name}`)
  const spec = (v8 as unknown as Record<string, Record<string, unknown>>)[`${kind}_${layer?.type}`]?.[name]
  const parsed = createPropertyExpression(value, name, spec as never)
  if (parsed.result === 'error') throw new Error(parsed.value.map((error) => error.message).join())
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { properties = {}, state = {}, zoom = 14 } = given
  const result = parsed.value.evaluate({ zoom } as never, { type: 3, properties } as never, state as never)
  const warnings = warned.mock.calls.flat()
  warned.mockRestore()
  expect(warnings).toEqual([])
  return result
}

const passes = (filter: FilterSpecification | undefined, { properties, geometry }: Feature): boolean =>
  featureFilter(filter, 'filter').filter(
    { zoom: 14 } as never,
    { type: GEOMETRY[geometry.type as keyof typeof GEOMETRY], properties } as never,
  )

/** The layers of a source that take a feature. */
const takenBy = (source: string, feature: Feature): string[] =>
  layersOf(OWN, LIGHT, 1)
    .filter((layer) => 'source' in layer && layer.source === source)
    .filter((layer) => passes((layer as { filter?: FilterSpecification }).filter, feature))
    .map((layer) => layer.id)

const opacityOfDim = (state: object) => evaluated('area-dim', 'paint', 'fill-opacity', { state })
/** How far each area is drawn back on screen. */
const dims = (patch: Partial<ViewState> = {}) =>
  areaDims(
    OVERVIEW.areas,
    { office: officeOf(view(patch)), group: null },
    areaOfSelection(view(patch).selection, OVERVIEW),
  ).map((dim) => opacityOfDim({ dim })) as number[]
const hex = (colour: unknown) => {
  const { r, g, b } = colour as { r: number; g: number; b: number }
  return `#${[r, g, b]
    .map((c) =>
      Math.round(255 * c)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

describe('the style', () => {
  it.each([
    ['light', LIGHT, 1],
    ['dark', DARK, 1],
    ['light on a wall', LIGHT, 2.4],
  ])('is valid: %s', (_, sheet, scale) => {
    expect(validateStyleMin(styleOf(OWN, sheet, scale) as never)).toEqual([])
  })

  it('has every layer once, from a source that it has, and no source that nothing draws', () => {
    const { layers, sources } = styleOf(OWN, LIGHT, 1)
    expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length)
    const used = layers.flatMap((layer) => ('source' in layer ? [layer.source as string] : []))
    expect(new Set(used)).toEqual(new Set(Object.keys(sources)))
  })

  it('stands in the draw order: the basemap under the areas, its names and all others above the points', () => {
    const style = styleOf(OWN, LIGHT, 1)
    const ids = style.layers.map((layer) => layer.id)
    const { ground, over, names } = OWN.layers(LIGHT, 1)
    const at = (layers: readonly { id: string }[]) => layers.map(({ id }) => ids.indexOf(id))
    const drawn = ids.filter((id) => !id.endsWith('-near'))
    expect(drawn.slice(0, ground.length)).toEqual(ground.map(({ id }) => id))
    expect(Math.min(...at(over))).toBeGreaterThan(ids.indexOf('area-fill'))
    expect(Math.max(...at(over))).toBeLessThan(ids.indexOf('area-dim'))
    const { beforeId, aboveId } = placeOfPoints(style)
    expect(aboveId).toBe(names[0]?.id)
    // Points draw back with their areas; what is selected does not.
    expect(ids.indexOf(beforeId)).toBeGreaterThan(ids.indexOf('overlay-dash'))
    expect(ids.indexOf(beforeId)).toBeLessThan(ids.indexOf('area-selected'))
    expect(ids.slice(0, ids.indexOf('road-name'))).toEqual(expect.arrayContaining(['water', 'area-selected']))
    const texts = style.layers.filter(({ type }) => type === 'symbol')
    expect(Math.min(...at(texts))).toBe(ids.indexOf('road-name'))
  })

  it('sets the same properties in both themes, so that a change of theme leaves none behind', () => {
    const names = (sheet: typeof LIGHT) =>
      layersOf(OWN, sheet, 1).map(({ id, ...l }) => [
        id,
        Object.keys(l.paint ?? {}),
        Object.keys(l.layout ?? {}),
      ])
    expect(names(DARK)).toEqual(names(LIGHT))
  })
})

/** Where the style reads feature-state: layer, property, key. */
const readings = layersOf(OWN, LIGHT, 1).flatMap(({ id, ...layer }) =>
  (['paint', 'layout'] as const).flatMap((kind) =>
    Object.entries(layer[kind] ?? {}).flatMap(([name, value]) =>
      [...JSON.stringify(value).matchAll(/\["feature-state","(\w+)"\]/g)].map(([, key]) => ({
        id,
        kind,
        name,
        key: key as string,
      })),
    ),
  ),
)

describe('feature-state', () => {
  const GIVEN: Record<string, readonly [state: unknown, shown: unknown][]> = {
    colour: [...CLASS_COLOURS, NO_DATA].map((colour) => [colour, colour]),
    dim: [
      ...new Set(areaDims(OVERVIEW.areas, { office: '东办', group: null }, 0)),
      ...areaDims(OVERVIEW.areas, { office: null, group: null }, 1),
    ].map((dim) => [dim, dim]),
    hover: [
      [true, 0.9],
      [false, 0],
    ],
  }

  it('is read for all that is given, and for nothing else', () => {
    // What is a line is read twice, from far and from nearby.
    expect([...new Set(readings.map(({ key }) => key))].sort()).toEqual(Object.keys(GIVEN).sort())
  })

  it.each(readings)(
    '$key is seen in $name of $id, whatever is given, and as nothing before it comes',
    (of) => {
      const shown = (state: object) => {
        const value = evaluated(of.id, of.kind, of.name, { state })
        return typeof value === 'object' ? hex(value) : value
      }
      const given = GIVEN[of.key] ?? []
      expect(given.map(([value]) => shown({ [of.key]: value }))).toEqual(given.map(([, value]) => value))
      expect(shown({})).toBe(of.key === 'colour' ? NO_DATA : 0)
      // What another part has given is no matter.
      expect(shown({ other: 1 })).toBe(shown({}))
    },
  )

  it('stands in no filter: MapLibre reads none there', () => {
    for (const layer of layersOf(OWN, LIGHT, 1))
      expect(JSON.stringify('filter' in layer ? layer.filter : null) ?? '').not.toContain('feature-state')
  })
})

describe('every expression', () => {
  const all = layersOf(OWN, DARK, 1.6).flatMap(({ id, ...layer }) =>
    (['paint', 'layout'] as const).flatMap((kind) =>
      Object.entries(layer[kind] ?? {}).flatMap(([name, value]) =>
        isExpression(value) ? [{ id, kind, name }] : [],
      ),
    ),
  )
  const features: Record<string, object[]> = {
    'area-labels': labelFeatures(colouring(), { office: '东办', group: null }).features.map(
      ({ properties }) => properties ?? {},
    ),
    waters: [
      { id: 'R1', name: '小河', colour: '#123456' },
      { id: 'R1', colour: '#123456', reach: true },
    ],
    'site-shapes': [{ id: 'S1', colour: '#123456' }],
    'overlay-fills': [{ colour: '#123456' }],
    'overlay-lines': [{ colour: '#123456' }],
    'overlay-marks': [{ colour: '#123456', text: '1', name: '甲' }],
    counts: [
      { count: 12, overdue: 0, size: 25.9 },
      { count: 1, overdue: 1, size: 13 },
    ],
    tool: [{ role: 'way' }, { role: 'from' }, { role: 'to' }],
    base: [{ class: 'road-major', name: '大庆路' }, { class: 'river' }],
  }

  it.each(all)(
    '$name of $id is worked out for what the scene gives, from far and near, without a warning',
    (of) => {
      const layer = layersOf(OWN, DARK, 1.6).find(({ id }) => id === of.id)
      const source = layer && 'source' in layer ? String(layer.source).replace(/-near$/, '') : ''
      for (const properties of features[source] ?? [{}])
        for (const zoom of [9, 12.5, 14, 19])
          expect(evaluated(of.id, of.kind, of.name, { properties, zoom }, 1.6)).toBeDefined()
    },
  )
})

describe('an area', () => {
  it('draws back outside the office asked for, and outside one selected', () => {
    for (const patch of [
      { office: '东办' },
      { selection: { type: 'office' as const, id: '东办' } },
      { office: '东办', selection: { type: 'area' as const, id: 'a4' } },
    ]) {
      const [a1, , a3, a4] = dims(patch)
      expect(a3).toBe(a4)
      expect(a3).toBeGreaterThan(0.5)
      expect(a1).toBeLessThan(a3 as number)
    }
    expect(dims({ office: '东办' }).slice(0, 2)).toEqual([0, 0])
  })

  it('draws back a little beside the one selected, itself not at all', () => {
    const [a1, a2, a3] = dims({ selection: { type: 'area', id: 'a2' } })
    expect(a2).toBe(0)
    expect(a1).toBe(a3)
    expect(a1).toBeGreaterThan(0.1)
    expect(a1).toBeLessThan(dims({ office: '东办' })[2] as number)
    // The area of a place or problem that is selected is lifted as the area itself is.
    expect(dims({ selection: { type: 'site', id: 'S1' } })).toEqual([a1, 0, a1, a1])
    expect(dims({ selection: { type: 'issue', id: 'W2' } })).toEqual([a1, a1, 0, a1])
  })

  it('draws back nowhere while nothing is asked for or selected, nor before its state has come', () => {
    expect(dims()).toEqual([0, 0, 0, 0])
    expect(opacityOfDim({})).toBe(0)
  })

  it('has its colour, of the metric or of a study, and no data before its state has come', () => {
    const fillOf = (state: object) => hex(evaluated('area-fill', 'paint', 'fill-color', { state }))
    const fills = (...of: Parameters<typeof colouring>) =>
      shownAreas(colouring(...of)).map(({ colour }) => fillOf({ colour: colour ?? NO_DATA }))
    expect(fills({ metric: { type: 'change' } })).toEqual([
      CHANGE_COLOURS[1],
      CHANGE_COLOURS[3],
      NO_DATA,
      NO_DATA,
    ])
    const areas = [null, '#123456', null, '#abcdef'].map((each) => ({ colour: each, figure: '' }))
    expect(fills({}, { areas })).toEqual([NO_DATA, '#123456', NO_DATA, '#abcdef'])
    expect(fillOf({})).toBe(NO_DATA)
  })

  it('lies on the land as the legend has it', () => {
    for (const zoom of [11, 12.7, 14, 16, 18]) {
      const share = evaluated('area-fill', 'paint', 'fill-opacity', { zoom }) as number
      const white = Math.round(share * 255 + (1 - share) * 0xef)
      expect(onLand('#ffffff', 'light', zoom).slice(1, 3)).toBe(white.toString(16))
    }
  })

  it('has an outline under the pointer only', () => {
    const outline = (state: object) => evaluated('area-hover', 'paint', 'line-opacity', { state })
    expect([outline({ hover: true }), outline({ hover: false }), outline({})]).toEqual([0.9, 0, 0])
  })
})

describe('a label', () => {
  const labels = (patch: Partial<ViewState> = {}) =>
    labelFeatures(colouring(patch), { office: officeOf(view(patch)), group: null }).features.map(
      ({ properties }) => ({
        properties: properties ?? {},
      }),
    )

  it('says name and figure, smaller where there is no data', () => {
    const parts = labels().map((given) => {
      const { sections } = evaluated('area-label', 'layout', 'text-field', given) as {
        sections: { text: string; scale: number | null }[]
      }
      return [sections.map(({ text }) => text).join(''), sections[2]?.scale]
    })
    expect(parts).toEqual([
      ['甲庄\n80.0', 1.12],
      ['乙庄\n60.0\n逾期 3', 1.12],
      ['丙庄\n80.0', 1.12],
      ['丁庄\n数据不足', 0.72],
    ])
  })

  it('recedes outside the office asked for and can still be read; the worst come first', () => {
    const opacity = (patch: Partial<ViewState>) =>
      labels(patch).map((given) => evaluated('area-label', 'paint', 'text-opacity', given) as number)
    const [, inside, outside] = opacity({ office: '东办' })
    expect(inside).toBe(1)
    expect(outside).toBeLessThan(1)
    expect(outside).toBeGreaterThan(0.6)
    expect(opacity({})).toEqual([1, 1, 1, 1])
    const order = labels().map((given) => evaluated('area-label', 'layout', 'symbol-sort-key', given))
    expect(order).toEqual([-20, -40, -20, -50])
  })
})

describe('an area that a veto lowered', () => {
  const figures = BOARD.areas.map((each, i) => (i === 0 ? { ...each, grade: '不达标' } : each))
  const lowered = { ...colouring(), figures }

  it('has a tag in a colour of its own under its figure, however far; what is late is told from nearer', () => {
    const wrong = (zoom: number) =>
      labelFeatures(lowered, { office: null, group: null }).features.map(({ properties }) => {
        const { sections } = evaluated('area-label', 'layout', 'text-field', {
          properties: properties ?? {},
          zoom,
        }) as { sections: { text: string; textColor: unknown }[] }
        return sections.slice(3)
      })
    const said = (zoom: number) => wrong(zoom).map((all) => all.map(({ text }) => text).join(''))
    expect(said(9)).toEqual(['\n否决', '', '', ''])
    // About where the district stands in a window 1366 wide.
    expect(said(12)).toEqual(['\n否决', '\n逾期 3', '', ''])
    expect(hex(wrong(9)[0]?.[0]?.textColor)).toBe(LIGHT.veto)
  })

  it('has a hatched edge; no other has one, nor any before it is known which', () => {
    const filters: unknown[] = []
    const map = {
      setFeatureState: () => {},
      setFilter: (layer: string, filter: FilterSpecification) => {
        if (layer.startsWith('area-demoted')) filters.push(filter)
      },
    }
    PARTS.find(({ id }) => id === 'area-colours')?.draw(lowered, map as never)
    const edged = (filter: unknown) =>
      OVERVIEW.areas
        .map(({ code }) => code)
        .filter((code) =>
          passes(filter as FilterSpecification, {
            type: 'Feature',
            geometry: { type: 'Polygon', coordinates: [] },
            properties: { code },
          }),
        )
    expect(filters.map(edged)).toEqual([['a1'], ['a1'], ['a1'], ['a1']])
    const layers = layersOf(OWN, LIGHT, 1)
    const edges = layers.filter(({ id }) => id.startsWith('area-demoted'))
    expect(edges).toHaveLength(4)
    for (const layer of edges) expect(edged((layer as { filter: unknown }).filter)).toEqual([])
  })
})

describe('what a study draws', () => {
  it('without an opacity, a width or a size can be seen all the same', () => {
    const given = { properties: { colour: '#123456' } }
    expect(evaluated('overlay-fill', 'paint', 'fill-opacity', given)).toBe(0.5)
    expect(evaluated('overlay-hatch', 'paint', 'fill-opacity', given)).toBe(0.9)
    expect(evaluated('overlay-line', 'paint', 'line-width', given, 2)).toBe(6)
    expect(evaluated('overlay-dash', 'paint', 'line-width', given, 2)).toBe(4)
    expect(evaluated('overlay-mark', 'paint', 'circle-radius', given, 2)).toBe(20)
  })

  it('has the opacity, width, size and colour it is given, 0 as well', () => {
    const given = { properties: { colour: '#123456', opacity: 0, width: 1.5, size: 4 } }
    expect(evaluated('overlay-fill', 'paint', 'fill-opacity', given)).toBe(0)
    expect(evaluated('overlay-hatch', 'paint', 'fill-opacity', given)).toBe(0)
    expect(evaluated('overlay-line', 'paint', 'line-width', given)).toBe(1.5)
    expect(evaluated('overlay-dash', 'paint', 'line-width', given)).toBe(1.5)
    expect(evaluated('overlay-mark', 'paint', 'circle-radius', given)).toBe(4)
    for (const [id, name] of [
      ['overlay-fill', 'fill-color'],
      ['overlay-line', 'line-color'],
      ['overlay-dash', 'line-color'],
      ['overlay-mark', 'circle-color'],
    ] as const)
      expect(hex(evaluated(id, 'paint', name, given))).toBe('#123456')
  })

  it('is tinted or hatched, drawn through or dashed, never both', () => {
    const of = (type: string, properties: object) =>
      ({ type: 'Feature', geometry: { type, coordinates: [] }, properties }) as unknown as Feature
    expect(takenBy('overlay-fills', of('Polygon', {}))).toEqual(['overlay-fill'])
    expect(takenBy('overlay-fills', of('Polygon', { hatched: false }))).toEqual(['overlay-fill'])
    expect(takenBy('overlay-fills', of('Polygon', { hatched: true }))).toEqual(['overlay-hatch'])
    expect(takenBy('overlay-lines', of('LineString', {}))).toEqual(['overlay-line'])
    expect(takenBy('overlay-lines', of('LineString', { dashed: true }))).toEqual(['overlay-dash'])
    expect(takenBy('overlay-marks', of('Point', {}))).toEqual(['overlay-mark'])
    expect(takenBy('overlay-marks', of('Point', { text: '1', name: '甲' }))).toEqual([
      'overlay-name',
      'overlay-badge',
    ])
  })
})

describe('waters and tools', () => {
  it('a body has the colour of its grade, a reach below standard the worst', () => {
    const { heavy, clean } = OVERVIEW.standard.water.grades
    const reaches = [[[0, 0] as [number, number], [1, 1] as [number, number]]]
    const waters = (grade: string) => [{ id: 'R1', grade, reaches }] as unknown as Board['waters']
    const body = (of: Board['waters']) =>
      waterFeatures(OVERVIEW.waterShapes, of, OVERVIEW.standard).features[0]
    const colour = (feature: Feature | undefined) =>
      hex(evaluated('water', 'paint', 'line-color', { properties: feature?.properties ?? {} }))
    expect(colour(body(waters(heavy)))).toBe(CLASS_COLOURS[4])
    expect(colour(body(waters(clean)))).toBe('#3f97b8')
    expect(colour(body([]))).toBe('#9aa3aa')
    const casing = (of: Board['waters']) =>
      hex(evaluated('water-casing', 'paint', 'line-color', { properties: body(of)?.properties ?? {} }))
    expect(casing(waters(heavy))).toBe('#ffffff')
    expect(colour(reachFeatures(waters(clean), OVERVIEW.standard).features[0])).toBe(CLASS_COLOURS[4])
  })

  it('a move shows where from, the way, and where to with a halo', () => {
    const { features } = toolFeatures({ type: 'move', from: [0, 0], to: [1, 1] } as never, OVERVIEW)
    expect(features.map((feature) => [feature.properties?.role, takenBy('tool', feature)])).toEqual([
      ['way', ['tool-way']],
      ['from', ['tool-point']],
      ['to', ['tool-halo', 'tool-point']],
    ])
    const radius = (role: string) =>
      evaluated('tool-point', 'paint', 'circle-radius', { properties: { role } })
    expect([radius('from'), radius('to')]).toEqual([6, 8])
  })
})
