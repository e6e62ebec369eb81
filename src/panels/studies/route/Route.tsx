/** 督导路线: the places most worth going to next, numbered in the order that makes the way short. */

import { useId, useMemo, useState } from 'react'
import type { Overview } from '../../../engine/contract/package.ts'
import type { Route as RouteAnswer, RouteStop } from '../../../engine/contract/studies/route.ts'
import { formatDay } from '../../../model/day.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { saveFile } from '../../../view/save-file.ts'
import { useSession } from '../../../view/store.ts'
import { STOPS } from '../../../view/studies/route/options.ts'
import {
  GAITS,
  lastVisitText,
  looksOf,
  methodText,
  metresText,
  movedBy,
  networkText,
  reasonsOf,
  routeOverlay,
  routeQueryOf,
  timeText,
} from '../../../view/studies/route/route.ts'
import { routeGeoJson, routeGpx } from '../../../view/studies/route/route-files.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { Glyph, KindGlyph } from '../../kit/Glyph.tsx'
import { goTo } from '../../kit/goto.ts'
import { Segments } from '../../kit/Segments.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import { RouteSheet } from './RouteSheet.tsx'
import './route.css'

const WAYS = [
  ['walk', GAITS.walk.label],
  ['car', GAITS.car.label],
] as const

/** How many stops: the figure follows the thumb, the route is asked for when it is let go. */
const HowMany = ({ count }: { count: number }) => {
  const [, set] = useOptions('route')
  const [moving, setMoving] = useState<number | null>(null)
  const shown = moving ?? count
  const settle = () => {
    if (moving !== null) set({ count: moving })
    setMoving(null)
  }
  return (
    <label className="route-count">
      <span>
        最紧急的 <b className="num">{shown}</b> 处
      </span>
      <input
        type="range"
        min={STOPS.least}
        max={STOPS.most}
        value={shown}
        onChange={(event) => setMoving(Number(event.target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
    </label>
  )
}

/** Several of a list: what is chosen stands under the field and can be taken out again. */
const Several = ({
  option,
  all,
  more,
  choices,
}: {
  option: 'areas' | 'kinds'
  /** what the field says while nothing is chosen, and after */
  all: string
  more: string
  choices: readonly { id: string; label: string }[]
}) => {
  const [options, set] = useOptions('route')
  const chosen = options[option]
  return (
    <div className="route-several">
      <select
        aria-label={all}
        value=""
        data-set={chosen.length > 0}
        onChange={(event) => set({ [option]: [...chosen, event.target.value] })}
      >
        <option value="">{chosen.length === 0 ? all : more}</option>
        {choices
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
      </select>
      {chosen.map((id) => {
        const label = choices.find((choice) => choice.id === id)?.label ?? id
        return (
          <button
            key={id}
            type="button"
            className="chip"
            aria-label={`不限${label}`}
            onClick={() => set({ [option]: chosen.filter((other) => other !== id) })}
          >
            {label}
            <Glyph name="close" />
          </button>
        )
      })}
    </div>
  )
}

const Choices = ({ overview, route }: { overview: Overview; route: RouteAnswer | null }) => {
  const office = useSession((s) => s.view.office)
  const [{ start }, set] = useOptions('route')
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  const kinds = overview.standard.kinds.filter(({ entity }) => entity !== 'area')
  return (
    <div className="route-choices">
      <Several
        option="areas"
        all="全部居委会"
        more="再加一个居委会"
        choices={areas.map(({ code, shortName }) => ({ id: code, label: shortName }))}
      />
      <Several option="kinds" all="全部类型" more="再加一类" choices={kinds} />
      <select aria-label="起点" value={start} onChange={(event) => set({ start: event.target.value })}>
        <option value="">起点：怎么顺怎么走</option>
        {overview.offices.map(({ name }) => (
          <option key={name} value={`office:${name}`}>
            起点：{name}辖区中心
          </option>
        ))}
        {route?.stops.map(({ key, name }) => (
          <option key={key} value={key}>
            起点：{name}
          </option>
        ))}
      </select>
    </div>
  )
}

const Stop = ({ stop, at, keys }: { stop: RouteStop; at: number; keys: readonly string[] }) => {
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
          onClick={() => goTo(ref, { lon: stop.lon, lat: stop.lat, bounds: null })}
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

/** What can be done with a route that is there. */
const Takeaway = ({ route }: { route: RouteAnswer }) => {
  const asOf = useSession(dayOf)
  const [{ removed }, set] = useOptions('route')
  const title = `督导路线-${formatDay(asOf)}`
  return (
    <div className="route-take">
      <button type="button" className="text-button" onClick={() => window.print()}>
        打印
      </button>
      <button type="button" className="text-button" onClick={() => saveFile(routeGeoJson(route, title))}>
        <Glyph name="download" />
        GeoJSON
      </button>
      <button type="button" className="text-button" onClick={() => saveFile(routeGpx(route, title))}>
        <Glyph name="download" />
        GPX
      </button>
      {route.method === 'given' && (
        <button type="button" className="text-button" onClick={() => set({ order: [] })}>
          恢复最短顺序
        </button>
      )}
      {removed.length > 0 && (
        <button type="button" className="text-button" onClick={() => set({ removed: [] })}>
          恢复移出的 {removed.length} 处
        </button>
      )}
    </div>
  )
}

export const Route = () => {
  const overview = useSession((s) => s.overview)
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const [options, set] = useOptions('route')
  const headline = useId()
  const query = routeQueryOf(options, asOf, office)
  const asked = useAnswer(['route', query], [])
  const route = asked.value
  const overlay = useMemo(() => (route === null ? null : routeOverlay(route)), [route])
  useOverlay(overlay)
  if (overview === null) return null
  const { gait } = options
  const keys = route?.stops.map(({ key }) => key) ?? []
  return (
    <>
      <HowMany count={query.count} />
      <Choices overview={overview} route={route} />
      {route === null ? (
        <Pending of={asked}>正在排路线…</Pending>
      ) : route.stops.length === 0 ? (
        <p className="empty">这里没有要去的地方：换一个居委会或类型</p>
      ) : (
        <section aria-labelledby={headline}>
          <div className="route-sum">
            <h3 id={headline} className="num">
              {route.stops.length} 处 · {metresText(route.metres)}
              <small>
                {GAITS[gait].label}
                {timeText(route.metres, gait)}
              </small>
            </h3>
            <Segments label="怎么走" options={WAYS} value={gait} onChange={(next) => set({ gait: next })} />
          </div>
          <p className="study-note">
            从 {route.candidates}{' '}
            处中取最紧急的：未销号问题、不合格项、未达目标的取缔整治、多久未查，按评分标准的分值相加。
            {methodText(route)}；{networkText(route)}。时间按{GAITS[gait].label}每小时 {GAITS[gait].kmh}{' '}
            公里估算，不含检查时间。
          </p>
          <Takeaway route={route} />
          <ol>
            {route.stops.map((stop, i) => (
              <Stop key={stop.key} stop={stop} at={i} keys={keys} />
            ))}
          </ol>
          <RouteSheet route={route} gait={gait} />
        </section>
      )}
    </>
  )
}
