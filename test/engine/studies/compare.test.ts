/** 两日比较 of the sample: which vetoes came and went, against its tables. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Opened } from '../../../src/engine/package/open.ts'
import { comparisonDocument } from '../../../src/engine/studies/compare.ts'
import { parseDay } from '../../../src/model/day.ts'
import { openSample } from '../sample.ts'

const day = (text: string) => parseDay(text) as number
let opened: Opened
beforeAll(() => {
  opened = openSample()
})

const vetoes = (from: string, to: string) => {
  const { areas } = comparisonDocument(opened, day(from), day(to))
  return areas
    .filter(({ vetoed, lifted }) => vetoed.length + lifted.length > 0)
    .map(({ code, gradeFrom, gradeTo, vetoed, lifted }) => ({
      code: code.slice(-3),
      grades: [gradeFrom, gradeTo],
      vetoed: vetoed.map(({ ref }) => ref),
      lifted: lifted.map(({ ref }) => ref),
    }))
}

describe('vetoes between two days', () => {
  it('one that came says the record: the market at 郑洼 whose live poultry failed on 22 May', () => {
    expect(vetoes('2019-04-29', '2019-05-27')).toEqual([
      { code: '004', grades: ['达标', '不达标'], vetoed: [{ type: 'site', id: 'SC-001' }], lifted: [] },
    ])
  })

  it('one that another record shows on the later day stays the same veto', () => {
    // 郑洼 on 15 January by a visit of the 4th, on 27 May by one of the 22nd. 路庄坑塘 was cleaned meanwhile.
    const [first, ...others] = vetoes('2019-01-15', '2019-05-27')
    expect(first).toMatchObject({ code: '011', vetoed: [], lifted: [{ type: 'water', id: 'S05' }] })
    expect(others).toEqual([])
  })

  it('the other way round they change places', () => {
    const { areas } = comparisonDocument(opened, day('2019-01-15'), day('2019-05-27'))
    const back = comparisonDocument(opened, day('2019-05-27'), day('2019-01-15')).areas
    areas.forEach(({ vetoed, lifted, gradeFrom, gradeTo }, i) => {
      expect([back[i]?.lifted, back[i]?.vetoed]).toEqual([vetoed, lifted])
      expect([back[i]?.gradeTo, back[i]?.gradeFrom]).toEqual([gradeFrom, gradeTo])
    })
  })
})
