/** What a 通报 and 整改通知单 of the sample say, against its tables. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Responsibility } from '../../../src/engine/contract/studies/notices.ts'
import type { Opened } from '../../../src/engine/package/open.ts'
import {
  bulletinFacts,
  noticeAnswers,
  noticeIssues,
  noticeUnits,
} from '../../../src/engine/studies/notices.ts'
import { parseDay } from '../../../src/model/day.ts'
import { officeScope } from '../../../src/model/scope.ts'
import { issueStateAt } from '../../../src/model/state.ts'
import { openSample } from '../sample.ts'

const T = parseDay('2019-05-27') as number
const OFFICES = ['太昊路办事处', '淮河路办事处', '开元路产业集聚区']
let opened: Opened
beforeAll(() => {
  opened = openSample()
})

describe('the facts of a 通报', () => {
  it('count what the tables say of the period', () => {
    const facts = bulletinFacts(opened, T - 6, T, null)
    const { issues, checks } = opened.model
    const within = (day: number | null) => day !== null && day >= T - 6 && day <= T
    expect(facts.found).toBe(issues.filter(({ foundOn }) => within(foundOn)).length)
    expect(facts.fixed).toBe(issues.filter(({ fixedOn }) => within(fixedOn)).length)
    expect(facts.verified).toBe(issues.filter(({ verifiedOn }) => within(verifiedOn)).length)
    expect(facts.seen).toBe(new Set(checks.filter(({ day }) => within(day)).map(({ siteId }) => siteId)).size)
    expect(facts.found).toBeGreaterThan(0)
    const open = issues.filter((issue) => {
      const state = issueStateAt(issue, T)
      return state !== null && state !== '已销号'
    })
    expect(facts.open).toBe(open.length)
    // Every problem of the period that is still open stands in one row, and no other.
    const told = facts.bad.flatMap((place) => place.issues.map(({ id }) => id))
    expect(told.sort()).toEqual(
      open
        .filter(({ foundOn }) => within(foundOn))
        .map(({ id }) => id)
        .sort(),
    )
    for (const { rate, items } of facts.good) {
      expect(rate).toBeGreaterThanOrEqual(0.9)
      expect(items).toBeGreaterThanOrEqual(3)
    }
    expect(new Set(facts.overdue.map(({ state }) => state))).toEqual(new Set(['逾期']))
    expect(facts.overdue).toHaveLength(issues.filter((issue) => issueStateAt(issue, T) === '逾期').length)
  })
  it('a place with an open problem is not among the good ones', () => {
    const { good } = bulletinFacts(opened, T - 60, T, null)
    expect(good.length).toBeGreaterThan(0)
    for (const { place, areaCode } of good) {
      const site = opened.model.sites.find((one) => one.name === place)
      if (site === undefined) continue
      const open = opened.model.issues.some(
        (issue) => issue.siteId === site.id && !['已销号', null].includes(issueStateAt(issue, T)),
      )
      expect([place, areaCode, open]).toEqual([place, areaCode, false])
    }
  })
  it('of an office speak of its own places only; the parts do not exceed the whole', () => {
    const whole = bulletinFacts(opened, T - 6, T, null)
    const parts = OFFICES.map((office) => bulletinFacts(opened, T - 6, T, officeScope(office)))
    for (const part of parts) {
      for (const { office } of [...part.good, ...part.bad, ...part.overdue])
        expect(office).toBe(part.scope?.id)
      expect(part.after).not.toBeNull()
    }
    const sum = (count: (facts: typeof whole) => number) => parts.reduce((all, part) => all + count(part), 0)
    const outside = opened.places.issues.filter(({ area }) => area < 0).length
    expect(whole.open - sum(({ open }) => open)).toBeGreaterThanOrEqual(0)
    expect(whole.open - sum(({ open }) => open)).toBeLessThanOrEqual(outside)
  })
})

describe('areas under 一票否决 in a 通报', () => {
  it('come the worst grade first, with what was found, who answers for it and by when', () => {
    const { vetoed } = bulletinFacts(opened, T - 6, T, null)
    expect(vetoed.map(({ areaName, grade, units }) => [areaName, grade, units])).toEqual([
      ['麦仁店居委会', '不达标', ['淮河路办事处']],
      ['郑洼居委会', '不达标', ['区市场监管局']],
      ['南徐居委会', '基本达标', ['淮河路办事处']],
    ])
    expect(vetoed[1]?.caps).toMatchObject([
      { record: 'JC190522-AF-01', ref: { type: 'site', id: 'SC-001' }, maxGrade: '不达标' },
    ])
    // No problem about the live poultry of SC-001 is open.
    expect(vetoed[1]?.dueOn).toBeNull()
    const earlier = bulletinFacts(
      opened,
      parseDay('2019-01-09') as number,
      parseDay('2019-01-15') as number,
      null,
    )
    const pond = earlier.vetoed.find(({ areaName }) => areaName === '路庄居委会')
    expect(pond?.units).toEqual(['路庄居委会'])
    // WT-0482, of 路庄坑塘: due on 27 December, closed on 26 January.
    expect(pond?.dueOn).toBe(parseDay('2018-12-27'))
  })
  it('have no place among the good ones; nor has an office those of another', () => {
    const { vetoed, good } = bulletinFacts(opened, T - 60, T, null)
    const under = new Set(vetoed.map(({ areaCode }) => areaCode))
    expect(good.filter(({ areaCode }) => under.has(areaCode))).toEqual([])
    const [own, other] = ['淮河路办事处', '太昊路办事处'].map(
      (office) => bulletinFacts(opened, T - 6, T, officeScope(office)).vetoed.length,
    )
    expect([own, other]).toEqual([3, 0])
  })
})

describe('整改通知单', () => {
  it('there is one for every problem still to be put right, by unit', () => {
    const units = noticeUnits(opened, null, T)
    const toFix = opened.model.issues.filter((issue) =>
      ['待整改', '逾期'].includes(issueStateAt(issue, T) ?? ''),
    )
    expect(units.reduce((sum, { issues }) => sum + issues, 0)).toBe(toFix.length)
    const all = units.flatMap(({ unit, issues, overdue }) => {
      const notices = noticeIssues(opened, { unit }, null, T)
      expect(notices).toHaveLength(issues)
      expect(notices.filter(({ state }) => state === '逾期')).toHaveLength(overdue)
      for (const notice of notices) expect(notice.responsible).toBe(unit)
      return notices.map(({ id }) => id)
    })
    expect(all.sort()).toEqual(toFix.map(({ id }) => id).sort())
  })
  it('tells of each unit how late its latest is, and what is due next', () => {
    const { code } = opened.model.areas[9] as { code: string }
    const { duty, units } = noticeAnswers.responsibility(
      opened,
      { type: 'area', id: code },
      T,
    ) as Responsibility
    expect(duty?.lead).toBe(opened.model.duties.find((one) => one.areaCode === code)?.lead)
    expect(units.length).toBeGreaterThan(1)
    for (const { unit, late, nextDue, overdue } of units) {
      const own = noticeIssues(opened, { unit }, { type: 'area', id: code }, T)
      const days = own.map(({ dueOn }) => dueOn ?? Number.NaN)
      const [past, ahead] = [days.filter((day) => day < T), days.filter((day) => day >= T)]
      expect([overdue, late]).toEqual([past.length, past.length === 0 ? 0 : T - Math.min(...past)])
      expect(nextDue).toBe(ahead.length === 0 ? null : Math.min(...ahead))
    }
    expect(noticeAnswers.responsibility(opened, null, T)).toMatchObject({ duty: null })
  })
  it('names the clause and the 责任链条', () => {
    const [notice] = noticeIssues(opened, { id: 'WT-0001' }, null, T)
    expect(notice).toMatchObject({ id: 'WT-0001', item: 'food-notice', responsible: '区市场监管局' })
    expect(notice?.clause).toBe(opened.standard.items.find(({ id }) => id === 'food-notice')?.clause)
    expect(notice?.duty?.lead).toBe('太昊路办事处')
    expect(noticeIssues(opened, { id: 'WT-0001' }, null, parseDay('2018-11-01') as number)).toEqual([])
    expect(noticeIssues(opened, { id: 'no such' }, null, T)).toEqual([])
  })
})
