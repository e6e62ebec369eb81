/** What a view shows of the ground when it names no camera. */
import { describe, expect, test } from 'vitest'
import type { Ref } from '../../src/engine/contract/cards.ts'
import type { Overview } from '../../src/engine/contract/package.ts'
import { frameOf, isSameFrame, ofBounds, ofPoint } from '../../src/view/framing.ts'
import { OVERVIEW } from './fixture.ts'

/** S1 stands at (0.5, 1.5), S2 nowhere; W1 was found at S1, W2 at no place, in a3. */
const overview: Overview = {
  ...OVERVIEW,
  bounds: [0, 0, 2, 2],
  sites: { ...OVERVIEW.sites, lon: Float64Array.of(0.5, Number.NaN), lat: Float64Array.of(1.5, Number.NaN) },
  issues: {
    ...OVERVIEW.issues,
    lon: Float64Array.of(Number.NaN, Number.NaN),
    lat: Float64Array.of(Number.NaN, Number.NaN),
  },
}
const frame = (selection: Ref | null, office: string | null = null) =>
  frameOf({ selection, office, frame: null }, overview).bounds

describe('what a view without a camera shows', () => {
  test('is the district, or the office asked for', () => {
    expect(frame(null)).toEqual([0, 0, 2, 2])
    expect(frame(null, '西办')).toEqual([1, 0, 2, 2])
    expect(frame(null, '没有的办')).toEqual([0, 0, 2, 2])
  })
  test('is the ground that was chosen, before all', () => {
    const view = {
      selection: { type: 'area', id: 'a1' },
      office: '西办',
      frame: [0.2, 0.2, 0.4, 0.3],
    } as const
    expect(frameOf({ ...view, frame: [...view.frame] }, overview).bounds).toEqual([0.2, 0.2, 0.4, 0.3])
  })
  test('is what is selected before the office', () => {
    expect(frame({ type: 'area', id: 'a1' }, '西办')).toEqual([0, 0, 1, 1])
    expect(frame({ type: 'water', id: 'R1' })).toEqual([0.2, 0.1, 1.4, 0.7])
    expect(frame({ type: 'site', id: 'S1' })).toEqual([0.5, 1.5, 0.5, 1.5])
  })
  test('is what a thing without a place lies in', () => {
    expect(frame({ type: 'issue', id: 'W1' })).toEqual([0.5, 1.5, 0.5, 1.5])
    expect(frame({ type: 'issue', id: 'W2' })).toEqual([0, 0, 1, 1])
    expect(frame({ type: 'site', id: 'S2' })).toEqual([0, 0, 2, 2])
    expect(frame({ type: 'site', id: 'S2' }, '西办')).toEqual([1, 0, 2, 2])
    expect(frame({ type: 'site', id: 'gone' })).toEqual([0, 0, 2, 2])
  })
})

test('a point is shown as near as places stand alone, whatever else has the same middle', () => {
  expect(isSameFrame(ofPoint([1, 1]), ofPoint([1, 1]))).toBe(true)
  expect(isSameFrame(ofPoint([1, 1]), ofBounds([1, 1, 1, 1]))).toBe(false)
})
