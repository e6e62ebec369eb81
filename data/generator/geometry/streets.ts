/**
 * The lesser roads of the town: each lies between two main roads and shares their bends, as streets do that were laid out
 * one after the other. Names are the common ones any town has.
 */
import type { Line, Point } from '../frame.ts'
import { stream } from '../random.ts'
import { between, crossings, lineLength, nearest, piece, pointAt } from './line.ts'
import { SKELETON, skeleton } from './skeleton.ts'

export interface Street {
  name: string
  class: 'road-major' | 'road-minor'
  line: Point[]
}

const random = stream('streets')

/** The part of the line between its crossings with two others. */
const betweenCrossings = (line: Line, from: Line, to: Line): Point[] => {
  const ends = [from, to].map((other) => {
    const point = crossings(line, other)[0]
    return point ? nearest(line, point).along : null
  })
  const low = ends[0] ?? 0
  const high = ends[1] ?? lineLength(line)
  return piece(line, low, high)
}

/** A street at `share` of the way from one line to the other, from crossing to crossing. */
const street = (
  name: string,
  first: string,
  second: string,
  share: number,
  from: string,
  to: string,
): Street => {
  const a = skeleton(first).line
  const b = skeleton(second).line
  const pieces = 60
  const sway = random.between(-0.03, 0.03)
  const course: Point[] = []
  for (let i = 0; i <= pieces; i++) {
    const here = pointAt(a, (lineLength(a) * i) / pieces).point
    const there = pointAt(b, (lineLength(b) * i) / pieces).point
    course.push(between(here, there, share + sway * Math.sin(i * 0.55)))
  }
  return { name, class: 'road-minor', line: betweenCrossings(course, skeleton(from).line, skeleton(to).line) }
}

const LESSER: Street[] = [
  // north–south
  street('文昌路', '汉阳路', '工农路', 0.52, '沙颍河', '太昊路'),
  street('建设路', '工农路', '五一路', 0.5, '沙颍河', '南干渠'),
  street('育新路', '五一路', '八一大道', 0.34, '沙颍河', '莲花路'),
  street('康乐路', '五一路', '八一大道', 0.69, '交通大道', '运粮河'),
  street('文明路', '八一大道', '中州大道', 0.36, '沙颍河', '南干渠'),
  street('平安路', '八一大道', '中州大道', 0.7, '交通大道', '莲花路'),
  street('兴业路', '中州大道', '朝阳路', 0.3, '交通大道', '莲花路'),
  street('和谐路', '中州大道', '朝阳路', 0.76, '沙颍河', '运粮河'),
  // west–east
  street('民安路', '黄河路', '开元大道', 0.46, '汉阳路', '中州大道'),
  street('育才路', '开元大道', '太昊路', 0.36, '汉阳路', '五一路'),
  street('富民路', '开元大道', '太昊路', 0.52, '五一路', '朝阳路'),
  street('团结路', '太昊路', '莲花路', 0.56, '工农路', '中州大道'),
  street('永安路', '交通大道', '黄河路', 0.34, '汉阳路', '朝阳路'),
  street('新民路', '交通大道', '黄河路', 0.68, '工农路', '中州大道'),
  street('颍河路', '沙颍河', '交通大道', 0.16, '汉阳路', '朝阳路'),
  street('向阳路', '沙颍河', '交通大道', 0.56, '工农路', '中州大道'),
]

/** The estate of works in the east: a coarse grid of its own. */
const WORKS: Street[] = [
  street('创业路', '太昊路', '莲花路', 0.5, '朝阳路', '东环路'),
  street('科技路', '朝阳路', '东环路', 0.52, '太昊路', '运粮河'),
]

export const STREETS: Street[] = [
  ...SKELETON.flatMap((entry): Street[] =>
    entry.class === 'road-major' ? [{ name: entry.name, class: 'road-major', line: entry.line }] : [],
  ),
  ...LESSER,
  ...WORKS,
]
