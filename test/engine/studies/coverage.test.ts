/** Coverage and intervals on the whole sample: against the board, turf and plain recounts. */

import { area as areaOf, booleanPointInPolygon, distance, pointToPolygonDistance } from '@turf/turf'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardOf } from '../../../src/engine/answers/board.ts'
import type { Coverage } from '../../../src/engine/contract/studies/coverage.ts'
import { scoreDocument } from '../../../src/engine/document.ts'
import { type Opened, openIntake } from '../../../src/engine/package/open.ts'
import { coverageOf } from '../../../src/engine/studies/coverage/coverage.ts'
import { scoreIntervals } from '../../../src/engine/studies/coverage/intervals.ts'
import { openSample } from '../sample.ts'

let opened: Opened
let coverage: Coverage
let t: number
beforeAll(() => {
  opened = openSample()
  t = opened.intake.asOf
  coverage = coverageOf(opened, t)
})

describe('coverage of the sample', () => {
  it('counts places visited by kind as the ranking counts them', () => {
    boardOf(opened, t, null).areas.forEach(({ sites, visited }, i) => {
      const of = (key: 'sites' | 'visited') =>
        coverage.kinds.reduce((sum, kind) => sum + (kind.areas[i]?.[key] ?? 0), 0)
      expect(of('sites')).toBe(sites)
      expect(of('visited')).toBe(visited)
    })
  })

  it('has the built-up land of the basemap, and blind spots that make up what is not covered', () => {
    const built = (opened.intake.basemap?.features ?? []).filter((f) => f.properties?.class === 'builtup')
    const land = coverage.areas.reduce((sum, area) => sum + area.land, 0)
    // Some of it lies outside the district; none is counted twice.
    expect(land).toBeLessThan(built.reduce((sum, f) => sum + areaOf(f), 0) / 10_000)
    expect(land).toBeGreaterThan(1000)
    coverage.areas.forEach((area, i) => {
      const blind = coverage.blind.filter(({ areaCode }) => areaCode === area.code)
      const bare = blind.reduce((sum, { hectares }) => sum + hectares, 0) + (coverage.small[i]?.hectares ?? 0)
      expect(bare).toBeCloseTo(area.land - area.covered, 6)
    })
  })

  it('has nothing visited near the middle of a blind spot, which lies in its area', () => {
    const visited = opened.model.sites.filter(
      (site) =>
        site.geometry === null &&
        site.lon !== null &&
        opened.model.checks.some(
          (check) => check.siteId === site.id && check.day <= t && check.day > t - opened.standard.window,
        ),
    )
    expect(visited.length).toBeGreaterThan(400)
    for (const { at, areaCode, outline } of coverage.blind) {
      const area = opened.model.areas.find(({ code }) => code === areaCode)
      expect(booleanPointInPolygon(at, area?.geometry as never)).toBe(true)
      // The outline of a strip one cell wide may pass beside its middle.
      expect(pointToPolygonDistance(at, outline, { units: 'meters' })).toBeLessThan(coverage.cell)
      for (const { lon, lat } of visited)
        expect(distance(at, [lon as number, lat as number], { units: 'meters' })).toBeGreaterThan(148)
    }
  })

  it('knows an area nobody went to, and names its land by the street', () => {
    const area = opened.model.areas.findIndex(({ name }) => name === '刘新庄居委会')
    expect(coverage.areas[area]?.share).toBe(0)
    const spot = coverage.blind.find(({ areaName }) => areaName === '刘新庄居委会')
    expect(spot?.street).toMatch(/^.+(以[东南西北]|沿线)$/)
  })

  it('was nothing before the first visit, and all of every area counts without a basemap', () => {
    const before = coverageOf(opened, opened.intake.firstDay - 200)
    expect(new Set(before.areas.map(({ covered }) => covered))).toEqual(new Set([0]))
    const bare = openIntake({ ...opened.intake, basemap: null })
    const whole = coverageOf(bare, t)
    expect(whole.whole).toBe(true)
    const land = whole.areas.reduce((sum, area) => sum + area.land, 0)
    const district = opened.model.areas.reduce((sum, { geometry }) => sum + areaOf(geometry), 0) / 10_000
    expect(Math.abs(land / district - 1)).toBeLessThan(0.002)
    expect(new Set(whole.blind.map(({ street }) => street))).toEqual(new Set(['']))
  })
})

describe('intervals of the sample', () => {
  it('are about the scores of the board', () => {
    const board = boardOf(opened, t, null)
    scoreIntervals(opened, t).forEach(({ score, total, low, high, few, sites }, i) => {
      const figures = board.areas[i]
      expect(score).toBe(figures?.score ?? null)
      expect(total).toBeCloseTo((figures?.score ?? figures?.provisional) as number, 9)
      expect(low as number).toBeLessThan(total as number)
      expect(high as number).toBeGreaterThan(total as number)
      expect(few).toBe(sites < 20)
    })
  })
})

describe('the score document', () => {
  it('has the studies only when asked, and leaves the rest as it is', () => {
    const plain = scoreDocument(opened, t)
    const {
      coverage: land,
      intervals,
      clusters,
      rebounds,
      ...rest
    } = scoreDocument(opened, t, {
      studies: true,
    })
    expect(rest).toEqual(plain)
    expect(land?.areas).toEqual(coverage.areas)
    expect(land?.blind).toHaveLength(coverage.blind.length)
    expect(intervals).toHaveLength(21)
    expect(Math.min(...(clusters?.clusters ?? []).map(({ issues }) => issues.length))).toBe(3)
    expect(rebounds?.total.rebounds).toBe(rebounds?.sites.reduce((sum, { events }) => sum + events.length, 0))
  })
})
