/** Which day is compared with, and how a change is classed. */

import { describe, expect, test } from 'vitest'
import type { AreaChange } from '../../../src/engine/contract/studies/compare.ts'
import { dayOf } from '../../../src/model/day.ts'
import {
  byChange,
  changeColour,
  changeLegend,
  comparedDay,
  comparedOption,
  vetoChanges,
} from '../../../src/view/studies/compare/compare.ts'
import { sampleStandard } from '../../scoring/fixture.ts'

const day = (month: number, date: number) => dayOf(2019, month, date) as number
const [FIRST, TO] = [day(1, 1), day(5, 27)]

describe('the day compared with', () => {
  test('is four weeks back where none is asked for, or one that cannot be', () => {
    for (const asked of [null, TO, day(6, 1), FIRST - 1])
      expect(comparedDay(asked, TO, FIRST)).toBe(day(4, 29))
  })
  test('is the one asked for, and is not kept when it is the usual one', () => {
    expect(comparedDay(day(3, 1), TO, FIRST)).toBe(day(3, 1))
    expect(comparedOption(day(3, 1), TO, FIRST)).toBe(day(3, 1))
    expect(comparedOption(day(4, 29), TO, FIRST)).toBeNull()
  })
  test('is never before the data', () => {
    expect(comparedDay(null, day(1, 10), FIRST)).toBe(FIRST)
  })
})

describe('a change', () => {
  const legend = changeLegend(FIRST, TO)
  const labelOf = (change: number) =>
    legend.classes.find(({ colour }) => colour === changeColour(change))?.label
  test('falls in the class whose words hold it, on its breaks too', () => {
    expect([8, 7.9, 2, 1.9, 0, -1.9, -2, -2.1, -8, -8.1].map(labelOf)).toEqual([
      '提高 8 分以上',
      '提高 2–8 分',
      '提高 2–8 分',
      '变化不到 2 分',
      '变化不到 2 分',
      '变化不到 2 分',
      '变化不到 2 分',
      '下降 2–8 分',
      '下降 2–8 分',
      '下降 8 分以上',
    ])
    expect(changeColour(null)).toBeNull()
  })
  test('is listed the largest first, of equal ones the worse, without a figure last', () => {
    const row = (code: string, totalFrom: number | null, totalTo: number | null): AreaChange => ({
      code,
      from: null,
      to: null,
      totalFrom,
      totalTo,
      gradeFrom: '',
      gradeTo: '',
      vetoed: [],
      lifted: [],
      causes: [],
    })
    const rows = [row('A', 50, 53), row('B', null, 60), row('C', 50, 40), row('D', 50, 47)]
    expect(rows.sort(byChange).map(({ code }) => code)).toEqual(['C', 'D', 'A', 'B'])
  })
})

test('vetoes that came are told before those that went, with what they did to the grade', () => {
  const standard = sampleStandard()
  const key = {
    rule: 'key-item',
    record: 'V-2',
    ref: { type: 'site', id: 'S' } as const,
    reason: '活禽售卖得分率 30.0%，低于 70%：关键指标得分率低于下限，一票否决',
    maxGrade: '不达标',
  }
  const water = {
    rule: 'heavy-water',
    record: 'R1',
    ref: { type: 'water', id: 'R1' } as const,
    reason: '小河：辖区内有重度黑臭水体',
    maxGrade: '基本达标',
  }
  const area = (code: string, more: Partial<AreaChange>) =>
    ({ code, gradeFrom: '良好', gradeTo: '良好', vetoed: [], lifted: [], ...more }) as unknown as AreaChange
  expect(
    vetoChanges(
      [
        area('A', { gradeFrom: '基本达标', lifted: [water] }),
        area('B', {}),
        area('C', { gradeTo: '不达标', vetoed: [key] }),
        area('D', { lifted: [key] }),
      ],
      standard,
    ),
  ).toEqual([
    {
      code: 'C',
      came: true,
      text: '活禽售卖得分率 30%，低于 70%',
      grades: '良好 → 不达标',
      ref: { type: 'site', id: 'S' },
    },
    {
      code: 'A',
      came: false,
      text: '小河：辖区内有重度黑臭水体',
      grades: '基本达标 → 良好',
      ref: { type: 'water', id: 'R1' },
    },
    { code: 'D', came: false, text: '活禽售卖得分率 30%，低于 70%', grades: '良好', ref: key.ref },
  ])
})
