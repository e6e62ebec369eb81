/** 对策 of the sample: the answers agree with the records written out and the day scored anew. */

import { describe, expect, it } from 'vitest'
import type { ActionLine, Task } from '../../../../src/engine/contract/studies/plan.ts'
import { openIntake } from '../../../../src/engine/package/open.ts'
import { planDocument } from '../../../../src/engine/studies/plan/document.ts'
import { priorities, smallestLists } from '../../../../src/engine/studies/plan/plan.ts'
import { supposed } from '../../../../src/engine/studies/plan/supposition.ts'
import type { Halves } from '../../../../src/scoring/what-if/actions.ts'
import { type Named, scoredAfter } from '../../../scoring/what-if/acted.ts'
import { openSample } from '../../sample.ts'

const opened = openSample()
const t = opened.intake.asOf
const { areas } = opened.model
const named = (line: ActionLine): Named => ({
  site: line.siteId,
  item: line.item,
  issues: line.problems.map(({ id }) => id),
  recheck: line.recheck?.type ?? null,
})
const anew = (done: readonly { action: Named; halves: Halves }[]) =>
  scoredAfter(opened.model, opened.standard, t, done)
const whole = (lines: readonly ActionLine[]): Task[] => lines.map(({ key }) => ({ key, halves: 'both' }))

describe('对策', () => {
  it('supposes what scoring anew gives, with ranks on both sides, halves among it', () => {
    const { lines } = priorities(opened, null, t)
    const chosen = lines.slice(0, 60).map((line, i) => ({
      line,
      halves: (['both', 'close', 'recheck'] as const)[i % 3] as Halves,
    }))
    const told = supposed(
      opened,
      chosen.map(({ line: { key }, halves }) => ({ key, halves })),
      t,
    )
    const after = anew(chosen.map(({ line, halves }) => ({ action: named(line), halves })))
    expect(told.district.before).toBe(opened.scores(t).district.score)
    expect(told.district.after).toBeCloseTo(after.district.score as number, 9)
    expect(told.areas).toHaveLength(areas.length)
    told.areas.forEach(({ before: was, after: is }, i) => {
      expect([was.grade, is.grade]).toEqual([opened.scores(t).areas[i]?.grade, after.areas[i]?.grade])
      const better = after.areas.filter(
        (a) => a.score !== null && is.score !== null && a.score > is.score + 1e-9,
      )
      expect(is.rank).toBe(is.score === null ? null : better.length + 1)
    })
  })

  it('has something to advise: the first ten lift the district clearly, all of the sequence far', () => {
    const { lines, sequenced, count } = priorities(opened, null, t)
    const { before, after } = supposed(opened, whole(lines.slice(0, 10)), t).district
    expect((after as number) - (before as number)).toBeGreaterThan(0.5)
    const far = supposed(opened, whole(lines.slice(0, sequenced)), t).district.after as number
    expect(far - (before as number)).toBeGreaterThan(4)
    expect(count).toBeGreaterThan(sequenced)
    // Both halves are there, and the gain of both is at least that of each.
    expect(lines.some(({ problems, recheck }) => problems.length > 0 && recheck !== null)).toBe(true)
    expect(new Set(lines.map(({ recheck }) => recheck?.type))).toEqual(
      new Set(['复查合格', '取缔', undefined]),
    )
    for (const { gains, problems, recheck } of lines) {
      expect(gains.both).toBeGreaterThanOrEqual(gains.close + gains.recheck - 1e-9)
      if (recheck === null) expect(gains.recheck).toBe(0)
      if (problems.length === 0) expect(gains.close).toBe(0)
    }
    expect(lines[0]?.gains.both).toBeGreaterThanOrEqual(lines[9]?.gains.both as number)
  })

  it('orders the actions of an office by what they gain it', () => {
    const name = areas[0]?.office as string
    const scope = { type: 'office', id: name } as const
    const office = (tasks: readonly Task[]) =>
      supposed(opened, tasks, t).offices.find((o) => o.name === name)?.after as number
    const { lines, sequenced } = priorities(opened, scope, t)
    const now = office([])
    for (const { key, gains } of lines.slice(0, 12))
      for (const halves of ['both', 'close', 'recheck'] as const)
        expect(office([{ key, halves }]) - now).toBeCloseTo(gains[halves], 9)
    const sum = lines.slice(0, sequenced).reduce((total, { step }) => total + (step as number), 0)
    expect(office(whole(lines.slice(0, sequenced))) - now).toBeCloseTo(sum, 9)
  })

  it('answers at once', () => {
    const { lines } = priorities(opened, null, t)
    const tasks = whole(lines)
    const quick = (work: () => void): number => {
      const started = performance.now()
      work()
      return performance.now() - started
    }
    const times = [1, 2, 3].map(() => quick(() => supposed(opened, tasks, t)))
    expect(Math.min(...times)).toBeLessThan(100)
    expect(Math.min(...[1, 2, 3].map(() => quick(() => priorities(opened, null, t))))).toBeLessThan(150)
  })

  it('knows nothing of an area or an action that is not there', () => {
    expect(smallestLists(opened, '000000000000', t)).toBeNull()
    expect(priorities(opened, { type: 'area', id: '000000000000' }, t).lines).toEqual([])
    const { before, after } = supposed(opened, [{ key: 'gone/x', halves: 'both' }], t).district
    expect(after).toBe(before)
  })

  it('the same place and item has the same key on another day', () => {
    const keys = (day: number) => new Set(priorities(opened, null, day).lines.map(({ key }) => key))
    const [today, before] = [keys(t), keys(t - 7)]
    expect([...today].filter((key) => before.has(key)).length).toBeGreaterThan(50)
  })
})

