/** What the gatherings panel asks and says. */
import { describe, expect, it } from 'vitest'
import {
  clusterName,
  clusterWays,
  reboundShare,
  statesText,
} from '../../../src/view/studies/clusters/clusters.ts'

describe('what is asked', () => {
  it('is the usual where nothing is set, by which problems gather', () => {
    const ways = (of: 'open' | 'found') => clusterWays({ of, metres: null, least: null })
    expect(ways('open')).toEqual({ of: 'open', metres: 300, least: 3 })
    expect(ways('found')).toEqual({ of: 'found', metres: 180, least: 4 })
  })
  it('is what is set', () => {
    const asked = { of: 'open', metres: 500, least: 10 } as const
    expect(clusterWays(asked)).toEqual(asked)
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
