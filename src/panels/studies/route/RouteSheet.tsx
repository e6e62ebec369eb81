/** The itinerary on one page of A4: a sketch map of the way, then every stop with what to look at. */
import type { Route } from '../../../engine/contract/studies/route.ts'
import { formatDay } from '../../../model/day.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import {
  GAITS,
  type Gait,
  lastVisitText,
  looksOf,
  methodText,
  metresText,
  networkText,
  reasonsOf,
  timeText,
} from '../../../view/studies/route/route.ts'
import { sketchOf } from '../../../view/studies/route/route-sketch.ts'
import { Incomplete } from '../../shell/Unread.tsx'
import { PrintSheet } from '../PrintSheet.tsx'
import './route-sheet.css'

/** mm of paper: the width between the margins, and how high the sketch is with few stops and with many. */
const WIDTH = 186
const HIGH = { few: 108, many: 84 }
const RADIUS = 2.7

/** Stops from which a row has two lines at most, and from which it has one. */
const MANY = 12
const DENSE = 16

const SketchMap = ({ route, height }: { route: Route; height: number }) => {
  const overview = useSession((s) => s.overview)
  if (overview === null) return null
  const { areas, roads, way, straight, names, marks } = sketchOf(route, overview, WIDTH, height, RADIUS)
  return (
    <svg className="sketch" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label="路线示意图">
      <path className="sketch-lane" d={roads.lane} />
      <path className="sketch-minor" d={roads.minor} />
      <path className="sketch-major" d={roads.major} />
      <path className="sketch-area" d={areas} />
      {names.map(({ x, y, text }) => (
        <text key={text} className="sketch-name" x={x} y={y}>
          {text}
        </text>
      ))}
      <path className="sketch-way" d={way} />
      <path className="sketch-way sketch-straight" d={straight} />
      {marks.map(({ x, y, x0, y0, text }) => (
        <g key={text}>
          <line x1={x0} y1={y0} x2={x} y2={y} />
          <circle cx={x} cy={y} r={RADIUS} />
          <text className="sketch-number" x={x} y={y}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  )
}

export const RouteSheet = ({ route, gait }: { route: Route; gait: Gait }) => {
  const overview = useSession((s) => s.overview)
  const asOf = useSession(dayOf)
  const office = useSession((s) => s.view.office)
  if (overview === null || route.stops.length === 0) return null
  const { stops, start, metres } = route
  const labels = new Map(overview.standard.kinds.map(({ id, label }) => [id, label]))
  const density = stops.length >= DENSE ? 'dense' : stops.length >= MANY ? 'many' : 'few'
  return (
    <PrintSheet>
      <article className="itinerary" data-density={density}>
        <header>
          <h1>
            {office ?? overview.district.title} 督导路线
            {overview.district.synthetic && <small>（示例数据）</small>}
          </h1>
          <p>
            数据截至 {formatDay(asOf)} · {stops.length} 处 · {metresText(metres)} · {GAITS[gait].label}
            {timeText(metres, gait)}（估算，不含检查时间）
            {start !== null && ` · 自${start.name}辖区中心出发`}
          </p>
          <Incomplete />
          <p>检查人员：＿＿＿＿＿＿＿＿＿＿　检查日期：＿＿＿＿＿＿＿＿</p>
        </header>
        <SketchMap route={route} height={density === 'few' ? HIGH.few : HIGH.many} />
        <table>
          <thead>
            <tr>
              <th>序</th>
              <th>点位</th>
              <th>看什么</th>
              <th>上次检查</th>
              <th>路程</th>
            </tr>
          </thead>
          <tbody>
            {stops.map((stop, i) => (
              <tr key={stop.key}>
                <td>{i + 1}</td>
                <td>
                  <div>
                    <b>{stop.name}</b> {labels.get(stop.kind ?? '') ?? '问题'} · {stop.areaName}
                  </div>
                </td>
                <td>
                  <div>{looksOf(stop).join('；') || reasonsOf(stop).join('；')}</div>
                </td>
                <td>{lastVisitText(stop)}</td>
                <td>{stop.leg === null ? '—' : metresText(stop.leg.metres)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <footer>
          {methodText(route)}；{networkText(route)}。
        </footer>
      </article>
    </PrintSheet>
  )
}
