/** The engine on the whole sample package: every answer against another way to the same figure. */

import { booleanPointInPolygon } from '@turf/turf'
import { beforeAll, describe, expect, it } from 'vitest'
import { boardOf } from '../../src/engine/answers/board.ts'
import { siteCard, waterCard } from '../../src/engine/answers/cards.ts'
import { explain } from '../../src/engine/answers/explain.ts'
import { issueLine, queryIssues } from '../../src/engine/answers/issues.ts'
import { overviewOf } from '../../src/engine/answers/overview.ts'
import { search } from '../../src/engine/answers/search.ts'
import { seriesOf } from '../../src/engine/answers/series.ts'
import type { IssueQuery } from '../../src/engine/contract/issues.ts'
import { scoreDocument } from '../../src/engine/document.ts'
import type { Opened } from '../../src/engine/package/open.ts'
import { categorySeriesOf } from '../../src/engine/studies/trends.ts'
import { parseDay } from '../../src/model/day.ts'
import { issueStateAt } from '../../src/model/state.ts'
import { everyIssue } from './exports/take-out.ts'
import { openSample } from './sample.ts'

let opened: Opened
const T = parseDay('2019-05-27') as number
beforeAll(() => {
  opened = openSample()
})

const query = (otherwise: Partial<IssueQuery> = {}): IssueQuery =>
  everyIssue(T, { sort: 'late', descending: true, ...otherwise })

describe('explanations', () => {
  it('of every area, office and the district sum to what was lost', () => {
    const of = [
      null,
      ...opened.model.areas.map((a) => ({ type: 'area' as const, id: a.code })),
      ...['太昊路办事处', '淮河路办事处', '开元路产业集聚区'].map((id) => ({ type: 'office' as const, id })),
    ]
    for (const one of of) {
      const explanation = explain(opened, one, T)
      if (explanation === null) throw new Error(`nothing for ${one?.id}`)
      const { figures, ledger, losses } = explanation
      const score = figures.score ?? (figures.provisional as number)
      expect(Math.abs(ledger.reduce((s, row) => s + row.points, 0) - (100 - score))).toBeLessThan(1e-9)
      expect(Math.abs(losses.reduce((s, row) => s + row.loss, 0) - (100 - score))).toBeLessThan(1e-9)
      for (const row of ledger) expect(row.record).not.toBe('')
    }
  })
  it('there is none of what does not exist', () => {
    expect(explain(opened, { type: 'area', id: 'nowhere' }, T)).toBeNull()
  })
})

describe('the board', () => {
  it('counts what a plain recount of the records gives', () => {
    const board = boardOf(opened, T, null)
    const states = opened.model.issues.map((issue, i) => ({
      state: issueStateAt(issue, T),
      area: opened.places.issues[i]?.area ?? -1,
    }))
    board.areas.forEach((figures, i) => {
      for (const state of ['待整改', '逾期', '待复查', '已销号'] as const)
        expect(figures.states[state]).toBe(states.filter((s) => s.area === i && s.state === state).length)
      // Points by turf alone; lines and polygons by the largest share, as placed.
      const area = opened.model.areas[i] as (typeof opened.model.areas)[number]
      const points = opened.model.sites.filter(
        (s, k) =>
          s.geometry === null && s.lon !== null && opened.places.spots[k]?.placement.rule === 'inside',
      )
      const inside = points.filter((s) =>
        booleanPointInPolygon([s.lon as number, s.lat as number], area.geometry),
      ).length
      const rest = opened.model.sites.filter(
        (s, k) => !points.includes(s) && opened.places.spots[k]?.placement.area === i,
      ).length
      expect(figures.sites).toBe(inside + rest)
    })
    const sum = (state: '逾期' | '待复查') => board.areas.reduce((s, a) => s + a.states[state], 0)
    expect(board.kpis.find((k) => k.id === 'overdue')?.value).toBe(sum('逾期'))
    expect(board.district.states.待复查).toBe(sum('待复查'))
  })
  it('changes are against the same day a week before', () => {
    const [now, before] = [boardOf(opened, T, null), boardOf(opened, T - 7, null)]
    now.areas.forEach((area, i) => {
      const was = before.areas[i]?.score ?? null
      expect(area.change).toBe(area.score === null || was === null ? null : area.score - was)
    })
    for (const kpi of now.kpis) {
      const was = before.kpis.find((k) => k.id === kpi.id)?.value ?? null
      expect(kpi.change).toBe(kpi.value === null || was === null ? null : kpi.value - was)
    }
  })
  it('an office’s strip speaks of its own areas', () => {
    const board = boardOf(opened, T, { type: 'office', id: '淮河路办事处' })
    const own = board.areas.filter((a) => a.office === '淮河路办事处')
    expect(board.kpis.find((k) => k.id === 'overdue')?.value).toBe(own.reduce((s, a) => s + a.states.逾期, 0))
    const scored = own.flatMap((a) => (a.score === null ? [] : [a.score]))
    expect(board.kpis.find((k) => k.id === 'score')?.value).toBeCloseTo(
      scored.reduce((s, v) => s + v, 0) / scored.length,
      9,
    )
  })
  it('ranks by score, ties sharing a rank, and not at all without one', () => {
    const board = boardOf(opened, T, null)
    const sorted = board.areas
      .filter((a) => a.score !== null)
      .sort((a, b) => (b.score as number) - (a.score as number))
    expect(sorted.map((a) => a.rank)).toEqual(sorted.map((_, i) => i + 1))
    expect(board.areas.filter((a) => a.score === null).map((a) => a.rank)).toEqual([null])
  })
})

