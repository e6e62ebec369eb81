/** The tip beside the pointer. */
import type { Board } from '../engine/contract/board.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { Hit } from './pick.ts'
import { tipOf } from './tip.ts'

export const Tooltip = ({ hit, overview, board }: { hit: Hit; overview: Overview; board: Board }) => {
  const tip = tipOf(hit, overview, board)
  if (tip === null) return null
  // Past the middle it stands left of the pointer, past the lower third above it: it never runs out of the window.
  const [west, north] = [hit.x > innerWidth / 2, hit.y > (2 * innerHeight) / 3]
  const place = {
    [west ? 'right' : 'left']: west ? innerWidth - hit.x : hit.x,
    [north ? 'bottom' : 'top']: north ? innerHeight - hit.y : hit.y,
    transform: `translate(${west ? '-' : ''}0.9rem, ${north ? '-' : ''}0.9rem)`,
  }
  return (
    <div className="map-tip unprinted" style={place} role="status">
      <div className="map-tip-head">
        {tip.colour && <i style={{ background: tip.colour }} />}
        <b>{tip.title}</b>
        {tip.figure && <span>{tip.figure}</span>}
      </div>
      {tip.lines.filter(Boolean).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}
