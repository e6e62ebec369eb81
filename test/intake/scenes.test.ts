/** `scenes.json`, both versions: what is read of it, and what is told. */
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../src/model/day.ts'
import { readHash, writeHash } from '../../src/view/link/hash.ts'
import { DEFAULT_VIEW } from '../../src/view/link/state.ts'
import { read } from './files.ts'

const of = (json: unknown) => {
  const { briefings, report, standard } = read({ 'scenes.json': JSON.stringify(json) })
  return {
    briefings,
    standard,
    told: report.flagged
      .filter(({ file }) => file === 'scenes.json')
      .map(({ field, value, reason }) => `${field}=${value} ${reason}`),
    unread: report.unread,
  }
}
const one = (scene: unknown) => of({ version: 2, briefings: [{ name: '周调度', scenes: [scene] }] })

describe('version 2', () => {
  it('is read with all that a scene may have, and keeps what nobody knows', () => {
    const { briefings, told, unread } = of({
      version: 2,
      briefings: [
        {
          name: '周调度',
          scenes: [
            {
              title: '一',
              points: ['好'],
              link: '#v=1&d=2019-05-27',
              dwell: 20,
              hidden: true,
              备注: { a: [1] },
            },
            { title: '二', points: [], link: '' },
          ],
        },
        { name: '空', scenes: [] },
      ],
    })
    expect([told, unread]).toEqual([[], []])
    expect(briefings).toEqual([
      {
        name: '周调度',
        scenes: [
          {
            title: '一',
            points: ['好'],
            link: 'v=1&d=2019-05-27',
            dwell: 20,
            hidden: true,
            more: { 备注: { a: [1] } },
          },
          { title: '二', points: [], link: '', dwell: null, hidden: false, more: {} },
        ],
        more: {},
      },
      { name: '空', scenes: [], more: {} },
    ])
  })

  it('takes a whole address for the link it ends in', () => {
    const { briefings, told } = one({ title: '一', points: [], link: 'https://城管.example/图/#v=1&t=1' })
    expect([briefings[0]?.scenes[0]?.link, told]).toEqual(['v=1&t=1', []])
  })

  it.each<[string, unknown, string]>([
    ['title', 7, 'title=7 汇报“周调度”第 1 个场景的标题（title）应为文字，暂缺'],
    ['points', '好', 'points=好 汇报“周调度”第 1 个场景“一”的要点（points）应为一列文字，没有采用'],
    ['points', ['好', 8], 'points[1]=8 汇报“周调度”第 1 个场景“一”的第 2 条要点应为文字，没有采用'],
    ['link', undefined, 'link= 汇报“周调度”第 1 个场景“一”的链接（link）不是本页的链接，按打开时的样子显示'],
    [
      'link',
      'https://a.example',
      'link=https://a.example 汇报“周调度”第 1 个场景“一”的链接（link）不是本页的链接，按打开时的样子显示',
    ],
    ['dwell', '20', 'dwell=20 汇报“周调度”第 1 个场景“一”的停留时间（dwell）应为大于 0 的秒数，没有采用'],
    ['dwell', -1, 'dwell=-1 汇报“周调度”第 1 个场景“一”的停留时间（dwell）应为大于 0 的秒数，没有采用'],
    ['hidden', 1, 'hidden=1 汇报“周调度”第 1 个场景“一”的隐藏（hidden）应为 true 或 false，按不隐藏'],
  ])('a %s that cannot be is told, and loses nothing else: %j', (name, value, reason) => {
    const good = { title: '一', points: ['好'], link: 'v=1&t=1', dwell: 9, hidden: false, 备注: 1 }
    const { briefings, told, unread } = one({ ...good, [name]: value })
    expect(told).toEqual([`briefings[0].scenes[0].${reason}`])
    expect(unread).toEqual([])
    const { 备注, ...rest } = good
    const { [name as 'title']: _, ...others } = rest
    expect(briefings[0]?.scenes[0]).toMatchObject({ ...others, more: { 备注 } })
  })

  it('a scene, a list or a presentation that is none is told by its place; the others stay', () => {
    const { briefings, told } = of({
      version: 3,
      briefings: [7, { scenes: [null, { title: '一', points: [], link: '' }] }, { name: '三', scenes: '无' }],
    })
    expect(briefings.map(({ name, scenes }) => [name, scenes.map(({ title }) => title)])).toEqual([
      ['汇报 2', ['一']],
      ['三', []],
    ])
    expect(told).toEqual([
      'version=3 版本（version）应为 2，仍按版本 2 读入',
      'briefings[0]=7 第 1 个汇报不是汇报，没有读入',
      'briefings[1].name= 第 2 个汇报的名称（name）应为文字，暂称“汇报 2”',
      'briefings[1].scenes[0]= 汇报“汇报 2”第 1 个场景不是场景，没有读入',
      'briefings[2].scenes=无 汇报“三”的场景（scenes）应为一列，没有读入',
    ])
  })

  it.each(['13900000000', '139+0000+0000', '139%200000%200000', '%31%33900000000', '%E7%94%B2+13900000000'])(
    'numbers of people are taken out of the texts, and of the links as they are read: %s',
    (text) => {
      const link = `v=1&t=1&tq=${text}`
      const { briefings, told } = one({ title: '一', points: ['找13900000000'], link })
      expect(briefings[0]?.scenes[0]).toMatchObject({ points: ['找（已隐去手机号）'] })
      expect(readHash(briefings[0]?.scenes[0]?.link ?? '').ledger.text).toMatch(/^(甲 )?（已隐去手机号）$/)
      expect(told).toHaveLength(2)
    },
  )
})

