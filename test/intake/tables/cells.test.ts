import { describe, expect, it } from 'vitest'
import { isMangledCode, parseCode, parseCount, parseNumber } from '../../../src/intake/tables/cells.ts'
import { parseDate } from '../../../src/intake/tables/date-forms.ts'
import { parseReading } from '../../../src/intake/tables/reading.ts'
import { formatDay } from '../../../src/model/day.ts'

describe('numbers as clerks write them', () => {
  it.each([
    ['12', 12],
    ['１２．５', 12.5],
    ['−3', -3],
    ['1,234', 1234],
    ['1.09×10³', 1090],
    ['1.5×10⁻²', 0.015],
    ['2*10^3', 2000],
    ['+1.5', 1.5],
    ['12,345,678.9', 12345678.9],
    ['.5', 0.5],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBeCloseTo(value, 12)
  })
  it.each(['', '—', 'abc', '1,2', '1.2.3', '12岁', '25cm', '1,2345', '12 to 13', 'e5', 'NaN', 'Infinity'])(
    '%s is no number',
    (text) => {
      expect(parseNumber(text)).toBeNull()
    },
  )
  it('units that are known convert, others make it no number', () => {
    const units = { cm: 1, m: 100, 'mg/l': 1 }
    expect(parseNumber('25cm', units)).toBe(25)
    expect(parseNumber('0.07 m', units)).toBe(7)
    expect(parseNumber('７．５ ｍｇ／Ｌ', units)).toBe(7.5)
    expect(parseNumber('25mm', units)).toBeNull()
    expect(parseNumber('25constructor', units)).toBeNull()
  })
  it('counts are whole and not below 0', () => {
    expect(['3', '３处', '3.0', '0', '-1', '1.5', '', '三'].map(parseCount)).toEqual([
      3,
      3,
      3,
      0,
      null,
      null,
      null,
      null,
    ])
  })
  it('codes stay text', () => {
    expect(parseCode('411671011001')).toBe('411671011001')
    expect(parseCode('４１１６７１０１１００１')).toBe('411671011001')
    expect(parseCode('="411671011001"')).toBe('411671011001')
    expect(parseCode('411671011001.0')).toBe('411671011001')
    expect(isMangledCode('4.11671E+11')).toBe(true)
    expect(isMangledCode('411671011001')).toBe(false)
  })
})

describe('dates', () => {
  it.each([
    ['2019-05-27', '2019-05-27'],
    ['2019/5/7', '2019-05-07'],
    ['2019.5.7', '2019-05-07'],
    ['20190507', '2019-05-07'],
    ['2019年5月7日', '2019-05-07'],
    ['2019-05-07 08:30', '2019-05-07'],
    ['2019-05-07T08:30:00+08:00', '2019-05-07'],
    ['2020-02-29', '2020-02-29'],
    ['２０１９／５／７', '2019-05-07'],
    ['2019 年 5 月 7 日 8:30', '2019-05-07'],
    ['2019—05—07', '2019-05-07'],
  ])('%s', (text, iso) => {
    expect(formatDay(parseDate(text) as number)).toBe(iso)
  })
  it.each(['2019-02-29', '2019-13-01', '5月7日', '2019', '', '7/5/2019'])('%s is no date', (text) => {
    expect(parseDate(text)).toBeNull()
  })
})

describe('readings', () => {
  it.each([
    ['12.5', { type: 'value', value: 12.5 }],
    ['1.09×10³', { type: 'value', value: 1090 }],
    ['＜0.025', { type: 'below', limit: 0.025 }],
    ['<2.2', { type: 'below', limit: 2.2 }],
    ['≤2', { type: 'atMost', limit: 2 }],
    ['≤1.09×10³', { type: 'atMost', limit: 1090 }],
    ['<=2', { type: 'atMost', limit: 2 }],
    ['＜＝２', { type: 'atMost', limit: 2 }],
    ['≦0.2', { type: 'atMost', limit: 0.2 }],
    ['⩽0.2', { type: 'atMost', limit: 0.2 }],
    ['＜0.2', { type: 'below', limit: 0.2 }],
    ['﹤0.2', { type: 'below', limit: 0.2 }],
    ['小于等于0.2', { type: 'atMost', limit: 0.2 }],
    ['小于或等于 0.2', { type: 'atMost', limit: 0.2 }],
    ['不大于0.2', { type: 'atMost', limit: 0.2 }],
    ['不超过0.2', { type: 'atMost', limit: 0.2 }],
    ['0.2以下', { type: 'atMost', limit: 0.2 }],
    ['低于 2', { type: 'below', limit: 2 }],
    ['≥15', { type: 'atLeast', limit: 15 }],
    ['＞＝１５', { type: 'atLeast', limit: 15 }],
    ['>= 15', { type: 'atLeast', limit: 15 }],
    ['≧15', { type: 'atLeast', limit: 15 }],
    ['大于等于15', { type: 'atLeast', limit: 15 }],
    ['不低于15', { type: 'atLeast', limit: 15 }],
    ['15以上', { type: 'atLeast', limit: 15 }],
    ['≥-200', { type: 'atLeast', limit: -200 }],
    ['ＮＤ', { type: 'notDetected' }],
    ['n.d.', { type: 'notDetected' }],
    ['-50', { type: 'value', value: -50 }],
    ['0.02L', { type: 'below', limit: 0.02 }],
    ['＞25', { type: 'above', limit: 25 }],
    ['大于 25', { type: 'above', limit: 25 }],
    ['ND', { type: 'notDetected' }],
    ['未检出', { type: 'notDetected' }],
    ['清澈见底', { type: 'clearToBottom' }],
    ['', { type: 'none' }],
    ['/', { type: 'none' }],
    ['--', { type: 'none' }],
    ['—', { type: 'none' }],
  ])('%s', (text, reading) => {
    expect(parseReading(text)).toEqual(reading)
  })
  it('garbage is told apart from nothing', () => {
    expect(parseReading('浑浊')).toBeNull()
    expect(parseReading('＜少')).toBeNull()
  })
})
