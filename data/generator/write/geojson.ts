/** GeoJSON text, one feature a line, so that a diff shows which feature changed. */
import type { Feature } from 'geojson'
import { type Line, type Point, toLonLat } from '../frame.ts'
import { signedArea } from '../geometry/ring.ts'

type Position = [lon: number, lat: number]

/** Neighbouring vertices that round to the same position become one. */
const positions = (line: Line): Position[] => {
  const out: Position[] = []
  for (const point of line) {
    const here = toLonLat(point)
    const last = out[out.length - 1]
    if (!last || last[0] !== here[0] || last[1] !== here[1]) out.push(here)
  }
  return out
}

/** A ring as RFC 7946 wants an exterior one: closed and counter-clockwise. */
export const exterior = (ring: Line): Position[] => {
  const turned: Point[] = signedArea(ring) > 0 ? [...ring] : [...ring].reverse()
  const out = positions([...turned, turned[0] as Point])
  return out
}

export const polygon = (ring: Line): { type: 'Polygon'; coordinates: Position[][] } => ({
  type: 'Polygon',
  coordinates: [exterior(ring)],
})

export const lineString = (line: Line): { type: 'LineString'; coordinates: Position[] } => ({
  type: 'LineString',
  coordinates: positions(line),
})

export const collectionText = (name: string, features: readonly Feature[]): string =>
  `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[\n${features
    .map((feature) => JSON.stringify(feature))
    .join(',\n')}\n]}\n`
