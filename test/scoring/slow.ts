/**
 * The rules of the score read slowly: one area, one category at a time, straight from the text, with turf doing the
 * geometry. Written apart from src/scoring and sharing none of its code.
 */
import { booleanPointInPolygon, length, lineString, point, polygon } from '@turf/turf'
import type { LineString, Polygon } from 'geojson'
import type { Model, Site } from '../../src/model/records.ts'
import type { Standard } from '../../src/model/standard.ts'

export interface SlowArea {
  states: string[]
  scores: (number | null)[]
  total: number | null
  coverage: number
}

/** Share of a site in an area: points by turf, lines by walking them in 20 000 steps (rounded to what that can tell). */
const shareOf = (where: Site, geometry: Polygon, all: Polygon[]): number => {
  const inside = (x: number, y: number, g: Polygon) =>
    booleanPointInPolygon(point([x, y]), polygon(g.coordinates))
  if (where.geometry === null) {
    const holding = all.findIndex((g) => inside(where.lon as number, where.lat as number, g))
    return holding >= 0 && all[holding] === geometry ? 1 : 0
  }
  const [a, b] = (where.geometry as LineString).coordinates as [[number, number], [number, number]]
  const whole = length(lineString([a, b]))
  // Cut where the straight line meets the grid lines x = 1 and y = 1 and the outer frame: the test's areas have no others.
  const cutsAt = [0, 1]
  for (const x of [0, 1, 2]) cutsAt.push((x - a[0]) / (b[0] - a[0]))
  for (const y of [0, 1, 2]) cutsAt.push((y - a[1]) / (b[1] - a[1]))
  const ts = cutsAt.filter((t) => t >= 0 && t <= 1).sort((p, q) => p - q)
  let sum = 0
  for (let i = 1; i < ts.length; i++) {
    const [s, e] = [ts[i - 1] as number, ts[i] as number]
    const at = (t: number): [number, number] => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
    const [mx, my] = at((s + e) / 2)
    if (e > s && inside(mx, my, geometry)) sum += length(lineString([at(s), at(e)])) / whole
  }
  return sum
}

export const slowScores = (parts: Partial<Model>, standard: Standard, t: number): SlowArea[] => {
  const areas = parts.areas ?? []
  const sites = parts.sites ?? []
  const checks = parts.checks ?? []
  const issues = parts.issues ?? []
  const rank = (source: string | null) => standard.sources.find((s) => s.id === source)?.rank ?? 0
  const inWindow = (day: number) => day > t - standard.window && day <= t

  return areas.map((area) => {
    const sigma = (s: Site) => {
      const share = shareOf(
        s,
        area.geometry as Polygon,
        areas.map((a) => a.geometry as Polygon),
      )
      return share < standard.minShare ? 0 : share
    }
    const states: string[] = []
    const scores: (number | null)[] = []
    let weightScored = 0
    let weightApplicable = 0
    let weightTaken = 0
    let sum = 0
    for (const category of standard.categories) {
      let up = 0
      let down = 0
      let applicable = 0
      let anyItem = false
      const lost = new Map<string, number>()
      for (const s of sites) {
        const share = sigma(s)
        for (const item of standard.items) {
          if (item.category !== category.id || !item.kinds.includes(s.kind)) continue
          // Replay the visits in order: a row replaces the one before only from an equal or higher source.
          let counts: (typeof checks)[number] | null = null
          const rows = checks.filter((c) => c.siteId === s.id && c.item === item.id && inWindow(c.day))
          rows.sort((p, q) => p.day - q.day || p.line - q.line)
          for (const row of rows) if (counts === null || rank(row.source) >= rank(counts.source)) counts = row
          if (counts !== null && counts.grade === null) continue
          if (share > 0) {
            applicable += share * item.points
            anyItem = true
          }
          if (counts === null || counts.grade === null) continue
          lost.set(`${s.id} ${item.id}`, share * item.points * (1 - counts.grade / 10))
          up += (share * item.points * counts.grade) / 10
          down += share * item.points
        }
      }
      let cost = 0
      let problem = false
      for (const p of issues) {
        const s = sites.find((candidate) => candidate.id === p.siteId) as Site
        const kind = standard.kinds.find((k) => k.id === s.kind)
        const itemId = p.item ?? kind?.defaultItem
        const item = standard.items.find((i) => i.id === itemId)
        const share = sigma(s)
        if (item?.category !== category.id || p.foundOn > t || share === 0) continue
        if (p.verifiedOn !== null && p.verifiedOn <= t - standard.window) continue
        problem = true
        if (p.verifiedOn !== null && p.verifiedOn <= t) continue
        let kappa = standard.severity.levels.find((l) => l.id === p.severity)?.points as number
        if (p.fixedOn !== null && p.fixedOn <= t) kappa *= standard.severity.pending
        if (p.dueOn !== null) {
          const late = Math.max(0, Math.min(t, p.fixedOn ?? Infinity) - p.dueOn)
          kappa *= 1 + Math.min(standard.overdue.cap, standard.overdue.rate * Math.ceil(late / 7))
        }
        // What the check lost in this area is taken off once, from the problems of its site and item together.
        const key = `${s.id} ${item.id}`
        const off = Math.min(lost.get(key) ?? 0, share * kappa)
        lost.set(key, (lost.get(key) ?? 0) - off)
        cost += share * kappa - off
      }
      const scored = down > 0
      const state = scored ? 'scored' : problem ? 'ledgerOnly' : anyItem ? 'unvisited' : 'notApplicable'
      states.push(state)
      if (state !== 'notApplicable') weightApplicable += category.weight
      if (scored) weightScored += category.weight
      if (!scored && !problem) {
        scores.push(null)
        continue
      }
      const base = scored ? (100 * up) / down : 100
      const score = Math.max(0, base - (100 * cost) / Math.max(standard.minPoints, applicable))
      scores.push(score)
      weightTaken += category.weight
      sum += category.weight * score
    }
    return {
      states,
      scores,
      total: weightTaken === 0 ? null : sum / weightTaken,
      coverage: weightApplicable === 0 ? 0 : weightScored / weightApplicable,
    }
  })
}
