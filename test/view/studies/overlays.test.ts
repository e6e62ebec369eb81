/** What 对策, 两日比较, 闭环 and 记录 draw on the map. */

import { describe, expect, test } from 'vitest'
import type { CapFigure } from '../../../src/engine/contract/board.ts'
import type { AreaInfo, Overview } from '../../../src/engine/contract/package.ts'
import type { AreaChange, Comparison } from '../../../src/engine/contract/studies/compare.ts'
import type { RankedScore, Supposition, TaskLine } from '../../../src/engine/contract/studies/plan.ts'
import { kindColour } from '../../../src/view/colours.ts'
import { overdueOverlay } from '../../../src/view/studies/closure/closure.ts'
import { changeOverlay, mainCause } from '../../../src/view/studies/compare/compare.ts'
import { movedAreas, planOverlay } from '../../../src/view/studies/plan/plan.ts'
import { placesOverlay } from '../../../src/view/studies/records/records.ts'
import { sampleStandard } from '../../scoring/fixture.ts'
import { OVERVIEW } from '../fixture.ts'

const standard = sampleStandard()
const areas = [{ code: '1', label: [114.6, 33.6] }] as unknown as AreaInfo[]
const place = (score: number | null, grade: string, rank: number | null): RankedScore => ({
  score,
  provisional: null,
  grade,
  rank,
})

describe('对策', () => {
  const line = (ref: TaskLine['ref'], lon = Number.NaN, lat = Number.NaN) => ({ ref, lon, lat }) as TaskLine
  const supposition = {
    areas: [
      { code: '1', before: place(60, '达标', 2), after: place(82.34, '良好', 1) },
      { code: '2', before: place(null, '数据不足', null), after: place(null, '数据不足', null) },
    ],
  } as unknown as Supposition

  test('numbers the actions where they are, one of a whole 居委会 at its label, and colours the areas as they would be', () => {
    const overlay = planOverlay(
      { areas, standard },
      [
        line({ type: 'site', id: 'a' }, 114, 33),
        line({ type: 'area', id: '1' }),
        line({ type: 'area', id: '9' }),
      ],
      supposition,
    )
    expect(
      overlay?.marks?.features.map(({ geometry, properties }) => [geometry.coordinates, properties.text]),
    ).toEqual([
      [[114, 33], '1'],
      [[114.6, 33.6], '2'],
    ])
    expect(overlay?.areas?.map((area) => area?.figure)).toEqual(['82.3', standard.insufficient])
    expect(overlay?.areas?.[1]?.colour).toBeNull()
    expect(overlay?.areas?.map((area) => area?.demoted)).toEqual([false, false])
    expect(overlay?.legend?.title).toBe('设想后得分')
  })

  test('draws nothing until it is worked out', () => {
    expect(planOverlay({ areas, standard }, [], null)).toBeNull()
  })

  test('tells changes of grade before changes of rank, the longest way first, and none that stand still', () => {
    const move = (code: string, from: RankedScore, to: RankedScore) => ({ code, before: from, after: to })
    const moves = [
      move('still', place(60, '达标', 5), place(60.1, '达标', 5)),
      move('one', place(60, '达标', 4), place(61, '达标', 3)),
      move('far', place(60, '达标', 9), place(69, '达标', 2)),
      move('grade', place(69, '达标', 1), place(70, '良好', 1)),
      move('elsewhere', place(69, '达标', 8), place(90, '良好', 1)),
    ]
    const of = new Set(['still', 'one', 'far', 'grade'])
    expect(movedAreas(moves, of).map(({ code }) => code)).toEqual(['grade', 'far', 'one'])
  })
})

describe('两日比较', () => {
  const row = (code: string, totalFrom: number | null, totalTo: number | null) =>
    ({ code, totalFrom, totalTo, vetoed: [] as CapFigure[] }) as AreaChange
  const comparison = {
    from: 0,
    to: 7,
    areas: [row('a1', 60, 63.25), row('a2', 70, 61), row('a4', null, 61)],
  } as Comparison

  test('writes each change with its sign, and says where there is none', () => {
    const overlay = changeOverlay(comparison, OVERVIEW, false)
    expect(overlay?.areas?.map((area) => area?.figure)).toEqual(['+3.3', '−9.0', undefined, '无法比较'])
    expect(overlay?.areas?.[3]?.colour).toBeNull()
  })

  test('leaves the areas alone beside another day, and before there is an answer', () => {
    expect(changeOverlay(comparison, OVERVIEW, true)).toEqual({ quiet: true })
    expect(changeOverlay(null, OVERVIEW, false)).toEqual({ quiet: true })
  })

  test('says where a veto lowered a grade since the first day, and only there', () => {
    const cap = { rule: 'key-item', record: 'V', ref: null, reason: '', maxGrade: '不达标' }
    const vetoed = (code: string, to: number, gradeTo: string, caps: CapFigure[]) =>
      ({ ...row(code, 80, to), to, gradeTo, vetoed: caps }) as AreaChange
    const rows = [
      vetoed('a1', 81, '不达标', [cap]),
      // Vetoed before too.
      vetoed('a2', 81, '不达标', []),
      // Its own number is no better.
      vetoed('a3', 55, '不达标', [cap]),
    ]
    const overlay = changeOverlay({ ...comparison, areas: rows }, OVERVIEW, false)
    expect(overlay?.areas?.map((area) => area?.demoted)).toEqual([true, false, false, undefined])
  })

  test('names the cause that did most, for better or worse', () => {
    const causes = [
      { kind: 'fixed', effect: 2, count: 1 },
      { kind: 'found', effect: -3, count: 2 },
    ] as const
    expect(mainCause({ causes: [...causes] })).toBe('found')
    expect(mainCause({ causes: [] })).toBeNull()
  })
})

test('闭环 marks what has a place with its days past due', () => {
  const at = { lon: 114, lat: 33 }
  const overlay = overdueOverlay([
    { ...at, pastDue: 120, fixedOn: null },
    { ...at, pastDue: 3, fixedOn: 5 },
    { lon: Number.NaN, lat: Number.NaN, pastDue: 9, fixedOn: null },
  ])
  expect(overlay.marks?.features.map(({ properties }) => properties)).toEqual([
    { colour: '#b3182f', text: '120', size: 13 },
    { colour: '#8a5300', text: '3', size: 11 },
  ])
})

test('记录 draws the places listed that have coordinates, in the colour of their kind', () => {
  const sites = { lon: Float64Array.of(114, Number.NaN), lat: Float64Array.of(33, Number.NaN) }
  const line = (index: number) => ({ index, id: '', name: '', kind: 0, area: '', lastVisit: null })
  const overview = { sites, standard } as unknown as Overview
  const overlay = placesOverlay([line(0), line(1)], overview)
  expect(overlay.marks?.features.map(({ properties }) => properties)).toEqual([
    { colour: kindColour(standard.kinds[0]), size: 5 },
  ])
})
