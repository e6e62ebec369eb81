/** The road network against grids drawn by hand, and its shortest ways against Floyd and Warshall's. */
import { distance } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessTo, buildRoads, type RoadGraph } from '../../../src/placing/roads/graph.ts'
import { legsBetween } from '../../../src/placing/roads/legs.ts'
import { reachFrom } from '../../../src/placing/roads/shortest.ts'

type LonLat = [number, number]

/** About a metre at 33.6° north: a place given in metres east and north of a corner. */
const at = (east: number, north: number): LonLat => [114.65 + east / 92_600, 33.6 + north / 111_195]
const line = (...points: [number, number][]): LonLat[] => points.map(([x, y]) => at(x, y))
const far = (a: LonLat, b: LonLat) => distance(a, b, { units: 'meters' })

const built = (...lines: LonLat[][]): RoadGraph => {
  const graph = buildRoads(lines)
  if (graph === null) throw new Error('no graph')
  return graph
}

/** The node within a metre of a place. */
const nodeAt = (graph: RoadGraph, place: LonLat): number => {
  const found = [...graph.lon].findIndex((lon, i) => far([lon, graph.lat[i] as number], place) < 1)
  if (found < 0) throw new Error('no node there')
  return found
}

const degree = (graph: RoadGraph, node: number) =>
  (graph.first[node + 1] as number) - (graph.first[node] as number)

describe('buildRoads', () => {
  it('splits lines where they cross', () => {
    const graph = built(line([0, 100], [200, 100]), line([100, 0], [100, 200]))
    expect(graph.lon).toHaveLength(5)
    expect(graph.from).toHaveLength(4)
    expect(degree(graph, nodeAt(graph, at(100, 100)))).toBe(4)
    for (const metres of graph.metres) expect(metres).toBeCloseTo(100, 0)
  })
  it('joins an end to the line it stops short of by less than the tolerance, and not by more', () => {
    const joined = built(line([0, 0], [200, 0]), line([100, 4], [100, 90]))
    expect(degree(joined, nodeAt(joined, at(100, 4)))).toBe(3)
    const apart = built(line([0, 0], [200, 0]), line([100, 9], [100, 90]))
    expect(apart.from).toHaveLength(2)
  })
  it('joins ends that meet within the tolerance', () => {
    const graph = built(line([0, 0], [100, 0]), line([103, 0], [200, 0]))
    expect(graph.lon).toHaveLength(3)
  })
  it('takes lines that lie on each other as one way', () => {
    const graph = built(line([0, 0], [200, 0]), line([100, 0], [300, 0]))
    const [start, end] = [accessTo(graph, at(0, 0)), nodeAt(graph, at(300, 0))]
    expect(reachFrom(graph, start).metres[end]).toBeCloseTo(far(at(0, 0), at(300, 0)), 3)
  })
  it('leaves out a fragment that is joined to nothing', () => {
    const graph = built(line([0, 0], [3000, 0]), line([500, 50], [540, 50]))
    expect(graph.from).toHaveLength(1)
    expect(accessTo(graph, at(520, 51)).metres).toBeCloseTo(51, 0)
  })
  it('is nothing without lines', () => {
    expect(buildRoads([])).toBeNull()
    expect(buildRoads([[at(0, 0)]])).toBeNull()
    expect(buildRoads([line([0, 0], [2, 0])])).toBeNull()
  })
})

describe('accessTo', () => {
  it('is the nearest point of the network, as all edges walked in small steps say', () => {
    const coordinate = fc.integer({ min: 0, max: 3000 })
    const point = fc.tuple(coordinate, coordinate)
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { minLength: 1, maxLength: 12 }), point, (ends, place) => {
        const graph = buildRoads(ends.map(([a, b]) => line(a, b)))
        fc.pre(graph !== null)
        const { metres } = accessTo(graph as RoadGraph, at(...place))
        let nearest = Infinity
        const { from, to, lon, lat } = graph as RoadGraph
        from.forEach((a, edge) => {
          const b = to[edge] as number
          for (let step = 0; step <= 1000; step++) {
            const share = step / 1000
            const on: LonLat = [
              (lon[a] as number) * (1 - share) + (lon[b] as number) * share,
              (lat[a] as number) * (1 - share) + (lat[b] as number) * share,
            ]
            nearest = Math.min(nearest, far(on, at(...place)))
          }
        })
        expect(metres).toBeLessThanOrEqual(nearest + 0.05)
        expect(metres).toBeGreaterThan(nearest - 3)
      }),
      { seed: 3, numRuns: 25 },
    )
  })
})

