/** Gatherings and 反弹 on the whole sample, against plain recounts. */

import { booleanPointInPolygon, distance } from '@turf/turf'
import { beforeAll, describe, expect, it } from 'vitest'
import { issueLine, queryIssues } from '../../../src/engine/answers/issues.ts'
import type { Opened } from '../../../src/engine/package/open.ts'
import { clustersAt } from '../../../src/engine/studies/clusters/clusters.ts'
import { reboundsOf } from '../../../src/engine/studies/clusters/rebounds.ts'
import { officeScope } from '../../../src/model/scope.ts'
import { issueStateAt } from '../../../src/model/state.ts'
import { costAt } from '../../../src/scoring/rows/problem.ts'
import { everyIssue } from '../exports/take-out.ts'
import { openSample } from '../sample.ts'

let opened: Opened
let t: number
beforeAll(() => {
  opened = openSample()
  t = opened.intake.asOf
})
const ask = (more: Partial<Parameters<typeof clustersAt>[1]> = {}) =>
  clustersAt(opened, { asOf: t, scope: null, of: 'open', metres: 300, least: 3, ...more })

describe('gatherings of open problems', () => {
  it('are made of open problems with neighbours, and tell what they are made of', () => {
    const { clusters, points, gathered, placeless } = ask()
    expect(clusters.length).toBeGreaterThan(1)
    const open = opened.model.issues.filter((issue) =>
      ['待整改', '逾期', '待复查'].includes(issueStateAt(issue, t) ?? ''),
    )
    expect(points.length + placeless).toBe(open.length)
    expect(gathered).toBe(new Set(clusters.flatMap(({ issues }) => issues)).size)
    const weights = clusters.map(({ weight }) => weight)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    for (const { issues, states, themes, kinds, weight, outline, street, areaName } of clusters) {
      const lines = issues.map((index) => issueLine(opened, index, t))
      const sum = (counts: object) => Object.values(counts).reduce((s: number, n: number) => s + n, 0)
      expect(sum(states)).toBe(issues.length)
      expect(states.逾期).toBe(lines.filter((line) => line?.state === '逾期').length)
      expect(sum(themes)).toBe(issues.length)
      expect(kinds.reduce((s, [, n]) => s + n, 0)).toBe(issues.length)
      expect(weight).toBeCloseTo(
        issues.reduce((s, i) => s + costAt(opened.model.issues[i] as never, opened.standard, t), 0),
        9,
      )
      expect(street).toMatch(/一带$/)
      expect(lines.map((line) => line?.areaName)).toContain(areaName)
      for (const line of lines) {
        const at = [line?.lon as number, line?.lat as number]
        expect(booleanPointInPolygon(at, outline)).toBe(true)
        const near = lines.filter(
          (other) => distance(at, [other?.lon as number, other?.lat as number], { units: 'meters' }) <= 300,
        )
        expect(near.length).toBeGreaterThan(1)
      }
    }
  })

  it('are of one office where only that is asked for', () => {
    const office = '太昊路办事处'
    const { clusters, points, placeless } = ask({
      scope: officeScope(office),
      of: 'found',
      metres: 180,
      least: 4,
    })
    for (const { issues } of clusters)
      for (const index of issues) expect(issueLine(opened, index, t)?.office).toBe(office)
    const { window } = opened.standard
    const all = queryIssues(opened, everyIssue(t, { office, foundFrom: t - window + 1, foundTo: t }))
    expect(points.length + placeless).toBe(all.length)
    expect(clusters.length).toBeGreaterThan(5)
  })
})

describe('反弹 of the sample', () => {
  it('is counted alike by place, office and unit, and of a part of it for one office', () => {
    const all = reboundsOf(opened, t, 30, null)
    expect(all.total.rebounds).toBeGreaterThan(10)
    const sum = (rates: { closed: number; rebounds: number }[]) =>
      (['closed', 'rebounds'] as const).map((key) => rates.reduce((s, rate) => s + rate[key], 0))
    expect(sum(all.offices)).toEqual([all.total.closed, all.total.rebounds])
    expect(sum(all.units)).toEqual([all.total.closed, all.total.rebounds])
    for (const office of all.offices.filter(({ name }) => name !== '未划入办事处')) {
      const own = reboundsOf(opened, t, 30, officeScope(office.name)).total
      expect([own.closed, own.rebounds]).toEqual([office.closed, office.rebounds])
    }
    const closed = opened.model.issues.filter(
      (issue) => issue.siteId !== null && issueStateAt(issue, t) === '已销号',
    )
    expect(all.total.closed).toBeLessThanOrEqual(closed.length)
    expect(all.total.closed).toBeGreaterThan(0.9 * closed.length)
  })

  it('lists with an office only places it says are of it', () => {
    for (const { name } of reboundsOf(opened, t, 30, null).offices)
      for (const site of reboundsOf(opened, t, 30, officeScope(name)).sites) expect(site.office).toBe(name)
  })

  it('is each of one item at one place, after the 销号 it names', () => {
    for (const { events, ref } of reboundsOf(opened, t, 30, null).sites)
      for (const { closed, closedOn, day, after, issue } of events) {
        const first = opened.model.issues.find(({ id }) => id === closed)
        expect(first?.verifiedOn).toBe(closedOn)
        expect(first?.siteId).toBe(ref.id)
        expect(day - closedOn).toBe(after)
        expect(after).toBeGreaterThan(0)
        expect(after).toBeLessThanOrEqual(30)
        const again = opened.model.issues.find(({ id }) => id === issue)
        if (issue !== null) expect([again?.siteId, again?.foundOn]).toEqual([ref.id, day])
      }
  })
})
