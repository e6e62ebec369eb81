/** Changes by hand against rows worked out by hand. */

import { beforeEach, describe, expect, it } from 'vitest'
import type { Edit } from '../../../src/engine/contract/data.ts'
import { actionOf } from '../../../src/engine/editing/action.ts'
import { editAnswers } from '../../../src/engine/editing/edit-answers.ts'
import { nextId } from '../../../src/engine/editing/new-id.ts'
import { openPassing } from '../../../src/engine/package/storage.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/package/workspace.ts'
import { parseDay } from '../../../src/model/day.ts'
import { issueStateAt } from '../../../src/model/state.ts'
import { AREAS, SITES } from '../../intake/files.ts'

const ISSUES = `编号,点位编号,发现日期,整改期限,整改完成日期,复查通过日期,返工日期,问题描述,责任单位,督办人意见
WT-0001,G1,2019-05-01,2019-05-08,,,,"垃圾, 未清",环卫所,尽快
WT-0009,A1,2019-05-02,2019-05-09,2019-05-05,2019-05-06,,墙面脏,城管局,

WT-0010,,2019-05-03,,,,,,,
`

const AT = '2019-05-27T09:00:00+08:00'
const day = (text: string) => parseDay(text) as number

const begin = async (issues: string | null = ISSUES, more: Record<string, string> = {}) => {
  const files = {
    'areas.geojson': AREAS,
    'sites.csv': SITES,
    ...(issues === null ? {} : { 'issues.csv': issues }),
    ...more,
  }
  const workspace = openWorkspace({
    fetchHost: async () => ({
      files: new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])),
      unread: new Map(),
      notes: [],
    }),
    fetchPhoto: async () => ({ type: 'absent', startPage: false }),
    hostBase: 'https://site/data/',
    storage: openPassing(),
    now: () => AT,
    announce: () => {},
  })
  await workspace.start()
  const text = (path: string) => {
    const bytes = workspace.reading().files.get(path)
    return bytes === undefined ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  }
  return {
    workspace,
    ...editAnswers(
      () => workspace,
      () => AT,
    ),
    text,
  }
}

type Begun = Awaited<ReturnType<typeof begin>>
let copy: Begun
beforeEach(async () => {
  copy = await begin()
})

const set = (id: string, fields: Record<string, string>, record: 'issue' | 'site' = 'issue'): Edit => ({
  type: 'set',
  record,
  id,
  fields,
})
const modelIssue = ({ workspace }: { workspace: Workspace }, id: string) => {
  const issue = workspace.reading().opened.model.issues.find((one) => one.id === id)
  if (issue === undefined) throw new Error(id)
  return issue
}
const [, FIRST, SECOND] = ISSUES.split('\n') as [string, string, string]

