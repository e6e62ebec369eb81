/** 黑臭水体 by the guideline of 2015, worked by hand. */
import { describe, expect, it } from 'vitest'
import type { Reading, Water, WaterSample } from '../../src/model/records.ts'
import type { IndicatorId } from '../../src/model/standard.ts'
import { classOfReading, classOfSample, gradeWater, type WaterClass } from '../../src/scoring/water.ts'
import { sampleStandard } from './fixture.ts'

const standard = sampleStandard()
const T = 500
const value = (v: number): Reading => ({ type: 'value', value: v })
const none: Reading = { type: 'none' }

/** A canal of about 1.1 km along the 34th parallel; 0.001° is about 92 m. */
const canal: Water = {
  id: 'W',
  name: '渠',
  responsible: null,
  geometry: {
    type: 'LineString',
    coordinates: [
      [114.6, 34],
      [114.612, 34],
    ],
  },
  line: 1,
}

const sample = (
  station: string,
  lon: number,
  day: number,
  readings: Partial<Record<IndicatorId, Reading>>,
  depth: WaterSample['depth'] = 80,
): WaterSample => ({
  waterId: 'W',
  station,
  lon,
  lat: 34,
  day,
  depth,
  transparency: none,
  dissolvedOxygen: none,
  orp: none,
  ammonia: none,
  line: 1,
  ...readings,
})

const clean = { transparency: value(40), dissolvedOxygen: value(5), orp: value(100), ammonia: value(1) }
const heavy = { ...clean, ammonia: value(20) }
const light = { ...clean, ammonia: value(10) }

/** A station with `n` samples of each of the given readings, on different days. */
const station = (name: string, lon: number, ...readings: Partial<Record<IndicatorId, Reading>>[]) =>
  readings.map((r, i) => sample(name, lon, T - i, r))

const grade = (samples: WaterSample[], water = canal) => gradeWater(water, samples, standard, T)

