/** Up from a problem to its place, its 居委会, its 办事处; and nothing for what is not there. */

import { describe, expect, test } from 'vitest'
import type { Ref } from '../../src/engine/contract/cards.ts'
import type { Overview } from '../../src/engine/contract/package.ts'
import { areaOfRef, boundsOf, existsIn, parentOf, pointOf, titleOf } from '../../src/view/selection.ts'
import { OVERVIEW } from './fixture.ts'

const ref = (type: Ref['type'], id: string): Ref => ({ type, id })

describe('going up', () => {
  test('from a problem at a place to the district', () => {
    const way: (Ref | null)[] = []
    for (let at: Ref | null = ref('issue', 'W1'); at !== null; at = parentOf(at, OVERVIEW)) way.push(at)
    expect(way).toEqual([ref('issue', 'W1'), ref('site', 'S1'), ref('area', 'a2'), ref('office', '东办')])
  })
  test('from a problem at no place to its area', () => {
    expect(parentOf(ref('issue', 'W2'), OVERVIEW)).toEqual(ref('area', 'a3'))
  })
  test('from a place outside every area to the district', () => {
    expect(parentOf(ref('site', 'S2'), OVERVIEW)).toBeNull()
  })
})

test.each<[Ref, string, boolean]>([
  [ref('area', 'a1'), '甲庄居委会', true],
  [ref('office', '东办'), '东办', true],
  [ref('site', 'S2'), '二号公厕', true],
  [ref('issue', 'W1'), '问题', true],
  [ref('water', 'R1'), '小河', true],
  [ref('area', 'gone'), 'gone', false],
  [ref('office', 'gone'), 'gone', false],
  [ref('site', 'gone'), 'gone', false],
  [ref('issue', 'gone'), 'gone', false],
  [ref('water', 'gone'), 'gone', false],
])('%o is called %s', (of, title, there) => {
  expect(titleOf(of, OVERVIEW)).toBe(title)
  expect(existsIn(OVERVIEW, of)).toBe(there)
  if (!there) expect([parentOf(of, OVERVIEW), boundsOf(of, OVERVIEW)]).toEqual([null, null])
})

test('the area everything selected is about', () => {
  expect(areaOfRef(ref('issue', 'W1'), OVERVIEW)).toBe('a2')
  expect(areaOfRef(ref('area', 'a4'), OVERVIEW)).toBe('a4')
  expect(areaOfRef(ref('office', '东办'), OVERVIEW)).toBeNull()
  expect(areaOfRef(null, OVERVIEW)).toBeNull()
})

test('what covers ground by itself has a box', () => {
  expect(boundsOf(ref('office', '西办'), OVERVIEW)).toEqual([1, 0, 2, 2])
  expect(boundsOf(ref('water', 'R1'), OVERVIEW)).toEqual([0.2, 0.1, 1.4, 0.7])
  expect(boundsOf(ref('site', 'S1'), OVERVIEW)).toBeNull()
  const yard = {
    type: 'Feature' as const,
    properties: { index: 0 },
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0.5, 0.5],
          [0.75, 0.5],
          [0.75, 1],
          [0.5, 0.5],
        ],
      ],
    },
  }
  const shaped = { ...OVERVIEW, sites: { ...OVERVIEW.sites, shapes: [yard] } } as unknown as Overview
  expect(boundsOf(ref('site', 'S1'), shaped)).toEqual([0.5, 0.5, 0.75, 1])
})

test('a place or problem is a point where its coordinates are known', () => {
  const place = { lon: Float64Array.of(114.1, Number.NaN), lat: Float64Array.of(33.1, Number.NaN) }
  const placed: Overview = {
    ...OVERVIEW,
    sites: { ...OVERVIEW.sites, ...place },
    issues: { ...OVERVIEW.issues, ...place },
  }
  expect(pointOf(ref('site', 'S1'), placed)).toEqual([114.1, 33.1])
  expect(pointOf(ref('issue', 'W1'), placed)).toEqual([114.1, 33.1])
  for (const none of [ref('site', 'S2'), ref('site', 'gone'), ref('area', 'a1'), ref('water', 'R1'), null])
    expect(pointOf(none, placed)).toBeNull()
})
