/** A package of four 居委会 in two 办事处, as the engine would tell of it. */

import type { Board, Figures } from '../../src/engine/contract/board.ts'
import type { AreaInfo, Overview } from '../../src/engine/contract/package.ts'
import { ISSUE_STATES, type IssueState } from '../../src/model/state.ts'
import { sampleStandard } from '../scoring/fixture.ts'

const areaInfo = (code: string, name: string, office: string, group: string): AreaInfo => ({
  code,
  name,
  shortName: name.replace('居委会', ''),
  office,
  relocation: group === '待拆迁',
  population: null,
  group,
  label: [0, 0],
  bounds: [0, 0, 1, 1],
})

const { grades } = sampleStandard()

export const figures = (id: string, office: string, score: number | null, more: Partial<Figures> = {}) =>
  ({
    id,
    name: id,
    office,
    score,
    provisional: score === null ? 66 : null,
    grade: score === null ? '数据不足' : (grades.find(({ min }) => score >= min)?.id ?? ''),
    caps: [],
    change: null,
    states: states({}),
    ...more,
  }) as Figures

export const states = (some: Partial<Record<IssueState, number>>): Record<IssueState, number> =>
  Object.fromEntries(ISSUE_STATES.map((state) => [state, some[state] ?? 0])) as Record<IssueState, number>

const columns = (part: object) => ({
  lon: new Float64Array(),
  lat: new Float64Array(),
  ...part,
})

export const OVERVIEW = {
  asOf: 18000,
  firstDay: 17800,
  lastDay: 18000,
  standard: sampleStandard(),
  areas: [
    areaInfo('a1', '甲庄居委会', '东办', '社区'),
    areaInfo('a2', '乙庄居委会', '东办', '城中村'),
    areaInfo('a3', '丙庄居委会', '西办', '社区'),
    areaInfo('a4', '丁庄居委会', '西办', '待拆迁'),
  ],
  offices: [
    { name: '东办', shortName: '东办', bounds: [0, 0, 1, 2], areas: ['a1', 'a2'] },
    { name: '西办', shortName: '西办', bounds: [1, 0, 2, 2], areas: ['a3', 'a4'] },
  ],
  sites: columns({
    count: 2,
    id: ['S1', 'S2'],
    name: ['一号市场', '二号公厕'],
    area: Int32Array.of(1, -1),
    shapes: [],
  }),
  issues: columns({ count: 2, id: ['W1', 'W2'], site: Int32Array.of(0, -1), area: Int32Array.of(1, 2) }),
  waterShapes: {
    type: 'FeatureCollection',
    features: [
      {
        properties: { id: 'R1', name: '小河' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [0.2, 0.1],
            [1.4, 0.7],
          ],
        },
      },
    ],
  },
} as unknown as Overview

export const BOARD = {
  areas: [
    figures('a1', '东办', 80, { change: 1, states: states({ 待整改: 3 }) }),
    figures('a2', '东办', 60, { change: -2, states: states({ 逾期: 3 }) }),
    figures('a3', '西办', 80, { change: null, states: states({ 待复查: 9 }) }),
    figures('a4', '西办', null),
  ],
  offices: [figures('东办', '东办', 70), figures('西办', '西办', 80)],
} as unknown as Board
