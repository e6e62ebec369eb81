/** What tells a home or a person without a number. */
import { describe, expect, it } from 'vitest'
import { hasDoor, hasNamed } from '../../../src/intake/people/homes.ts'

describe('doors and names', () => {
  it.each([
    '3号楼2单元501室',
    '三组12号',
    '太昊路12号',
    '五一巷 8 号院',
    '12号院3户',
    '5栋102',
    '1-2-301',
    '门牌：12',
    '幸福小区东12号',
  ])('a door: %s', (text) => {
    expect(hasDoor(text)).toBe(true)
  })
  it.each([
    '周创办〔2019〕12号',
    '太昊路12号文件',
    '2019-05-27评选',
    '5月27号评选',
    '共评选12户',
    '第3组评议',
    '居委会评议、张榜公示',
    '三座公厕旁',
  ])('no door: %s', (text) => {
    expect(hasDoor(text)).toBe(false)
  })
  it('a name under a label', () => {
    expect(hasNamed('户主：某某')).toBe(true)
    expect(hasNamed('居委会评议')).toBe(false)
  })
})
