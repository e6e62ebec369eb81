/** Links as they were written before the view was a table: each opens the same screen. Never change one of them. */
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/model/day.ts'
import { readHash } from '../../../src/view/link/hash.ts'
import { DEFAULT_VIEW, VIEW } from '../../../src/view/link/state.ts'
import { type OptionsOf, type StudyId, studyView } from '../../../src/view/studies/registry.ts'
import { OVERVIEW } from '../fixture.ts'

const day = (month: number, date: number) => dayOf(2019, month, date)

describe('of a study', () => {
  const opens = <I extends StudyId>(hash: string, id: I, options: Partial<OptionsOf<I>>) =>
    test(hash, () =>
      expect(readHash(`#v=1&${hash}`)).toEqual({ ...DEFAULT_VIEW, study: studyView(id, options) }),
    )

  opens('y=trends&yo=by:worse', 'trends', { order: 'worse' })
  opens('y=trends&yo=by:last,cat:streets', 'trends', { order: 'last', category: 'streets' })
  opens('y=compare&yo=day:2019-05-20,of:411671012010,way:swipe', 'compare', {
    day: day(5, 20),
    area: '411671012010',
    map: 'swipe',
  })
  opens(
    'y=plan&yo=do:site:SC-001%2Fmarket-clean%3Dc%3Bsite:XQ-002%2Festate-waste%3D0%3B%2FWT-1500%3Db%3Bwater:S01%2Fx%3Dr,n:4,of:411671011001',
    'plan',
    {
      area: '411671011001',
      first: 4,
      ticks: [
        { key: 'site:SC-001/market-clean', halves: 'close' },
        { key: 'site:XQ-002/estate-waste', halves: null },
        { key: '/WT-1500', halves: 'both' },
        { key: 'water:S01/x', halves: 'recheck' },
      ],
    },
  )
  opens('y=plan&yo=of:411671011001,up:%E8%BE%BE%E6%A0%87', 'plan', { area: '411671011001', grade: '达标' })
  opens('y=plan&yo=ids:WT-1%3B%21WT-2,n:0', 'plan', {
    first: 0,
    problems: [
      { id: 'WT-1', closed: true },
      { id: 'WT-2', closed: false },
    ],
  })
  opens('y=coverage&yo=of:kinds', 'coverage', { part: 'kinds' })
  opens('y=coverage&yo=of:sure', 'coverage', { part: 'sure' })
  opens('y=clusters&yo=at:2,m:500,n:6,of:found', 'clusters', {
    opened: 2,
    metres: 500,
    least: 6,
    of: 'found',
  })
  opens('y=clusters&yo=d:90,part:rebounds', 'clusters', { within: 90, part: 'rebounds' })
  opens(
    'y=closure&yo=by:unit,of:%3D%E5%8C%BA%E5%B8%82%E5%9C%BA%E7%9B%91%E7%AE%A1%E5%B1%80,sort:-overdue',
    'closure',
    { by: 'unit', opened: { all: false, id: '区市场监管局' }, order: { sort: 'overdue', reversed: true } },
  )
  opens('y=closure&yo=of:*,sort:index', 'closure', {
    opened: { all: true },
    order: { sort: 'index', reversed: false },
  })
  opens('y=closure&yo=by:area,of:%3D', 'closure', { by: 'area', opened: { all: false, id: null } })
  opens('y=notices&yo=way:slips', 'notices', { paper: 'slips' })
  opens('y=notices&yo=from:2019-05-01,to:2019-05-20', 'notices', { from: day(5, 1), to: day(5, 20) })
  opens(
    'y=route&yo=a:411671011001%7E411671012010,go:car,k:market%7Etoilet,n:7,ord:site%25253AA%7Esite%25253AB,out:issue%25253AWT-1500%7Ewater%25253A%2525E7%252594%2525B2%25257E%2525E4%2525B9%252599%25252C%2525E4%2525B8%252599%252525,pin:site%25253ASC-001,s:office:%E5%A4%AA%E6%98%8A%E8%B7%AF%E5%8A%9E%E4%BA%8B%E5%A4%84',
    'route',
    {
      count: 7,
      areas: ['411671011001', '411671012010'],
      kinds: ['market', 'toilet'],
      pinned: ['site:SC-001'],
      removed: ['issue:WT-1500', 'water:甲~乙,丙%'],
      order: ['site:A', 'site:B'],
      start: 'office:太昊路办事处',
      gait: 'car',
    },
  )
  opens('y=honours&yo=of:street', 'honours', { part: 'street' })
  opens('y=honours&yo=of:shop', 'honours', { part: 'shop' })
  opens('y=honours&yo=of:family', 'honours', { part: 'family' })
  opens('y=records&yo=in:411671012010,key:visited,list:visits', 'records', {
    within: '411671012010',
    visited: true,
  })
  opens('y=records&yo=in:%E5%A4%AA%E6%98%8A%E8%B7%AF%E5%8A%9E%E4%BA%8B%E5%A4%84,list:waters', 'records', {
    list: 'waters',
    within: '太昊路办事处',
  })
  opens('y=records&yo=list:honours', 'records', { list: 'honours' })
  opens('y=records&yo=key:3,list:class', 'records', { list: 'class', place: 3 })
  opens('y=records&yo=key:none,list:class', 'records', { list: 'class', place: 'none' })
})

