/** Places told by streets: 「开元大道与八一路交叉口」「太昊路中段」. Only as near as the streets of the basemap are drawn. */
import type { FeatureCollection, Position } from 'geojson'
import { linesOf } from '../../model/geometry.ts'
import type { LonLat } from '../../model/position.ts'

type Segment = readonly [a: Position, b: Position]

export interface ByStreets {
  at: LonLat
  /** 「建设路与八一路路口」「太昊路」 */
  by: string
}

/** Where two segments cross, degrees; null where they do not. Over a street's width a degree is as good as a plane. */
const crossing = (
  [[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment,
  [[cx = 0, cy = 0], [dx = 0, dy = 0]]: Segment,
) => {
  const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (turn === 0) return null
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
  // A street that ends in the middle of another meets it only nearly.
  const near = 0.02
  if (t < -near || t > 1 + near || u < -near || u > 1 + near) return null
  return [ax + t * (bx - ax), ay + t * (by - ay)] as LonLat
}

const middle = ([[ax = 0, ay = 0], [bx = 0, by = 0]]: Segment): LonLat => [(ax + bx) / 2, (ay + by) / 2]

/** What the name of a street may end in: people say 八一路 of 八一大道. */
const KINDS = ['路', '大道', '大街', '街', '巷'] as const
const KIND = new RegExp(`(?:${KINDS.join('|')})$`)

/** Each name a street may be written by → its own; one that is another street's own is that street's. */
const spellings = (names: readonly string[]): Map<string, string> => {
  const said = new Map<string, string>()
  const stems = new Map<string, number>()
  const stemOf = (name: string) => name.replace(KIND, '')
  for (const name of names) stems.set(stemOf(name), (stems.get(stemOf(name)) ?? 0) + 1)
  for (const name of names)
    if (KIND.test(name) && stemOf(name).length >= 2 && stems.get(stemOf(name)) === 1)
      for (const kind of KINDS) said.set(`${stemOf(name)}${kind}`, name)
  for (const name of names) said.set(name, name)
  return said
}

/** The streets a text names, in its order; of names within others the longer. */
const streetsIn = (text: string, said: ReadonlyMap<string, string>): string[] => {
  const found: { name: string; at: number }[] = []
  let rest = text
  for (const [written, name] of said) {
    const at = rest.indexOf(written)
    if (at < 0) continue
    found.push({ name, at })
    rest = rest.replaceAll(written, '　'.repeat(written.length))
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ name }) => name))]
}

/**
 * Lays out the named roads of the basemap.
 * @returns for a text the places that two of its streets cross at, else places along its one street, in the order of the
 * basemap; none where it names no street
 */
export const indexCrossings = (basemap: FeatureCollection | null): ((text: string) => ByStreets[]) => {
  const streets = new Map<string, Segment[]>()
  for (const { properties, geometry } of basemap?.features ?? []) {
    const name = typeof properties?.name === 'string' ? properties.name.trim() : ''
    if (name.length < 2 || !String(properties?.class ?? '').startsWith('road') || !geometry) continue
    const own = streets.get(name) ?? []
    streets.set(name, own)
    for (const line of linesOf(geometry))
      for (let i = 1; i < line.length; i++) own.push([line[i - 1] as Position, line[i] as Position])
  }
  // A longer name is looked for first: 「东八一路」 holds 「八一路」.
  const said = new Map([...spellings([...streets.keys()])].sort(([a], [b]) => b.length - a.length))
  return (text) => {
    const [first, second] = streetsIn(text, said)
    if (first === undefined) return []
    const own = streets.get(first) as Segment[]
    if (second === undefined) return own.map((segment) => ({ at: middle(segment), by: first }))
    const other = streets.get(second) as Segment[]
    const by = `${first}与${second}路口`
    return own.flatMap((a) =>
      other.flatMap((b) => {
        const at = crossing(a, b)
        return at === null ? [] : [{ at, by }]
      }),
    )
  }
}
