/**
 * The score of every area at a day, with the ledger that explains it. Pure: the same records, standard and day give the
 * same figures, to the last digit.
 */
import type { Day } from '../model/day.ts'
import type { Category, Item, Standard, Theme } from '../model/standard.ts'
import { THEMES } from '../model/standard.ts'
import type { Share } from '../placing/shares.ts'
import { type CapHit, capsOf, gradeUnder } from './caps.ts'
import { aggregate, type OfficeScore, scoreOffices } from './offices.ts'
import type { Entry, Origin, Prepared } from './prepare.ts'
import { costAt, openWithin } from './problem.ts'
import { gradeWater, type WaterGrade } from './water.ts'

/** scored: some check counts. ledgerOnly 仅据台账. unvisited 未查: never 0, never 100. notApplicable 不适用. */
export type CategoryState = 'scored' | 'ledgerOnly' | 'unvisited' | 'notApplicable'

export interface CategoryScore {
  state: CategoryState
  /** S = max(0, B − D), null unless scored or ledgerOnly */
  score: number | null
  /** B */
  base: number | null
  /** D, before it is limited to B */
  deduction: number | null
}

/** What a lost point is owed to. */
export type LossOrigin = Origin | { type: 'issue'; index: number }

/** One row of the ledger. `points` are of the 100 of the area's T; `raw` is what it was before D was scaled down to B. */
export interface Loss {
  /** index into the standard's categories */
  category: number
  item: number
  /** index into spots, -1 for a problem at no site */
  spot: number
  origin: LossOrigin
  points: number
  raw: number | null
}

/** The row that counts for a (spot, item) at the day. */
export interface Counted {
  spot: number
  item: number
  entry: Entry
  grade: number
}

export interface AreaScore {
  /** null where 数据不足 */
  score: number | null
  /** T where 数据不足, null where nothing at all is known */
  provisional: number | null
  /** T: the score or the provisional one */
  total: number | null
  grade: string
  caps: CapHit[]
  /** weight scored / weight applicable, 0 where nothing applies */
  weightCoverage: number
  themes: Record<Theme, number | null>
  /** in the order of the standard's categories */
  categories: CategoryScore[]
  ledger: Loss[]
}

export interface Scores {
  t: Day
  /** in the order of the model's areas */
  areas: AreaScore[]
  offices: OfficeScore[]
  /** the office aggregate over all areas */
  district: OfficeScore
  waters: WaterGrade[]
  counted: Counted[]
}

export interface ScoreOptions {
  /** problems (indices) taken as verified on the day: what-if */
  closed?: ReadonlySet<number>
  /** leave the ledgers empty, for series */
  withoutLedger?: boolean
}

/** Whether `a` counts over `b`: higher source rank, then later day, then later line. */
const over = (a: Entry, b: Entry): boolean =>
  a.rank !== b.rank ? a.rank > b.rank : a.day !== b.day ? a.day > b.day : a.line >= b.line

/** A state at the day or a water grade: enters like a row, after all rows of its day. */
const derivedEntries = (prepared: Prepared, waters: WaterGrade[], t: Day): Map<number, Entry> => {
  const { standard, places, model, statusOf, rankOf } = prepared
  const found = new Map<number, Entry>()
  const itemAt = (id: string) => standard.items.findIndex((item) => item.id === id)
  for (const rule of standard.derived.status ?? []) {
    const item = itemAt(rule.item)
    const kinds = new Set(rule.kinds.map((id) => standard.kinds.findIndex((kind) => kind.id === id)))
    places.spots.forEach((spot, i) => {
      if (spot.of !== 'site' || !kinds.has(spot.kind)) return
      let status = model.sites[spot.index]?.status ?? null
      for (const change of statusOf.get(i) ?? []) if (change.day <= t) status = change.status
      const grade = status === null ? undefined : rule.grades[status]
      if (status === null || grade === undefined) return
      const origin: Origin = { type: 'status', spot: i, status }
      found.set(i * standard.items.length + item, {
        day: t,
        line: Infinity,
        rank: rankOf(rule.source),
        grade,
        origin,
      })
    })
  }
  const rule = standard.derived.water
  if (rule) {
    const item = itemAt(rule.item)
    waters.forEach((water, index) => {
      const spot = places.spotOfWater.get(water.id)
      const grade = water.grade === null ? undefined : rule.grades[water.grade]
      if (spot === undefined || grade === undefined || water.latest === null) return
      const origin: Origin = { type: 'water', index }
      found.set(spot * standard.items.length + item, {
        day: water.latest,
        line: Infinity,
        rank: rankOf(rule.source),
        grade,
        origin,
      })
    })
  }
  return found
}

