/**
 * The score of every area at a day, with the ledger that explains it. Pure: the same records, standard and day give the
 * same figures, to the last digit.
 */
import type { Day } from '../../model/day.ts'
import type { Category, Item } from '../../model/standard.ts'
import { THEMES, type Theme } from '../../model/themes.ts'
import type { Share } from '../../placing/shares/line.ts'
import type { Counted } from '../rows/counted.ts'
import type { Origin, Prepared } from '../rows/prepare.ts'
import { gradesOfWaters, type WaterGrade } from '../water.ts'
import { type CapHit, capsAt, gradeUnder } from './caps.ts'
import { type CategoryScore, type CategoryTotals, categoryScore, coverageOf, weighted } from './category.ts'
import {
  type CategoryIndex,
  categoryIndexOf,
  categoryTotals,
  countedAmong,
  type DayState,
  dayRowsAt,
  dayStateOf,
  isGraded,
  isWaived,
  netCosts,
} from './category-index.ts'
import { aggregate, type OfficeScore, scoreOffices } from './offices.ts'

/** What cost a point. */
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
  /** the rows that count, in the order of the site–items; listed when first asked for */
  readonly counted: readonly Counted[]
  /** 得分率 0–1 of each spot (index) over the rows that count, derived ones included; NaN where none counts */
  readonly rates: Float64Array<ArrayBuffer>
  /** spots (indices) all of whose items are 不适用: neither visited nor unvisited */
  waived: ReadonlySet<number>
}

export interface ScoreOptions {
  /** leave the ledgers empty, for series */
  withoutLedger?: boolean
}

const ratesAt = ({ prepared, columns }: CategoryIndex, grades: Float64Array): Float64Array<ArrayBuffer> => {
  const points = new Float64Array(prepared.places.spots.length)
  const gained = new Float64Array(prepared.places.spots.length)
  for (let at = 0; at < grades.length; at++) {
    const grade = grades[at]
    if (!isGraded(grade)) continue
    const [spot, p] = [columns.spot[at] as number, columns.points[at] as number]
    points[spot] = (points[spot] as number) + p
    gained[spot] = (gained[spot] as number) + (p * grade) / 10
  }
  return gained.map((sum, spot) => sum / (points[spot] as number))
}

const waivedSpots = ({ prepared, columns }: CategoryIndex, grades: Float64Array): Set<number> => {
  const without = new Map<number, number>()
  for (let at = 0; at < grades.length; at++) {
    if (!isWaived(grades[at] as number)) continue
    const spot = columns.spot[at] as number
    without.set(spot, (without.get(spot) ?? 0) + 1)
  }
  const itemsAt = (spot: number) => prepared.itemsOfKind[prepared.places.spots[spot]?.kind ?? -1]?.length
  return new Set([...without].flatMap(([spot, items]) => (items === itemsAt(spot) ? [spot] : [])))
}

/** Scores every area, office and water at the end of day `t`. Nothing dated after `t` is seen. */
export const scoreAt = (prepared: Prepared, t: Day, options: ScoreOptions = {}): Scores => {
  const { model, standard } = prepared
  const { categories } = standard
  const categoryIndex = categoryIndexOf(prepared)
  const waters = gradesOfWaters(prepared, t)
  const rows = dayRowsAt(categoryIndex, waters, t)
  const state = dayStateOf(categoryIndex, rows.grades, t)
  const sums = model.areas.map((_, area) =>
    categories.map((_, c) => categoryTotals(categoryIndex, state, area * categories.length + c)),
  )

  const floored = countedAmong(categoryIndex, rows, categoryIndex.columns.floored)
  const hits = capsAt({ prepared, counted: floored, waters, t })
  const areas: AreaScore[] = model.areas.map((_, area) => {
    const figures = (sums[area] as CategoryTotals[]).map((sum) => categoryScore(sum, standard))
    const total = weighted(categories, figures, () => true)
    const coverage = coverageOf(categories, figures)
    const enough = total !== null && coverage >= standard.minCoverage - 1e-12
    const caps = hits[area] as CapHit[]
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

  let all: readonly Counted[] | null = null
  let rates: Float64Array<ArrayBuffer> | null = null
  const counted = (): readonly Counted[] => {
    all ??= countedAmong(categoryIndex, rows, categoryIndex.siteItems.keys())
    return all
  }
  if (!options.withoutLedger) writeLedgers(categoryIndex, state, { areas, counted: counted(), sums })

  const offices = scoreOffices(model.areas, areas, standard)
  const everywhere = model.areas.map((_, i) => i)
  return {
    t,
    areas,
    offices,
    district: aggregate('', everywhere, model.areas, areas, standard),
    waters,
    get counted() {
      return counted()
    },
    get rates() {
      rates ??= ratesAt(categoryIndex, rows.grades)
      return rates
    },
    waived: waivedSpots(categoryIndex, rows.grades),
  }
}

const sharesOf = (prepared: Prepared, spot: number): readonly Share[] =>
  prepared.places.spots[spot]?.placement.shares ?? []

/** One row per record that cost something; the rows of an area sum to 100 − T. */
const writeLedgers = (
  categoryIndex: CategoryIndex,
  state: DayState,
  {
    areas,
    counted,
    sums,
  }: { areas: AreaScore[]; counted: readonly Counted[]; sums: readonly CategoryTotals[][] },
): void => {
  const { prepared, problemGroups } = categoryIndex
  const { standard, categoryOf, issueItem, issueSpot } = prepared
  const C = standard.categories.length
  const totalsOf = (area: number, category: number) =>
    (sums[area] as CategoryTotals[])[category] as CategoryTotals
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
      const loss = (100 * share * points * (1 - row.grade / 10)) / totalsOf(area, category).points
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
  areas.forEach(({ categories, ledger }, area) => {
    const problems = categories.flatMap((figure, category): Loss[] => {
      if (figure.base === null || figure.deduction === null) return []
      const { base, deduction } = figure
      const each =
        ((worth[area] as (c: number) => number)(category) * 100) /
        Math.max(standard.minPoints, totalsOf(area, category).applicable)
      const scaled = deduction > base
      return (problemGroups[area * C + category] ?? []).flatMap((group) =>
        netCosts(categoryIndex, state, group)
          .filter(({ cost }) => cost > 0)
          // What is scaled to 0 is still told: the record cost something, only there was nothing left to lose.
          .map(
            ({ index, cost }): Loss => ({
              category,
              item: issueItem[index] as number,
              spot: issueSpot[index] as number,
              origin: { type: 'issue', index },
              points: scaled ? (each * cost * base) / deduction : each * cost,
              raw: scaled ? each * cost : null,
            }),
          ),
      )
    })
    const fileOrder = ({ origin }: Loss) => (origin.type === 'issue' ? origin.index : -1)
    ledger.push(...problems.sort((a, b) => fileOrder(a) - fileOrder(b)))
    ledger.sort((a, b) => b.points - a.points)
  })
}
