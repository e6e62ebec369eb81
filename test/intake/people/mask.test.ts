/** Numbers that lead to a person are found however they stand, and nothing else is. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { keyFault, maskJson, maskPeople } from '../../../src/intake/people/mask.ts'
import { CARD19, type Case, ID, ID_X, idOf, NOBODY, PEOPLE, WRONG_ID, wide } from './corpus.ts'
import * as keptBack from './kept-back.ts'

/** The digits of a text in whatever script, as one row; those of a day, a place and an area are no secret. */
const digitsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/2019\D?0?5\D?27\D?(?:9:03)?/g, '')
    .replace(/114\.6491234,33\.5912345|411671011001/g, '')
    .replace(/\D+/g, '')

describe('the corpus', () => {
  it('holds enough of both kinds', () => {
    expect(PEOPLE.length).toBeGreaterThanOrEqual(150)
    expect(NOBODY.length).toBeGreaterThanOrEqual(150)
    expect(new Set(PEOPLE.map(String)).size).toBe(PEOPLE.length)
    expect(new Set(NOBODY.map(String)).size).toBe(NOBODY.length)
    expect(keptBack.PEOPLE.length).toBeGreaterThanOrEqual(150)
    expect(keptBack.NOBODY.length).toBeGreaterThanOrEqual(150)
  })
  const name = ([text, label]: Case) =>
    `${JSON.stringify(text)}${label === undefined ? '' : ` under ${label}`}`
  it.each([...PEOPLE, ...keptBack.PEOPLE].map((one) => [name(one), one] as const))(
    'a person: %s',
    (_, [text, label]) => {
      const { text: masked, found } = maskPeople(text, label)
      expect(found).not.toEqual([])
      expect(digitsOf(masked).length, masked).toBeLessThan(7)
      // What is left is nobody's, and stays as it is.
      expect(maskPeople(masked, label)).toEqual({ text: masked, found: [] })
    },
  )
  it.each([...NOBODY, ...keptBack.NOBODY].map((one) => [name(one), one] as const))(
    'nobody: %s',
    (_, [text, label]) => {
      expect(maskPeople(text, label)).toEqual({ text, found: [] })
    },
  )
})

describe('the rest of the text stays to the letter', () => {
  it.each([
    [`身份证${ID}`, '身份证（已隐去身份证号）'],
    [`甲${ID_X.replace('X', 'Ｘ')}乙`, '甲（已隐去身份证号）乙'],
    [`编号2019 ${ID}`, '编号2019 （已隐去身份证号）'],
    [`身份证：${WRONG_ID}。`, '身份证：（已隐去身份证号）。'],
    ['联系13800000000。', '联系（已隐去手机号）。'],
    ['联系１３８００００００００。', '联系（已隐去手机号）。'],
    ['138\u200b0000\u200b0000', '（已隐去手机号）'],
    ['电话:13800000000/13900000000', '电话:（已隐去手机号）/（已隐去手机号）'],
    ['13800000000.0', '（已隐去手机号）'],
    ['（+86）13800000000，急', '（已隐去手机号），急'],
    ['tel13800000000', 'tel（已隐去手机号）'],
    ['GC-411671-13800000000', 'GC-411671-（已隐去手机号）'],
    ['2019-05-27 13800000000 3处', '2019-05-27 （已隐去手机号） 3处'],
    ['（0394）8000000', '（已隐去电话）'],
    ['0394-8000000转801', '（已隐去电话）'],
    ['座机：8000000、8100000', '座机：（已隐去电话）、（已隐去电话）'],
    ['经度114.6491234567，找13800000000', '经度114.6491234567，找（已隐去手机号）'],
    [`卡号${CARD19}`, '卡号（已隐去银行卡号）'],
    ['一三八〇〇〇〇〇〇〇〇催办', '（已隐去手机号）催办'],
  ])('%s', (text, masked) => {
    expect(maskPeople(text).text).toBe(masked)
  })
  it('several of several sorts, each named once', () => {
    const { text, found } = maskPeople(`${ID}，13800000000，13900000000，0394-8000000`)
    expect(found).toEqual(['身份证号', '手机号', '电话'])
    expect(text).toBe('（已隐去身份证号），（已隐去手机号），（已隐去手机号），（已隐去电话）')
  })
})