describe('the series', () => {
  it('is the score of each day alone', () => {
    const series = seriesOf(opened)
    expect(series.days.at(-1)).toBe(T)
    const fresh = openSample()
    for (const at of [3, 12, 80, series.days.length - 1]) {
      const scores = fresh.scores(series.days[at] as number)
      const same = (value: number | null | undefined, wanted: number | null | undefined) =>
        wanted == null ? expect(value).toBe(wanted) : expect(value).toBeCloseTo(wanted, 9)
      same(series.district[at], scores.district.score)
      fresh.model.areas.forEach((area, i) => {
        same(series.areas[area.code]?.[at], scores.areas[i]?.score ?? null)
      })
      for (const { name, score } of scores.offices) same(series.offices[name]?.[at], score)
    }
  })
  it('is that of each category of each day alone', () => {
    const at = 100
    const scores = openSample().scores(seriesOf(opened).days[at] as number)
    opened.standard.categories.forEach(({ id }, c) => {
      const series = categorySeriesOf(opened, id) ?? {}
      opened.model.areas.forEach(({ code }, i) => {
        const wanted = scores.areas[i]?.categories[c]?.score ?? null
        if (wanted === null) expect(series[code]?.[at]).toBeNull()
        else expect(series[code]?.[at]).toBe(wanted)
      })
    })
    expect(categorySeriesOf(opened, 'none')).toBeNull()
  })
  it('tells the sample’s story: better in May than in January', () => {
    const { district } = seriesOf(opened)
    expect((district.at(-1) as number) - (district[42] as number)).toBeGreaterThan(10)
  })
})

describe('the 台账', () => {
  it('gives exactly the problems that meet every condition', () => {
    const found = [
      ...queryIssues(
        opened,
        query({ office: '太昊路办事处', states: ['逾期', '待复查'], severities: ['较重'] }),
      ),
    ]
    const slow = opened.model.issues.flatMap((issue, i) => {
      const state = issueStateAt(issue, T)
      const office = opened.model.areas[opened.places.issues[i]?.area ?? -1]?.office
      return (state === '逾期' || state === '待复查') &&
        office === '太昊路办事处' &&
        issue.severity === '较重'
        ? [i]
        : []
    })
    expect(found.length).toBeGreaterThan(0)
    expect(found.sort((a, b) => a - b)).toEqual(slow)
  })
  it('sorts by what it is asked to, both ways', () => {
    const days = (descending: boolean) =>
      [...queryIssues(opened, query({ sort: 'foundOn', descending }))].map(
        (i) => opened.model.issues[i]?.foundOn as number,
      )
    const up = days(false)
    expect(up).toEqual([...up].sort((a, b) => a - b))
    expect(days(true)).toEqual([...up].sort((a, b) => b - a))
    const late = [...queryIssues(opened, query({ states: ['逾期'] }))].map(
      (i) => issueLine(opened, i, T)?.lateDays as number,
    )
    expect(late).toEqual([...late].sort((a, b) => b - a))
  })
  it('finds every word of a text', () => {
    for (const i of queryIssues(opened, query({ text: '垃圾 环卫' }))) {
      const line = issueLine(opened, i, T)
      const words = [
        line?.description,
        line?.responsible,
        line?.siteName,
        line?.itemText,
        line?.areaName,
        line?.id,
      ].join(' ')
      expect(words).toMatch(/垃圾/)
      expect(words).toMatch(/环卫/)
    }
  })
  it('knows nothing of the future', () => {
    const january = parseDay('2019-01-15') as number
    for (const i of queryIssues(opened, query({ asOf: january }))) {
      const line = issueLine(opened, i, january)
      expect(line?.foundOn).toBeLessThanOrEqual(january)
      for (const day of [line?.fixedOn, line?.verifiedOn])
        if (day != null) expect(day).toBeLessThanOrEqual(january)
    }
  })
})

