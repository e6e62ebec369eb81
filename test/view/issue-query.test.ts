/** What is off on the screen is not asked for; all off asks for nothing, never for everything. */
import { describe, expect, test } from 'vitest'
import { dayOf, issueQueryOf } from '../../src/view/issue-query.ts'
import { DEFAULT_VIEW, VIEW, type ViewState } from '../../src/view/link/state.ts'
import { OVERVIEW } from './fixture.ts'

const kinds = OVERVIEW.standard.kinds.map((kind) => kind.id)
const ask = (patch: Partial<ViewState>) =>
  issueQueryOf({ view: { ...DEFAULT_VIEW, ...patch }, overview: OVERVIEW })
const ledger = (patch: Partial<ViewState['ledger']>) => ({ ledger: { ...DEFAULT_VIEW.ledger, ...patch } })

describe('the question', () => {
  test('by default asks for what is open, of every kind and of none', () => {
    expect(ask({})).toMatchObject({ asOf: 18000, kinds: [], states: ['待整改', '逾期', '待复查'] })
  })
  test('leaves hidden kinds out', () => {
    const hidden = kinds[2] as string
    expect(ask({ hiddenKinds: [hidden] })?.kinds).toEqual(kinds.filter((id) => id !== hidden))
  })
  test('with every state off is none', () => {
    expect(ask({ states: [] })).toBeNull()
  })
  test('with every kind off is none', () => {
    expect(ask({ hiddenKinds: kinds })).toBeNull()
  })
  test('for a kind that is hidden is none', () => {
    const [first = '', second = ''] = kinds.slice(2)
    expect(ask({ hiddenKinds: [first], ...ledger({ kinds: [first] }) })).toBeNull()
    expect(ask({ hiddenKinds: [first], ...ledger({ kinds: [first, second] }) })?.kinds).toEqual([second])
  })
  test('carries the filters of the sheet', () => {
    const filters = {
      text: '垃圾',
      area: 'a1',
      severities: ['严重'],
      sources: ['暗访'],
      foundFrom: 1,
      foundTo: 9,
      dueFrom: 2,
      dueTo: 8,
    }
    expect(ask(ledger(filters))).toMatchObject(filters)
  })
  test('speaks of the day chosen', () => {
    expect(ask({ asOf: 17900 })?.asOf).toBe(17900)
    expect(dayOf({ view: DEFAULT_VIEW, overview: null })).toBe(0)
  })
})

describe('a link from another package', () => {
  test('loses what this one does not have, and keeps the rest', () => {
    const view: ViewState = {
      ...DEFAULT_VIEW,
      metric: { type: 'category', id: 'gone' },
      office: '别处',
      hiddenKinds: ['gone', kinds[3] as string],
      selection: { type: 'area', id: 'gone' },
      ...ledger({
        open: true,
        area: 'gone',
        kinds: ['gone'],
        severities: ['严重', '很坏'],
        sources: ['传闻'],
      }),
    }
    const settled = VIEW.settle(view, OVERVIEW)
    expect(settled).toMatchObject({
      metric: { type: 'score' },
      office: null,
      hiddenKinds: [kinds[3]],
      // The panel says that there is no such thing.
      selection: { type: 'area', id: 'gone' },
      ledger: { open: true, area: null, kinds: [], severities: ['严重'], sources: [] },
    })
  })
  test('of this package is left alone', () => {
    const view: ViewState = {
      ...DEFAULT_VIEW,
      metric: { type: 'category', id: OVERVIEW.standard.categories[0]?.id ?? '' },
      office: '东办',
      ...ledger({ area: 'a1' }),
    }
    expect(VIEW.settle(view, OVERVIEW)).toEqual(view)
  })
})
