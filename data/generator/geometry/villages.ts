/** Villages of the plain: blocks of yards in rows, a ragged outline, a street out to the nearest road. */
import type { Line, Point } from '../frame.ts'
import { stream } from '../random.ts'
import { distance, nearest } from './line.ts'
import { points } from './skeleton.ts'
import { urbanity } from './town.ts'

export interface Village {
  /** Empty outside the district: nothing is known of them. */
  name: string
  centre: Point
  /** Half axes of the hull, metres. */
  reach: Point
  blocks: Point[][]
  streets: Point[][]
}

interface Seed {
  name: string
  centre: Point
  reach: Point
}

const random = stream('villages')

const at = (name: string, centre: string, reach: string): Seed => ({
  name,
  centre: points(centre)[0] as Point,
  reach: points(reach)[0] as Point,
})

/** Inside the district: a 居委会 of the fringe keeps the village it is named for. */
const NAMED: Seed[] = [
  at('毛楼', '8660,1890', '290,200'),
  at('毛楼东', '9060,2790', '170,150'),
  at('杨脑', '7400,4690', '260,210'),
  at('杨脑南', '8180,4190', '150,130'),
  at('单庄', '8420,4700', '270,190'),
  at('单庄南', '8960,3800', '190,160'),
  at('艾营', '7290,2760', '210,190'),
  at('陈营', '6330,2290', '290,190'),
  at('陈营东', '7220,1830', '180,150'),
  at('黄滩', '2090,4320', '290,180'),
  at('郑洼', '2080,3540', '270,170'),
  at('刘新庄', '1190,3560', '200,150'),
  at('牛滩', '2060,2740', '260,180'),
  at('牛滩南', '2500,2200', '170,110'),
  at('姚滩', '3560,2330', '250,150'),
  at('赵寨', '4790,2040', '270,150'),
  at('麦仁店', '1780,1610', '290,190'),
  at('麦仁店西', '1240,2010', '170,140'),
  at('路庄', '5420,1480', '280,140'),
  at('路庄南', '6210,870', '200,150'),
  at('路庄西', '4720,780', '180,150'),
  at('南徐', '3190,1340', '270,190'),
  at('南徐南', '3420,660', '180,110'),
  at('南徐西', '2770,1750', '150,110'),
]

/** Beyond the district, scattered over the plain and kept off rivers, roads and one another. */
const scattered = (
  taken: readonly Seed[],
  keepOff: readonly Line[],
  inDistrict: (p: Point) => boolean,
): Seed[] => {
  const out: Seed[] = []
  for (let tries = 0; tries < 900 && out.length < 46; tries++) {
    const centre: Point = [random.between(-2000, 12100), random.between(-2100, 7600)]
    const reach: Point = [random.between(140, 290), random.between(110, 200)]
    const clear =
      urbanity(centre) < 0.08 &&
      !inDistrict(centre) &&
      [...taken, ...out].every((other) => distance(other.centre, centre) > 620) &&
      keepOff.every((line) => nearest(line, centre).off > reach[1] + 60)
    if (clear) out.push({ name: '', centre, reach })
  }
  return out
}

/** Blocks of yards: a grid a few degrees off north, cut to a ragged oval. */
const built = (seed: Seed, roads: readonly Line[], keepOff: readonly Line[]): Village => {
  const turn = random.between(-0.09, 0.06)
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const place = (u: number, v: number): Point => [
    seed.centre[0] + u * cos - v * sin,
    seed.centre[1] + u * sin + v * cos,
  ]
  const coarse = seed.name === ''
  const [width, depth] = coarse ? [112, 66] : [78, 44]
  const phase = random.between(0, 6)
  const blocks: Point[][] = []
  for (let v = -seed.reach[1] - depth; v <= seed.reach[1] + depth; v += depth + 8)
    for (let u = -seed.reach[0] - width; u <= seed.reach[0] + width; u += width + 9) {
      const angle = Math.atan2(v, u)
      const edge = 1 + 0.18 * Math.sin(3 * angle + phase) + 0.12 * Math.sin(5 * angle - phase)
      if (Math.hypot(u / seed.reach[0], v / seed.reach[1]) > edge || random.chance(0.07)) continue
      const jog = () => random.between(-4, 4)
      const left = u - width / 2 + jog()
      const right = u + width / 2 + jog()
      const ring = [
        place(left, v - depth / 2 + jog() / 2),
        place(right, v - depth / 2 + jog() / 2),
        place(right + jog() / 2, v + depth / 2 + jog() / 2),
        place(left + jog() / 2, v + depth / 2 + jog() / 2),
      ]
      if (keepOff.every((line) => nearest(line, place(u, v)).off > 46)) blocks.push(ring)
    }
  const out = roads
    .map((road) => nearest(road, seed.centre))
    .sort((p, q) => p.off - q.off)
    .slice(0, 2)
    .filter((foot, i) => i === 0 || foot.off < 700)
  const streets = out.map((foot): Point[] => {
    const bend: Point = [
      seed.centre[0] + (foot.point[0] - seed.centre[0]) * 0.45 + random.between(-25, 25),
      seed.centre[1] + (foot.point[1] - seed.centre[1]) * 0.55 + random.between(-25, 25),
    ]
    return [seed.centre, bend, foot.point]
  })
  if (!coarse) streets.push([place(-seed.reach[0] * 0.95, 6), place(0, 0), place(seed.reach[0] * 0.95, -5)])
  return { ...seed, blocks, streets }
}

/** All villages, those of the district first. */
export const villagesOf = (
  roads: readonly Line[],
  keepOff: readonly Line[],
  inDistrict: (p: Point) => boolean,
): Village[] =>
  [...NAMED, ...scattered(NAMED, [...roads, ...keepOff], inDistrict)].map((seed) =>
    built(seed, roads, keepOff),
  )