describe('what the score command prints', () => {
  const document = planDocument(opened, t)
  const toName = ({ site, item, problems }: { site: string | null; item: string; problems: string[] }) =>
    `${site} ${item} ${problems.join()}`
  const whose = new Map(document.actions.map((action) => [toName(action), action]))

  it('has every action with the gain of each half and of both, for its areas, offices and the district', () => {
    const { lines, count } = priorities(opened, null, t)
    expect(document.actions.length).toBeGreaterThanOrEqual(count)
    for (const { siteId, item, problems, gains, recheck } of lines) {
      const found = whose.get(toName({ site: siteId, item, problems: problems.map(({ id }) => id) }))
      for (const halves of ['close', 'recheck', 'both'] as const)
        expect(found?.district[halves]).toBeCloseTo(gains[halves], 9)
      expect(found?.recheck?.type).toBe(recheck?.type)
    }
    const { areas: own } = document.actions.find(
      (action) => action.areas.length > 1,
    ) as (typeof document)['actions'][number]
    for (const { code, ...gains } of own) {
      const line = priorities(opened, { type: 'area', id: code }, t).lines.find(({ key }) => {
        const action = document.actions.find((one) => one.areas === own)
        return key === `${action?.site}/${action?.item}`
      })
      expect(line?.gains).toEqual(gains)
    }
  })

  it('lifts an area by the lists it names, and tells why another cannot be lifted', () => {
    const lists = document.areas.flatMap(({ code, lists: of }) => of.map((list) => ({ code, ...list })))
    const lifted = lists.filter(({ actions }) => actions !== null)
    expect(lifted.length).toBeGreaterThan(5)
    expect(lists.filter(({ exact }) => !exact)).toEqual([])
    const rank = (grade: string | undefined) => opened.standard.grades.findIndex(({ id }) => id === grade)
    for (const { code, grade, actions, total } of lifted) {
      const tasks = (actions ?? []).map(({ site, item, problems }) => ({
        key: site === null ? `/${problems[0]}` : `${site}/${item}`,
        halves: 'both' as const,
      }))
      const after = supposed(opened, tasks, t).areas.find((row) => row.code === code)?.after
      expect(rank(after?.grade)).toBeLessThanOrEqual(rank(grade))
      expect(after?.score).toBeCloseTo(total, 9)
    }
    expect(lists.filter(({ blocked }) => blocked.length > 0).length).toBeGreaterThan(0)
    for (const { next, target, exact, actions, total, blocked, lists: of } of document.areas)
      if (next !== null) expect(of[0]).toEqual({ grade: next, target, exact, actions, total, blocked })
    const insufficient = document.areas.filter((_, i) => opened.scores(t).areas[i]?.score === null)
    for (const { next, inspect } of insufficient) {
      expect(next).toBeNull()
      expect(inspect.length).toBeGreaterThan(0)
    }
  })
})

it.each(['worst', 'population'] as const)('gains of offices and the district under %s', (officeAggregate) => {
  const other = openIntake({ ...opened.intake, standard: { ...opened.standard, officeAggregate } })
  const { actions } = planDocument(other, t)
  // The first lists of all, so that actions of the worst area are among them.
  const keys = new Set(priorities(other, null, t).lines.map(({ key }) => key))
  const told = actions.filter(({ site, item }) => keys.has(`${site}/${item}`)).slice(0, 40)
  expect(told.length).toBeGreaterThan(10)
  for (const { site, item, district, offices } of told)
    for (const halves of ['close', 'recheck', 'both'] as const) {
      const after = supposed(other, [{ key: `${site}/${item}`, halves }], t)
      const { before, after: then } = after.district
      expect((then as number) - (before as number)).toBeCloseTo(district[halves], 9)
      for (const office of offices) {
        const row = after.offices.find(({ name }) => name === office.name)
        expect((row?.after as number) - (row?.before as number)).toBeCloseTo(office[halves], 9)
      }
    }
  expect(told.some(({ district }) => district.both > 0)).toBe(true)
})

it('two places of one id are told apart', () => {
  const [open] = priorities(opened, null, t).lines.filter(({ recheck }) => recheck?.type === '取缔')
  const site = opened.model.sites.find(({ id }) => id === open?.siteId) as (typeof opened.model.sites)[number]
  const twice = openIntake({
    ...opened.intake,
    model: {
      ...opened.model,
      sites: [...opened.model.sites, { ...site, status: open?.recheck?.now ?? null }],
    },
  })
  const { lines } = priorities(twice, null, t)
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  const same = lines.filter(({ siteId, item }) => siteId === site.id && item === open?.item)
  expect(same).toHaveLength(2)
  const gain = (tasks: readonly Task[]) => supposed(twice, tasks, t).district.after as number
  expect(gain(whole(same))).toBeGreaterThan(gain(whole(same.slice(0, 1))) + 1e-6)
})
