/** From far and from nearby: how exactly each is drawn, and that together they are drawn once at every zoom. */
import { describe, expect, it } from 'vitest'
import { OWN } from '../../src/map/basemaps/own.ts'
import { LIGHT } from '../../src/map/palette.ts'
import { NEAR_FROM, near, TWINS } from '../../src/map/style/near.ts'
import { layersOf, styleOf } from '../../src/map/style/style.ts'

/** Metres round the earth, and how many units a tile of MapLibre is wide. */
const [EQUATOR, UNITS] = [40_075_017, 8192]
const maxZoomOf = (source: string): number =>
  (styleOf(OWN, LIGHT, 1).sources[source] as { maxzoom: number }).maxzoom
/** Metres by which a line may be off: half a unit of its tiles, where the earth is widest. */
const offBy = (source: string) => EQUATOR / 2 ** maxZoomOf(source) / UNITS / 2

describe.each(TWINS)('%s', (source) => {
  it('is off by at most half a pixel until its fine tiles take over', () => {
    const pixel = EQUATOR / 512 / 2 ** NEAR_FROM
    expect(offBy(source)).toBeLessThan(pixel / 2 + 0.02)
  })

  it('stands within 0.3 m of where it is, nearby', () => {
    expect(offBy(near(source))).toBeLessThan(0.3)
  })
})

it('every line is drawn once, from far or from nearby, and looks the same', () => {
  const layers = layersOf(OWN, LIGHT, 1)
  const lines = layers.filter(
    (layer) => layer.type === 'line' && (TWINS as readonly string[]).includes(String(layer.source)),
  )
  expect(lines.length).toBeGreaterThan(8)
  for (const { id, source, minzoom, maxzoom, ...far } of lines as {
    id: string
    source: string
    minzoom?: number
    maxzoom?: number
  }[]) {
    const twin = layers.find((layer) => layer.id === near(id)) as typeof far & Record<string, unknown>
    const { id: _, source: from, minzoom: begins, maxzoom: ends, ...look } = twin
    expect([minzoom, maxzoom, begins, ends]).toEqual([undefined, NEAR_FROM, NEAR_FROM, undefined])
    expect(from).toBe(near(source))
    expect(look).toEqual(far)
  }
})

it('what is there only at times asks for nothing before', () => {
  const hidden = styleOf(OWN, LIGHT, 1).layers.filter(({ layout }) => layout?.visibility === 'none')
  const sources = new Set(hidden.map((layer) => ('source' in layer ? layer.source : '')))
  expect([...sources].sort()).toEqual([
    'counts',
    'overlay-fills',
    'overlay-lines',
    'overlay-marks',
    'picked',
    'site-shapes',
    'tool',
  ])
})
