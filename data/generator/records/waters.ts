/** Five water bodies, their stations and half a year of samples. Courses are schematic, values made up. */
import { AREAS } from '../areas.ts'
import { END, iso, progress, START } from '../calendar.ts'
import { type Line, type Point, toLonLat } from '../frame.ts'
import { lineLength, nearest, piece, pointAt } from '../geometry/line.ts'
import { POND } from '../geometry/ponds.ts'
import { centroid, contains } from '../geometry/ring.ts'
import { skeleton } from '../geometry/skeleton.ts'
import { stream } from '../random.ts'

interface Station {
  name: string
  at: Point
  /** 0 clean … 2 foul, at the start and at the end of the half year */
  from: number
  to: number
}

export interface Body {
  id: string
  name: string
  responsible: string
  line?: Line
  ring?: Line
  stations: Station[]
  /** index of the area of its middle */
  area: number
  /** usual depth, cm */
  depth: number
}

const areaOf = (at: Point): number =>
  Math.max(
    0,
    AREAS.findIndex((area) => contains(area.ring, at)),
  )

/** A course between two points of the drawing board. */
const stretch = (name: string, from: Point, to: Point): Point[] => {
  const { line } = skeleton(name)
  return piece(line, nearest(line, from).along, nearest(line, to).along)
}

const body = (
  id: string,
  name: string,
  responsible: string,
  line: Line,
  count: number,
  foul: (share: number) => [from: number, to: number],
  depth: number,
): Body => {
  const length = lineLength(line)
  const stations = Array.from({ length: count }, (_, i): Station => {
    const share = (i + 0.5) / count
    const [from, to] = foul(share)
    return { name: `${name}${i + 1}号`, at: pointAt(line, share * length).point, from, to }
  })
  return { id, name, responsible, line, stations, area: areaOf(pointAt(line, length / 2).point), depth }
}

/** Foul where the yards of 陈营 drain into it, about two thirds of the way down. */
const yunliang = (share: number): [number, number] => {
  const near = Math.max(0, 1 - Math.abs(share - 0.66) / 0.2)
  return [0.75 + 1.5 * near, 0.2 + 1.05 * near]
}

export const BODIES: Body[] = [
  body('S01', '运粮河', '区水利局', stretch('运粮河', [464, 2791], [8881, 605]), 16, yunliang, 130),
  body(
    'S02',
    '杨脑干渠',
    '太昊路办事处',
    stretch('杨脑干渠', [7230, 4913], [7420, 1290]),
    7,
    () => [0.85, 0.1],
    70,
  ),
  body(
    'S03',
    '南干渠',
    '区水利局',
    stretch('南干渠', [1997, 2990], [7620, 2890]),
    10,
    (s) => [1.25, s > 0.7 ? 1.05 : 0.35],
    60,
  ),
  body(
    'S04',
    'U形支渠',
    '淮河路办事处',
    stretch('U形支渠', [2616, 1929], [3806, 2065]),
    3,
    () => [2.4, 2.15],
    28,
  ),
  {
    id: 'S05',
    name: POND.name,
    responsible: '路庄居委会',
    ring: POND.ring,
    stations: [-34, 0, 34].map((dx, i) => {
      const [x, y] = centroid(POND.ring)
      return { name: `${POND.name}${['西', '中', '东'][i]}`, at: [x + dx, y] as Point, from: 1.7, to: 0.75 }
    }),
    area: areaOf(centroid(POND.ring)),
    depth: 90,
  },
]

const random = stream('samples')

/** Between the clean, light and heavy value of an indicator, by foulness 0 … 2. */
const along = (foul: number, clean: number, light: number, heavy: number): number => {
  const f = Math.min(2.3, Math.max(0, foul))
  return f < 1 ? clean + (light - clean) * f : light + (heavy - light) * (f - 1)
}

const two = (value: number): string => value.toFixed(2)

export const sampleRows = (): (string | number)[][] => {
  const rows: (string | number)[][] = []
  for (let day = START + 3; day <= END; day += 14) {
    for (const { id, stations, depth } of BODIES) {
      for (const station of stations) {
        const [lon, lat] = toLonLat(station.at)
        const foul = station.from + (station.to - station.from) * progress(day) + random.normal() * 0.16
        const deep = Math.max(12, Math.round(depth + random.normal() * depth * 0.12))
        const sight = Math.max(3, Math.min(deep, along(foul, 48, 19, 7) + random.normal() * 2))
        const oxygen = Math.max(0.05, along(foul, 6.1, 1.3, 0.15) + random.normal() * 0.15)
        const potential = along(foul, 165, -40, -245) + random.normal() * 14
        const ammonia = Math.max(0.01, along(foul, 0.7, 10.4, 17.5) + random.normal() * 0.5)
        rows.push([
          id,
          station.name,
          lon,
          lat,
          iso(day),
          deep,
          random.chance(0.012) ? '/' : Math.round(sight),
          two(oxygen),
          random.chance(0.02) ? '--' : Math.round(potential),
          random.chance(0.015) ? '＜0.025' : two(ammonia),
        ])
      }
    }
  }
  return rows
}
