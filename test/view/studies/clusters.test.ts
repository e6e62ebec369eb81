/** What the gatherings panel asks and says. */
import { describe, expect, it } from 'vitest'
import {
  clusterName,
  clusterWays,
  reboundDays,
  reboundShare,
  statesText,
} from '../../../src/view/studies/clusters/clusters.ts'

describe('what is asked', () => {
  it('is the usual where the link says nothing or nonsense', () => {
    expect(clusterWays('', '', '')).toEqual({ of: 'open', metres: 300, least: 3 })
    expect(clusterWays('found', '', '7')).toEqual({ of: 'found', metres: 180, least: 4 })
    expect(reboundDays('')).toBe(30)
    expect(reboundDays('31')).toBe(30)
  })
  it('is what the link says', () => {
    expect(clusterWays('', '500', '10')).toEqual({ of: 'open', metres: 500, least: 10 })
    expect(reboundDays('90')).toBe(90)
  })
})

describe('what is said', () => {
  it('of a gathering: where, and how its problems stand', () => {
    expect(clusterName({ street: '太昊路与五一路一带', areaName: '郑洼居委会' })).toBe(
      '太昊路与五一路一带，郑洼居委会',
    )
    expect(clusterName({ street: '', areaName: null })).toBe('位置不明')
    expect(statesText({ states: { 待整改: 2, 逾期: 1, 待复查: 0, 已销号: 3 } })).toBe(
      '逾期 1 · 待整改 2 · 已销号 3',
    )
  })
  it('of 反弹: its share, and none where nothing was closed', () => {
    expect(reboundShare({ name: '', closed: 8, rebounds: 2 })).toBe(0.25)
    expect(reboundShare({ name: '', closed: 0, rebounds: 0 })).toBeNull()
  })
})