/** The row that counts for each (spot, item) at `t`, 不适用 (grade null) included. */
const countedAt = (
  prepared: Prepared,
  waters: WaterGrade[],
  t: Day,
): { spot: number; item: number; entry: Entry }[] => {
  const { slots, standard } = prepared
  const derived = derivedEntries(prepared, waters, t)
  const found: { spot: number; item: number; entry: Entry }[] = []
  for (const [key, slot] of slots) {
    let best = derived.get(key) ?? null
    if (best !== null) derived.delete(key)
    for (const entry of slot.entries) {
      if (entry.day > t) break
      if (entry.day > t - standard.window && (best === null || over(entry, best))) best = entry
    }
    if (best !== null) found.push({ spot: slot.spot, item: slot.item, entry: best })
  }
  for (const [key, entry] of derived) {
    const item = key % standard.items.length
    found.push({ spot: (key - item) / standard.items.length, item, entry })
  }
  return found
}

/** Sums of one (area, category). */
interface Sums {
  /** Σ σ·p and Σ σ·p·g/10 over counted checks */
  points: number
  gained: number
  counted: number
  /** Σ σ·p over all applicable site–items, visited or not */
  applicable: number
  applicableItems: number
  /** Σ σ·κ */
  cost: number
  /** a problem was open within the window */
  problem: boolean
}

const sumsFor = (length: number): Sums[] =>
  Array.from({ length }, () => ({
    points: 0,
    gained: 0,
    counted: 0,
    applicable: 0,
    applicableItems: 0,
    cost: 0,
    problem: false,
  }))

/** Scores every area, office and water at the end of day `t`. Nothing dated after `t` is seen. */
export const scoreAt = (prepared: Prepared, t: Day, options: ScoreOptions = {}): Scores => {
  const { model, standard, places, itemsOfKind, categoryOf, issueItem, issueSpot } = prepared
  const { categories, items } = standard
  const waters = model.waters.map((water, i) => gradeWater(water, prepared.samplesOf[i] ?? [], standard, t))
  const applies = standard.kinds.map((_, kind) => new Set(itemsOfKind[kind]))
  const rows = countedAt(prepared, waters, t).filter(({ spot, item }) =>
    applies[places.spots[spot]?.kind ?? -1]?.has(item),
  )

  const sums = sumsFor(model.areas.length * categories.length)
  const at = (area: number, category: number) => sums[area * categories.length + category] as Sums

  const waived = new Set<number>()
  const lost = new Map<number, number>()
  const counted: Counted[] = []
  for (const { spot, item, entry } of rows) {
    const key = spot * items.length + item
    if (entry.grade === null) {
      waived.add(key)
      continue
    }
    counted.push({ spot, item, entry, grade: entry.grade })
    lost.set(key, (items[item] as Item).points * (1 - entry.grade / 10))
  }

  places.spots.forEach((spot, s) => {
    for (const item of itemsOfKind[spot.kind] ?? []) {
      if (waived.has(s * items.length + item)) continue
      for (const { area, share } of spot.placement.shares) {
        const sum = at(area, categoryOf[item] as number)
        sum.applicable += share * (items[item] as Item).points
        sum.applicableItems++
      }
    }
  })

  for (const row of counted) {
    const points = (items[row.item] as Item).points
    for (const { area, share } of sharesOf(prepared, row.spot)) {
      const sum = at(area, categoryOf[row.item] as number)
      sum.points += share * points
      sum.gained += (share * points * row.grade) / 10
      sum.counted++
    }
  }

  const costs: { index: number; item: number; spot: number; cost: number }[] = []
  model.issues.forEach((issue, index) => {
    const item = issueItem[index] as number
    if (item < 0 || !openWithin(issue, t, standard.window)) return
    const shares = places.issues[index]?.shares ?? []
    const spot = issueSpot[index] as number
    const gross = options.closed?.has(index) ? 0 : costAt(issue, standard, t)
    // What a check of the same site and item already lost there is not charged twice.
    const cost = Math.max(0, gross - (spot < 0 ? 0 : (lost.get(spot * items.length + item) ?? 0)))
    for (const { area, share } of shares) {
      const sum = at(area, categoryOf[item] as number)
      sum.problem = true
      sum.cost += share * cost
    }
    if (cost > 0) costs.push({ index, item, spot, cost })
  })

  const areas: AreaScore[] = model.areas.map((_, area) => {
    const figures = categories.map((_, c) => categoryScore(at(area, c), standard))
    const total = weighted(categories, figures, () => true)
    const coverage = coverageOf(categories, figures)
    const enough = total !== null && coverage >= standard.minCoverage - 1e-12
    const caps = capsOf({ prepared, counted, waters, area, t, closed: options.closed })
    const themes = Object.fromEntries(
      THEMES.map((theme) => [theme, weighted(categories, figures, (category) => category.theme === theme)]),
    ) as Record<Theme, number | null>
    return {
      score: enough ? total : null,
      provisional: enough ? null : total,
      total,
      grade: enough ? gradeUnder(standard, total, caps) : standard.insufficient,
      caps,
      weightCoverage: coverage,
      themes,
      categories: figures,
      ledger: [],
    }
  })

  if (!options.withoutLedger) writeLedgers(prepared, areas, counted, costs, at)

  const offices = scoreOffices(model.areas, areas, standard)
  const everywhere = model.areas.map((_, i) => i)
  return {
    t,
    areas,
    offices,
    district: aggregate('', everywhere, model.areas, areas, standard),
    waters,
    counted,
  }
}

