/** The colours keep their meaning for every eye, in grey and on a poor projector. */
import { describe, expect, test } from 'vitest'
import {
  CHANGE_COLOURS,
  CLASS_COLOURS,
  classColour,
  classOf,
  coverAt,
  gradeColour,
  KIND_HUES,
  LAND,
  NO_DATA,
  NO_DATA_LINE,
  onLand,
  STATE_MARKS,
} from '../../src/view/colours.ts'
import { sampleStandard } from '../scoring/fixture.ts'
import { chroma, contrast, difference, EYES, lightness } from './seen.ts'

const STANDARD = sampleStandard()

const pairs = (colours: readonly string[]) =>
  colours.slice(1).map((colour, i) => [colours[i] as string, colour] as const)
const neighbours = pairs(CLASS_COLOURS)

describe.each(Object.keys(EYES))('for %s', (eye) => {
  // A difference of 2.3 can just be noticed side by side; areas of a map stand apart.
  const [apart, fromNone] = eye === 'a washed-out projector' ? [8, 6] : [14, 10]

  test.each(neighbours)('%s and %s, neighbouring classes, differ', (a, b) => {
    expect(difference(a, b, eye)).toBeGreaterThan(apart)
  })

  test.each(CLASS_COLOURS)('%s differs from no data', (colour) => {
    expect(difference(colour, NO_DATA, eye)).toBeGreaterThan(fromNone)
  })
})

describe('a change', () => {
  test.each(Object.keys(EYES))('has classes that differ, and a direction that does, for %s', (eye) => {
    const apart = eye === 'a washed-out projector' ? 8 : 14
    for (const [a, b] of pairs(CHANGE_COLOURS)) expect(difference(a, b, eye)).toBeGreaterThan(apart)
    const [gain, some, , less, loss] = CHANGE_COLOURS
    expect(difference(gain, loss, eye)).toBeGreaterThan(apart)
    expect(difference(some, less, eye)).toBeGreaterThan(apart)
  })

  test('is the strongest at both ends and next to nothing between', () => {
    const strength = CHANGE_COLOURS.map((colour) => 100 - lightness(colour))
    const [gain = 0, some = 0, none = 0, less = 0, loss = 0] = strength
    expect(gain).toBeGreaterThan(some)
    expect(some).toBeGreaterThan(none)
    expect(loss).toBeGreaterThan(less)
    expect(less).toBeGreaterThan(none)
    expect(chroma(CHANGE_COLOURS[2])).toBeLessThan(8)
  })
})

describe.each(['light', 'dark'] as const)('on the land of the %s map', (scheme) => {
  // The whole district stands at about 12 on a desk and at 13 on a wall.
  test.each([11, 12, 13, 14])('at zoom %i classes differ, and each from the bare land', (zoom) => {
    const seen = CLASS_COLOURS.map((colour) => onLand(colour, scheme, zoom))
    for (const [a, b] of pairs(seen)) {
      expect(difference(a, b, 'usual')).toBeGreaterThan(10)
      expect(difference(a, b, 'deuteranopia')).toBeGreaterThan(10)
    }
    for (const colour of seen) expect(difference(colour, LAND[scheme], 'usual')).toBeGreaterThan(12)
  })
})

describe('the cover of the land', () => {
  test('falls as one comes near, straight between its steps, and stands beyond them', () => {
    // Light, by hand: .9 at 12, .66 at 15, .42 at 17.
    const light = [9, 12, 13.5, 15, 16, 17, 20].map((zoom) => coverAt('light', zoom).toFixed(3))
    expect(light).toEqual(['0.900', '0.900', '0.780', '0.660', '0.540', '0.420', '0.420'])
    const dark = [9, 12, 13.5, 15, 16, 17, 20].map((zoom) => coverAt('dark', zoom).toFixed(3))
    expect(dark).toEqual(['0.680', '0.680', '0.610', '0.540', '0.450', '0.360', '0.360'])
  })

  test('mixes a colour with it', () => {
    // 0.9 · 0 + 0.1 · (239, 240, 232) and 0.68 · 255 + 0.32 · (24, 29, 31), rounded.
    expect(onLand('#000000', 'light', 12)).toBe('#181817')
    expect(onLand('#ffffff', 'dark', 12)).toBe('#b5b7b7')
  })

  test.each([11, 12, 13])('leaves the best class a colour in the dark at zoom %i, not a grey', (zoom) => {
    expect(chroma(onLand(CLASS_COLOURS[0], 'dark', zoom))).toBeGreaterThan(18)
  })

  test('leaves the best class a colour', () => {
    expect(chroma(onLand(CLASS_COLOURS[0], 'light', 12))).toBeGreaterThan(2 * chroma(LAND.light))
    expect(chroma(onLand(CLASS_COLOURS[0], 'light', 12))).toBeGreaterThan(12)
  })
})

describe('in grey', () => {
  test.each(neighbours)('%s is lighter than %s', (a, b) => {
    expect(lightness(a) - lightness(b)).toBeGreaterThan(7)
  })

  test('no data is told by its hatch', () => {
    expect(lightness(NO_DATA) - lightness(NO_DATA_LINE)).toBeGreaterThan(15)
  })
})

describe('classes', () => {
  test('follow the standard’s own breaks', () => {
    const { grades } = STANDARD
    grades.forEach((grade, i) => {
      expect(classOf(STANDARD, grade.min)).toBe(i)
      expect(gradeColour(STANDARD, grade.id)).toBe(classColour(i, grades.length))
    })
    expect(classOf(STANDARD, null)).toBe(-1)
    expect(classOf(STANDARD, 100)).toBe(0)
  })

  test('an unknown grade is drawn as no data', () => {
    expect(gradeColour(STANDARD, STANDARD.insufficient)).toBe(NO_DATA)
    expect(gradeColour(STANDARD, '没有这一级')).toBe(NO_DATA)
  })

  test('a standard with other numbers of grades keeps best and worst', () => {
    for (const count of [2, 3, 4, 5, 7]) {
      expect(classColour(0, count)).toBe(CLASS_COLOURS[0])
      expect(classColour(count - 1, count)).toBe(CLASS_COLOURS[CLASS_COLOURS.length - 1])
    }
  })
})

describe('marks', () => {
  test('each state has a shape of its own', () => {
    const shapes = Object.values(STATE_MARKS).map((mark) => mark.shape)
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  test.each(KIND_HUES)('a white glyph can be seen on %s', (hue) => {
    expect(contrast(hue, '#ffffff')).toBeGreaterThan(4.5)
  })

  test('there are no more than eight hues', () => {
    expect(KIND_HUES.length).toBeLessThanOrEqual(8)
    expect(new Set(KIND_HUES).size).toBe(KIND_HUES.length)
  })
})
