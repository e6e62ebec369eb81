/** Icons: of a kind of place on its hue, of a state of a problem in its shape, and the plain ones of buttons. */

import { hueOf, iconMarkup, STATE_SHAPES } from '../map/icons.ts'
import type { Kind } from '../model/standard.ts'
import type { IssueState } from '../model/state.ts'
import { STATE_MARKS } from '../view/colours.ts'

export const KindGlyph = ({ kind }: { kind: Kind | undefined }) => (
  <svg className="kind" viewBox="0 0 24 24" style={{ background: hueOf(kind) }} aria-hidden="true">
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own icon family */}
    <g
      transform="translate(4.8 4.8) scale(0.6)"
      dangerouslySetInnerHTML={{ __html: iconMarkup(kind?.icon ?? '') }}
    />
  </svg>
)

export const StateGlyph = ({ state }: { state: IssueState }) => {
  const { shape, colour } = STATE_MARKS[state]
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own marks
    <svg
      className="state"
      viewBox="0 0 64 64"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: STATE_SHAPES[shape](colour) }}
    />
  )
}

const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.900 19.100l1.400-1.400M17.700 6.300l1.400-1.400',
  moon: 'M20 14.500A8 8 0 0 1 9.500 4a8 8 0 1 0 10.500 10.500z',
  half: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  screen: 'M3 4h18v12H3zM8 20h8M12 16v4',
  full: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  report: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7M9 8h3',
  close: 'M5 5l14 14M19 5 5 19',
  back: 'M14 5l-7 7 7 7',
  play: 'M7 4l13 8-13 8z',
  pause: 'M7 4v16M17 4v16',
  table: 'M3 5h18v14H3zM3 10h18M3 15h18M9 5v14',
  pin: 'M12 21s7-6.500 7-12A7 7 0 0 0 5 9c0 5.500 7 12 7 12zM12 6.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  download: 'M12 4v11M7 10l5 5 5-5M4 20h16',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
} as const
export type GlyphName = keyof typeof PATHS

export const Glyph = ({ name }: { name: GlyphName }) => (
  <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
)