describe('an issue', () => {
  it('is closed: one row changes, the register tells it, the state follows', async () => {
    await copy.edit([set('WT-0001', { fixedOn: '2019-05-20' })])
    await copy.edit([set('WT-0001', { verifiedOn: '2019-05-21' })])
    expect(copy.text('issues.csv')).toBe(
      ISSUES.replace(
        FIRST,
        'WT-0001,G1,2019-05-01,2019-05-08,2019-05-20,2019-05-21,,"垃圾, 未清",环卫所,尽快',
      ),
    )
    expect(issueStateAt(modelIssue(copy, 'WT-0001'), day('2019-05-21'))).toBe('已销号')
    expect(copy.text('register.csv')).toBe(
      '\ufeff时间,操作,记录,编号,字段,原值,新值\r\n' +
        `${AT},完成整改,问题,WT-0001,整改完成日期,,2019-05-20\r\n` +
        `${AT},销号,问题,WT-0001,复查通过日期,,2019-05-21\r\n`,
    )
    const { revisions } = await copy.workspace.state()
    expect(revisions.map(({ what }) => what)).toEqual(['销号 WT-0001', '完成整改 WT-0001'])
  })

  it('is opened again, assigned anew, given longer', async () => {
    await copy.edit([
      set('WT-0009', { fixedOn: '', verifiedOn: '', reworks: '2019-05-10' }),
      set('WT-0009', { responsible: '街道办' }),
      set('WT-0009', { dueOn: '2019-05-19' }),
    ])
    expect(copy.text('issues.csv')).toBe(
      ISSUES.replace(SECOND, 'WT-0009,A1,2019-05-02,2019-05-19,,,2019-05-10,墙面脏,街道办,'),
    )
    expect(
      (await copy.register()).map(({ action, field, before, after }) => [action, field, before, after]),
    ).toEqual([
      ['重开', '整改完成日期', '2019-05-05', ''],
      ['重开', '复查通过日期', '2019-05-06', ''],
      ['重开', '返工日期', '', '2019-05-10'],
      ['改派', '责任单位', '城管局', '街道办'],
      ['延期', '整改期限', '2019-05-09', '2019-05-19'],
    ])
    expect((await copy.workspace.state()).revisions.map(({ what }) => what)).toEqual([
      '手工改动 3 项：重开 WT-0009 等',
    ])
  })

  it('is moved on the map, in columns the file did not have', async () => {
    await copy.edit([set('WT-0010', { lon: '0.25', lat: '0.75' })])
    expect(copy.text('issues.csv')).toBe(
      ISSUES.replace('督办人意见\n', '督办人意见,经度,纬度\n').replace(
        'WT-0010,,2019-05-03,,,,,,,',
        'WT-0010,,2019-05-03,,,,,,,,0.25,0.75',
      ),
    )
    expect((await copy.register())[0]?.action).toBe('移动点位')
  })

  it('is added under the next number', async () => {
    const overview = await copy.edit([
      { type: 'newIssue', fields: { foundOn: '2019-05-27', lon: '1.5', lat: '0.5', description: '=新' } },
      { type: 'newIssue', fields: { foundOn: '2019-05-27', areaCode: '甲居委会' } },
    ])
    expect(overview.issues.id.slice(-2)).toEqual(['WT-0011', 'WT-0012'])
    expect(copy.text('issues.csv')).toMatch(
      /\nWT-0011,,2019-05-27,,,,,'=新,,,1.5,0.5\nWT-0012,,2019-05-27,,,,,,,,,,甲居委会\n$/,
    )
    expect(modelIssue(copy, 'WT-0011').description).toBe('=新')
  })

  it('may be the first', async () => {
    const first = await begin(null)
    await first.edit([{ type: 'newIssue', fields: { foundOn: '2019-05-27', siteId: 'G1' } }])
    expect(modelIssue(first, 'WT-0001').siteId).toBe('G1')
    expect(await first.fieldsOf('issue', 'WT-0001')).toMatchObject({ foundOn: '2019-05-27', siteId: 'G1' })
  })
})

describe('what makes no sense is refused and changes nothing', () => {
  it.each<[string, Edit, RegExp]>([
    [
      'a day before it was found',
      set('WT-0001', { fixedOn: '2019-04-30' }),
      /整改完成日期“2019-04-30”.*早于发现日期/,
    ],
    [
      'a check before the work',
      set('WT-0001', { fixedOn: '2019-05-09', verifiedOn: '2019-05-08' }),
      /复查通过早于/,
    ],
    ['no date', set('WT-0001', { dueOn: '下周' }), /日期读不懂/],
    ['no day of finding', set('WT-0001', { foundOn: '' }), /没有填日期/],
    ['a place that is none', set('WT-0001', { siteId: 'X9' }), /没有这个点位编号/],
    ['an area that is none', set('WT-0001', { areaCode: '丙居委会' }), /没有这个居委会/],
    ['a place outside', set('WT-0001', { lon: '50', lat: '50' }), /不在任何居委会之内/],
    ['half a place', set('WT-0010', { lon: '0.5' }), /经度和纬度要一起填/],
    ['an unknown record', set('WT-0404', { dueOn: '' }), /没有编号为“WT-0404”的问题/],
    ['an unknown field', set('WT-0001', { owner: '' }), /没有“owner”这个字段/],
    ['another number', set('WT-0001', { id: 'WT-2' }), /编号不能改动/],
    ['nothing new', set('WT-0001', { responsible: ' 环卫所 ' }), /没有改动/],
    ['a person', set('WT-0001', { responsible: `联系 ${'138'}${'0000'}${'0000'}` }), /责任单位”里有手机号/],
    ['a new one without a day', { type: 'newIssue', fields: { siteId: 'G1' } }, /没有填日期/],
    ['a new one nowhere', { type: 'newIssue', fields: { foundOn: '2019-05-27' } }, /不在任何居委会之内/],
    ['a number taken', { type: 'newIssue', fields: { id: 'WT-0009', foundOn: '2019-05-27' } }, /已经有了/],
    ['a kind that is none', set('G1', { kind: '宫殿' }, 'site'), /评分标准里没有这个类别/],
  ])('%s', async (_, edit, message) => {
    await expect(copy.edit([edit])).rejects.toThrow(message)
    expect([copy.text('issues.csv'), copy.text('register.csv')]).toEqual([ISSUES, null])
  })

  it('after the day of the package', async () => {
    const dated = await begin(ISSUES, { 'district.json': '{"asOf":"2019-05-27"}' })
    await expect(dated.edit([set('WT-0001', { fixedOn: '2019-05-28' })])).rejects.toThrow('日期晚于数据日期')
  })

  it('but a doubt that was there before is no hindrance', async () => {
    const doubtful = await begin(ISSUES.replace('2019-05-08', '2019-04-08'))
    await doubtful.edit([set('WT-0001', { responsible: '城管局' })])
    expect(modelIssue(doubtful, 'WT-0001').responsible).toBe('城管局')
  })
})

