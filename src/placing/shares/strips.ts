/**
 * The areas that polygons have in common, whatever their outlines. The plane is cut into horizontal strips in which no
 * two edges meet; between one edge and the next a strip is a trapezoid that lies wholly inside or outside of everything.
 * Nothing is rebuilt as polygons, so no outline, however broken or however close to another, can make it fail.
 */
import type { Position } from 'geojson'
import { type Box, boxOf, polygonsOf, ringsOf } from '../../model/geometry.ts'
import type { Surface } from '../../model/records.ts'

/** An edge from (x0, y0) up to (x1, y1) in degrees; `layer` is the polygon it bounds. */
interface Edge {
  x0: number
  y0: number
  x1: number
  y1: number
  layer: number
}

const xAt = ({ x0, y0, x1, y1 }: Edge, y: number): number => x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)

/**
 * What of an edge matters inside the box. What lies west of it still tells inside from outside, but not where it runs:
 * it is put on the western side. What lies east of it, or is level, tells nothing.
 */
const clip = (a: Position, b: Position, layer: number, { west, south, east, north }: Box): Edge[] => {
  const [low, high] = (a[1] as number) <= (b[1] as number) ? [a, b] : [b, a]
  const [x0, y0] = low as [number, number]
  const [x1, y1] = high as [number, number]
  const edge: Edge = { x0, y0, x1, y1, layer }
  const [from, to] = [Math.max(y0, south), Math.min(y1, north)]
  if (from >= to || Math.min(x0, x1) > east) return []
  if (Math.max(x0, x1) <= west) return [{ x0: west, y0: from, x1: west, y1: to, layer }]
  const within: Edge = {
    x0: from === y0 ? x0 : xAt(edge, from),
    y0: from,
    x1: to === y1 ? x1 : xAt(edge, to),
    y1: to,
    layer,
  }
  if (Math.min(within.x0, within.x1) >= west) return [within]
  if (Math.max(within.x0, within.x1) <= west) return [{ ...within, x0: west, x1: west }]
  const at = from + ((west - within.x0) / (within.x1 - within.x0)) * (to - from)
  const parts = [
    { ...within, x0: Math.max(west, within.x0), x1: west, y1: at },
    { ...within, x0: west, x1: Math.max(west, within.x1), y0: at },
  ]
  return parts.filter((part) => part.y1 > part.y0)
}

/** Latitudes between which no two edges meet, ascending. `edges` begin in ascending order. */
const levels = (edges: readonly Edge[]): number[] => {
  const found: number[] = []
  edges.forEach((a, i) => {
    found.push(a.y0, a.y1)
    for (let k = i + 1; k < edges.length; k++) {
      const b = edges[k] as Edge
      if (b.y0 >= a.y1) break
      const [from, to] = [b.y0, Math.min(a.y1, b.y1)]
      const before = xAt(a, from) - xAt(b, from)
      const after = xAt(a, to) - xAt(b, to)
      if (before * after < 0) found.push(from + (to - from) * (before / (before - after)))
    }
  })
  return [...new Set(found)].sort((p, q) => p - q)
}

/** The area between two edges of a strip, on a sphere of radius 1 in degrees (Simpson's rule: exact but for h⁵). */
const between = (left: Edge, right: Edge, y0: number, y1: number): number => {
  const slice = (y: number) => (xAt(right, y) - xAt(left, y)) * Math.cos((y * Math.PI) / 180)
  return ((y1 - y0) / 6) * (slice(y0) + 4 * slice((y0 + y1) / 2) + slice(y1))
}

/** Every trapezoid of every strip with the layers that hold it. */
const sweep = (edges: readonly Edge[], visit: (size: number, layers: ReadonlySet<number>) => void): void => {
  const ordered = [...edges].sort((a, b) => a.y0 - b.y0)
  const ys = levels(ordered)
  let next = 0
  let active: Edge[] = []
  for (let k = 1; k < ys.length; k++) {
    const [y0, y1] = [ys[k - 1] as number, ys[k] as number]
    active = active.filter((edge) => edge.y1 > y0)
    while (next < ordered.length && (ordered[next] as Edge).y0 <= y0) active.push(ordered[next++] as Edge)
    const middle = (y0 + y1) / 2
    const row = active.map((edge) => ({ edge, x: xAt(edge, middle) })).sort((a, b) => a.x - b.x)
    const layers = new Set<number>()
    row.forEach(({ edge, x }, i) => {
      if (!layers.delete(edge.layer)) layers.add(edge.layer)
      const right = row[i + 1]
      if (right !== undefined && right.x > x) visit(between(edge, right.edge, y0, y1), layers)
    })
  }
}

/**
 * Tells of every trapezoid of `surface`: its area, in units of no meaning but among themselves, and which of `others`
 * (indices) hold it.
 */
export const cutByStrips = (
  surface: Surface,
  others: readonly Surface[],
  visit: (size: number, holders: readonly number[]) => void,
): void => {
  const box = boxOf(ringsOf(surface).flat())
  const edges: Edge[] = []
  /** whose polygon each layer is: an index of `others`, -1 for the surface itself */
  const owners: number[] = []
  const lay = (shape: Surface, owner: number) => {
    for (const rings of polygonsOf(shape)) {
      const layer = owners.push(owner) - 1
      for (const ring of rings)
        for (let i = 1; i < ring.length; i++)
          edges.push(...clip(ring[i - 1] as Position, ring[i] as Position, layer, box))
    }
  }
  lay(surface, -1)
  others.forEach(lay)
  sweep(edges, (size, layers) => {
    const holders = new Set([...layers].map((layer) => owners[layer] as number))
    if (holders.delete(-1)) visit(size, [...holders])
  })
}
