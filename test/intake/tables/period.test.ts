import { describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/intake/tables/period.ts'
import { formatDay } from '../../../src/model/day.ts'

const said = (...texts: string[]) => {
  const { year, days, reportedOn } = periodOf(texts)
  return [year, days?.map(formatDay) ?? null, reportedOn === null ? null : formatDay(reportedOn)]
}

describe('what time a sheet speaks of', () => {
  it.each([
    [
      ['台账.csv', '太昊路办事处2019年5月第三周检查台账'],
      [2019, ['2019-05-01', '2019-05-31'], null],
    ],
    [
      ['2019年台账.xlsx', '4月'],
      [2019, ['2019-04-01', '2019-04-30'], null],
    ],
    [
      ['台账.xlsx', '问题整改台账（2019年4月）', '填报日期：2019年5月20日'],
      [2019, ['2019-04-01', '2019-04-30'], '2019-05-20'],
    ],
    [
      ['督查20190527.csv', '二〇一九年五月二十七日'],
      [2019, ['2019-05-27', '2019-05-27'], null],
    ],
    [['问题台账2019-05-27.xlsx'], [2019, ['2019-05-27', '2019-05-27'], null]],
    [['5月台账.csv'], [null, null, null]],
    [['台账.csv'], [null, null, null]],
  ])('%j', (texts, expected) => {
    expect(said(...texts)).toEqual(expected)
  })
})
