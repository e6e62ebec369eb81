/** 督导路线: the places most worth going to next, numbered in the order that makes the way short. */

import { useId, useMemo } from 'react'
import type { Route as RouteAnswer } from '../../../engine/contract/studies/route.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { saveFile } from '../../../view/save-file.ts'
import { savedName } from '../../../view/saved-name.ts'
import { useSession } from '../../../view/store.ts'
import {
  GAITS,
  methodText,
  metresText,
  networkText,
  routeOverlay,
  routeQueryOf,
  timeText,
} from '../../../view/studies/route/route.ts'
import { routeGeoJson, routeGpx } from '../../../view/studies/route/route-files.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { Glyph } from '../../kit/Glyph.tsx'
import { Segments } from '../../kit/Segments.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import { Choices, HowMany, WAYS } from './RouteChoices.tsx'
import { RouteSheet } from './RouteSheet.tsx'
import { Stop } from './Stop.tsx'
import './route.css'

/** What can be done with a route that is there. */
const Takeaway = ({ route }: { route: RouteAnswer }) => {
  const asOf = useSession(dayOf)
  const [{ removed }, set] = useOptions('route')
  const office = useSession((s) => s.view.office)
  const title = savedName('督导路线', office, asOf)
  return (
    <div className="route-take">
      <button type="button" className="text-button" onClick={() => print()}>
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
