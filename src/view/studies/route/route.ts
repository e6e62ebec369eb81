/** 督导路线 as the screen keeps and says it: its settings in the link, lengths, times and reasons in words. Pure. */

import type { Route, RouteQuery, RouteStop } from '../../../engine/contract/studies/route.ts'
import { type Day, formatMonthDay } from '../../../model/day.ts'
import { officeScope } from '../../../model/scope.ts'
import { marksOf, type Overlay } from '../../overlay.ts'
import type { RouteOptions } from './options.ts'

export const routeQueryOf = (
  { gait: _, ...options }: RouteOptions,
  asOf: Day,
  office: string | null,
): RouteQuery => ({ asOf, scope: officeScope(office), ...options })

export const GAITS = {
  walk: { label: '步行', kmh: 4.5 },
  car: { label: '乘车', kmh: 25 },
} as const
export type Gait = keyof typeof GAITS

/** 「850 米」「12.4 公里」. */
export const metresText = (metres: number): string =>
  metres < 995 ? `${Math.round(metres / 10) * 10} 米` : `${(metres / 1000).toFixed(1)} 公里`

/** 「约 25 分钟」「约 4 小时 50 分钟」, to five minutes where it is long. */
export const timeText = (metres: number, gait: Gait): string => {
  const exact = (metres / 1000 / GAITS[gait].kmh) * 60
  const minutes = exact < 60 ? Math.ceil(exact) : Math.round(exact / 5) * 5
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return hours === 0 ? `约 ${rest} 分钟` : `约 ${hours} 小时${rest === 0 ? '' : ` ${rest} 分钟`}`
}

/** How the order was found. */
export const methodText = ({ method }: Pick<Route, 'method'>): string => {
  switch (method) {
    case 'exact':
      return '顺序为总路程最短的走法'
    case 'near':
      return '顺序为近似最短（先去最近的一处，再逐步改进）'
    case 'given':
      return '顺序由人工排定'
  }
}

/** By what the way is measured. */
export const networkText = ({ network, straight, stops }: Pick<Route, 'network' | 'straight' | 'stops'>) => {
  if (network === 'straight') return '底图没有道路，路程按直线计'
  const legs = stops.filter(({ leg }) => leg !== null).length
  if (straight.legs === 0 || legs === 0) return '路程沿底图道路计'
  return `路程沿底图道路计，其中 ${straight.legs} 段附近无路可走，按直线计（虚线）`
}

/** Why it is worth going there, the weightiest first. */
export const reasonsOf = ({ urgency, ref }: Pick<RouteStop, 'urgency' | 'ref'>): string[] => {
  const { problems, failed, unseen, status } = urgency
  const late = problems.overdue > 0 ? `（逾期 ${problems.overdue}）` : ''
  const reasons = [
    { points: problems.points, text: `${problems.open} 个问题未销号${late}` },
    { points: failed.points, text: `${failed.items} 项不合格` },
    { points: status.points, text: `${status.state ?? ''}，未达目标` },
    { points: unseen.points, text: unseen.days === null ? '从未检查' : `${unseen.days} 天未查` },
  ]
  return reasons
    .filter(({ points, text }) => points > 0 && !(ref.type === 'issue' && text === '从未检查'))
    .sort((a, b) => b.points - a.points)
    .map(({ text }) => text)
}

/** What to look at in a stop, one clause each: its open problems, what failed, when somebody was there last. */
export const looksOf = (stop: RouteStop): string[] => {
  const looks = [
    ...stop.issues.map(({ description, state, lateDays }) =>
      state === '逾期' ? `${description}（逾期 ${lateDays} 天）` : `${description}（${state}）`,
    ),
    // What an item asks for in detail is in the standard; its name is enough on the way.
    ...stop.failed.map(({ text, result, day }) => `${text.split('：')[0]}：${formatMonthDay(day)}${result}`),
    ...(stop.urgency.status.points > 0 ? [`核实整治进度：现为${stop.urgency.status.state}`] : []),
  ]
  return [...new Set(looks)]
}

export const lastVisitText = ({ lastVisit, urgency, ref }: RouteStop): string => {
  if (ref.type === 'issue') return ''
  if (lastVisit !== null) return `${formatMonthDay(lastVisit.day)}${lastVisit.source}`
  return urgency.unseen.days === null ? '从未检查' : `${urgency.unseen.days} 天前采样`
}

/** The stop moved one place up or down, as keys in order. */
export const movedBy = (keys: readonly string[], key: string, by: -1 | 1): string[] => {
  const at = keys.indexOf(key)
  const to = at + by
  const moved = [...keys]
  if (at < 0 || to < 0 || to >= keys.length) return moved
  moved[at] = keys[to] as string
  moved[to] = key
  return moved
}

/** Colour of the way and its numbers: none of the classes of a score, dark enough for a white figure. */
const WAY = '#5b3fb0'
const START = '#16232c'

/** The way and the numbered stops; legs in a straight line are dashed. */
export const routeOverlay = ({ stops, start }: Route): Overlay => ({
  quiet: true,
  lines: {
    type: 'FeatureCollection',
    features: stops.flatMap(({ leg }) =>
      leg === null
        ? []
        : [
            {
              type: 'Feature' as const,
              geometry: { type: 'LineString' as const, coordinates: leg.way },
              properties: { colour: WAY, width: 4, dashed: !leg.byRoad },
            },
          ],
    ),
  },
  marks: marksOf([
    ...(start === null ? [] : [{ at: [start.lon, start.lat], colour: START, text: '起', size: 11 }]),
    ...stops.map(({ lon, lat }, i) => ({ at: [lon, lat], colour: WAY, text: String(i + 1), size: 11 })),
  ]),
})