test('of everything else at once', () => {
  expect(
    readHash(
      '#v=1&c=114.66,33.59,14.5,30,40&d=2019-05-01&m=category:streets&o=%E5%A4%AA%E6%98%8A%E8%B7%AF%E5%8A%9E%E4%BA%8B%E5%A4%84&sel=site:SC-001&r=why&k=farm,%E7%94%B2%252C%E4%B9%99&s=-&x=sihwoa&th=dark&dp=wall&t=1&tq=%E5%9E%83%E5%9C%BE+a%2Bb&ta=411671012010&tr=unit:&tk=market&tv=%E4%B8%A5%E9%87%8D&tc=%E6%9A%97%E8%AE%BF&td=2019-05-01..&te=..2019-05-09&ts=id',
    ),
  ).toEqual({
    camera: { lon: 114.66, lat: 33.59, zoom: 14.5, bearing: 30, pitch: 40 },
    asOf: day(5, 1),
    metric: { type: 'category', id: 'streets' },
    office: '太昊路办事处',
    group: null,
    order: 'score',
    hiddenKinds: ['farm', '甲,乙'],
    states: [],
    sitesShown: false,
    issuesShown: false,
    heat: true,
    watersShown: false,
    honoursShown: true,
    activitiesShown: true,
    selection: { type: 'site', id: 'SC-001' },
    record: null,
    standing: 'why',
    study: null,
    theme: 'dark',
    display: 'wall',
    presenting: null,
    frame: null,
    atConsole: false,
    ledger: {
      open: true,
      text: '垃圾 a+b',
      area: '411671012010',
      link: { type: 'unit', id: '' },
      kinds: ['market'],
      severities: ['严重'],
      sources: ['暗访'],
      foundFrom: day(5, 1),
      foundTo: null,
      dueFrom: null,
      dueTo: day(5, 9),
      sort: 'id',
      descending: false,
    },
  })
})

test('what no study ever had is left at its default, and of another package what this one lacks', () => {
  for (const hash of ['y=trends&yo=by:colour', 'y=trends&yo=zoom:3,:,by', 'y=trends&yo=%25'])
    expect(readHash(hash).study).toEqual(studyView('trends'))
  expect(readHash('y=constructor&yo=of:1').study).toBeNull()
  const settled = VIEW.settle(readHash('y=route&yo=a:gone%7Ea1,n:7'), OVERVIEW)
  expect(settled.study).toEqual(studyView('route', { areas: ['a1'], count: 7 }))
})
