/** Points gathered into counts that keep off names. */
import { describe, expect, it } from 'vitest'
import { gather } from '../../src/map/gather.ts'

describe('counts', () => {
  const lon = Float64Array.from([114.6, 114.60001, 114.7, Number.NaN])
  const lat = Float64Array.from([33.6, 33.60001, 33.6, 33.6])
  it('every placed point is in exactly one count', () => {
    const groups = gather([0, 1, 2, 3], lon, lat, [1, 0, 0, 1], 12, 60)
    expect(groups.map((g) => g.count).sort()).toEqual([1, 2])
    expect(groups.reduce((s, g) => s + g.overdue, 0)).toBe(1)
  })
  it('keeps off a label', () => {
    const label = { lon: 114.7, lat: 33.6, halfWidth: 40, halfHeight: 30 }
    const [group] = gather([2], lon, lat, [0, 0, 0, 0], 12, 60, [label])
    // 30 px at zoom 12 and 33.6°N: 30 · 40 075 017 · cos / (512 · 4096) m
    const metres = Math.abs((group?.lat ?? 0) - 33.6) * 111_195
    expect(metres).toBeCloseTo((30 * 40_075_017 * Math.cos((33.6 * Math.PI) / 180)) / (512 * 4096), -1)
  })
})
