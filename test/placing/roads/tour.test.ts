/** Tours against every order there is, and against the tour that always takes the nearest place next. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf, nearestNext, openTour } from '../../../src/placing/roads/tour.ts'

/** m between points of a plane, at a · count + b */
const between = (points: readonly (readonly [number, number])[]): Float64Array =>
  Float64Array.from(points.flatMap(([x, y]) => points.map(([u, v]) => Math.hypot(x - u, y - v))))

const orders = (places: number[]): number[][] =>
  places.length <= 1
    ? [places]
    : places.flatMap((place) =>
        orders(places.filter((other) => other !== place)).map((rest) => [place, ...rest]),
      )

const points = (min: number, max: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 })), {
    minLength: min,
    maxLength: max,
  })

const seeded = { seed: 11, numRuns: 60 }

describe('openTour', () => {
  it('finds the shortest of all orders, from anywhere or from the first', () => {
    fc.assert(
      fc.property(points(1, 7), fc.boolean(), (places, fromFirst) => {
        const metres = between(places)
        const n = places.length
        const all = orders(places.map((_, i) => i)).filter((order) => !fromFirst || order[0] === 0)
        const shortest = Math.min(...all.map((order) => lengthOf(order, metres, n)))
        const tour = openTour(metres, n, fromFirst)
        expect(tour.exact).toBe(true)
        expect(tour.metres).toBeCloseTo(shortest, 6)
        expect(lengthOf(tour.order, metres, n)).toBe(tour.metres)
        expect([...tour.order].sort((a, b) => a - b)).toEqual(places.map((_, i) => i))
        if (fromFirst) expect(tour.order[0]).toBe(0)
      }),
      seeded,
    )
  })

  it('beyond what is searched through, is never longer than nearest next, and no turn or move of one place betters it', () => {
    fc.assert(
      fc.property(points(14, 31), fc.boolean(), (places, fromFirst) => {
        const metres = between(places)
        const n = places.length
        const tour = openTour(metres, n, fromFirst)
        expect(tour.exact).toBe(false)
        expect([...tour.order].sort((a, b) => a - b)).toEqual(places.map((_, i) => i))
        const starts = fromFirst ? [0] : places.map((_, i) => i)
        for (const start of starts)
          expect(tour.metres).toBeLessThanOrEqual(lengthOf(nearestNext(start, metres, n), metres, n) + 1e-6)
        if (fromFirst) expect(tour.order[0]).toBe(0)
        const first = fromFirst ? 1 : 0
        for (let i = first; i < n; i++)
          for (let j = first; j < n; j++) {
            const rest = tour.order.filter((_, at) => at !== i)
            const moved = [...rest.slice(0, j), tour.order[i] as number, ...rest.slice(j)]
            expect(lengthOf(moved, metres, n)).toBeGreaterThan(tour.metres - 1e-5)
            if (j <= i) continue
            const turned = [
              ...tour.order.slice(0, i),
              ...tour.order.slice(i, j + 1).reverse(),
              ...tour.order.slice(j + 1),
            ]
            expect(lengthOf(turned, metres, n)).toBeGreaterThan(tour.metres - 1e-5)
          }
      }),
      { seed: 12, numRuns: 15 },
    )
  })

  it('goes along a line from end to end, however the places are listed', () => {
    const line = [5, 3, 9, 0, 7, 1, 8, 2, 6, 4].map((x): [number, number] => [x * 100, 0])
    const { order, metres } = openTour(between(line), 10, false)
    expect(metres).toBe(900)
    const along = order.map((place) => line[place]?.[0] as number)
    expect(along[0] === 0 ? along : along.reverse()).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])
  })

  it('has nothing to order without places', () => {
    expect(openTour([], 0, false)).toEqual({ order: [], metres: 0, exact: true })
    expect(openTour([0], 1, true)).toEqual({ order: [0], metres: 0, exact: true })
  })
})
