/** 专项整治: a small district counted by hand, and the whole sample against other counts of it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { boardOf } from '../../../src/engine/answers/board.ts'
import { siteCard } from '../../../src/engine/answers/cards.ts'
import { queryIssues } from '../../../src/engine/answers/issues.ts'
import { scoreDocument } from '../../../src/engine/document.ts'
import { type Opened, openIntake } from '../../../src/engine/package/open.ts'
import { sampleStandard } from '../../../src/engine/package/sample-standard.ts'
import { kindLines, kindStudy } from '../../../src/engine/studies/kinds.ts'
import { PACKAGE_FILES, readPackage } from '../../../src/intake/package.ts'
import { parseDay } from '../../../src/model/day.ts'
import { officeScope } from '../../../src/model/scope.ts'
import type { IssueState } from '../../../src/model/state.ts'
import { everyIssueOf } from '../../../src/view/issue-query.ts'
import { OPEN } from '../../../src/view/leads.ts'
import { DEFAULT_VIEW } from '../../../src/view/link/state.ts'
import { openSample } from '../sample.ts'

const T = parseDay('2019-05-27') as number

const square = (code: string, name: string, office: string, west: number) => ({
  type: 'Feature',
  properties: { 统计用区划代码: code, 名称: name, 办事处: office },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 33],
        [west + 0.01, 33],
        [west + 0.01, 33.01],
        [west, 33.01],
        [west, 33],
      ],
    ],
  },
})

const FILES = {
  'district.json': JSON.stringify({ title: '试点区', asOf: '2019-05-27' }),
  'areas.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: [
      square('411671011001', '甲居委会', '东办事处', 114),
      square('411671012001', '乙居委会', '西办事处', 114.01),
    ],
  }),
  'sites.csv': `编号,类别,名称,经度,纬度,状态
F1,废品收购站,一号站,114.005,33.005,在营
F2,废品收购站,二号站,114.006,33.005,在营
F3,废品收购站,三号站,114.015,33.005,已取缔
F4,废品收购站,四号站,114.016,33.005,
M1,农贸市场,东市场,114.004,33.004,
M2,农贸市场,西市场,114.014,33.004,
`,
  // F1 goes its whole way within the month, F2 began long before it.
  'site-status.csv': `点位编号,日期,状态,依据
F1,2019-05-01,整治中,通知
F1,2019-05-20,已取缔,复核
F2,2019-03-01,整治中,通知
`,
  'inspections.csv': `检查编号,点位编号,日期,检查来源,检查项,结果
V1,M1,2019-05-10,区督导,market-stalls,10
V1,M1,2019-05-10,区督导,market-bins,4
V2,M2,2018-12-01,区督导,market-stalls,2
`,
  'issues.csv': `编号,点位编号,检查项,发现日期,严重程度,问题描述,整改期限,整改完成日期,复查通过日期
W1,M1,market-bins,2019-05-10,一般,鼠迹,2019-05-20,,
W2,M1,market-bins,2019-05-10,一般,积水,2019-06-20,,
W3,M2,market-bins,2019-05-10,一般,污水,2019-05-20,2019-05-15,2019-05-16
`,
}

const openSmall = (): Opened => {
  const encoder = new TextEncoder()
  const files = new Map(
    PACKAGE_FILES.flatMap((name) => {
      const text = (FILES as Record<string, string>)[name]
      return text === undefined ? [] : [[name, encoder.encode(text)] as const]
    }),
  )
  return openIntake(readPackage(files, sampleStandard))
}

describe('by hand', () => {
  const opened = openSmall()
  test('what is read is what was meant', () => {
    expect(opened.report.rejected).toEqual([])
    expect(opened.model.sites).toHaveLength(6)
  })
  test('places, visits, problems and the 得分率 of a kind', () => {
    const [market] = kindLines(opened, null, T).filter(({ kind }) => kind === 'market')
    expect(market).toMatchObject({
      places: 2,
      // That of December is out of the window.
      visited: 1,
      waived: 0,
      lastVisit: parseDay('2019-05-10'),
      open: 2,
      overdue: 1,
      states: [],
    })
    // 12 points at grade 10 and 8 at grade 4, of 20.
    expect(market?.rate).toBeCloseTo((12 + 8 * 0.4) / 20, 12)
  })
  test('the states of those to be closed down, now and a month before', () => {
    const { whole, offices, areas, since } = kindStudy(opened, 'recycling', null, T)
    expect(since).toBe(parseDay('2019-04-27'))
    expect(whole.states.map(({ state, now, before }) => [state, now, before])).toEqual([
      ['在营', 0, 1],
      ['整治中', 1, 1],
      ['已取缔', 2, 1],
      [null, 1, 1],
    ])
    expect(offices.map(({ id, places }) => [id, places])).toEqual([
      ['东办事处', 2],
      ['西办事处', 2],
    ])
    expect(areas.map(({ id, states }) => [id, states.map(({ now }) => now)])).toEqual([
      ['411671011001', [0, 1, 1]],
      ['411671012001', [0, 0, 1, 1]],
    ])
  })
  test('the items of a kind, the worst first', () => {
    const { items } = kindStudy(opened, 'market', null, T)
    expect(items.map(({ item, rate, places }) => [item, rate, places])).toEqual([
      ['market-bins', 0.4, 1],
      ['market-stalls', 1, 1],
    ])
  })
  test('a kind without places is not listed, and its page is of nothing', () => {
    expect(kindLines(opened, null, T).map(({ kind }) => kind)).toEqual(['market', 'recycling'])
    const { whole, offices, areas, items } = kindStudy(opened, 'toilet', null, T)
    expect(whole).toMatchObject({ places: 0, rate: null, lastVisit: null, open: 0 })
    expect([offices, areas, items]).toEqual([[], [], []])
  })
})

describe('the sample', () => {
  let opened: Opened
  beforeAll(() => {
    opened = openSample()
  })
  const OFFICE = '淮河路办事处'

  test('the groups of a kind add up to it', () => {
    for (const { kind, ...line } of kindLines(opened, null, T)) {
      const { whole, offices, areas } = kindStudy(opened, kind, null, T)
      expect(whole).toEqual(line)
      const outside = opened.model.sites.filter(
        (site, i) => site.kind === kind && (opened.places.spots[i]?.placement.area ?? -1) < 0,
      ).length
      for (const groups of [offices, areas]) {
        const sum = (of: 'places' | 'visited' | 'waived') => groups.reduce((all, group) => all + group[of], 0)
        expect([kind, sum('places')]).toEqual([kind, whole.places - outside])
        expect(sum('visited')).toBeLessThanOrEqual(whole.visited)
      }
      const { id: _, ...own } = offices.find(({ id }) => id === OFFICE) ?? { id: '' }
      const asked = kindStudy(opened, kind, officeScope(OFFICE), T).whole
      if (asked.places > 0) expect(asked).toEqual(own)
    }
  })
  test('its problems are those the 台账 lists for it', () => {
    for (const office of [null, OFFICE])
      for (const { kind, open, overdue } of kindLines(opened, officeScope(office), T)) {
        const query = everyIssueOf({ view: { ...DEFAULT_VIEW, asOf: T, office }, overview: null })
        const listed = (states: readonly IssueState[]) =>
          queryIssues(opened, { ...query, kinds: [kind], states: [...states] }).length
        expect([kind, open, overdue]).toEqual([kind, listed(OPEN), listed(['逾期'])])
      }
  })
  test('its states are those of the cards of its places', () => {
    for (const { kind, states } of kindLines(opened, null, T)) {
      if (states.length === 0) continue
      const cards = opened.model.sites.filter((site) => site.kind === kind)
      for (const { state, now } of states)
        expect([kind, state, now]).toEqual([
          kind,
          state,
          cards.filter(({ id }) => siteCard(opened, id, T)?.status === state).length,
        ])
      expect(states.reduce((all, { now }) => all + now, 0)).toBe(cards.length)
      expect(states.at(-1)?.grade).toBe(10)
    }
  })
  test('visited are as many as the board counts', () => {
    const { sites } = boardOf(opened, T, null)
    const inWindow = (day: number) => day > T - opened.standard.window
    const visited = opened.model.sites.filter(
      (_, i) => inWindow(sites.lastVisit[i] as number) && sites.waived[i] === 0,
    ).length
    expect(kindLines(opened, null, T).reduce((all, line) => all + line.visited, 0)).toBe(visited)
  })
  test('stand in the score document', () => {
    expect(scoreDocument(opened, T, { kinds: true }).kinds).toEqual(kindLines(opened, null, T))
  })
})
