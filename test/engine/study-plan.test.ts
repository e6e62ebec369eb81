/** 对策 of the sample: the answers agree with scoring the day anew. */
import { describe, expect, it } from 'vitest'
import { planDocument, priorities, smallestLists, supposed } from '../../src/engine/study-plan.ts'
import { scoreAt } from '../../src/scoring/score.ts'
import { openSample } from './sample.ts'

const opened = openSample()
const t = opened.intake.asOf
const { areas } = opened.model
const anew = (closed: readonly number[]) =>
  scoreAt(opened.prepared, t, { closed: new Set(closed), withoutLedger: true })

describe('对策', () => {
  it('supposes what scoring anew gives, with ranks on both sides', () => {
    const { lines } = priorities(opened, null, t)
    const closed = lines.slice(0, 25).map(({ index }) => index)
    const told = supposed(opened, closed, t)
    const [before, after] = [anew([]), anew(closed)]
    expect(told.district.after).toBeCloseTo(after.district.score as number, 9)
    told.areas.forEach(({ before: was, after: is }, i) => {
      expect([was.grade, is.grade]).toEqual([before.areas[i]?.grade, after.areas[i]?.grade])
      const better = after.areas.filter(
        (a) => a.score !== null && is.score !== null && a.score > is.score + 1e-9,
      )
      expect(is.rank).toBe(is.score === null ? null : better.length + 1)
    })
  })

  it('orders the problems of an office by what they gain it; each figure is that of scoring anew', () => {
    const name = areas[0]?.office as string
    const office = (closed: readonly number[]) =>
      anew(closed).offices.find((o) => o.name === name)?.score as number
    const { lines, sequenced, count } = priorities(opened, { type: 'office', id: name }, t)
    expect(count).toBe(lines.length)
    const now = office([])
    for (const { index, alone } of lines.slice(0, 12)) expect(office([index]) - now).toBeCloseTo(alone, 9)
    const sum = lines.slice(0, sequenced).reduce((total, { step }) => total + (step as number), 0)
    expect(office(lines.slice(0, sequenced).map(({ index }) => index)) - now).toBeCloseTo(sum, 9)
  })

  it('lifts an area by the list it names, and tells why another cannot be lifted', () => {
    const document = planDocument(opened, t)
    const lifted = document.areas.filter(({ problems }) => problems !== null)
    expect(lifted.length).toBeGreaterThan(0)
    for (const { code, next, problems } of lifted) {
      const at = areas.findIndex((area) => area.code === code)
      const indices = (problems ?? []).map((id) => opened.model.issues.findIndex((issue) => issue.id === id))
      expect(anew(indices).areas[at]?.grade).toBe(next)
    }
    expect(document.areas.filter(({ blocked }) => blocked.length > 0).length).toBeGreaterThan(0)
    const insufficient = document.areas.filter((_, i) => anew([]).areas[i]?.score === null)
    for (const { next, inspect } of insufficient) {
      expect(next).toBeNull()
      expect(inspect.length).toBeGreaterThan(0)
    }
  })

  it('knows nothing of an area that is not there', () => {
    expect(smallestLists(opened, '000000000000', t)).toBeNull()
    expect(priorities(opened, { type: 'area', id: '000000000000' }, t).lines).toEqual([])
  })
})
