/**
 * The one store: the view state (what a link reproduces), the engine's latest answers for it, and transient state
 * (hover, a flight under way). Panels and map read it; `view/session.ts` keeps the answers in step with the state.
 */

import { create } from 'zustand'
import type { Board, Series } from '../engine/contract/board.ts'
import type { Ref } from '../engine/contract/cards.ts'
import type { Overview, WaitingFor } from '../engine/contract/package.ts'
import type { Bounds } from '../model/position.ts'
import { type Finish, type FinishAsked, keptFinish } from './finish.ts'
import type { Frame } from './framing.ts'
import type { Lead } from './leads.ts'
import { DEFAULT_VIEW, type ViewState } from './link/state.ts'
import type { Overlay } from './overlay.ts'
import { studyAfterOffice } from './studies/of-office.ts'
import { NO_TOOL, type Tool } from './tool.ts'

export type Phase =
  | { type: 'loading'; done: number; of: number; what: string }
  | { type: 'ready' }
  | { type: 'failed'; message: string }

/** What has just been done, shown for a short time. */
export interface Said {
  text: string
  /** the newest revision of the package is what is told of, and can be taken back */
  undo: boolean
}

export interface Session {
  view: ViewState
  phase: Phase
  overview: Overview | null
  /** goes up whenever the package becomes another one: what was answered before is to be asked again */
  edition: number
  /** the site has another version of the program than this page runs */
  newer: boolean
  /** another window has changed the package since it was read */
  elsewhere: boolean
  /** the board of the day and office shown; the previous one stays until the next is there */
  board: Board | null
  series: Series | null
  /** problems that pass the filters, in table order; map and table both draw exactly these */
  shownIssues: Uint32Array | null
  hover: Ref | null
  /** where the camera is asked to go, apart from the frame of the view; the map clears it when it sets off */
  flight: Frame | null
  /** where the map stands now, whoever moved it */
  zoom: number
  /** where a figure that was pressed has led to last; one value a press */
  led: Lead | null
  /** share of the window's height that the 台账 takes; null = as usual */
  sheetShare: number | null
  /** the screen is read from afar: it shows fewer things, and what does not fit is paged */
  wall: boolean
  /** what the open study draws on the map */
  overlay: Overlay | null
  /** the board of another day, drawn left of a line that can be moved */
  beside: Board | null
  /** what a press on the map does */
  tool: Tool
  said: Said | null
  /** the newest change of the data is being taken back */
  undoing: boolean
  registerOpen: boolean
  /** the presentation that is being prepared, a place in the list; null = none is */
  preparing: number | null
  /** a picture of the map as it is now; null while there is none */
  picture: (() => HTMLCanvasElement | null) | null
  /** the ground in the free part of the map; null while there is no map */
  ground: (() => Bounds | null) | null
  /** how finely this machine is to draw, as chosen here and as measured (null = not yet) */
  finishAsked: FinishAsked
  finishMeasured: Finish | null
  /** questions the engine has not answered yet */
  pending: number
  /** files of the host's package of which nothing comes */
  waiting: readonly WaitingFor[]
  /** what went wrong after the start, for the user; null = nothing */
  trouble: string | null
  change: (patch: Partial<ViewState>) => void
  select: (ref: Ref | null) => void
  point: (ref: Ref | null) => void
  fly: (flight: Frame | null) => void
  take: (tool: Tool) => void
}

export const useSession = create<Session>()((set, get) => ({
  view: DEFAULT_VIEW,
  phase: { type: 'loading', done: 0, of: 1, what: '' },
  overview: null,
  edition: 0,
  newer: false,
  elsewhere: false,
  board: null,
  series: null,
  shownIssues: null,
  hover: null,
  flight: null,
  zoom: 12,
  led: null,
  sheetShare: null,
  wall: false,
  overlay: null,
  beside: null,
  tool: NO_TOOL,
  said: null,
  undoing: false,
  registerOpen: false,
  preparing: null,
  picture: null,
  ground: null,
  finishAsked: keptFinish(),
  finishMeasured: null,
  pending: 0,
  waiting: [],
  trouble: null,
  change: (patch) =>
    set(({ view, overview }) => {
      // The map goes to an office that is asked for, whatever asks for it.
      const goes = patch.office !== undefined && patch.office !== view.office
      // A record is one of what is selected.
      const leaves = patch.selection !== undefined
      return {
        view: {
          ...view,
          ...(goes && { camera: null }),
          // Another thing is asked for: the ground that a scene had chosen is of the one before.
          ...((goes || leaves) && { frame: null }),
          ...(goes && overview && { study: studyAfterOffice(view.study, patch.office ?? null, overview) }),
          ...(leaves && { record: null }),
          ...patch,
        },
      }
    }),
  select: (ref) => get().change({ selection: ref }),
  point: (ref) => set({ hover: ref }),
  fly: (flight) => set({ flight }),
  // The message before is outdated, and stands where the bar of the tool is.
  take: (tool) => set({ tool, said: null }),
}))
