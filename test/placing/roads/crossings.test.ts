import { lineIntersect, lineString } from '@turf/turf'
import fc from 'fast-check'
import type { FeatureCollection, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { indexCrossings } from '../../../src/placing/roads/crossings.ts'

const roads = (streets: Record<string, Position[]>): FeatureCollection => ({
  type: 'FeatureCollection',
  features: Object.entries(streets).map(([name, coordinates]) => ({
    type: 'Feature',
    properties: { class: 'road-major', name },
    geometry: { type: 'LineString', coordinates },
  })),
})

const find = indexCrossings(
  roads({
    建设路: [
      [114.6, 33.6],
      [114.7, 33.6],
    ],
    八一大道: [
      [114.65, 33.55],
      [114.65, 33.65],
    ],
    东八一巷: [
      [114.66, 33.55],
      [114.66, 33.58],
    ],
    文明路: [
      [114.6, 33.62],
      [114.64, 33.62],
    ],
    // 中州路 and 中州街 are two: 中州大道 may be either and is none.
    中州路: [
      [114.6, 33.63],
      [114.7, 33.63],
    ],
    中州街: [
      [114.6, 33.64],
      [114.7, 33.64],
    ],
  }),
)

describe('places told by streets', () => {
  it.each([
    '建设路与八一大道交叉口',
    '八一大道建设路路口东北角',
    '建设路与八一路交叉口北50米',
    '八一街和建设路口',
  ])('%s is where they cross', (text) => {
    expect(find(text).map(({ at }) => at)).toEqual([[114.65, 33.6]])
  })
  it('one street alone is somewhere along it', () => {
    expect(find('文明路中段')).toEqual([{ at: [114.62, 33.62], by: '文明路' }])
  })
  it('two that do not meet have no crossing, and what names no street no place', () => {
    expect(find('文明路与八一大道交叉口')).toEqual([])
    expect(find('村东头大槐树下')).toEqual([])
    expect(find('中州大道')).toEqual([])
  })
  it('a longer name is not the shorter one it holds', () => {
    expect(find('东八一巷口').map(({ by }) => by)).toEqual(['东八一巷'])
  })
  it('gives what turf gives, for any two bent streets', () => {
    const line = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
      minLength: 2,
      maxLength: 6,
    })
    fc.assert(
      fc.property(line, line, (a, b) => {
        const at = (points: readonly (readonly [number, number])[], shift: number): Position[] =>
          // Ends that lie on each other exactly are told as meeting by one and not by the other.
          points.map(([x, y]) => [114.6 + (x + shift) / 1000, 33.5 + (y + shift / 3) / 1000])
        const [first, second] = [at(a, 0), at(b, 0.37)]
        const found = indexCrossings(roads({ 甲路: first, 乙路: second }))('甲路与乙路交叉口')
        const slow = lineIntersect(lineString(first), lineString(second)).features
        for (const { geometry } of slow)
          expect(
            found.some(
              (one) =>
                Math.hypot(
                  one.at[0] - (geometry.coordinates[0] as number),
                  one.at[1] - (geometry.coordinates[1] as number),
                ) < 1e-6,
            ),
          ).toBe(true)
        // It is no more than a little generous at the ends.
        expect(found.length).toBeGreaterThanOrEqual(slow.length)
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})
