/** The drawing of water samples: what is plotted where, and the counts against those of the grading itself. */

import { describe, expect, test } from 'vitest'
import { waterCard } from '../../src/engine/answers/cards.ts'
import type { SampleReading, WaterCard } from '../../src/engine/contract/cards.ts'
import { parseDay } from '../../src/model/day.ts'
import { waterShape } from '../../src/view/water-chart.ts'
import { openSample } from '../engine/sample.ts'
import { sampleStandard } from '../scoring/fixture.ts'

const BOX = { width: 120, height: 110, left: 10, right: 10, top: 5, bottom: 5 }
const { indicators } = sampleStandard().water
const of = (id: string) => indicators.find((indicator) => indicator.id === id) as (typeof indicators)[number]

const sample = (
  station: string,
  day: number,
  reading: Partial<SampleReading>,
): WaterCard['samples'][number] => ({
  station,
  day,
  depth: 100,
  readings: {
    transparency: { text: '', value: null, bound: 'exact', cls: null, limit: null, ...reading },
  } as WaterCard['samples'][number]['readings'],
})

describe('transparency: 25 and 10 cm', () => {
  const samples = [
    sample('A', 10, { value: 40, cls: 0 }),
    sample('A', 20, { value: 5, cls: 2 }),
    sample('B', 10, { value: 15, cls: 1 }),
    sample('B', 20, { value: 6, cls: 1, limit: 4 }),
    sample('B', 20, { value: 20, bound: 'below', cls: null }),
    sample('B', 20, { text: '清澈见底', cls: 0 }),
  ]
  const shape = waterShape(samples, of('transparency'), [10, 20], null, BOX)

  test('stands on its days, higher values higher up, from corner to corner', () => {
    // from 0 to 40 and a tenth of what lies between the limit of 4 and 40 more: 43.6 over 100 units
    const at = (day: number, value: number) =>
      shape.points.find((p) => p.day === day && Math.abs(p.y - (5 + (100 * (43.6 - value)) / 43.6)) < 1e-9)
    expect(at(10, 40)).toMatchObject({ x: 10, cls: 0 })
    expect(at(20, 5)).toMatchObject({ x: 110, cls: 2 })
    expect(shape.points).toHaveLength(5)
  })

  test('the bands meet at the limits and fill the box: clean above, 重度 below', () => {
    const [clean, light, heavy] = shape.bands
    expect(clean).toMatchObject({ cls: 0, y: 5 })
    expect((clean?.y as number) + (clean?.height as number)).toBeCloseTo(shape.limits[0]?.y as number)
    expect((light?.y as number) + (light?.height as number)).toBeCloseTo(shape.limits[1]?.y as number)
    expect((heavy?.y as number) + (heavy?.height as number)).toBeCloseTo(105)
  })

  test('a sample of shallow water carries its own limit; a censored one its bound', () => {
    const own = shape.points.filter(({ limitY }) => limitY !== null)
    expect(own).toHaveLength(1)
    expect(own[0]?.limitY).toBeCloseTo(5 + (100 * 39.6) / 43.6)
    expect(shape.points.filter(({ bound }) => bound === 'below')).toHaveLength(1)
  })

  test('counts what counts as a measurement, plotted or not', () => {
    expect(shape.counts).toEqual({ data: 5, light: 3, heavy: 1 })
    const b = waterShape(samples, of('transparency'), [10, 20], 'B', BOX)
    expect(b.counts).toEqual({ data: 3, light: 2, heavy: 0 })
    expect(b.points.map(({ chosen }) => chosen)).toEqual([false, false, true, true, true])
    expect(b.path.match(/[ML]/g)).toEqual(['M', 'L'])
  })
})

test('ammonia: less is better, so 重度 is at the top', () => {
  const { bands } = waterShape([], of('ammonia'), [0, 59], null, BOX)
  expect(bands[2]?.y).toBeCloseTo(5)
  expect((bands[0]?.y as number) + (bands[0]?.height as number)).toBeCloseTo(105)
})

test('redox potential: the scale goes below nothing', () => {
  const { ticks, limits } = waterShape([], of('orp'), [0, 59], null, BOX)
  expect(ticks[0]?.value).toBeLessThan(-200)
  for (const { y } of limits) expect(y > 5 && y < 105).toBe(true)
})

test('on the sample, the counts of a station are those its grade was decided by', () => {
  const opened = openSample()
  const t = parseDay('2019-05-27') as number
  let stations = 0
  for (const { id } of opened.model.waters) {
    const card = waterCard(opened, id, t) as WaterCard
    for (const station of card.figure.stations)
      for (const [i, indicator] of opened.standard.water.indicators.entries()) {
        const { counts } = waterShape(card.samples, indicator, [t - 59, t], station.name, BOX)
        expect({ id: indicator.id, ...counts }).toEqual(station.counts[i])
        stations++
      }
  }
  expect(stations).toBeGreaterThan(20)
})