describe('a site', () => {
  it('is moved, and the row of another stays', async () => {
    await copy.edit([set('G1', { lon: '0.9', lat: '0.1' }, 'site')])
    expect(copy.text('sites.csv')).toBe(SITES.replace('0.5,0.5,001', '0.9,0.1,001'))
    expect(await copy.register()).toEqual([
      { at: AT, action: '移动点位', record: 'site', id: 'G1', field: '经度', before: '0.5', after: '0.9' },
      { at: AT, action: '移动点位', record: 'site', id: 'G1', field: '纬度', before: '0.5', after: '0.1' },
    ])
  })
})

it('is taken back together with its lines of the register', async () => {
  await copy.edit([set('WT-0001', { responsible: '城管局' })])
  const [issues, register] = [copy.text('issues.csv'), copy.text('register.csv')]
  await copy.edit([set('WT-0001', { dueOn: '2019-05-30' })])
  await copy.workspace.undo()
  expect([copy.text('issues.csv'), copy.text('register.csv')]).toEqual([issues, register])
  await copy.workspace.undo()
  expect([copy.text('issues.csv'), copy.text('register.csv')]).toEqual([ISSUES, null])
})

it('two at once both count', async () => {
  await Promise.all([
    copy.edit([set('WT-0001', { responsible: '甲' })]),
    copy.edit([set('WT-0009', { responsible: '乙' })]),
  ])
  expect([modelIssue(copy, 'WT-0001').responsible, modelIssue(copy, 'WT-0009').responsible]).toEqual([
    '甲',
    '乙',
  ])
})

it('raw cells are given by field, without people', async () => {
  expect(await copy.fieldsOf('issue', 'WT-0001')).toMatchObject({
    id: 'WT-0001',
    description: '垃圾, 未清',
    fixedOn: '',
    lon: '',
  })
  expect(await copy.fieldsOf('issue', 'WT-0404')).toBeNull()
  const told = await begin(ISSUES.replace('尽快', '').replace('环卫所', `张 ${'138'}${'0000'}${'0000'}`))
  expect((await told.fieldsOf('issue', 'WT-0001'))?.responsible).toBe('张 （已隐去手机号）')
})

it('a place on the map has its 居委会', async () => {
  expect(await copy.areaAt([0.5, 0.5])).toEqual({ code: '001', name: '甲居委会' })
  expect(await copy.areaAt([1.5, 0.5])).toEqual({ code: '002', name: '乙社区' })
  expect(await copy.areaAt([9, 9])).toBeNull()
})

describe('numbers', () => {
  it.each([
    [['WT-0001', 'WT-1626', 'X'], 'WT-1627'],
    [['W1', 'W9', 'W10', '2019-3'], 'W11'],
    [['099'], '100'],
    [['001', '999'], '1000'],
    [['甲', '乙'], 'WT-0001'],
    [[], 'WT-0001'],
  ])('after %j comes %s', (ids, next) => {
    expect(nextId(ids, 'WT-0001')).toBe(next)
  })
})