describe('version 1', () => {
  const scenes = [
    { title: '一', points: ['好'], asOf: '2019-05-27', metric: 'theme:脏' },
    { title: '二', points: [], metric: 'overdue', heat: true },
    { title: '三', points: [], select: 'water:S04', 备注: '旧' },
    { title: '四', points: [], kinds: ['recycling'] },
    { title: '五', points: [] },
  ]

  it.each([
    ['as an object', { version: 1, scenes }],
    ['as a list', scenes],
  ])('%s: its words become links that open the same view', (_, json) => {
    const { briefings, told, standard } = of(json)
    expect(told).toEqual([])
    expect(briefings.map(({ name }) => name)).toEqual(['汇报'])
    const read = briefings[0]?.scenes ?? []
    expect(read.map(({ link }) => readHash(link))).toEqual([
      { ...DEFAULT_VIEW, asOf: parseDay('2019-05-27'), metric: { type: 'theme', id: '脏' } },
      { ...DEFAULT_VIEW, metric: { type: 'overdue' }, heat: true },
      { ...DEFAULT_VIEW, selection: { type: 'water', id: 'S04' } },
      { ...DEFAULT_VIEW, hiddenKinds: standard.kinds.map(({ id }) => id).filter((id) => id !== 'recycling') },
      DEFAULT_VIEW,
    ])
    for (const { link } of read) expect(writeHash(readHash(link))).toBe(link)
    expect(read.map(({ title, more }) => [title, more])).toEqual([
      ['一', {}],
      ['二', {}],
      ['三', { 备注: '旧' }],
      ['四', {}],
      ['五', {}],
    ])
  })

  it('a word that makes no sense is told; a link that is there already stays', () => {
    const { briefings, told } = of([
      { title: '一', points: [], asOf: 5, heat: 'ja', kinds: 'farm', link: '#t=1' },
    ])
    expect(briefings[0]?.scenes[0]?.link).toBe('t=1')
    expect(told).toEqual([
      '[0].asOf=5 汇报“汇报”第 1 个场景“一”的 asOf 读不懂，没有采用',
      '[0].kinds=farm 汇报“汇报”第 1 个场景“一”的 kinds 读不懂，没有采用',
      '[0].heat=ja 汇报“汇报”第 1 个场景“一”的 heat 读不懂，没有采用',
    ])
  })
})
