/** 评选 in words and as a table. */

import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { HonourDocument } from '../../../src/engine/contract/studies/honours.ts'
import { candidatesCsv, evidenceOf, honoursText } from '../../../src/view/studies/honours/honours.ts'
import { OVERVIEW } from '../fixture.ts'

const street = {
  id: '=A1',
  name: '甲街，东段',
  areaCode: 'a1',
  kind: 'alley',
  rate: 0.952,
  rank: 1,
  daysClean: 40,
  visits: [{ day: '2019-05-20', source: '区督导', worst: 9 }],
}
const answer: HonourDocument = {
  areas: [],
  candidates: {
    note: '仅供推荐',
    streets: [street],
    shops: [],
    families: [{ areaCode: 'a2', seen: 0, good: 0, suggested: null }],
  },
}

describe('evidenceOf', () => {
  it('says rate and rank, visits, days without a problem', () => {
    expect(evidenceOf(street)).toEqual([
      '得分率 95.2%，本居委会第 1',
      '时段内检查 1 次：2019-05-20 区督导（最低 9 分）',
      '上一个问题销号后 40 天无问题',
    ])
    expect(evidenceOf({ ...street, daysClean: null })[2]).toBe('从无问题记录')
  })
})

describe('candidatesCsv', () => {
  it('reads back row for row, runs no formula, and says that it only suggests', () => {
    const { name, bytes } = candidatesCsv(answer, OVERVIEW, '东办', 18000)
    expect(name).toBe('评选候选-东办-2019-04-14.csv')
    expect(candidatesCsv(answer, OVERVIEW, null, 18000).name).toBe('评选候选-2019-04-14.csv')
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes).trim())
    expect(data).toHaveLength(4)
    expect(data[1]?.[1]).toBe('甲庄居委会')
    expect(data[1]?.[2]?.startsWith('=')).toBe(false)
    expect(data[1]?.[3]).toBe('甲街，东段')
    expect(data[2]?.[3]).toBe('未查，无法建议')
    expect(data[3]?.[0]).toBe('仅供推荐')
  })
})

it('counts honours by kind', () => {
  expect(honoursText({ honours: { 创卫示范街: 1, 卫生家庭: 5 } })).toBe('创卫示范街 1、卫生家庭 5')
})
