/** Routes through the sample: what is chosen, in which order, and that its figures add up. */

import { describe, expect, it } from 'vitest'
import type { RouteQuery } from '../../../src/engine/contract/studies/route.ts'
import { scoreDocument } from '../../../src/engine/document.ts'
import { routeDocument, routeOf } from '../../../src/engine/studies/route.ts'
import { urgencies } from '../../../src/scoring/inspections/urgency.ts'
import { openSample } from '../sample.ts'

const sample = openSample()
const asOf = sample.intake.asOf
const ask = (more: Partial<RouteQuery> = {}) =>
  routeOf(sample, {
    asOf,
    scope: null,
    areas: [],
    kinds: [],
    count: 12,
    pinned: [],
    removed: [],
    order: [],
    start: '',
    ...more,
  })
const keysOf = (route: ReturnType<typeof ask>) => route.stops.map(({ key }) => key)

describe('routeOf', () => {
  it('goes to the most urgent places, each once, and its legs add up', () => {
    const route = ask()
    expect(new Set(keysOf(route)).size).toBe(12)
    const least = Math.min(...route.stops.map(({ urgency }) => urgency.points))
    const all = urgencies(sample.prepared, sample.scores(asOf).counted, asOf)
    const onMap = all.filter(
      ({ spot, points }) => (sample.places.spots[spot]?.placement.area ?? -1) >= 0 && points > least,
    )
    expect(onMap.length).toBeLessThan(12)
    expect(route.method).toBe('exact')
    expect(route.network).toBe('roads')
    expect(route.stops[0]?.leg).toBeNull()
    expect(route.stops.reduce((sum, { leg }) => sum + (leg?.metres ?? 0), 0)).toBeCloseTo(route.metres, 6)
  })
  it('keeps to an office, areas and kinds; a pinned place comes along all the same, a removed one does not', () => {
    const office = '太昊路办事处'
    const market = 'site:SC-002'
    const route = ask({
      scope: { type: 'office', id: office },
      kinds: ['market', 'toilet'],
      pinned: [market],
    })
    expect(keysOf(route)).toContain(market)
    for (const { kind } of route.stops) expect(['market', 'toilet']).toContain(kind)
    for (const { key, areaName } of route.stops) {
      const area = sample.model.areas.find(({ name }) => name === areaName)
      if (key !== market) expect(area?.office).toBe(office)
    }
    const [first] = keysOf(ask()) as [string]
    expect(keysOf(ask({ removed: [first] }))).not.toContain(first)
  })
  it('takes an order of one’s own as long as it names the stops there are', () => {
    const short = ask({ count: 6 })
    const order = keysOf(short).reverse()
    order.push(...order.splice(0, 2))
    const given = ask({ count: 6, order })
    expect(given.method).toBe('given')
    expect(keysOf(given)).toEqual(order)
    expect(given.metres).toBeGreaterThanOrEqual(short.metres - 1e-6)
    expect(ask({ count: 7, order }).method).toBe('exact')
  })
  it('begins where it is told to', () => {
    const [, second] = keysOf(ask()) as [string, string]
    expect(keysOf(ask({ start: second }))[0]).toBe(second)
    const fromOffice = ask({ start: 'office:淮河路办事处' })
    expect(fromOffice.start?.name).toBe('淮河路办事处')
    expect(fromOffice.stops[0]?.leg?.metres).toBeGreaterThan(0)
    expect(ask({ start: 'office:没有' }).start).toBeNull()
  })
  it('goes straight, and says so, where the basemap has no roads', () => {
    const bare = { ...sample, intake: { ...sample.intake, basemap: null } }
    const figures = routeDocument(bare, asOf, 8)
    expect(figures.network).toBe('straight')
    expect(figures.straightMetres).toBe(figures.metres)
    expect(figures.metres).toBeLessThan(routeDocument(sample, asOf, 8).metres)
  })
  it('is short but not surely the shortest beyond what is searched through', () => {
    expect(routeDocument(sample, asOf, 30)).toMatchObject({ method: 'near', network: 'roads' })
  })
})

describe('the score document', () => {
  it('has a route when asked for one, and is otherwise as it was', () => {
    expect(scoreDocument(sample, asOf)).not.toHaveProperty('route')
    expect(scoreDocument(sample, asOf, { route: 5 }).route).toEqual(routeDocument(sample, asOf, 5))
  })
})
