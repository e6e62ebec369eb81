/** Which changes the browser's Back undoes. */
import { describe, expect, test } from 'vitest'
import { isStep } from '../../../src/view/link/history.ts'
import { DEFAULT_VIEW, type ViewState } from '../../../src/view/link/state.ts'

const after = (patch: Partial<ViewState>): boolean => isStep(DEFAULT_VIEW, { ...DEFAULT_VIEW, ...patch })
const ledger = (patch: Partial<ViewState['ledger']>) => ({ ledger: { ...DEFAULT_VIEW.ledger, ...patch } })

describe('a step of its own', () => {
  test.each<[string, Partial<ViewState>]>([
    ['a selection', { selection: { type: 'area', id: '1' } }],
    ['an office', { office: '太昊路办事处' }],
    ['a metric', { metric: { type: 'open' } }],
    ['a hidden kind', { hiddenKinds: ['farm'] }],
    ['states', { states: [] }],
    ['a layer', { heat: true }],
    ['the sheet', ledger({ open: true })],
    ['a filter of the sheet', ledger({ severities: ['严重'] })],
    ['a text, when it begins', ledger({ text: '垃' })],
  ])('%s', (_, patch) => expect(after(patch)).toBe(true))
})

describe('in passing', () => {
  test.each<[string, Partial<ViewState>]>([
    ['nothing', {}],
    ['the camera', { camera: { lon: 1, lat: 2, zoom: 3, bearing: 0, pitch: 0 } }],
    ['the day', { asOf: 18000 }],
    ['the theme', { theme: 'dark' }],
    ['the size of type', { display: 'wall' }],
  ])('%s', (_, patch) => expect(after(patch)).toBe(false))

  test('further letters of a text', () => {
    const typed = (text: string): ViewState => ({ ...DEFAULT_VIEW, ...ledger({ text }) })
    expect(isStep(typed('垃'), typed('垃圾'))).toBe(false)
    expect(isStep(typed('垃圾'), typed(''))).toBe(true)
  })
})
