/** A sketch map of a route for paper: areas, roads, the way and its numbers, as paths in a frame. Pure. */

import type { Position } from 'geojson'
import type { Overview } from '../../../engine/contract/package.ts'
import type { Route } from '../../../engine/contract/studies/route.ts'
import { boxOf, linesOf, ringsOf } from '../../../model/geometry.ts'
import type { LonLat } from '../../../model/position.ts'

export interface Sketch {
  width: number
  height: number
  areas: string
  roads: { major: string; minor: string; lane: string }
  /** along roads, and as the crow flies */
  way: string
  straight: string
  names: { x: number; y: number; text: string }[]
  /** numbers, or 起; drawn beside each other where places lie close together, `x0`, `y0` is the place itself */
  marks: { x: number; y: number; x0: number; y0: number; text: string }[]
}

type To = (at: Position) => [x: number, y: number]

const pathOf = (lines: readonly (readonly Position[])[], to: To): string =>
  lines
    .map((line) =>
      line
        .map((at, i) => {
          const [x, y] = to(at)
          return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
        })
        .join(''),
    )
    .join('')

/** The weight a road is drawn in; null = no road. */
const weightOf = (roadClass: string): keyof Sketch['roads'] | null => {
  if (roadClass === 'road-major') return 'major'
  if (roadClass === 'road-minor') return 'minor'
  return roadClass.startsWith('road') ? 'lane' : null
}

const linesIn = (overview: Overview, weight: keyof Sketch['roads']): Position[][] =>
  (overview.basemap?.features ?? []).flatMap(({ geometry, properties }) =>
    weightOf(String(properties?.class ?? '')) === weight ? linesOf(geometry) : [],
  )

/** Moves marks that cover each other apart, a little at a time; the same marks end in the same places. */
const apart = (marks: Sketch['marks'], radius: number, width: number, height: number): void => {
  for (let round = 0; round < 60; round++) {
    let moved = false
    marks.forEach((mark, i) => {
      for (const other of marks.slice(i + 1)) {
        const [dx, dy] = [other.x - mark.x, other.y - mark.y]
        const far = Math.hypot(dx, dy)
        if (far >= 2 * radius) continue
        moved = true
        const [ux, uy] = far < 0.01 ? [1, 0] : [dx / far, dy / far]
        const push = (2 * radius - far) / 2 + 0.05
        mark.x -= ux * push
        mark.y -= uy * push
        other.x += ux * push
        other.y += uy * push
      }
    })
    for (const mark of marks) {
      mark.x = Math.min(width - radius, Math.max(radius, mark.x))
      mark.y = Math.min(height - radius, Math.max(radius, mark.y))
    }
    if (!moved) return
  }
}

/**
 * @param width of the frame, in any unit; likewise all that is answered
 * @param radius of a mark
 */
export const sketchOf = (
  route: Route,
  overview: Overview,
  width: number,
  height: number,
  radius: number,
): Sketch => {
  const { stops, start } = route
  const places: { at: LonLat; text: string }[] = [
    ...(start === null ? [] : [{ at: [start.lon, start.lat] as LonLat, text: '起' }]),
    ...stops.map(({ lon, lat }, i) => ({ at: [lon, lat] as LonLat, text: String(i + 1) })),
  ]
  const shown = [...places.map(({ at }) => at), ...stops.flatMap(({ leg }) => leg?.way ?? [])]
  const { west, south, east, north } = boxOf(shown)
  const squeeze = Math.cos(((south + north) / 2 / 180) * Math.PI)
  const margin = 2.5 * radius
  // About 300 m at least, so that one place alone is no point without surroundings.
  const scale = Math.min(
    (width - 2 * margin) / Math.max(0.003, (east - west) * squeeze),
    (height - 2 * margin) / Math.max(0.003, north - south),
  )
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2]
  const to: To = ([lon = 0, lat = 0]) => [
    width / 2 + (lon - middleLon) * squeeze * scale,
    height / 2 - (lat - middleLat) * scale,
  ]
  const seen = (line: readonly Position[]) => {
    const at = line.map(to)
    const [xs, ys] = [at.map(([x]) => x), at.map(([, y]) => y)]
    return Math.max(...xs) > 0 && Math.min(...xs) < width && Math.max(...ys) > 0 && Math.min(...ys) < height
  }
  const roads = (weight: keyof Sketch['roads']) => pathOf(linesIn(overview, weight).filter(seen), to)
  const rings = overview.areaShapes.features.flatMap(({ geometry }) => ringsOf(geometry))
  const marks = places.map(({ at, text }) => {
    const [x, y] = to(at)
    return { x, y, x0: x, y0: y, text }
  })
  apart(marks, radius, width, height)
  const ways = (byRoad: boolean) =>
    stops.flatMap(({ leg }) => (leg !== null && leg.byRoad === byRoad ? [leg.way] : []))
  return {
    width,
    height,
    areas: pathOf(rings.filter(seen), to),
    roads: { major: roads('major'), minor: roads('minor'), lane: roads('lane') },
    way: pathOf(ways(true), to),
    straight: pathOf(ways(false), to),
    names: overview.areas.flatMap(({ label, shortName }) => {
      const [x, y] = to(label)
      return x > 0 && x < width && y > 0 && y < height ? [{ x, y, text: shortName }] : []
    }),
    marks,
  }
}
