import { describe, expect, it } from 'vitest'
import type { Overview } from '../../src/engine/contract/package.ts'
import { parseDay } from '../../src/model/day.ts'
import {
  type Draft,
  draftFaults,
  freshId,
  hasOwnPlace,
  itemGroups,
  kindAt,
  newIssueEdit,
  siteNameAt,
} from '../../src/view/new-issue.ts'
import { OVERVIEW } from './fixture.ts'

const { kinds } = OVERVIEW.standard
const market = kinds.findIndex(({ entity }) => entity === undefined)
const overview = {
  ...OVERVIEW,
  sites: {
    ...OVERVIEW.sites,
    kind: Uint8Array.of(market, market),
    shapes: [{ properties: { index: 1 } }],
  },
} as unknown as Overview
const DRAFT: Draft = {
  description: '积存垃圾',
  item: '',
  severity: '一般',
  responsible: '区城管局',
  source: '自查',
  foundOn: '2019-05-27',
  dueOn: '2019-05-28',
}
const spot = (site: string | null) => ({ at: [114.6, 33.5] as [number, number], site })

describe('where a new problem is', () => {
  it('a point site gives its place, a street or a river only its name', () => {
    expect([null, 'S1', 'S2', 'R1'].map((site) => hasOwnPlace(spot(site), overview))).toEqual([
      true,
      false,
      true,
      true,
    ])
    expect(newIssueEdit(DRAFT, spot('S1'), { code: 'a1' }, overview).fields).not.toHaveProperty('lon')
    expect(newIssueEdit(DRAFT, spot('S2'), { code: 'a1' }, overview).fields).toMatchObject({
      siteId: 'S2',
      lon: '114.600000',
      lat: '33.500000',
      areaCode: 'a1',
    })
  })
  it('is named', () => {
    expect(['S1', 'R1', null].map((site) => siteNameAt(spot(site), overview))).toEqual([
      '一号市场',
      '小河',
      null,
    ])
  })
  it('is of a kind', () => {
    expect(kindAt(spot('S1'), overview)).toBe(kinds[market]?.id)
    expect(kindAt(spot('R1'), overview)).toBe(kinds.find(({ entity }) => entity === 'water')?.id)
    expect(kindAt(spot(null), overview)).toBeNull()
  })
})

describe('items to choose from', () => {
  it('are those of the kind, each once', () => {
    const kind = kinds[market]?.id as string
    const shown = itemGroups(overview.standard, kind).flatMap(({ items }) => items.map(({ id }) => id))
    const fitting = overview.standard.items.filter((item) => item.kinds.includes(kind)).map(({ id }) => id)
    expect([...shown].sort()).toEqual([...fitting].sort())
    expect(shown.length).toBeLessThan(overview.standard.items.length)
  })
  it('are all on open ground', () => {
    const shown = itemGroups(overview.standard, null).flatMap(({ items }) => items)
    expect(shown).toHaveLength(overview.standard.items.length)
  })
})

describe('a draft', () => {
  const latest = parseDay('2019-05-27')
  it('is right as it is', () => {
    expect(draftFaults(DRAFT, latest)).toEqual({})
    expect(draftFaults({ ...DRAFT, dueOn: '' }, latest)).toEqual({})
  })
  it.each<[Partial<Draft>, (keyof Draft)[]]>([
    [{ description: ' ' }, ['description']],
    [{ foundOn: '' }, ['foundOn']],
    [{ foundOn: '2019-05-28' }, ['foundOn']],
    [{ dueOn: '2019-05-26' }, ['dueOn']],
  ])('%j is not', (change, fields) => {
    expect(Object.keys(draftFaults({ ...DRAFT, ...change }, latest))).toEqual(fields)
  })
})

it('the new id is the one that was not there', () => {
  expect(freshId(['W1', 'W2'], ['W1', 'W2', 'W3'])).toBe('W3')
  expect(freshId(['W1'], ['W1'])).toBeNull()
})
