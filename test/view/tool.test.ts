import { describe, expect, it } from 'vitest'
import type { LonLat } from '../../src/model/position.ts'
import { NO_TOOL, type Pressed, pressedWith, type Tool } from '../../src/view/tool.ts'

const AT: LonLat = [114.6, 33.5]
const siteOf = (issue: string) => (issue === 'W1' ? 'S1' : null)
const press = (tool: Tool, pressed: Pressed) => pressedWith(tool, AT, pressed, siteOf)
const ADD: Tool = { type: 'add', spot: null }
const MOVE: Tool = { type: 'move', record: 'site', id: 'S1', from: [114, 33], to: null }

describe('a press on the map', () => {
  it('changes no tool where none is held', () => {
    expect(press(NO_TOOL, { type: 'ground' })).toBe(NO_TOOL)
    expect(press(NO_TOOL, { type: 'ref', ref: { type: 'site', id: 'S1' } })).toBe(NO_TOOL)
  })
  it.each<[string, Pressed, string | null]>([
    ['a place', { type: 'ref', ref: { type: 'site', id: 'S9' } }, 'S9'],
    ['a water body', { type: 'ref', ref: { type: 'water', id: 'R1' } }, 'R1'],
    ['a station of one', { type: 'station', water: 'R1' }, 'R1'],
    ['a problem found at a place', { type: 'ref', ref: { type: 'issue', id: 'W1' } }, 'S1'],
    ['a problem on open ground', { type: 'ref', ref: { type: 'issue', id: 'W2' } }, null],
    ['a 居委会', { type: 'ref', ref: { type: 'area', id: 'a1' } }, null],
    ['open ground', { type: 'ground' }, null],
  ])('on %s puts a new problem there', (_, pressed, site) => {
    expect(press(ADD, pressed)).toEqual({ type: 'add', spot: { at: AT, site } })
  })
  it('again gives it another place', () => {
    const first = press(ADD, { type: 'ref', ref: { type: 'site', id: 'S9' } })
    expect(press(first, { type: 'ground' })).toEqual({ type: 'add', spot: { at: AT, site: null } })
  })
  it('moves a point to just there, whatever lies under it', () => {
    expect(press(MOVE, { type: 'ref', ref: { type: 'site', id: 'S9' } })).toEqual({ ...MOVE, to: AT })
  })
  it('on a count goes nearer, and puts nothing', () => {
    expect(press(ADD, { type: 'count' })).toBe(ADD)
    expect(press(MOVE, { type: 'count' })).toBe(MOVE)
  })
})
