/** Ponds (坑塘): the borrow pits every village of the plain dug its house mounds from. */
import type { Point } from '../frame.ts'
import { stream } from '../random.ts'
import { points } from './skeleton.ts'

export interface Pond {
  name: string
  ring: Point[]
}

const random = stream('ponds')

const pond = (name: string, centre: string, reach: string): Pond => {
  const [x, y] = points(centre)[0] as Point
  const [a, b] = points(reach)[0] as Point
  const phase = random.between(0, 6)
  const ring: Point[] = []
  for (let i = 0; i < 18; i++) {
    const angle = (i / 18) * 2 * Math.PI
    const edge =
      1 +
      0.13 * Math.sin(2 * angle + phase) +
      0.09 * Math.sin(3 * angle - phase) +
      random.between(-0.04, 0.04)
    ring.push([x + Math.cos(angle) * a * edge, y + Math.sin(angle) * b * edge])
  }
  return { name, ring }
}

/** The one that is sampled. */
export const POND: Pond = pond('路庄坑塘', '5790,1330', '92,58')

export const PONDS: Pond[] = [
  POND,
  pond('毛楼坑塘', '8990,1720', '58,40'),
  pond('单庄坑塘', '8745,4745', '44,60'),
  pond('黄滩坑塘', '1745,4190', '50,36'),
  pond('牛滩坑塘', '2350,2870', '42,52'),
  pond('麦仁店坑塘', '2130,1490', '56,38'),
  pond('南徐坑塘', '2880,1160', '46,40'),
  pond('陈营坑塘', '6690,2400', '52,34'),
  pond('坑塘', '9900,1100', '90,60'),
  pond('坑塘', '200,1700', '70,55'),
  pond('坑塘', '6900,-300', '80,60'),
]
