/**
 * Points into areas: this project's grid against turf.pointsWithinPolygon, what one would otherwise call. Read the ratio
 * of the two lines, not the times.
 */
import { circle, featureCollection, point, pointsWithinPolygon } from '@turf/turf'
import type { Feature, Polygon } from 'geojson'
import { bench, describe } from 'vitest'
import { indexAreas } from '../../src/placing/areas.ts'
import { area } from '../scoring/fixture.ts'

// 60 areas of 333 vertices each over a city of about 25 km, and 20 000 points.
const shapes: Polygon[] = []
for (let i = 0; i < 60; i++)
  shapes.push(
    circle([114.5 + 0.03 * (i % 10), 33.5 + 0.03 * Math.floor(i / 10)], 1.5, { steps: 332 })
      .geometry as Polygon,
  )
const areas = shapes.map((shape, i) => area(String(i).padStart(3, '0'), shape))

let seed = 7
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed / 2147483648
}
const lonLat = Array.from(
  { length: 20_000 },
  () => [114.48 + 0.32 * random(), 33.48 + 0.19 * random()] as [number, number],
)
const points = featureCollection(lonLat.map((at) => point(at)))

describe('20 000 points into 60 areas of 333 vertices', () => {
  bench('areasAt (index built anew)', () => {
    const index = indexAreas(areas)
    for (const [lon, lat] of lonLat) index.areasAt(lon, lat)
  })
  bench(
    'turf.pointsWithinPolygon, area by area',
    () => {
      for (const shape of shapes)
        pointsWithinPolygon(points, { type: 'Feature', geometry: shape, properties: {} } as Feature<Polygon>)
    },
    { iterations: 3, warmupIterations: 0, time: 0 },
  )
})
