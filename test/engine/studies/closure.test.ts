/** 整改闭环 of the whole sample, against counting its table by hand. */

import { beforeAll, describe, expect, it } from 'vitest'
import { queryIssues } from '../../../src/engine/answers/issues.ts'
import type { Opened } from '../../../src/engine/package/open.ts'
import {
  closureDocument,
  closureStudy,
  overdueLines,
  sourceStudy,
} from '../../../src/engine/studies/closure.ts'
import { parseDay } from '../../../src/model/day.ts'
import { officeScope } from '../../../src/model/scope.ts'
import { LINKS } from '../../../src/scoring/closure/duties.ts'
import { everyIssueOf } from '../../../src/view/issue-query.ts'
import { DEFAULT_VIEW } from '../../../src/view/link/state.ts'
import { openSample } from '../sample.ts'

const T = parseDay('2019-05-27') as number
let opened: Opened
beforeAll(() => {
  opened = openSample()
})

const COUNTS = ['due', 'onTime', 'closed', 'closedOnTime', 'fixed', 'reworked', 'overdue'] as const

describe('figures', () => {
  it('of the groups of every link sum to the whole', () => {
    for (const link of LINKS) {
      const { whole, groups } = closureStudy(opened, link, null, T)
      expect(groups.length).toBeGreaterThan(1)
      for (const count of COUNTS)
        expect([link, count, groups.reduce((sum, group) => sum + group[count], 0)]).toEqual([
          link,
          count,
          whole[count],
        ])
    }
  })
  it('of an office are those of that office among all', () => {
    const office = '淮河路办事处'
    const { whole, groups } = closureStudy(opened, 'unit', officeScope(office), T)
    const { id, ...figures } = closureStudy(opened, 'office', null, T).groups.find(
      (one) => one.id === office,
    ) ?? {
      id: '',
    }
    expect(whole).toEqual(figures)
    expect(groups.reduce((sum, { due }) => sum + due, 0)).toBe(whole.due)
  })
  it('stand in the score document', () => {
    const { district, offices, units, sources } = closureDocument(opened, T)
    const due = opened.model.issues.filter(
      ({ dueOn, foundOn }) =>
        dueOn !== null && dueOn <= T && dueOn > T - opened.standard.window && foundOn <= T,
    )
    expect(district.due).toBe(due.length)
    expect(district.closed).toBe(due.filter(({ verifiedOn }) => (verifiedOn ?? Infinity) <= T).length)
    expect(offices.length).toBeGreaterThanOrEqual(3)
    expect(units.find(({ name }) => name === '区市场监管局')?.due).toBeGreaterThan(0)
    expect(sources.map(({ source }) => source)).toContain('暗访')
  })
})

describe('督办', () => {
  it('lists what is past its day and not verified, and nothing else, the unfixed first', () => {
    const lines = overdueLines(opened, null, null, T)
    const expected = opened.model.issues.filter(
      ({ foundOn, dueOn, verifiedOn }) =>
        foundOn <= T && dueOn !== null && dueOn < T && (verifiedOn === null || verifiedOn > T),
    )
    expect(lines.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
    expect(lines.length).toBe(closureStudy(opened, 'office', null, T).whole.overdue)
    const key = lines.map(({ fixedOn, pastDue }) => (fixedOn === null ? 1e6 : 0) + pastDue)
    expect(key).toEqual([...key].sort((a, b) => b - a))
    for (const { state, pastDue, lateDays, fixedOn } of lines) {
      expect(['逾期', '待复查']).toContain(state)
      if (fixedOn === null) expect(pastDue).toBe(lateDays)
    }
  })
  it('and 台账 follow any link of the 责任链条', () => {
    const view = { ...DEFAULT_VIEW, asOf: T }
    for (const link of LINKS)
      for (const { id, overdue } of closureStudy(opened, link, null, T).groups) {
        const lines = overdueLines(opened, { link, id }, null, T)
        expect(lines).toHaveLength(overdue)
        const query = { ...everyIssueOf({ view, overview: null }), link: { type: link, id: id ?? '' } }
        const listed = new Set(queryIssues(opened, query))
        for (const { index } of lines) expect(listed.has(index)).toBe(true)
        if (link === 'lead')
          for (const index of listed) expect(opened.model.issues[index]?.foundOn).toBeLessThanOrEqual(T)
      }
  })
})

it('sources of an office count the rows of its places, and no others', () => {
  const { model, places, standard } = opened
  const office = '太昊路办事处'
  const counted = (source: string) =>
    model.checks.filter((check) => {
      const spot = places.spots[places.spotOf.get(check.siteId) ?? -1]
      const inWindow = check.day <= T && check.day > T - standard.window
      const there = model.areas[spot?.placement.area ?? -1]?.office === office
      return check.source === source && inWindow && there && check.result !== standard.notApplicable
    }).length
  const { sources, reference } = sourceStudy(opened, officeScope(office), T)
  expect(reference).toBe('暗访')
  expect(sources.length).toBeGreaterThan(3)
  for (const { source, checks } of sources) expect([source, checks]).toEqual([source, counted(source)])
})