describe('actions', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['完成整改', {}, { fixedOn: '2019-05-01' }],
    ['销号', {}, { fixedOn: '2019-05-01', verifiedOn: '2019-05-01' }],
    ['重开', { fixedOn: '2019-05-01' }, { fixedOn: '' }],
    [
      '重开',
      { fixedOn: '2019-05-01', verifiedOn: '2019-05-02' },
      { fixedOn: '', verifiedOn: '', reworks: '2019-05-09', dueOn: '2019-05-16' },
    ],
    ['返工', { fixedOn: '2019-05-01' }, { fixedOn: '', reworks: '2019-05-09', dueOn: '2019-05-16' }],
    ['移动点位', { lon: '114.6', lat: '33.5' }, { lon: '114.7', lat: '33.5', areaCode: '411671011001' }],
    ['修改', { dueOn: '2019-05-09' }, { dueOn: '2019-05-01' }],
    ['修改', {}, { responsible: '甲', description: '乙' }],
  ])('%s', (action, before, changed) => {
    expect(actionOf('issue', before, changed)).toBe(action)
  })
})

describe('the presentations', () => {
  const scene = {
    title: '全区',
    points: ['{得分} 分'],
    link: 'v=1&r=office',
    dwell: 15,
    hidden: true,
    more: { 备注: 1 },
  }
  const briefings = [{ name: '早会', scenes: [scene], more: { 出处: '创卫办' } }]
  const FILE = {
    version: 2,
    briefings: [
      {
        name: '早会',
        scenes: [
          { title: '全区', points: ['{得分} 分'], link: 'v=1&r=office', dwell: 15, hidden: true, 备注: 1 },
        ],
        出处: '创卫办',
      },
    ],
  }

  it('are kept as a file of the package, one revision, and taken back', async () => {
    const before = copy.workspace.reading()
    const overview = await copy.keepBriefings(briefings, '记下一幕：全区')
    expect(overview.briefings).toEqual(briefings)
    expect(JSON.parse(copy.text('scenes.json') ?? '')).toEqual(FILE)
    expect((await copy.workspace.state()).revisions[0]?.what).toBe('记下一幕：全区')
    // What is placed and scored is not worked out anew.
    const after = copy.workspace.reading()
    expect(after.opened.prepared).toBe(before.opened.prepared)
    const again = await copy.keepBriefings([], '删除汇报：早会')
    expect(again.briefings).toEqual([])
    expect((await copy.workspace.undo()).briefings).toEqual(briefings)
    expect((await copy.workspace.undo()).briefings).toEqual([])
    expect(copy.text('scenes.json')).toBeNull()
  })

  it('and what is said of their file goes with them', async () => {
    const doubtful = await begin(ISSUES, { 'scenes.json': '{"version": 2, "briefings": [{"scenes": []}]}' })
    const told = () =>
      doubtful.workspace.reading().opened.report.flagged.filter(({ file }) => file === 'scenes.json')
    expect(told().map(({ field }) => field)).toEqual(['briefings[0].name'])
    await doubtful.keepBriefings(briefings, '改名')
    expect(told()).toEqual([])
    // As if it had been read as a whole.
    const whole = await begin(ISSUES, { 'scenes.json': doubtful.text('scenes.json') ?? '' })
    const sorted = ({ opened }: ReturnType<Workspace['reading']>) => [...opened.report.absent].sort()
    expect(sorted(doubtful.workspace.reading())).toEqual(sorted(whole.workspace.reading()))
    expect(doubtful.workspace.reading().opened.report.rows).toEqual(
      whole.workspace.reading().opened.report.rows,
    )
  })

  it.each([
    ['a title', { title: '找 13800000000' }, '第 1 幕的标题里有手机号'],
    ['a point', { points: ['好', '电话 13800000000'] }, '第 1 幕的要点里有手机号'],
    ['a search', { link: 'v=1&t=1&tq=13800000000' }, '第 1 幕的画面里有手机号'],
  ])('no person gets in by %s', async (_, patch, message) => {
    await expect(
      copy.keepBriefings([{ name: '早会', scenes: [{ ...scene, ...patch }], more: {} }], '记下'),
    ).rejects.toThrow(message)
    expect(copy.text('scenes.json')).toBeNull()
  })
})
