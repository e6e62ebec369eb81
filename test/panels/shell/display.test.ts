/** Type for the distance it is read from, and panels that always fit beside each other. */
import { describe, expect, test } from 'vitest'
import { profileOf, rootSize } from '../../../src/panels/shell/display.ts'
import { paddingOf, sheetOf } from '../../../src/panels/shell/layout.ts'

describe('the viewing distance', () => {
  test('is as asked', () => {
    expect(profileOf(1366, 1, 'wall')).toBe('wall')
    expect(profileOf(7680, 1, 'desk')).toBe('desk')
  })
  test('else a wall where the window is one', () => {
    expect(profileOf(1920, 1, 'auto')).toBe('desk')
    expect(profileOf(3840, 1, 'auto')).toBe('wall')
    expect(profileOf(5760, 1, 'auto')).toBe('wall')
    // a dense display on a desk
    expect(profileOf(3008, 2, 'auto')).toBe('desk')
  })
})

describe('the size of type', () => {
  test.each([
    [1920, 1080, 'desk', 16],
    [1920, 1080, 'room', 20],
    [1920, 1080, 'wall', 21.25],
    [3840, 2160, 'wall', 42.75],
    [5760, 1080, 'wall', 22],
    [3840, 2160, 'room', 40],
    [1366, 768, 'desk', 15.25],
    [390, 844, 'wall', 16],
  ] as const)('%i × %i at the %s: %f px', (width, height, profile, px) => {
    expect(rootSize(width, height, profile)).toBe(px)
  })

  test('leaves room for both panels and the map between them', () => {
    for (const width of [1280, 1366, 1600, 1920, 2560, 3840, 5760, 7680])
      for (const height of [720, 768, 900, 1080, 1440, 2160])
        for (const profile of ['desk', 'room', 'wall'] as const) {
          const rem = rootSize(width, height, profile)
          const { left, right, top, bottom } = paddingOf({ rem, height, phone: false, profile }, 0, 'peek')
          expect(width - left - right).toBeGreaterThan(0.45 * width)
          expect(height - top - bottom).toBeGreaterThan(0.65 * height)
        }
  })
})

describe('what panels cover', () => {
  const at = { rem: 16, height: 1080, phone: false, profile: 'desk' } as const
  test('grows by the sheet, so that it hides nothing selected', () => {
    const [shut, open] = [paddingOf(at, 0, 'peek'), paddingOf(at, sheetOf(16, 1080, null), 'peek')]
    expect(open.bottom - shut.bottom).toBeCloseTo(0.38 * 1080 + 12)
    expect({ ...open, bottom: 0 }).toEqual({ ...shut, bottom: 0 })
  })
  test('and by as much as the sheet was dragged to', () => {
    expect(sheetOf(16, 1000, 0.6)).toBe(600)
    expect(paddingOf(at, 600, 'peek').bottom - paddingOf(at, 0, 'peek').bottom).toBe(612)
  })
  test('in a short window is ten rows of the 台账, in the place of the timeline', () => {
    const short = { rem: 15.25, height: 768, phone: false, profile: 'desk' } as const
    const sheet = sheetOf(15.25, 768, null)
    // Ten rows of 1.75 rem, the headings (1.9) and two lines of tools (2.55, 2.7); the borders.
    expect(sheet).toBeGreaterThan((10 * 1.75 + 1.9 + 2.55 + 2.7) * 15.25 + 3)
    expect(paddingOf(short, sheet, 'peek').bottom - sheet).toBeLessThan(paddingOf(short, 0, 'peek').bottom)
    expect(
      768 - paddingOf(short, sheet, 'peek').bottom - paddingOf(short, sheet, 'peek').top,
    ).toBeGreaterThan(180)
  })
  test('on a phone follows the sheet, but leaves the map half the window', () => {
    const phone = { rem: 16, height: 844, phone: true, profile: 'desk' } as const
    // The legend stands above a sheet that is down.
    expect(paddingOf(phone, 0, 'peek').bottom).toBeLessThan(844 / 2)
    expect(paddingOf(phone, 400, 'half')).toEqual(paddingOf(phone, 0, 'full'))
  })
})