describe('whatever the number', () => {
  const digits = (length: number) =>
    fc
      .array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length })
      .map((d) => d.join(''))
  const two = (n: number) => String(n).padStart(2, '0')
  const day = fc
    .tuple(
      fc.integer({ min: 1930, max: 2018 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => `${y}${two(m)}${two(d)}`)
  const mobile = fc.tuple(fc.integer({ min: 13, max: 19 }), digits(9)).map(([head, rest]) => `${head}${rest}`)
  const identity = fc.tuple(day, digits(3)).map(([born, order]) => idOf('411671', born, order))
  const around = fc.constantFrom(
    ['', ''],
    ['找', '。'],
    ['（', '）'],
    ['电话：', '转'],
    [' ', ' '],
    ['QQ', '同号'],
    ['a_', 'b'],
  )
  const written = fc.constantFrom<(text: string) => string>(
    (text) => text,
    wide,
    (text) => [...text].join('\u200b'),
    (text) => [...text].join(' '),
    (text) => [...text].join('\t'),
    (text) => text.replace(/^(.{6})/, '$1\n'),
  )
  it('it is taken out', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, identity), around, written, (secret, [before, after], write) => {
        const { text } = maskPeople(`${before}${write(secret)}${after}`)
        expect(digitsOf(text)).toBe('')
      }),
      { numRuns: 3000, seed: 3 },
    )
  })
  it('area codes, days, places, registrations of firms and times in milliseconds stay', () => {
    const areaCode = digits(10).map((rest) => `41${rest}`)
    const written = day.map((d) => `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6)}`)
    const place = fc
      .tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }))
      .map(([lon, lat]) => `${lon},${lat}`)
    const metres = fc
      .tuple(fc.double({ min: 3e6, max: 4e6, noNaN: true }), fc.double({ min: 38e6, max: 39e6, noNaN: true }))
      .map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`)
    // 91 = a firm; the six digits after it are those of the place.
    const firm = digits(9).map((rest) => `91411671${rest}${Number(rest) % 10}`)
    const milliseconds = fc.integer({ min: 1_262_304_000_000, max: 1_893_456_000_000 }).map(String)
    fc.assert(
      fc.property(
        fc.oneof(areaCode, day, written, place, metres, firm, milliseconds),
        fc.constantFrom('', '在', ' ', '编号'),
        (text, before) => {
          expect(maskPeople(`${before}${text}`)).toEqual({ text: `${before}${text}`, found: [] })
        },
      ),
      { numRuns: 4000, seed: 3 },
    )
  })
  it('any text at all is masked without an error, in time that does not grow beyond its length', () => {
    const mark = fc.constantFrom(...' -./、，()+86013578９一二〇电话卡号身份证<b>&nbsp;\u200b\n𝟏')
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 300 }), (marks) => {
        const once = maskPeople(marks.join(''))
        expect(maskPeople(once.text)).toEqual({ text: once.text, found: [] })
      }),
      { numRuns: 500, seed: 5 },
    )
    const long = '电话 1 3 8 '.repeat(20_000)
    const start = performance.now()
    maskPeople(long)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('JSON', () => {
  test('texts, whole numbers and names, told by their path; figures stay', () => {
    const told: [string, string][] = []
    const masked = maskJson(
      {
        contact: { phone: 8000000, name: '甲' },
        list: [13800000000, 411671011001, 114.138],
        找13800000000: '是',
        asOf: '2019-05-27',
      },
      (path, { text }) => told.push([path, text]),
    )
    expect(masked).toEqual({
      contact: { phone: '（已隐去电话）', name: '甲' },
      list: ['（已隐去手机号）', 411671011001, 114.138],
      '找（已隐去手机号）': '是',
      asOf: '2019-05-27',
    })
    expect(told).toEqual([
      ['contact.phone', '（已隐去电话）'],
      ['list[0]', '（已隐去手机号）'],
      ['找（已隐去手机号）', '找（已隐去手机号）'],
    ])
  })
  test('two names that become one stay two', () => {
    expect(maskJson({ 13800000000: 1, 13900000000: 2 }, () => {})).toEqual({
      '（已隐去手机号）': 1,
      '（已隐去手机号）2': 2,
    })
  })
})

test('what names a record may hold no such number, nor have held one', () => {
  expect(keyFault('XC-027', '编号')).toBeNull()
  expect(keyFault('JC18112700027', '检查编号')).toBeNull()
  const fault = {
    shown: 'T（已隐去手机号）',
    reason: '“编号”里有手机号：它不能当编号，请换一个不含个人信息的',
  }
  expect(keyFault('T13800000000', '编号')).toEqual(fault)
  expect(keyFault('T（已隐去手机号）', '编号')).toEqual(fault)
})
