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
    [3840, 2160, 'wall', 34],
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
          const { left, right, top, bottom } = paddingOf({ rem, height, phone: false }, 0, 'peek')
          expect(width - left - right).toBeGreaterThan(0.45 * width)
          expect(height - top - bottom).toBeGreaterThan(0.65 * height)
        }
  })
})

describe('what panels cover', () => {
  const at = { rem: 16, height: 1080, phone: false }
  test('grows by the sheet, so that it hides nothing selected', () => {
    const [shut, open] = [paddingOf(at, 0, 'peek'), paddingOf(at, sheetOf(16, 1080, null), 'peek')]
    expect(open.bottom - shut.bottom).toBeCloseTo(0.38 * 1080 + 12)
    expect({ ...open, bottom: 0 }).toEqual({ ...shut, bottom: 0 })
  })
  test('and by as much as the sheet was dragged to', () => {
    expect(sheetOf(16, 1000, 0.6)).toBe(600)
    expect(paddingOf(at, 600, 'peek').bottom - paddingOf(at, 0, 'peek').bottom).toBe(612)
  })
  test('on a phone follows the sheet, but leaves the map half the window', () => {
    const phone = { rem: 16, height: 844, phone: true }
    expect(paddingOf(phone, 0, 'peek').bottom).toBeLessThan(200)
    expect(paddingOf(phone, 400, 'half')).toEqual(paddingOf(phone, 0, 'full'))
  })
})
