/** How much of the window the panels cover. The lengths are those of theme.css, in rem. */
import type { Display } from './display.ts'

const GAP = 0.75
const BAR = 4.75
const SIDES = { near: { left: 17, right: 24 }, wall: { left: 19.5, right: 26 } }
const TIME = 4
/** What the map keeps free of the district above the lowest panel, for the scale bar and the attribution. */
const CORNER = 2.75
/** `legend`: what it takes above a sheet that is down */
const PHONE = { top: 4.25, side: 0.5, peek: 9, legend: 9.5 }

/** The lengths of stage.css, in rem. */
const STAGE = { top: 5.5, right: 26, bottom: 7.8, low: 4.6, left: 1 }
/** width : height from which the legend has room in one line */
const WIDE = 9 / 4

export type SheetHeight = 'peek' | 'half' | 'full'

export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

/** Share of the window that the 台账 takes unless told, as in theme.css. */
const USUAL_SHARE = 0.38

/** rem of the window's height below which it is short: the 台账 takes the place of the timeline, and its rows are lower. */
const SHORT = 56
/** rem of a 台账 with ten low rows */
const TEN_ROWS = 26.5

export const isShort = ({ rem, height, phone }: Pick<Display, 'rem' | 'phone' | 'height'>): boolean =>
  !phone && height / rem < SHORT

/**
 * px of the 台账 sheet, as app.css has it: `clamp(13rem, 38vh, 30rem)`, in a short window as much as ten rows need; or
 * the share of the window it was given.
 */
export const sheetOf = (rem: number, height: number, share: number | null): number => {
  if (share !== null) return Math.round(share * height)
  const least = isShort({ rem, height, phone: false }) ? TEN_ROWS : 13
  return Math.max(least * rem, Math.min(30 * rem, USUAL_SHARE * height))
}

/**
 * px covered at each side, so that the map can keep what is selected in the free part.
 * @param ledger px of the 台账 above the timeline, 0 where it is shut
 * @param sheet the height of the phone's sheet; a full one leaves nothing free, so the map keeps to the half
 */
export const paddingOf = (
  { rem, phone, height, profile }: Pick<Display, 'rem' | 'phone' | 'height' | 'profile'>,
  ledger: number,
  sheet: SheetHeight,
): Padding => {
  if (phone) {
    const side = PHONE.side * rem
    const covered = sheet === 'peek' ? (PHONE.peek + PHONE.legend) * rem : 0.52 * height
    return { top: PHONE.top * rem, right: side, bottom: covered + CORNER * rem, left: side }
  }
  const sides = profile === 'wall' ? SIDES.wall : SIDES.near
  const time = ledger > 0 && isShort({ rem, height, phone }) ? 0 : TIME
  return {
    top: (BAR + 2 * GAP) * rem,
    right: (sides.right + 2 * GAP) * rem,
    bottom: (time + 2 * GAP + CORNER) * rem + (ledger > 0 ? ledger + (time > 0 ? GAP : 0) * rem : 0),
    left: (sides.left + 2 * GAP) * rem,
  }
}

/** The same while a scene is presented: its title is above the map, its chart or list at the right, the source below. */
export const stagePadding = (
  { rem, width, height }: Pick<Display, 'rem' | 'width' | 'height'>,
  ledger: number,
): Padding => ({
  top: (STAGE.top + GAP) * rem,
  right: (STAGE.right + 2 * GAP) * rem,
  bottom:
    ((width / height < WIDE ? STAGE.bottom : STAGE.low) + GAP) * rem + (ledger > 0 ? ledger + GAP * rem : 0),
  left: STAGE.left * rem,
})
