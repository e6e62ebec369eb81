/** What the coverage panel says, and how it draws. */

import { describe, expect, it } from 'vitest'
import type { AreaInfo } from '../../../src/engine/contract/package.ts'
import type { BlindSpot, ScoreInterval } from '../../../src/engine/contract/studies/coverage.ts'
import { CLASS_COLOURS } from '../../../src/view/colours.ts'
import {
  blindName,
  coverageOverlay,
  hectaresText,
  intervalText,
  landOf,
  muText,
  placesText,
  sureRows,
} from '../../../src/view/studies/coverage/coverage.ts'

const info = (code: string, office: string): AreaInfo => ({
  code,
  name: `${code}居委会`,
  shortName: code,
  office,
  relocation: false,
  population: null,
  group: null,
  label: [114.6, 33.6],
  bounds: [114.5, 33.5, 114.7, 33.7],
})
const interval = (code: string, score: number | null, low: number, high: number): ScoreInterval => ({
  code,
  score,
  total: score ?? (low + high) / 2,
  low,
  high,
  sites: 30,
  few: false,
  single: [],
})

describe('the list of how sure scores are', () => {
  const areas = [info('甲', 'O'), info('乙', 'O'), info('丙', 'P'), info('丁', 'O'), info('戊', 'O')]
  const intervals = [
    interval('甲', 80, 78, 82),
    interval('乙', 90, 88, 91),
    interval('丙', 81, 79, 83),
    interval('丁', null, 50, 90),
    interval('戊', 80, 80, 80),
  ]
  it('has the best first, the places that overlap open, and no place for 数据不足', () => {
    expect(sureRows(intervals, areas).map((row) => [row.name, placesText(row)])).toEqual([
      ['乙', '第 1 名'],
      ['丙', '第 2–4 名'],
      ['甲', '第 2–4 名'],
      ['戊', '第 2–4 名'],
      ['丁', '不参加排名'],
    ])
  })
  it('is of those asked for', () => {
    const rows = sureRows(
      intervals.filter(({ code }) => code !== '丙'),
      areas,
    )
    expect(rows.map((row) => [row.name, row.rank, row.tied])).toEqual([
      ['乙', 1, false],
      ['甲', 2, true],
      ['戊', 2, true],
      ['丁', null, false],
    ])
  })
  it('says what is not known', () => {
    expect(intervalText({ low: null, high: null })).toBe('—')
    expect(intervalText({ low: 66, high: 73.14 })).toBe('66.0–73.1')
  })
})

const spot = (lon: number, lat: number): BlindSpot => ({
  street: '新民路以南',
  areaCode: '甲',
  areaName: '甲居委会',
  office: 'O',
  hectares: 0.8,
  at: [lon, lat],
  bounds: [lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01],
  outline: {
    type: 'Polygon',
    coordinates: [
      [
        [lon - 0.01, lat],
        [lon, lat - 0.01],
        [lon + 0.01, lat],
        [lon - 0.01, lat],
      ],
    ],
  },
})

describe('land', () => {
  it('is said in hectares and mu', () => {
    expect([hectaresText(0.8), hectaresText(15.05), muText(0.8), muText(0.1), hectaresText(0)]).toEqual([
      '0.80 公顷',
      '15.1 公顷',
      '12 亩',
      '1.5 亩',
      '0.0 公顷',
    ])
    expect(blindName(spot(114.6, 33.6))).toBe('新民路以南，甲居委会')
    expect(blindName({ ...spot(114.6, 33.6), street: '' })).toBe('甲居委会')
  })
  it('is summed over areas; of none there is no share', () => {
    expect(
      landOf([
        { code: '甲', land: 10, covered: 9, share: 0.9 },
        { code: '乙', land: 30, covered: 11, share: 11 / 30 },
      ]).share,
    ).toBe(0.5)
    expect(landOf([]).share).toBeNull()
  })
  it('is drawn for the areas it is of, its numbers beside the names of areas', () => {
    const { fills, marks, areas } = coverageOverlay(
      {
        asOf: 0,
        radius: 150,
        window: 90,
        cell: 10,
        whole: false,
        visited: 1,
        placeless: 0,
        areas: [
          { code: '甲', land: 10, covered: 9.6, share: 0.96 },
          { code: '丙', land: 0, covered: 0, share: null },
        ],
        blind: [spot(114.65, 33.62), spot(114.6, 33.6)],
        small: [],
        kinds: [],
      },
      [info('甲', 'O'), info('乙', 'P'), info('丙', 'O')],
    )
    expect(fills?.features).toHaveLength(2)
    expect(marks?.features.map(({ geometry }) => geometry.coordinates)).toEqual([
      [114.65, 33.62],
      [114.6, 33.59],
    ])
    expect(areas).toEqual([
      { colour: CLASS_COLOURS[0], figure: '96.0%' },
      null,
      { colour: null, figure: '没有建成区' },
    ])
  })
})
