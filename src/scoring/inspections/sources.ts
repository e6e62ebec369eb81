/** 检查来源 beside each other: what each sort of inspection saw, and how far its grades lie from those of the highest rank. */
import type { Day } from '../../model/day.ts'
import type { Entry, Prepared } from '../rows/prepare.ts'

export interface SourceFigures {
  source: string
  /** check rows graded in (t − window, t] (不适用 left out), and the mean of their grades (0–10) */
  checks: number
  grade: number | null
  /** problems found in the window, and how many of them were fixed by t */
  found: number
  fixed: number
  /**
   * Mean of (its grade − the reference's) over the site–items both graded in the window, each by its latest row, and how
   * many these were; null for the reference itself and where there is none.
   */
  gap: number | null
  pairs: number
}

/** The source of the highest rank: 暗访. */
const referenceSource = ({ standard }: Prepared): string =>
  standard.sources.reduce((best, source) => (source.rank > best.rank ? source : best)).id

/** In the order of the standard's ranks; only sources that saw anything in the window. */
export const sourcesAt = (
  prepared: Prepared,
  t: Day,
  wanted: (of: { spot: number } | { issue: number }) => boolean = () => true,
): { reference: string; sources: SourceFigures[] } => {
  const { model, standard, siteItemRows } = prepared
  const from = t - standard.window
  const inWindow = (day: Day) => day > from && day <= t
  const reference = referenceSource(prepared)
  const sums = new Map<string, { checks: number; grades: number; found: number; fixed: number }>()
  const gaps = new Map<string, { sum: number; pairs: number }>()
  const sumOf = (source: string) => {
    const sum = sums.get(source) ?? { checks: 0, grades: 0, found: 0, fixed: 0 }
    sums.set(source, sum)
    return sum
  }
  const sourceOf = ({ origin }: Entry) =>
    origin.type === 'check' ? (model.checks[origin.index]?.source ?? null) : null

  for (const { spot, entries } of siteItemRows.values()) {
    if (!wanted({ spot })) continue
    /** latest grade by source: entries come in order of time */
    const latest = new Map<string, number>()
    for (const entry of entries) {
      const source = sourceOf(entry)
      if (source === null || entry.grade === null || !inWindow(entry.day)) continue
      const sum = sumOf(source)
      sum.checks++
      sum.grades += entry.grade
      latest.set(source, entry.grade)
    }
    const seen = latest.get(reference)
    if (seen === undefined) continue
    for (const [source, grade] of latest) {
      if (source === reference) continue
      const gap = gaps.get(source) ?? { sum: 0, pairs: 0 }
      gap.sum += grade - seen
      gap.pairs++
      gaps.set(source, gap)
    }
  }
  model.issues.forEach(({ source, foundOn, fixedOn }, issue) => {
    if (source === null || !inWindow(foundOn) || !wanted({ issue })) return
    const sum = sumOf(source)
    sum.found++
    if (fixedOn !== null && fixedOn <= t) sum.fixed++
  })

  const rank = new Map(standard.sources.map(({ id, rank }) => [id, rank]))
  const sources = [...sums]
    .map(([source, { checks, grades, found, fixed }]) => {
      const { sum, pairs } = gaps.get(source) ?? { sum: 0, pairs: 0 }
      return {
        source,
        checks,
        grade: checks === 0 ? null : grades / checks,
        found,
        fixed,
        gap: pairs === 0 ? null : sum / pairs,
        pairs,
      }
    })
    .sort((a, b) => (rank.get(b.source) ?? -1) - (rank.get(a.source) ?? -1))
  return { reference, sources }
}