const sharesOf = (prepared: Prepared, spot: number): readonly Share[] =>
  prepared.places.spots[spot]?.placement.shares ?? []

const categoryScore = (sum: Sums, standard: Standard): CategoryScore => {
  const state: CategoryState =
    sum.counted > 0
      ? 'scored'
      : sum.problem
        ? 'ledgerOnly'
        : sum.applicableItems > 0
          ? 'unvisited'
          : 'notApplicable'
  if (state === 'unvisited' || state === 'notApplicable')
    return { state, score: null, base: null, deduction: null }
  const base = state === 'scored' ? (100 * sum.gained) / sum.points : 100
  const deduction = (100 * sum.cost) / Math.max(standard.minPoints, sum.applicable)
  return { state, base, deduction, score: Math.max(0, base - deduction) }
}

/** Σ weight·S / Σ weight over scored and ledgerOnly categories that `take`; null where there is none. */
const weighted = (
  categories: readonly Category[],
  figures: readonly CategoryScore[],
  take: (category: Category) => boolean,
): number | null => {
  let weight = 0
  let sum = 0
  categories.forEach((category, c) => {
    const score = figures[c]?.score ?? null
    if (score === null || !take(category)) return
    weight += category.weight
    sum += category.weight * score
  })
  return weight === 0 ? null : sum / weight
}

/** weight scored / weight applicable. */
const coverageOf = (categories: readonly Category[], figures: readonly CategoryScore[]): number => {
  let scored = 0
  let applicable = 0
  categories.forEach((category, c) => {
    const state = figures[c]?.state
    if (state === 'scored') scored += category.weight
    if (state !== 'notApplicable') applicable += category.weight
  })
  return applicable === 0 ? 0 : scored / applicable
}

/** One row per record that cost something; the rows of an area sum to 100 − T. */
const writeLedgers = (
  prepared: Prepared,
  areas: AreaScore[],
  counted: readonly Counted[],
  costs: readonly { index: number; item: number; spot: number; cost: number }[],
  at: (area: number, category: number) => Sums,
): void => {
  const { standard, categoryOf, places } = prepared
  /** what a whole category lost is worth in T */
  const worth = areas.map((area) => {
    let weight = 0
    standard.categories.forEach((category, c) => {
      if (area.categories[c]?.score !== null) weight += category.weight
    })
    return (category: number) => (standard.categories[category] as Category).weight / weight
  })
  for (const row of counted) {
    if (row.grade >= 10) continue
    const category = categoryOf[row.item] as number
    const points = (standard.items[row.item] as Item).points
    for (const { area, share } of sharesOf(prepared, row.spot)) {
      const loss = (100 * share * points * (1 - row.grade / 10)) / at(area, category).points
      areas[area]?.ledger.push({
        category,
        item: row.item,
        spot: row.spot,
        origin: row.entry.origin,
        points: (worth[area] as (c: number) => number)(category) * loss,
        raw: null,
      })
    }
  }
  for (const { index, item, spot, cost } of costs) {
    const category = categoryOf[item] as number
    for (const { area, share } of places.issues[index]?.shares ?? []) {
      const sum = at(area, category)
      const figure = areas[area]?.categories[category] as CategoryScore
      const raw =
        (worth[area] as (c: number) => number)(category) *
        ((100 * share * cost) / Math.max(standard.minPoints, sum.applicable))
      const [base, deduction] = [figure.base as number, figure.deduction as number]
      const scaled = deduction > base
      const points = scaled ? (raw * base) / deduction : raw
      if (points > 0)
        areas[area]?.ledger.push({
          category,
          item,
          spot,
          origin: { type: 'issue', index },
          points,
          raw: scaled ? raw : null,
        })
    }
  }
  for (const area of areas) area.ledger.sort((a, b) => b.points - a.points)
}
