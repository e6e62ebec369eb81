/** Coordinates as staff write them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePair } from '../../../src/intake/coordinates/pair.ts'
import { parseCoordinate } from '../../../src/intake/coordinates/parse.ts'

/** 114° 39′ 12.5″ by hand: 114 + 39/60 + 12.5/3600 */
const DMS = 114.6534722222
/** 114° 39.2′ */
const DM = 114.6533333333

describe('a coordinate', () => {
  it.each([
    ['114.65', 114.65],
    ['-33.5', -33.5],
    ['１１４．６５', 114.65],
    [' 114.65° ', 114.65],
    ['114.65º', 114.65],
    ['114.65˚E', 114.65],
    ['114.65度', 114.65],
    ['+114.65', 114.65],
    ['−114.65', -114.65],
    ['E114.65', 114.65],
    ['e 114.65', 114.65],
    ['114.65E', 114.65],
    ['114.65°W', -114.65],
    ['33.59S', -33.59],
    ['南纬33.59', -33.59],
    ['东经114.65', 114.65],
    ['东经：114.65°', 114.65],
    ['北纬33.59度', 33.59],
    ['经度:114.65', 114.65],
    ['lon=114.65', 114.65],
    ['Y=38468000', 38468000],
    ['1.1465E+02', 114.65],
  ])('in decimal degrees: %s', (text, value) => {
    expect(parseCoordinate(text)).toBe(value)
  })
  it.each([
    '114°39′12.5″',
    '114°39′12.5″E',
    'E114°39′12.5″',
    '114°39\'12.5"',
    "114°39'12.5''",
    '114°39’12.5”',
    '114° 39′ 12.5″ E',
    '１１４°３９′１２．５″',
    '114度39分12.5秒',
    '东经114度39分12.5秒',
    '东经114°39′12.5″',
    '114º39´12.5˝',
    '114-39-12.5',
    '114—39—12.5',
    '114:39:12.5',
    '114：39：12.5',
    '114 39 12.5',
    '114.39.12.5',
    '114d39m12.5s',
    '114d39\'12.5"E',
    '114°39′12.5',
    '114°39′12.5E',
  ])('in degrees, minutes and seconds: %s', (text) => {
    expect(parseCoordinate(text)).toBe(DMS)
  })
  it.each(["东经114°39.2'", '114°39.2′E', '114度39.2分', '114-39.2', '114°39.2', '114°39′12″', 'E114-39-12'])(
    'in degrees and minutes: %s',
    (text) => {
      expect(parseCoordinate(text)).toBe(DM)
    },
  )
  it.each([
    ["N33°35'", 33.5833333333],
    ['33°35′N', 33.5833333333],
    ["33°35's", -33.5833333333],
    ['西经0°30′', -0.5],
    ['114°', 114],
  ])('with whole minutes, south and west: %s', (text, value) => {
    expect(parseCoordinate(text)).toBe(value)
  })
  it.each([
    ['38468000.123', 38468000.123],
    ['38,468,000.5', 38468000.5],
    ['38，468，000．5米', 38468000.5],
    ['3 719 483 m', 3719483],
    ['3719483米', 3719483],
    ['468000M', 468000],
  ])('in metres: %s', (text, value) => {
    expect(parseCoordinate(text)).toBe(value)
  })
  it.each([
    '',
    ' ',
    '-',
    '/',
    '无',
    '东经',
    'E',
    '114.65.1',
    "114°60'",
    '114°39′60″',
    '114.5°39′',
    '114°39.5′12″',
    '114-39',
    '114 39',
    '2019-05-27x',
    '-114.65W',
    'E114.65N',
    '经度N33',
    '114,65',
    '114.65,33.59',
    '38.468万',
    '5公里',
    '0.5m',
    '114.65米',
    '3.8468E+07',
    '１'.repeat(80),
  ])('not in: %s', (text) => {
    expect(parseCoordinate(text)).toBeNull()
  })
  it('reads back every degree, minute and second it is given', () => {
    const forms = [
      (d: number, m: number, s: number) => `${d}°${m}′${s}″`,
      (d: number, m: number, s: number) => `${d}度${m}分${s}秒`,
      (d: number, m: number, s: number) => `东经${d}-${m}-${s}`,
      (d: number, m: number, s: number) => `${d} ${m} ${s}E`,
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 179 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 599 }),
        fc.constantFrom(...forms),
        (d, m, tenths, form) => {
          const value = parseCoordinate(form(d, m, tenths / 10)) as number
          expect(Math.abs(value * 36_000 - (d * 36_000 + m * 600 + tenths))).toBeLessThan(1e-3)
        },
      ),
      { numRuns: 300, seed: 5 },
    )
  })
  it('never throws, never gives what is not a number', () => {
    const piece = fc.constantFrom(...'0123456789.,-+°′″\'"度分秒EWNS东经北纬 e:米m'.split(''))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 14 }).map((p) => p.join('')),
          fc.string(),
        ),
        (text) => {
          const value = parseCoordinate(text)
          expect(value === null || Number.isFinite(value)).toBe(true)
          const pair = parsePair(text)
          expect(pair === null || (Number.isFinite(pair.x) && Number.isFinite(pair.y))).toBe(true)
        },
      ),
      { numRuns: 3000, seed: 6 },
    )
  })
})

describe('both in one cell', () => {
  it.each([
    ['114.65,33.59', 114.65, 33.59],
    ['114.65，33.59', 114.65, 33.59],
    ['114.65、33.59', 114.65, 33.59],
    ['114.65 33.59', 114.65, 33.59],
    ['114.65\t33.59', 114.65, 33.59],
    ['114.65;33.59', 114.65, 33.59],
    ['(33.59 114.65)', 33.59, 114.65],
    ['（114.65，33.59）', 114.65, 33.59],
    ['[114.65, 33.59]', 114.65, 33.59],
    ['POINT (114.65 33.59)', 114.65, 33.59],
    ['E114.65 N33.59', 114.65, 33.59],
    ['N33.59, E114.65', 114.65, 33.59],
    ['114.65E 33.59N', 114.65, 33.59],
    ['114.65E33.59N', 114.65, 33.59],
    ['东经114.65北纬33.59', 114.65, 33.59],
    ['北纬33.59°，东经114.65°', 114.65, 33.59],
    ['经度:114.65 纬度:33.59', 114.65, 33.59],
    ['E114°39′12.5″ N33°35′24″', DMS, 33.59],
    ['114 39 12.5 33 35 24', DMS, 33.59],
    ['114°39\'12.5"E, 33°35\'24"N', DMS, 33.59],
    ['38,468,000 3,719,483', 38468000, 3719483],
    ['38468000.5,3719483.25', 38468000.5, 3719483.25],
  ])('%s', (text, x, y) => {
    expect(parsePair(text)).toEqual({ x, y })
  })
  it.each(['', '114.65', ',', '114.65,', '114.65,无', 'E114.65 E33.59', '114.65,33.59,50', '太昊路 12 号'])(
    'not in: %s',
    (text) => {
      expect(parsePair(text)).toBeNull()
    },
  )
})