describe('one reading', () => {
  const indicator = (id: IndicatorId) => {
    const found = standard.water.indicators.find((i) => i.id === id)
    if (!found) throw new Error(id)
    return found
  }
  const cls = (id: IndicatorId, reading: Reading) => classOfReading(reading, indicator(id))
  it.each([
    ['transparency', 25, 0],
    ['transparency', 24.9, 1],
    ['transparency', 10, 1],
    ['transparency', 9.9, 2],
    ['dissolvedOxygen', 2, 0],
    ['dissolvedOxygen', 1.99, 1],
    ['dissolvedOxygen', 0.2, 1],
    ['dissolvedOxygen', 0.19, 2],
    ['orp', 50, 0],
    ['orp', 49, 1],
    ['orp', -200, 1],
    ['orp', -201, 2],
    ['ammonia', 8, 0],
    ['ammonia', 8.01, 1],
    ['ammonia', 15, 1],
    ['ammonia', 15.01, 2],
  ] as const)('%s %s is class %s', (id, v, expected) => {
    expect(cls(id, value(v))).toBe(expected)
  })
  it('a censored value counts only when wholly inside one class', () => {
    expect(cls('ammonia', { type: 'below', limit: 0.025 })).toBe(0)
    expect(cls('ammonia', { type: 'below', limit: 8 })).toBe(0)
    expect(cls('ammonia', { type: 'below', limit: 9 })).toBeNull()
    expect(cls('ammonia', { type: 'above', limit: 15 })).toBe(2)
    expect(cls('ammonia', { type: 'above', limit: 10 })).toBeNull()
    expect(cls('dissolvedOxygen', { type: 'below', limit: 0.2 })).toBe(2)
    expect(cls('dissolvedOxygen', { type: 'below', limit: 0.5 })).toBeNull()
    expect(cls('transparency', { type: 'above', limit: 25 })).toBe(0)
    expect(cls('ammonia', { type: 'notDetected' })).toBe(0)
    expect(cls('dissolvedOxygen', { type: 'notDetected' })).toBeNull()
    expect(cls('transparency', { type: 'clearToBottom' })).toBe(0)
    expect(cls('transparency', none)).toBeNull()
  })
  it.each<[IndicatorId, Reading['type'], number, WaterClass | null]>([
    // 「≤」 and 「≥」 include the limit, which may be of the next class.
    ['dissolvedOxygen', 'atMost', 0.2, null],
    ['dissolvedOxygen', 'atMost', 0.19, 2],
    ['dissolvedOxygen', 'atMost', 0, 2],
    ['dissolvedOxygen', 'atLeast', 2, 0],
    ['dissolvedOxygen', 'above', 2, 0],
    ['dissolvedOxygen', 'atLeast', 1.9, null],
    ['dissolvedOxygen', 'below', 2, null],
    ['transparency', 'atMost', 10, null],
    ['transparency', 'below', 10, 2],
    ['transparency', 'atLeast', 25, 0],
    ['orp', 'atMost', -200, null],
    ['orp', 'below', -200, 2],
    ['orp', 'atLeast', 50, 0],
    ['orp', 'atLeast', -200, null],
    ['ammonia', 'atLeast', 15, null],
    ['ammonia', 'atLeast', 15.01, 2],
    ['ammonia', 'above', 15, 2],
    ['ammonia', 'atMost', 8, 0],
    ['ammonia', 'below', 8, 0],
    ['ammonia', 'atMost', 8.01, null],
    ['ammonia', 'below', 8.01, null],
    ['ammonia', 'above', 8, null],
  ])('%s %s %s is class %s', (id, type, limit, expected) => {
    expect(cls(id, { type, limit } as Reading)).toBe(expected)
  })
  it('under 25 cm of water 0.4 · depth replaces both transparency limits', () => {
    const shallow = (depth: number, reading: Reading) =>
      classOfSample(
        sample('a', 114.6, T, { transparency: reading }, depth),
        indicator('transparency'),
        standard.water,
      )
    expect(shallow(20, value(7.9))).toBe(2)
    expect(shallow(20, value(8))).toBe(1)
    expect(shallow(20, value(20))).toBe(1)
    expect(shallow(20, { type: 'clearToBottom' })).toBe(0)
    expect(shallow(25, value(20))).toBe(1)
    expect(shallow(25, value(9))).toBe(2)
    expect(shallow(20, { type: 'below', limit: 8 })).toBe(2)
    expect(shallow(20, { type: 'below', limit: 9 })).toBeNull()
    expect(shallow(20, { type: 'atMost', limit: 8 })).toBeNull()
    expect(shallow(20, { type: 'atMost', limit: 7.9 })).toBe(2)
    expect(shallow(20, { type: 'atLeast', limit: 8 })).toBe(1)
    expect(shallow(20, { type: 'atLeast', limit: 25 })).toBe(1)
    expect(shallow(20, { type: 'above', limit: 7 })).toBeNull()
    expect(shallow(20, none)).toBeNull()
    // Nothing to be seen in is 重度; without water nothing lies below 0.
    expect(shallow(20, value(0))).toBe(2)
    expect(shallow(0, value(0))).toBe(1)
    // 0.4 · 3 is 1.2, not the 1.2000000000000002 of binary fractions.
    expect(shallow(3, value(1.2))).toBe(1)
    expect(shallow(24.9, value(9.96))).toBe(1)
  })
  describe('a depth that is no one number', () => {
    const at = (depth: WaterSample['depth'], reading: Reading) =>
      classOfSample(
        sample('a', 114.6, T, { transparency: reading }, depth),
        indicator('transparency'),
        standard.water,
      )
    type Censored = 'below' | 'atMost' | 'above' | 'atLeast'
    it.each<[Censored, number, Reading, WaterClass | null]>([
      // Under 20 cm the limit is under 8: 9 is over it at every depth.
      ['below', 20, value(9), 1],
      ['below', 20, value(8), 1],
      ['below', 20, value(7.9), null],
      ['atMost', 20, value(8), 1],
      ['atMost', 0, value(0), 1],
      ['below', 25, value(10), 1],
      ['below', 25, value(30), 1],
      ['atMost', 25, value(30), null],
      ['below', 30, value(12), 1],
      ['below', 30, value(30), null],
      ['below', 30, value(9), null],
      ['atLeast', 25, value(9), 2],
      ['atLeast', 25, value(30), 0],
      ['above', 25, value(12), 1],
      // From 20 cm on the limit is 8 and more, and 10 in deep water.
      ['atLeast', 20, value(7.9), 2],
      ['atLeast', 20, value(8), null],
      ['above', 20, value(8), 2],
      ['above', 20, value(8.1), null],
      ['above', 20, value(12), 1],
      ['above', 20, value(30), null],
      ['above', 20, { type: 'atMost', limit: 8 }, 2],
      ['atLeast', 20, { type: 'atMost', limit: 8 }, null],
      ['atLeast', 20, { type: 'below', limit: 8 }, 2],
      ['below', 20, { type: 'above', limit: 8 }, 1],
      ['below', 20, { type: 'above', limit: 7 }, null],
      ['below', 20, { type: 'clearToBottom' }, 0],
      ['below', 20, none, null],
    ])('%s %s cm', (type, limit, reading, expected) => {
      expect(at({ type, limit }, reading)).toBe(expected)
    })
    it('that cannot be read makes the transparency no measurement, and leaves the others', () => {
      expect(at('unreadable', value(9))).toBeNull()
      expect(at('unreadable', value(90))).toBeNull()
      expect(at('unreadable', { type: 'clearToBottom' })).toBe(0)
      expect(at(null, value(9))).toBe(2)
      const other = sample('a', 114.6, T, { ammonia: value(20) }, 'unreadable')
      expect(classOfSample(other, indicator('ammonia'), standard.water)).toBe(2)
    })
  })
  it('how deep the water is says nothing of the other indicators', () => {
    const oxygen = (v: number) =>
      classOfSample(
        sample('a', 114.6, T, { dissolvedOxygen: value(v) }, 10),
        indicator('dissolvedOxygen'),
        standard.water,
      )
    expect([oxygen(0.1), oxygen(1), oxygen(2)]).toEqual([2, 1, 0])
  })
})

