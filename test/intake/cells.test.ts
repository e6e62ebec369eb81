import { describe, expect, it } from 'vitest'
import { isMangledCode, parseCode, parseNumber } from '../../src/intake/cells.ts'
import { parseReading } from '../../src/intake/reading.ts'
import { formatDay, parseDay } from '../../src/model/day.ts'

describe('numbers as clerks write them', () => {
  it.each([
    ['12', 12],
    ['１２．５', 12.5],
    ['−3', -3],
    ['1,234', 1234],
    ['1.09×10³', 1090],
    ['1.5×10⁻²', 0.015],
    ['2*10^3', 2000],
    ['25cm', 25],
    ['7.5 mg/L', 7.5],
    ['.5', 0.5],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBeCloseTo(value, 12)
  })
  it.each(['', '—', 'abc', '1,2', '1.2.3', '12岁', 'NaN', 'Infinity'])('%s is no number', (text) => {
    expect(parseNumber(text)).toBeNull()
  })
  it('codes stay text', () => {
    expect(parseCode('411671011001')).toBe('411671011001')
    expect(parseCode('４１１６７１０１１００１')).toBe('411671011001')
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
  ])('%s', (text, iso) => {
    expect(formatDay(parseDay(text) as number)).toBe(iso)
  })
  it.each(['2019-02-29', '2019-13-01', '5月7日', '2019', '', '27/5/2019'])('%s is no date', (text) => {
    expect(parseDay(text)).toBeNull()
  })
})

describe('readings', () => {
  it.each([
    ['12.5', { type: 'value', value: 12.5 }],
    ['1.09×10³', { type: 'value', value: 1090 }],
    ['＜0.025', { type: 'below', limit: 0.025 }],
    ['<2.2', { type: 'below', limit: 2.2 }],
    ['≤2', { type: 'below', limit: 2 }],
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
