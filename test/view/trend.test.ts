/** The drawn line says what the scores say. */
import { describe, expect, test } from 'vitest'
import { ribbonPath, trendShape } from '../../src/view/trend.ts'
import { sampleStandard } from '../scoring/fixture.ts'

const STANDARD = sampleStandard()
const BOX = { width: 100, height: 50, left: 10, right: 0, top: 0, bottom: 10 }

describe('the trend', () => {
  test('runs from corner to corner of its box', () => {
    const shape = trendShape([0, 7, 14], [60, 70, 80], STANDARD, 14, BOX)
    // 56 → 50 and 84 → 90 are the tens around it
    expect(shape?.ticks.map((tick) => tick.value)).toEqual([50, 80, 70, 60, 90])
    expect(shape?.path).toBe('M10,30L55,20L100,10')
    expect(shape?.mark).toEqual({ x: 100, y: 10, value: 80 })
  })

  test('breaks where a week has no score', () => {
    expect(trendShape([0, 7, 14, 21], [60, null, 70, 70], STANDARD, 21, BOX)?.path.match(/M/g)).toHaveLength(
      2,
    )
  })

  test('marks the week the day lies in, never a later one', () => {
    const at = (asOf: number) => trendShape([0, 7, 14], [60, 70, 80], STANDARD, asOf, BOX)?.mark?.value
    expect(at(13)).toBe(70)
    expect(at(14)).toBe(80)
    expect(at(-1)).toBeUndefined()
  })

  test('its bands are the standard’s classes and fill the box', () => {
    const bands = trendShape([0, 7], [30, 95], STANDARD, 7, BOX)?.bands ?? []
    expect(bands).toHaveLength(STANDARD.grades.length)
    expect(bands.reduce((sum, band) => sum + band.height, 0)).toBeCloseTo(40)
  })

  test('is none without two scores', () => {
    expect(trendShape([], [], STANDARD, 0, BOX)).toBeNull()
    expect(trendShape([0, 7], [60, null], STANDARD, 7, BOX)).toBeNull()
  })
})

describe('the ribbon', () => {
  test('has the highest on top', () => {
    expect(ribbonPath([0, 0.5, 1], [10, 20, 15])).toBe('M0,1L50,0L100,0.5')
  })
  test('is nothing without two scores', () => {
    expect(ribbonPath([0, 1], [null, 3])).toBe('')
  })
})
