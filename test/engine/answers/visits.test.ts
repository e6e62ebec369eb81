/** The checks and surveys of a place and of an 居委会 as a whole, as their cards list them. */
import { describe, expect, test } from 'vitest'
import { areaVisits, siteCard } from '../../../src/engine/answers/cards.ts'
import { explain } from '../../../src/engine/answers/explain.ts'
import { checkOf } from '../../../src/view/ledger.ts'
import { openSample } from '../sample.ts'

const sample = openSample()
const asOf = sample.model.district.asOf as number

describe('the row behind a lost point', () => {
  const { ledger } = explain(sample, null, asOf) ?? { ledger: [] }
  test('is among the visits of the place, and counts', () => {
    let [found, missed] = [0, 0]
    for (const line of ledger) {
      const record = checkOf(line)
      if (record === null || line.ref === null) continue
      const visits =
        line.ref.type === 'area'
          ? areaVisits(sample, line.ref.id, asOf)
          : line.ref.type === 'site'
            ? siteCard(sample, line.ref.id, asOf)?.visits
            : undefined
      const item = visits
        ?.find(({ visit }) => visit === record.visit)
        ?.items.find((each) => each.item === record.item && each.counts)
      if (item) found++
      // The state of a place and the grade of a water body are no visit.
      else if (line.type === 'check' && line.ref.type !== 'water') missed++
    }
    expect(missed).toBe(0)
    expect(found).toBeGreaterThan(1500)
  })
})

test('a survey stands among the visits of its area with its rate', () => {
  const { code } = sample.model.areas[0] as { code: string }
  const surveys = sample.model.surveys.filter(({ areaCode, day }) => areaCode === code && day <= asOf)
  const told = areaVisits(sample, code, asOf)?.filter(({ source }) => source === '群众满意度调查') ?? []
  expect(surveys.length).toBeGreaterThan(0)
  expect(told.map(({ day, items: [item] }) => [day, item?.result, item?.note])).toEqual(
    surveys
      .sort((a, b) => b.day - a.day)
      .map(({ day, satisfied, valid }) => [
        day,
        `满意率 ${((100 * satisfied) / valid).toFixed(1)}%`,
        `${valid} 份有效问卷`,
      ]),
  )
})

test('there are none of what is no area', () => {
  expect(areaVisits(sample, 'SC-001', asOf)).toBeNull()
  expect(areaVisits(sample, 'gone', asOf)).toBeNull()
})
