import { expect, it } from 'vitest'
import { chinaTime } from '../../src/engine/clock.ts'

it.each([
  ['2019-05-27T01:30:00Z', '2019-05-27T09:30:00+08:00'],
  ['2019-12-31T16:00:01Z', '2020-01-01T00:00:01+08:00'],
  ['2020-02-28T23:59:59Z', '2020-02-29T07:59:59+08:00'],
])('%s is %s in China', (utc, china) => {
  expect(chinaTime(new Date(utc))).toBe(china)
  expect(Date.parse(china)).toBe(Date.parse(utc))
})