describe('search', () => {
  const first = (text: string) => search(opened, text, 5)[0]
  it.each([
    ['康庄居委会', 'area', '411671011007'],
    ['kzjwh', 'area', '411671011007'],
    ['kangzhuangjuweihui', 'area', '411671011007'],
    ['411671011007', 'area', '411671011007'],
    ['太昊路办事处', 'office', '太昊路办事处'],
    ['运粮河', 'water', 'S01'],
    ['ylh', 'water', 'S01'],
    ['WT-0003', 'issue', 'WT-0003'],
    ['SC-001', 'site', 'SC-001'],
    ['区环卫所', 'responsible', '区环卫所'],
  ])('%s', (text, type, id) => {
    expect(first(text)?.ref).toEqual({ type, id })
  })
  it('nothing for nothing, and no more than asked for', () => {
    expect(search(opened, '  ', 5)).toEqual([])
    expect(search(opened, '路', 7)).toHaveLength(7)
  })
})

describe('cards', () => {
  it('a site: its visits newest first, one counted row an item, its problems', () => {
    const card = siteCard(opened, 'SC-001', T)
    if (card === null) throw new Error('no card')
    const days = card.visits.map((v) => v.day)
    expect(days).toEqual([...days].sort((a, b) => b - a))
    const counted = card.visits.flatMap((v) => v.items.filter((i) => i.counts).map((i) => i.text))
    expect(new Set(counted).size).toBe(counted.length)
    for (const issue of card.issues) expect(issue.siteId).toBe('SC-001')
  })
  it('a line says between whom it is shared', () => {
    const road = opened.model.sites.find((s) => s.kind === 'road' && s.name === '开元大道')
    const card = siteCard(opened, road?.id ?? '', T)
    expect(card?.shares.length).toBeGreaterThan(2)
    expect(card?.shares.reduce((s, p) => s + p.share, 0)).toBeGreaterThan(0.9)
    expect(card?.shares.reduce((s, p) => s + p.share, 0)).toBeLessThanOrEqual(1 + 1e-9)
  })
  it('a water body: grade, the rule, samples of the window', () => {
    const card = waterCard(opened, 'S04', T)
    expect(card?.figure).toMatchObject({ grade: '重度' })
    for (const sample of card?.samples ?? [])
      expect(sample.day).toBeGreaterThan(T - opened.standard.waterWindow)
  })
})

describe('the overview', () => {
  it('puts a label inside each area, and dissolves offices', () => {
    const overview = overviewOf(opened, 'https://example.invalid/data/')
    overview.areas.forEach((area, i) => {
      expect(
        booleanPointInPolygon(
          area.label,
          (opened.model.areas[i] as (typeof opened.model.areas)[number]).geometry,
        ),
      ).toBe(true)
    })
    expect(overview.officeShapes.features.map((f) => f.properties.name)).toEqual([
      '开元路产业集聚区',
      '太昊路办事处',
      '淮河路办事处',
    ])
    for (const shape of overview.officeShapes.features) expect(shape.geometry.type).toBe('Polygon')
  })
})

describe('the score document', () => {
  it('says what the screen says', () => {
    const document = scoreDocument(opened, T, { placements: true })
    const board = boardOf(opened, T, null)
    expect(document.areas.map((a) => a.score)).toEqual(board.areas.map((a) => a.score))
    expect(document.areas.map((a) => a.grade)).toEqual(board.areas.map((a) => a.grade))
    for (const area of document.areas) {
      const sum = area.ledger.reduce((s, row) => s + row.points, 0)
      expect(Math.abs(sum - (100 - (area.score ?? (area.provisional as number))))).toBeLessThan(1e-9)
    }
    const { sites, issues, honours } = opened.model
    expect(document.placements).toHaveLength(sites.length + issues.length + honours.length)
  })
})