describe('a station', () => {
  const of = (...readings: Partial<Record<IndicatorId, Reading>>[]) =>
    grade(station('a', 114.6, ...readings)).stations[0]?.grade
  it('重度: one indicator with ≥ 60 % of its data', () => {
    expect(of(heavy, heavy, heavy, clean, clean)).toBe('重度')
    expect(of(heavy, heavy, clean, clean)).toBe('未检出黑臭')
  })
  it('重度: two indicators with ≥ 30 % each', () => {
    const two = { ...clean, ammonia: value(20), transparency: value(5) }
    expect(of(two, two, two, clean, clean, clean, clean, clean, clean, clean)).toBe('重度')
    expect(of(two, two, clean, clean, clean, clean, clean)).toBe('未检出黑臭')
  })
  it('轻度 by the same test at 轻度-or-worse: 重度 data count in it', () => {
    expect(of(heavy, light, light, clean, clean)).toBe('轻度')
    expect(of(light, light, clean, clean)).toBe('未检出黑臭')
  })
  it('data that are no measurement do not dilute the share', () => {
    expect(of(heavy, { ...clean, ammonia: none }, { ...clean, ammonia: none })).toBe('重度')
  })
})

describe('a body', () => {
  const at = (i: number) => 114.6 + 0.002 * i
  const line = (...kinds: ('h' | 'l' | 'c')[]) =>
    kinds.flatMap((k, i) => {
      const r = { h: heavy, l: light, c: clean }[k]
      return station(`s${i}`, at(i), r, r, r)
    })
  it('重度 when ≥ 60 % of its stations are', () => {
    expect(grade(line('h', 'c', 'h', 'c', 'h')).grade).toBe('重度')
    expect(grade(line('h', 'c', 'h', 'c')).grade).toBe('轻度')
  })
  it('轻度 when any station is 轻度 or worse, else clean', () => {
    expect(grade(line('c', 'l', 'c')).grade).toBe('轻度')
    expect(grade(line('c', 'c', 'c')).grade).toBe('未检出黑臭')
  })
  it('three consecutive 重度 stations make the reach between them 重度; stations are ordered along the line', () => {
    const shuffled = [...line('c', 'h', 'h', 'h', 'c', 'c')].reverse()
    const result = grade(shuffled)
    expect(result.stations.map((s) => s.name)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5'])
    expect(result.reaches).toHaveLength(1)
    expect(result.reaches[0]?.[0]?.[0]).toBeCloseTo(at(1), 6)
    expect(result.reaches[0]?.at(-1)?.[0]).toBeCloseTo(at(3), 6)
    expect(grade(line('h', 'h', 'c', 'h')).reaches).toEqual([])
  })
  it('insufficient: under 3 stations, under 3 samples, over 600 m apart', () => {
    expect(grade(line('c', 'c', 'c')).insufficient).toEqual([])
    expect(grade(line('c', 'c')).insufficient).toHaveLength(1)
    expect(grade([...line('c', 'c', 'c'), sample('s3', at(3), T, clean)]).insufficient.join()).toContain('s3')
    const far = [
      ...station('a', 114.6, clean, clean, clean),
      ...station('b', 114.602, clean, clean, clean),
      ...station('c', 114.61, clean, clean, clean),
    ]
    expect(grade(far).insufficient.join()).toMatch(/间距 7\d\d 米/)
  })
  const nothing = { transparency: none, dissolvedOxygen: none, orp: none, ammonia: none }
  it('insufficient: a sample or a station without one usable reading is none', () => {
    const bare = [
      ...station('s0', at(0), clean),
      ...station('s1', at(1), clean),
      ...station('s2', at(2), clean),
    ]
    const empty = ['s0', 's1', 's2'].flatMap((name, i) => [
      sample(name, at(i), T - 5, nothing),
      sample(name, at(i), T - 6, { ...nothing, dissolvedOxygen: { type: 'atMost', limit: 0.2 } }),
    ])
    expect(grade([...bare, ...empty]).insufficient).toEqual(['s0、s1、s2监测不足 3 次'])
    const alone = [
      ...line('c'),
      ...station('s1', at(1), nothing, nothing, nothing),
      ...station('s2', at(2), nothing, nothing, nothing),
    ]
    expect(grade(alone).insufficient).toEqual(['监测点 1 个，少于 3 个'])
    // Nor does such a station shorten the way between its neighbours: 9 · 0.002° are 1.7 km.
    const far = [...line('c', 'c'), ...station('x', at(2), nothing, nothing, nothing)]
    const wide = ['c', 'd'].flatMap((name, i) => station(name, at(5 + i), clean, clean, clean))
    expect(grade([...far, ...wide]).insufficient.join()).toMatch(/间距 7\d\d 米/)
  })
  it('a station without one usable reading does not part the stations beside it', () => {
    const parted = [...line('h', 'h', 'c', 'h'), ...station('x', at(2), nothing)].filter(
      ({ station: name }) => name !== 's2',
    )
    expect(grade(parted).reaches).toHaveLength(1)
    expect(grade(parted).stations.map((s) => s.grade)).toEqual(['重度', '重度', null, '重度'])
  })
  it('stations without coordinates are told, but not called too few', () => {
    const nowhere = line('c', 'c', 'c').map((s) => ({ ...s, lon: null, lat: null }))
    expect(grade(nowhere)).toMatchObject({ insufficient: [], unlocated: 3, grade: '未检出黑臭' })
  })
  it('dates from the latest sample with a usable reading', () => {
    const used = sample('a', 114.6, T - 9, clean)
    expect(grade([used, sample('a', 114.6, T - 2, nothing)]).latest).toBe(T - 9)
    expect(grade([sample('a', 114.6, T - 2, nothing)]).latest).toBeNull()
  })
  it('samples within (t − waterWindow, t] only', () => {
    const old = sample('a', 114.6, T - standard.waterWindow, heavy)
    expect(grade([old]).grade).toBeNull()
    expect(grade([{ ...old, day: old.day + 1 }]).grade).toBe('重度')
    expect(grade([{ ...old, day: T + 1 }]).grade).toBeNull()
  })
  it('in a polygon stations stand in the order of the file', () => {
    const pond: Water = {
      ...canal,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [114.6, 33.99],
            [114.62, 33.99],
            [114.62, 34.01],
            [114.6, 33.99],
          ],
        ],
      },
    }
    expect(grade([...line('c', 'c', 'c')].reverse(), pond).stations.map((s) => s.name)).toEqual([
      's2',
      's1',
      's0',
    ])
  })
})