/** Every distance between nodes, by Floyd and Warshall. */
const allDistances = ({ lon, from, to, metres }: RoadGraph): number[][] => {
  const n = lon.length
  const all = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : Infinity)),
  )
  metres.forEach((long, edge) => {
    const [a, b] = [from[edge] as number, to[edge] as number]
    const least = Math.min(long, all[a]?.[b] as number)
    ;(all[a] as number[])[b] = least
    ;(all[b] as number[])[a] = least
  })
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        (all[i] as number[])[j] = Math.min(
          all[i]?.[j] as number,
          (all[i]?.[k] as number) + (all[k]?.[j] as number),
        )
  return all
}

const coordinate = fc.integer({ min: 0, max: 1500 })
const town = fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), {
  minLength: 2,
  maxLength: 14,
})

describe('reachFrom', () => {
  it('is as far to every node as Floyd and Warshall say, also where no road leads', () => {
    fc.assert(
      fc.property(town, (roads) => {
        const graph = buildRoads(roads.map(([a, b, c, d]) => line([a, b], [c, d])))
        fc.pre(graph !== null)
        const all = allDistances(graph as RoadGraph)
        const { lon, lat } = graph as RoadGraph
        const starts = [...lon.keys()].slice(0, 4)
        for (const start of starts) {
          const access = accessTo(graph as RoadGraph, [lon[start] as number, lat[start] as number])
          const { metres } = reachFrom(graph as RoadGraph, access)
          metres.forEach((long, node) => {
            const expected = all[start]?.[node] as number
            if (expected === Infinity) expect(long).toBe(Infinity)
            else expect(Math.abs(long - expected)).toBeLessThan(0.01)
          })
        }
      }),
      { seed: 4, numRuns: 60 },
    )
  })
})

describe('legsBetween', () => {
  const square = built(
    line([0, 0], [400, 0]),
    line([400, 0], [400, 400]),
    line([400, 400], [0, 400]),
    line([0, 400], [0, 0]),
  )
  const lengthOf = (way: readonly LonLat[]) =>
    way.slice(1).reduce((sum, point, i) => sum + far(way[i] as LonLat, point), 0)

  it('goes to the road, along it by the shorter side, and off it', () => {
    const { leg, metres } = legsBetween(square, [at(100, 20), at(420, 300)])
    const { byRoad, way, metres: long } = leg(0, 1)
    expect(byRoad).toBe(true)
    expect(long).toBeCloseTo(20 + 300 + 300 + 20, 0)
    expect(metres[1]).toBe(long)
    expect(metres[2]).toBe(long)
    expect(lengthOf(way)).toBeCloseTo(long, 3)
    expect(way[0]).toEqual(at(100, 20))
    expect(way.at(-1)).toEqual(at(420, 300))
    expect(leg(1, 0).way).toEqual([...way].reverse())
  })
  it('stays on the edge both places are at', () => {
    const { byRoad, metres } = legsBetween(square, [at(50, -10), at(350, -10)]).leg(0, 1)
    expect(byRoad).toBe(true)
    expect(metres).toBeCloseTo(10 + 300 + 10, 0)
  })
  it('goes straight where the roads are further off than the places are apart', () => {
    const places = [at(200, 190), at(200, 210)] satisfies LonLat[]
    const { byRoad, metres } = legsBetween(square, places).leg(0, 1)
    expect(byRoad).toBe(false)
    expect(metres).toBeCloseTo(20, 0)
  })
  it('goes straight where no road leads, and where there are no roads', () => {
    const apart = built(line([0, 0], [100, 0]), line([1000, 0], [1100, 0]))
    const places: [LonLat, LonLat] = [at(50, 5), at(1050, 5)]
    for (const graph of [apart, null]) {
      const { byRoad, metres, way } = legsBetween(graph, places).leg(0, 1)
      expect(byRoad).toBe(false)
      expect(metres).toBe(far(...places))
      expect(way).toEqual(places)
    }
  })
  it('is never shorter than the straight line, and its drawn way is as long as it says', () => {
    const spot = fc.tuple(coordinate, coordinate)
    fc.assert(
      fc.property(town, fc.array(spot, { minLength: 2, maxLength: 5 }), (roads, spots) => {
        const graph = buildRoads(roads.map(([a, b, c, d]) => line([a, b], [c, d])))
        const places = spots.map(([x, y]) => at(x, y))
        const { leg, metres, count } = legsBetween(graph, places)
        for (let a = 0; a < count; a++)
          for (let b = 0; b < count; b++) {
            if (a === b) continue
            const { way, metres: long } = leg(a, b)
            expect(long).toBe(metres[a * count + b])
            expect(long).toBeGreaterThanOrEqual(far(places[a] as LonLat, places[b] as LonLat) - 1e-6)
            expect(Math.abs(lengthOf(way) - long)).toBeLessThan(0.01)
          }
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})
