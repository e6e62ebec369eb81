/** 评选 of the sample: counts against the files, no person named, nothing unless asked for. */
import { describe, expect, it } from 'vitest'
import { scoreDocument } from '../../../src/engine/document.ts'
import { honourDocument } from '../../../src/engine/studies/honours.ts'
import { openSample } from '../sample.ts'

const sample = openSample()
const { asOf } = sample.intake
const document = honourDocument(sample, asOf)

describe('honourDocument', () => {
  it('counts every honour that lies in an area once', () => {
    const placed = sample.model.honours.filter((_, i) => (sample.places.honours[i]?.area ?? -1) >= 0)
    const counted = document.areas.flatMap(({ honours }) => Object.values(honours))
    expect(counted.reduce((a, b) => a + b, 0)).toBe(placed.reduce((sum, { count }) => sum + count, 0))
  })
  it('doubts an honoured area with what is overdue, and none without honours', () => {
    const isHonoured = ({ honours }: (typeof document.areas)[number]) => Object.keys(honours).length > 0
    const honoured = document.areas.filter(isHonoured)
    expect(honoured.some(({ overdue }) => overdue > 0)).toBe(true)
    for (const { doubts, overdue } of honoured)
      expect(doubts.some((doubt) => doubt.startsWith('逾期'))).toBe(overdue > 0)
    for (const { doubts } of document.areas.filter((area) => !isHonoured(area))) expect(doubts).toEqual([])
  })
  it('suggests places only, families as numbers up to five', () => {
    const { streets, shops, families, note } = document.candidates
    expect(streets.length + shops.length).toBeGreaterThan(0)
    const sites = new Set(sample.model.sites.map(({ id }) => id))
    for (const { id, rate, visits } of [...streets, ...shops]) {
      expect(sites.has(id)).toBe(true)
      expect(rate).toBeGreaterThan(0.9 - 1e-9)
      expect(visits.length).toBeGreaterThanOrEqual(2)
    }
    expect(families).toHaveLength(sample.model.areas.length)
    const numbers = families.flatMap(({ suggested }) => suggested ?? [])
    expect(numbers.length).toBeGreaterThan(0)
    for (const suggested of numbers) expect([0, 1, 2, 3, 4, 5]).toContain(suggested)
    expect(note).toContain('仅供推荐')
  })
  it('is in the score document only when asked for', () => {
    expect(scoreDocument(sample, asOf)).not.toHaveProperty('honours')
    expect(scoreDocument(sample, asOf, { honours: true }).honours).toEqual(document)
  })
})
