/** What is under the pointer: what each point stands for, and which of several things is meant. */
import { describe, expect, it } from 'vitest'
import { type PickedPoint, targetAt } from '../../src/map/pick.ts'
import { OVERVIEW } from '../view/fixture.ts'

const nothing = () => null

/** A map where some layers of the style have a feature under the pointer; keeps what it was asked. */
const mapWith = (shapes: Record<string, object>) => {
  const asked: unknown[] = []
  const map = {
    queryRenderedFeatures: (where: unknown, { layers: [layer] }: { layers: string[] }) => {
      asked.push(where)
      return layer && shapes[layer] ? [{ properties: shapes[layer] }] : []
    },
  } as never
  return { map, asked }
}

describe('a point', () => {
  const target = (found: PickedPoint) => {
    const { map, asked } = mapWith({ 'area-fill': { code: 'a1' } })
    const of = targetAt(map, () => found, OVERVIEW, 5, 6)
    expect(asked).toEqual([])
    return of
  }

  it('stands for its record', () => {
    expect(target({ layer: 'sites', object: 1 })).toEqual({ type: 'ref', ref: { type: 'site', id: 'S2' } })
    expect(target({ layer: 'issues', object: 0 })).toEqual({ type: 'ref', ref: { type: 'issue', id: 'W1' } })
  })

  it('that is no record says what it is', () => {
    const station = { water: 'R1', name: '一号断面', grade: null }
    expect(target({ layer: 'stations', object: station })).toEqual({ type: 'station', ...station })
    expect(target({ layer: 'activities', object: { kind: '大扫除', title: '周末大扫除' } })).toEqual({
      type: 'mark',
      title: '周末大扫除',
      subtitle: '大扫除',
    })
    const honour = (object: object) => target({ layer: 'honours', object })
    expect(honour({ kind: '示范街', name: '文明路', basis: '通报' })).toMatchObject({
      title: '文明路',
      subtitle: '示范街 · 通报',
    })
    expect(honour({ kind: '卫生家庭', name: null, basis: null })).toMatchObject({
      title: '卫生家庭',
      subtitle: '卫生家庭',
    })
  })
})

describe('without a point', () => {
  const shapes = { 'site-shape': { id: 'S1' }, water: { id: 'R1' }, 'area-fill': { code: 'a1' } }

  it('a street is meant before a river, a river before the area', () => {
    const met = (...layers: (keyof typeof shapes)[]) => {
      const here = Object.fromEntries(layers.map((layer) => [layer, shapes[layer]]))
      const target = targetAt(mapWith(here).map, nothing, OVERVIEW, 5, 6)
      return target.type === 'ref' ? target.ref : target
    }
    expect(met('area-fill', 'water', 'site-shape')).toEqual({ type: 'site', id: 'S1' })
    expect(met('area-fill', 'water')).toEqual({ type: 'water', id: 'R1' })
    expect(met('area-fill')).toEqual({ type: 'area', id: 'a1' })
    expect(met()).toEqual({ type: 'none' })
  })

  it('a count is met before what lies under it, and says where and of how many it is', () => {
    const count = {
      properties: { count: 7, overdue: 1 },
      geometry: { type: 'Point', coordinates: [114, 33] },
    }
    const map = {
      queryRenderedFeatures: (_: unknown, { layers: [layer] }: { layers: string[] }) =>
        layer === 'count' ? [count] : [{ properties: { code: 'a1' } }],
    } as never
    expect(targetAt(map, nothing, OVERVIEW, 5, 6)).toEqual({ type: 'count', lon: 114, lat: 33, count: 7 })
  })

  it('what is thin is met from a few pixels away, an area only inside', () => {
    const { map, asked } = mapWith({})
    targetAt(map, nothing, OVERVIEW, 5, 6)
    const near = [
      [1, 2],
      [9, 10],
    ]
    expect(asked).toEqual([[5, 6], near, near, [5, 6]])
  })
})
