/**
 * What a press on the map does: select, as ever, or put something in place. Transient, so not in the link. A tool that
 * has its place keeps it until it is saved or put aside, and takes another one with the next press.
 */

import type { Ref } from '../engine/contract/cards.ts'
import type { LonLat } from '../model/position.ts'

/** A place pressed on the map. */
export interface ToolPlace {
  at: LonLat
  /** the place or water body (id) that was pressed; null = open ground */
  site: string | null
}

export type Tool =
  | { type: 'none' }
  /** a new problem; null = the map has not been pressed yet */
  | { type: 'add'; spot: ToolPlace | null }
  /** a misplaced point; `from` null = it had no place of its own */
  | { type: 'move'; record: 'issue' | 'site'; id: string; from: LonLat | null; to: LonLat | null }

export const NO_TOOL: Tool = { type: 'none' }

/** What lay under the press. */
export type Pressed =
  | { type: 'ref'; ref: Ref }
  | { type: 'station'; water: string }
  /** open ground, or a mark that is no place */
  | { type: 'ground' }
  /** a count of places: the map goes nearer instead */
  | { type: 'count' }

/** The site a press means; `siteOf` knows at which one a problem was found. */
const siteUnder = (pressed: Pressed, siteOf: (issue: string) => string | null): string | null => {
  if (pressed.type === 'station') return pressed.water
  if (pressed.type !== 'ref') return null
  const { ref } = pressed
  switch (ref.type) {
    case 'site':
    case 'water':
      return ref.id
    case 'issue':
      return siteOf(ref.id)
    case 'area':
    case 'office':
      return null
  }
}

/** The tool after a press on the map; `none` stays as it is, its presses select. */
export const pressedWith = (
  tool: Tool,
  at: LonLat,
  pressed: Pressed,
  siteOf: (issue: string) => string | null,
): Tool => {
  if (pressed.type === 'count') return tool
  switch (tool.type) {
    case 'none':
      return tool
    case 'add':
      return { type: 'add', spot: { at, site: siteUnder(pressed, siteOf) } }
    case 'move':
      return { ...tool, to: at }
  }
}
