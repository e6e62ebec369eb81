/** How much of the window the panels cover. The lengths are those of theme.css, in rem. */
import type { Display } from './display.ts'

const GAP = 0.75
const BAR = 4.75
const LEFT = 17
const RIGHT = 24
const TIME = 4
/** What the map keeps free of the district above the lowest panel, for the scale bar and the attribution. */
const CORNER = 2.75
const PHONE = { top: 4.25, side: 0.5, peek: 9 }

export type SheetHeight = 'peek' | 'half' | 'full'

export interface Padding {
  top: number
  right: number
  bottom: number
  left: number
}

/** px of the 台账 sheet: `clamp(13rem, 38vh, 30rem)`, or the share of the window it was given. */
export const sheetOf = (rem: number, height: number, share: number | null): number =>
  share === null ? Math.min(30 * rem, Math.max(13 * rem, 0.38 * height)) : Math.round(share * height)

/**
 * px covered at each side, so that the map can keep what is selected in the free part.
 * @param ledger px of the 台账 above the timeline, 0 where it is shut
 * @param sheet the height of the phone's sheet; a full one leaves nothing free, so the map keeps to the half
 */
export const paddingOf = (
  { rem, phone, height }: Pick<Display, 'rem' | 'phone' | 'height'>,
  ledger: number,
  sheet: SheetHeight,
): Padding => {
  if (phone) {
    const side = PHONE.side * rem
    const covered = sheet === 'peek' ? PHONE.peek * rem : 0.52 * height
    return { top: PHONE.top * rem, right: side, bottom: covered + CORNER * rem, left: side }
  }
  return {
    top: (BAR + 2 * GAP) * rem,
    right: (RIGHT + 2 * GAP) * rem,
    bottom: (TIME + 2 * GAP + CORNER) * rem + (ledger > 0 ? ledger + GAP * rem : 0),
    left: (LEFT + 2 * GAP) * rem,
  }
}
