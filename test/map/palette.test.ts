/** Words on the map can be read on whatever colour an area has, in both themes. */
import { describe, expect, it } from 'vitest'
import { DARK, LIGHT } from '../../src/map/palette.ts'
import { CHANGE_COLOURS, CLASS_COLOURS, HEAVY_WATER, NO_DATA, onLand } from '../../src/view/colours.ts'
import { contrast } from '../view/seen.ts'

/** A colour with an opacity, as rgba() has it, over another. */
const over = (rgba: string, under: string): string => {
  const [r = 0, g = 0, b = 0, alpha = 1] = (rgba.match(/[\d.]+/g) ?? []).map(Number)
  const mixed = [r, g, b].map((value, at) =>
    Math.round(alpha * value + (1 - alpha) * Number.parseInt(under.slice(1 + 2 * at, 3 + 2 * at), 16)),
  )
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('in the %s theme', (_, palette) => {
  const grounds = [...CLASS_COLOURS, ...CHANGE_COLOURS, NO_DATA].flatMap((colour) =>
    [11, 13, 15, 17].map((zoom) => onLand(colour, palette.scheme, zoom)),
  )

  it('a label stands out from its halo, whatever lies under that', () => {
    for (const ground of grounds)
      expect(contrast(palette.label, over(palette.labelHalo, ground))).toBeGreaterThan(7)
  })

  it('what says 否决 can be read on the halo too', () => {
    for (const ground of grounds)
      expect(contrast(palette.veto, over(palette.labelHalo, ground))).toBeGreaterThan(4.5)
  })

  it('a hatched edge is seen on every colour: its strokes on their band, and one of the two on the area', () => {
    expect(contrast(palette.demoted, palette.demotedBand)).toBeGreaterThan(4.5)
    for (const ground of grounds)
      expect(
        Math.max(contrast(palette.demoted, ground), contrast(palette.demotedBand, ground)),
      ).toBeGreaterThan(3)
  })

  it('the worst water is seen on every class: its line on its casing, and one of the two on the area', () => {
    expect(contrast(HEAVY_WATER, palette.heavyEdge)).toBeGreaterThan(4.5)
    for (const ground of grounds)
      expect(
        Math.max(contrast(HEAVY_WATER, ground), contrast(palette.heavyEdge, ground)),
      ).toBeGreaterThanOrEqual(3)
  })

  it('a halo does not glare: it is on the side of the land, light or dark', () => {
    const [halo, land] = [over(palette.labelHalo, palette.land), palette.land]
    expect(contrast(palette.label, halo)).toBeGreaterThan(contrast(halo, land) * 4)
  })
})

it('light words are seen on dark fills without a halo too, large as they are', () => {
  for (const colour of CLASS_COLOURS.slice(1))
    expect(contrast(DARK.label, onLand(colour, 'dark', 12))).toBeGreaterThan(3)
})
