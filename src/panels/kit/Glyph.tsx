/** Icons, all of one family: of a kind of place on its hue, of a state of a problem in its shape, and those of buttons. */
import {
  ALargeSmall,
  ArrowUpDown,
  Calendar,
  ChartNoAxesCombined,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Copy,
  Database,
  Download,
  Eye,
  Folder,
  type IconNode,
  Link,
  MapPin,
  Maximize,
  Minimize,
  Pause,
  Play,
  Plus,
  Search,
  Table2,
  Undo2,
  Upload,
  Users,
  X,
} from 'lucide'
import { createElement } from 'react'
import type { Kind } from '../../model/standard.ts'
import type { IssueState } from '../../model/state.ts'
import { kindColour, STATE_MARKS } from '../../view/colours.ts'
import { iconNode, STATE_SHAPES } from '../../view/icons.ts'

const strokes = (node: IconNode) =>
  // An icon never changes its strokes: their place is their identity.
  node.map(([tag, attributes], i) => createElement(tag, { ...attributes, key: i }))

export const KindGlyph = ({ kind }: { kind: Kind | undefined }) => (
  <svg className="kind" viewBox="0 0 24 24" style={{ background: kindColour(kind) }} aria-hidden="true">
    <g transform="translate(4.8 4.8) scale(0.6)">{strokes(iconNode(kind?.icon ?? ''))}</g>
  </svg>
)

/** The very marks the map draws, as an image. */
const STATE_IMAGES = Object.fromEntries(
  Object.entries(STATE_MARKS).map(([state, { shape, colour }]) => [
    state,
    `data:image/svg+xml,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${STATE_SHAPES[shape](colour)}</svg>`,
    )}`,
  ]),
) as Record<IssueState, string>

export const StateGlyph = ({ state }: { state: IssueState }) => (
  <img className="state" src={STATE_IMAGES[state]} alt="" />
)

const GLYPHS = {
  add: Plus,
  back: ChevronLeft,
  calendar: Calendar,
  study: ChartNoAxesCombined,
  check: Check,
  close: X,
  copy: Copy,
  data: Database,
  down: ChevronDown,
  download: Download,
  eye: Eye,
  folder: Folder,
  full: Maximize,
  link: Link,
  next: ChevronRight,
  pause: Pause,
  pin: MapPin,
  play: Play,
  search: Search,
  size: ALargeSmall,
  small: Minimize,
  sort: ArrowUpDown,
  table: Table2,
  undo: Undo2,
  units: Users,
  up: ChevronUp,
  upload: Upload,
} as const satisfies Record<string, IconNode>
export type GlyphName = keyof typeof GLYPHS

export const Glyph = ({ name }: { name: GlyphName }) => (
  <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true">
    {strokes(GLYPHS[name])}
  </svg>
)
