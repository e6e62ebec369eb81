/** Closed rings on the drawing board: first point not repeated. */
import type { Line, Point } from '../frame.ts'

/** Square metres; positive when the ring runs counter-clockwise. */
export const signedArea = (ring: Line): number => {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Point
    const b = ring[(i + 1) % ring.length] as Point
    sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum / 2
}

/** Even–odd. Points on the edge may go either way. */
export const contains = (ring: Line, [x, y]: Point): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Point
    const b = ring[j] as Point
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

/** Centre of gravity. */
export const centroid = (ring: Line): Point => {
  let x = 0
  let y = 0
  const area = signedArea(ring) * 6
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Point
    const b = ring[(i + 1) % ring.length] as Point
    const cross = a[0] * b[1] - b[0] * a[1]
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
  }
  return [x / area, y / area]
}

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

export const boxOf = (points: Line): Box => ({
  west: Math.min(...points.map((p) => p[0])),
  south: Math.min(...points.map((p) => p[1])),
  east: Math.max(...points.map((p) => p[0])),
  north: Math.max(...points.map((p) => p[1])),
})
