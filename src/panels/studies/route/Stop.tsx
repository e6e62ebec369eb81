/** One stop: what to look at, and how to keep it, move it or leave it out. */

import type { RouteStop } from '../../../engine/contract/studies/route.ts'
import { goTo } from '../../../view/goto.ts'
import { useSession } from '../../../view/store.ts'
import { lastVisitText, looksOf, metresText, movedBy, reasonsOf } from '../../../view/studies/route/route.ts'
import { Glyph, KindGlyph } from '../../kit/Glyph.tsx'
import { useOptions } from '../hooks.ts'

export const Stop = ({ stop, at, keys }: { stop: RouteStop; at: number; keys: readonly string[] }) => {
  const overview = useSession((s) => s.overview)
  const point = useSession((s) => s.point)
  const [{ pinned: pins, removed }, set] = useOptions('route')
  const pinned = pins.includes(stop.key)
  const others = pins.filter((key) => key !== stop.key)
  const { ref, name, leg } = stop
  const kind = overview?.standard.kinds.find(({ id }) => id === stop.kind)
  const looks = looksOf(stop)
  const move = (by: -1 | 1) => set({ order: movedBy(keys, stop.key, by) })
  return (
    <li>
      {leg !== null && (
        <p className="route-leg num" data-straight={!leg.byRoad}>
          {metresText(leg.metres)}
          {!leg.byRoad && ' 直线'}
        </p>
      )}
      <div className="route-stop">
        <button
          type="button"
          className="route-go"
          onClick={() => goTo(ref)}
          onMouseEnter={() => point(ref)}
          onMouseLeave={() => point(null)}
        >
          <span className="route-number num">{at + 1}</span>
          <span className="route-what">
            <b>
              {kind && <KindGlyph kind={kind} />}
              {name}
            </b>
            <small>{[stop.areaName, ...reasonsOf(stop)].filter(Boolean).join(' · ')}</small>
            {looks.slice(0, 3).map((look) => (
              <span key={look} className="route-look">
                {look}
              </span>
            ))}
            {looks.length > 3 && <small>另有 {looks.length - 3} 项</small>}
            {stop.lastVisit !== null && <small>上次检查 {lastVisitText(stop)}</small>}
          </span>
        </button>
        <span className="route-tools">
          <button
            type="button"
            className="tool"
            aria-label={`${name}提前`}
            disabled={at === 0}
            onClick={() => move(-1)}
          >
            <Glyph name="up" />
          </button>
          <button
            type="button"
            className="tool"
            aria-label={`${name}推后`}
            disabled={at === keys.length - 1}
            onClick={() => move(1)}
          >
            <Glyph name="down" />
          </button>
          <button
            type="button"
            className="tool"
            aria-label={`${name}必去`}
            title={pinned ? '必去：筛选和数量怎么变都保留' : '设为必去'}
            aria-pressed={pinned}
            onClick={() => set({ pinned: pinned ? others : [...pins, stop.key] })}
          >
            <Glyph name="pin" />
          </button>
          <button
            type="button"
            className="tool"
            aria-label={`不去${name}`}
            onClick={() => set({ pinned: others, removed: [...removed, stop.key] })}
          >
            <Glyph name="close" />
          </button>
        </span>
      </div>
    </li>
  )
}
