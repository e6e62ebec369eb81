/** A place all of whose items are 不适用 is neither visited nor unvisited: it drops out of every count of places. */
import { expect, it } from 'vitest'
import { boardOf } from '../../../src/engine/answers/board.ts'
import { overviewOf } from '../../../src/engine/answers/overview.ts'
import { openIntake } from '../../../src/engine/package/open.ts'
import { coverageOf } from '../../../src/engine/studies/coverage/coverage.ts'
import { supposed } from '../../../src/engine/studies/plan/supposition.ts'
import { parseDay } from '../../../src/model/day.ts'
import { placesVisited } from '../../../src/view/studies/records/records.ts'
import { read } from '../../intake/files.ts'

const t = parseDay('2019-05-27') as number

/** Three toilets in 甲: G1 with all three items 不适用, G2 with two of them, G3 never looked at. */
const open = (more = '') =>
  openIntake(
    read({
      'sites.csv':
        '编号,类别,名称,经度,纬度\nG1,公厕,一号,0.2,0.5\nG2,公厕,二号,0.4,0.5\nG3,公厕,三号,0.6,0.5\n',
      'inspections.csv': `检查编号,点位编号,检查日期,检查来源,检查项,结果\nV1,G1,2019-05-20,区督导,toilet-clean,不适用\nV1,G1,2019-05-20,区督导,toilet-open,不适用\nV1,G1,2019-05-20,区督导,toilet-intact,不适用\nV2,G2,2019-05-20,区督导,toilet-clean,很好\nV2,G2,2019-05-20,区督导,toilet-open,不适用\nV2,G2,2019-05-20,区督导,toilet-intact,不适用\n${more}`,
      'issues.csv': '编号,点位编号,发现日期,严重程度\nP1,G1,2019-05-20,一般\n',
    }),
  )

const counts = (opened: ReturnType<typeof open>) => {
  const board = boardOf(opened, t, null)
  const lists = placesVisited(overviewOf(opened, ''), board, null)
  const { kinds, visited } = coverageOf(opened, t)
  return {
    tally: [board.areas[0]?.sites, board.areas[0]?.visited],
    kind: kinds.find(({ id }) => id === 'toilet')?.areas[0],
    places: visited,
    lists: [lists.visited, lists.unvisited].map((lines) => lines.map(({ id }) => id)),
  }
}

it('without any check there is no provisional score: nearly full marks would be those of nobody', () => {
  const files = {
    'sites.csv': '编号,类别,名称,经度,纬度\nG1,公厕,一号,0.2,0.5\n',
    'issues.csv': '编号,点位编号,发现日期,严重程度\nP1,G1,2019-05-20,一般\n',
  }
  const figures = boardOf(openIntake(read(files)), t, null).areas[0]
  expect([figures?.score, figures?.provisional]).toEqual([null, null])
  const place = supposed(openIntake(read(files)), [], t).areas[0]
  expect([place?.before.provisional, place?.after.provisional]).toEqual([null, null])
})

it('counts two toilets, one of them visited', () => {
  expect(counts(open())).toEqual({
    tally: [2, 1],
    kind: { sites: 2, visited: 1 },
    places: 1,
    lists: [['G2'], ['G3']],
  })
})

it('counts it again as soon as one of its items applies', () => {
  expect(counts(open('V3,G1,2019-05-21,区督导,toilet-open,很好\n'))).toMatchObject({
    tally: [3, 2],
    lists: [['G1', 'G2'], ['G3']],
  })
  // A row of a lower source does not bring the item back.
  expect(counts(open('V3,G1,2019-05-21,自查,toilet-open,很好\n')).tally).toEqual([2, 1])
})

it('lets its problem cost in full', () => {
  const opened = open()
  const facilities = opened.standard.categories.findIndex(({ id }) => id === 'facilities')
  // 一般 2 · overdue none, over max(20, 8 of G2 + 18 of G3): the items of G1 are none.
  expect(opened.explained(t).areas[0]?.categories[facilities]?.deduction).toBeCloseTo((100 * 2) / 26, 10)
})
