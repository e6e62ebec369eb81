/** Everything the map draws from. */
import type { Board } from '../engine/contract/board.ts'
import type { Ref } from '../engine/contract/cards.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { ViewState } from '../view/link/state.ts'
import type { Overlay } from '../view/overlay.ts'
import type { Tool } from '../view/tool.ts'

export interface Drawn {
  overview: Overview
  board: Board
  view: ViewState
  /** indices of the problems that pass the filters */
  shownIssues: Uint32Array
  hover: Ref | null
  overlay: Overlay | null
  tool: Tool
  /** the dark theme is on */
  dark: boolean
  /** without smooth edges, fades and flights: see view/finish.ts */
  plain: boolean
  /** zoom of the map when it last stood still */
  zoom: number
  /** type factor of walls */
  scale: number
  /** px of the window covered by panels at each side */
  padding: { top: number; right: number; bottom: number; left: number }
}
