/** Where figures lead: the 台账 and the lists hold exactly what was counted, on the whole sample. */

import { beforeAll, describe, expect, test } from 'vitest'
import { boardOf } from '../../src/engine/answers/board.ts'
import { indexPartsOf } from '../../src/engine/answers/index-parts.ts'
import { queryIssues } from '../../src/engine/answers/issues.ts'
import { overviewOf } from '../../src/engine/answers/overview.ts'
import type { Board } from '../../src/engine/contract/board.ts'
import type { IssueQuery } from '../../src/engine/contract/issues.ts'
import type { Overview } from '../../src/engine/contract/package.ts'
import type { Opened } from '../../src/engine/package/open.ts'
import { parseDay } from '../../src/model/day.ts'
import { officeScope, type Scope } from '../../src/model/scope.ts'
import { openOf } from '../../src/model/state.ts'
import { areasOfClass, legendOf } from '../../src/view/classes.ts'
import { issueQueryOf } from '../../src/view/issue-query.ts'
import { kpiLead, type Lead, leadPatch, OPEN } from '../../src/view/leads.ts'
import { DEFAULT_VIEW, type ViewState } from '../../src/view/link/state.ts'
import {
  honoursWithin,
  placesVisited,
  watersWithin,
  withinOf,
} from '../../src/view/studies/records/records.ts'
import { openSample } from '../engine/sample.ts'

const T = parseDay('2019-05-27') as number
const OFFICE = '太昊路办事处'
let opened: Opened
let overview: Overview
let board: Board
beforeAll(() => {
  opened = openSample()
  overview = overviewOf(opened, '')
  board = boardOf(opened, T, null)
}, 60_000)

/** A view in which much is filtered away. */
const narrow = (): ViewState => ({
  ...DEFAULT_VIEW,
  hiddenKinds: overview.standard.kinds.slice(0, 5).map(({ id }) => id),
  office: '淮河路办事处',
  ledger: { ...DEFAULT_VIEW.ledger, text: '垃圾', severities: ['严重'], foundFrom: T - 6 },
})

/** What the 台账 lists after following a lead, problems outside every area left out: they count in no figure. */
const listed = (lead: Lead, from: ViewState): number => {
  const view = { ...from, ...leadPatch(lead, from, overview) }
  expect(view.ledger.open).toBe(true)
  return queryIssues(opened, issueQueryOf({ view, overview }) as IssueQuery).filter(
    (i) => overview.issues.area[i] !== -1,
  ).length
}

describe('figures of problems lead to exactly those problems', () => {
  test('in the strip, for the district and for an office', () => {
    for (const office of [null, OFFICE]) {
      const { kpis, district, offices } = boardOf(opened, T, officeScope(office))
      const figures = offices.find(({ id }) => id === office) ?? district
      const value = (id: string) => kpis.find((kpi) => kpi.id === id)?.value
      const view = { ...narrow(), office }
      expect(listed(kpiLead('open', office), view)).toBe(value('open'))
      expect(listed(kpiLead('overdue', office), view)).toBe(value('overdue'))
      expect(listed(kpiLead('closedRate', office), view)).toBe(figures.states.已销号)
    }
  })
  test('of every area, whichever office is filtered to', () => {
    expect(board.areas.length).toBeGreaterThan(20)
    for (const area of board.areas) {
      const within: Scope = { type: 'area', id: area.id }
      expect(listed({ to: 'ledger', states: OPEN, within }, narrow())).toBe(openOf(area))
      expect(listed({ to: 'ledger', states: ['逾期'], within }, narrow())).toBe(area.states.逾期)
    }
  })
  test('the index: its parts make it, and the 台账 lists what was due', () => {
    for (const { id, index } of board.areas) {
      const within: Scope = { type: 'area', id }
      const parts = indexPartsOf(opened, within, T)
      expect(parts.index).toEqual(index)
      const due = { from: parts.from, to: T }
      expect(
        listed({ to: 'ledger', states: ['待整改', '逾期', '待复查', '已销号'], within, due }, narrow()),
      ).toBe(parts.due)
    }
    expect(indexPartsOf(opened, null, T).index).toEqual(board.district.index)
  })
})

describe('lists', () => {
  test('places not visited and visited are all the places, as counted', () => {
    for (const { id, visited, sites } of board.areas) {
      const lists = placesVisited(overview, board, { type: 'area', id })
      expect(lists.visited).toHaveLength(visited)
      expect(lists.unvisited).toHaveLength(sites - visited)
    }
    const { unvisited, visited } = placesVisited(overview, board, null)
    expect(unvisited.length + visited.length).toBe(board.district.sites)
    const days = unvisited.map(({ lastVisit }) => lastVisit ?? -1)
    expect(days).toEqual([...days].sort((a, b) => a - b))
  })
  test('honours are as many as counted', () => {
    for (const { id, honours } of board.areas) {
      const within: Scope = { type: 'area', id }
      expect(honoursWithin(overview, within, T).reduce((sum, { count }) => sum + count, 0)).toBe(honours)
    }
  })
  test('waters: those of an office are those its figure counts', () => {
    const { clean } = overview.standard.water.grades
    const black = (within: Scope) =>
      watersWithin(overview, board, within).filter(({ grade }) => grade !== null && grade !== clean).length
    expect(black(null)).toBe(board.kpis.find(({ id }) => id === 'water')?.value)
    const office = boardOf(opened, T, officeScope(OFFICE)).kpis.find(({ id }) => id === 'water')?.value
    expect(black({ type: 'office', id: OFFICE })).toBe(office)
  })
  test('the classes of the legend share out the areas', () => {
    for (const metric of [
      { type: 'score' },
      { type: 'overdue' },
      { type: 'category', id: 'market' },
    ] as const) {
      const classes = legendOf(metric, overview.standard).classes.map((_, place) => place)
      const all = [...classes, null].flatMap((place) =>
        areasOfClass(metric, board.areas, overview.standard, place).map(({ figures }) => figures.id),
      )
      expect(all.sort()).toEqual(board.areas.map(({ id }) => id).sort())
    }
  })
  test('a list names an area by its code, an office by its name, and anything else is the district', () => {
    expect(withinOf('411671012010', overview)).toEqual({ type: 'area', id: '411671012010' })
    expect(withinOf(OFFICE, overview)).toEqual({ type: 'office', id: OFFICE })
    expect(withinOf('nowhere', overview)).toBeNull()
  })
})

test('the change of a week leads to the causes since a week before', () => {
  const patch = leadPatch({ to: 'change', area: 'a' }, DEFAULT_VIEW, overview)
  expect(patch.study).toEqual({
    id: 'compare',
    options: { day: parseDay('2019-05-20'), area: 'a', map: 'change' },
  })
})
