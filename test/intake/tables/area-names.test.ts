import { describe, expect, it } from 'vitest'
import { areaFinder, areaReader } from '../../../src/intake/tables/area-names.ts'
import type { Area } from '../../../src/model/records.ts'

const area = (code: string, name: string, office: string): Area =>
  ({
    code,
    name,
    office,
    relocation: false,
    population: null,
    group: null,
    geometry: { type: 'Polygon', coordinates: [] },
  }) as never

const AREAS = [
  area('411671011001', '毛楼居委会', '太昊路办事处'),
  area('411671011002', '杨脑社区', '太昊路办事处'),
  area('411671012003', '杨井沿居委会', '淮河路办事处'),
  area('411671012004', '南村居委会', '淮河路办事处'),
  area('411671012005', '南村社区', '太昊路办事处'),
]
const read = areaReader(AREAS)

describe('居委会 by the names people give them', () => {
  it.each([
    '毛楼社区',
    '毛楼居民委员会',
    '毛楼',
    '毛楼社区居委会',
    '毛楼社区居民委员会',
    '毛楼行政村',
    '毛楼村委',
    '毛楼村',
    '毛楼居委',
    '毛楼社区网格',
    '太昊路毛楼社区',
    '太昊路办事处毛楼居委会',
    '太昊路街道-毛楼社区',
    '毛楼(社区)',
    '毛楼社区（待拆迁）',
    '周口经济开发区毛楼居委会',
    '毛 楼 社 区',
    '毛樓社區',
    '11001',
    '411671011001',
    '411671011001.0',
    '4116 7101 1001',
    '毛楼社区党群服务中心',
    '毛楼社区2组',
    '毛楼第三网格',
    '1.毛楼',
    '01毛楼',
    '①毛楼社区',
    '11001毛楼',
    '毛楼-411671011001',
    '411671011001毛楼居委会',
    '【毛楼】',
    '毛楼居委会、',
    '毛楼（村）委会',
    '毛楼居（村）委会',
    '毛楼居/村委',
    '毛楼社居委',
    '毛楼居民委',
    '毛楼党支部',
    '毛楼社区党总支',
    '毛楼村两委',
    '毛楼社区工作站',
    '毛楼大队',
    '毛楼村组',
    '毛楼居',
    '毛楼社区居',
    '毛楼居委会东',
    '毛楼村南头',
    '毛楼社区3号楼',
    '毛楼居委会辖',
    '居委会毛楼',
    '太昊办毛楼社区',
    '太昊路街办毛楼村',
  ])('%s', (text) => {
    expect(read(text)).toBe('411671011001')
  })
  it('a longer name is not the shorter one it holds', () => {
    expect(read('杨井沿社区2组')).toBe('411671012003')
    expect(read('毛楼新村')).toEqual({ reason: '没有这个居委会' })
    expect(read('楼社区')).toEqual({ reason: '没有这个居委会' })
  })
  it('a place named after it, or another word for a place, is not it', () => {
    for (const text of ['毛楼小区', '毛楼庄', '毛楼东', '毛搂社区', '毛楼社区公厕'])
      expect(read(text)).toEqual({ reason: '没有这个居委会' })
    expect(read('411671011002毛楼')).toEqual({ reason: '代码和名称说的不是一个居委会' })
  })
  it('why it is none is told', () => {
    expect(read('毛楼社区、杨脑社区')).toEqual({ reason: '写了 2 个居委会，一行只能属于一个' })
    expect(read('毛楼/毛楼社区')).toBe('411671011001')
    expect(read('太昊路办事处')).toEqual({ reason: '这是办事处，不是居委会' })
    expect(read('全区')).toEqual({ reason: '说的不是一个居委会' })
    expect(read('4.11671E+11')).toMatchObject({ reason: expect.stringContaining('科学计数') })
  })
  it('two of one name are told apart by the name in full only', () => {
    expect(read('南村社区')).toBe('411671012005')
    expect(read('南村居委会')).toBe('411671012004')
    expect(read('南村')).toMatchObject({ reason: expect.stringContaining('有 2 个居委会叫这个名字') })
  })
})

describe('the 居委会 that a longer text names', () => {
  const find = areaFinder(AREAS)
  it.each([
    ['太昊路办事处毛楼社区2019年5月台账', '411671011001'],
    ['毛楼村东头', '411671011001'],
    ['毛楼南头', '411671011001'],
    ['杨井沿社区北门', '411671012003'],
    ['区政府对面杨脑社区门口', '411671011002'],
    // Named after it, named twice over, or named by chance.
    ['毛楼大道与八一路交叉口', null],
    ['毛楼新村南门', null],
    ['毛楼社区和杨脑社区之间', null],
    ['南村村口', null],
    ['去毛楼的路上', null],
    ['八一路', null],
    ['', null],
  ])('%s → %s', (text, code) => {
    expect(find(text)).toBe(code)
  })
})
