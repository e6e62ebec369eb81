/** The rubric, and the path of the fault in a broken one. */
import { describe, expect, it } from 'vitest'
import sample from '../../data/standard.json' with { type: 'json' }
import { PackageError } from '../../src/intake/package.ts'
import { readStandard } from '../../src/intake/standard.ts'
import { read } from './files.ts'

type Sample = typeof sample

describe('the rubric', () => {
  it('is the sample’s where the package brings none, and the one asked for before either', () => {
    expect(read({}).standard.version).toBe(sample.version)
    const own = JSON.stringify({ ...sample, version: '本区' })
    expect(read({ 'standard.json': own }).standard.version).toBe('本区')
    const given = read({ 'standard.json': own }, { standard: { ...sample, version: '另给' } })
    expect(given.standard.version).toBe('另给')
  })
  it.each([
    [(s: Sample) => Object.assign(s.items[3] as object, { points: -1 }), 'items[3].points 应为正数'],
    [
      (s: Sample) => Object.assign(s.items[3] as object, { points: '5' }),
      'items[3].points 应为数字，现为文字',
    ],
    [
      (s: Sample) => Object.assign(s.items[0] as object, { category: '无' }),
      'items[0].category 分类“无”没有定义',
    ],
    [(s: Sample) => Object.assign(s.kinds[1] as object, { colour: 'red' }), 'kinds[1] 不认识“colour”'],
    [(s: Sample) => Object.assign(s, { window: 0 }), 'window 应为正数'],
    [(s: Sample) => Object.assign(s, { window: 1.5 }), 'window 应为整数，现为数字'],
    [(s: Sample) => Object.assign(s, { minShare: 2 }), 'minShare 应不大于 1'],
    [(s: Sample) => Object.assign(s, { version: '' }), 'version 不能为空'],
    [(s: Sample) => Object.assign(s, { minPoints: undefined }), 'minPoints 没有填'],
    [
      (s: Sample) => Object.assign(s, { officeAggregate: 'max' }),
      'officeAggregate 应为 mean、population、worst 之一',
    ],
    [(s: Sample) => Object.assign(s.caps[0] as object, { rule: '无' }), 'caps[0].rule 应为规定的几种之一'],
    [(s: Sample) => Object.assign(s.bands[0] as object, { steps: [] }), 'bands[0].steps 至少要有 1 项'],
  ])('a broken one is refused with the path of the fault, without a word of English (%#)', (spoil, fault) => {
    const broken = structuredClone(sample)
    spoil(broken)
    const text = JSON.stringify(broken)
    expect(() => read({ 'standard.json': text })).toThrow(PackageError)
    expect(() => read({ 'standard.json': text })).toThrow(`评分标准 standard.json 有误：${fault}`)
    expect(() => read({ 'standard.json': text })).toThrow(/^[^\n]*。$/)
  })
  it('not JSON, not an object', () => {
    expect(() => read({ 'standard.json': '{' })).toThrow(
      '评分标准 standard.json 不是有效的 JSON（到第 1 行第 2 列就断了，文件可能不完整）。',
    )
    expect(() => read({ 'standard.json': ' \n' })).toThrow('评分标准 standard.json 文件是空的。')
    expect(() => read({ 'standard.json': '{"code":401,"message":"未登录"}' })).toThrow(
      /^评分标准 standard\.json 有误：里面是别的内容（“code”、“message”），/,
    )
    expect(() => readStandard([], '某文件')).toThrow('评分标准 某文件 有误：应为对象 {…}，现为列表 […]。')
  })
})
