/** 一票否决 and the like: what lowers the grade of an area, not its number, and says why. */
import { inStandard } from '../../model/by-id.ts'
import type { Day } from '../../model/day.ts'
import type { Issue } from '../../model/records.ts'
import type { Cap, Item, Standard } from '../../model/standard.ts'
import { lateDaysAt } from '../../model/state.ts'
import type { Counted } from '../rows/counted.ts'
import type { Prepared } from '../rows/prepare.ts'
import { openAt } from '../rows/problem.ts'
import type { WaterGrade } from '../water.ts'

export interface CapHit {
  /** id of the cap in the standard */
  rule: string
  /** what it is about, by id: the item, the water body or the problem; the same whichever record shows it */
  of: string
  /** the record that brought it: a visit, a water body or a problem, by id */
  record: string
  /** id of the place of a check that brought it; null where it was no check */
  site: string | null
  reason: string
  maxGrade: string
}

/** Names the record a counted row came from. */
export const recordOf = (prepared: Prepared, origin: Counted['entry']['origin']): string => {
  const { model, places } = prepared
  switch (origin.type) {
    case 'check':
      return model.checks[origin.index]?.visit ?? ''
    case 'survey': {
      const survey = model.surveys[origin.index]
      return survey ? `surveys.csv:${survey.line}` : ''
    }
    case 'status':
      return places.spots[origin.spot]?.id ?? ''
    case 'water':
      return model.waters[origin.index]?.id ?? ''
  }
}

/** What the caps may look at. */
interface CapInput {
  prepared: Prepared
  /** the rows that count at `t`; of items that have no floor they may be left out */
  counted: readonly Counted[]
  waters: readonly WaterGrade[]
  t: Day
  /** problems (indices) taken as verified: what-if */
  closed?: ReadonlySet<number>
}

/** Takes a hit down for an area (index). */
type TakeHit = (area: number, hit: CapHit) => void

/** 得分率 of an item over an area is `gained` / `points`; `worst` is the row that pulled it down most. */
interface Rate {
  points: number
  gained: number
  worst: Counted
}

/** Whether an area in which the item is graded too low has a cap. */
export const hasFloor = ({ key, floor }: Item): boolean => key === true && floor !== undefined

/** By item with a floor, the rates of the areas in which it was checked. */
const floorRates = ({ prepared, counted }: CapInput): (Map<number, Rate> | null)[] => {
  const { standard, places } = prepared
  const rates = standard.items.map((item) => (hasFloor(item) ? new Map<number, Rate>() : null))
  for (const row of counted) {
    const ofItem = rates[row.item]
    if (ofItem == null) continue
    for (const { area, share } of places.spots[row.spot]?.placement.shares ?? []) {
      const gained = (share * row.grade) / 10
      const known = ofItem.get(area)
      if (known === undefined) {
        ofItem.set(area, { points: share, gained, worst: row })
        continue
      }
      known.points += share
      known.gained += gained
      if (row.grade < known.worst.grade) known.worst = row
    }
  }
  return rates
}

const siteOf = ({ model }: Prepared, { origin }: Counted['entry']): string | null =>
  origin.type === 'check' ? (model.checks[origin.index]?.siteId ?? null) : null

const keyItemHits = (input: CapInput, cap: Cap, take: TakeHit): void => {
  const { prepared } = input
  floorRates(input).forEach((rates, i) => {
    const item = prepared.standard.items[i] as Item
    const floor = item.floor as number
    for (const [area, { points, gained, worst }] of rates ?? []) {
      const rate = gained / points
      if (rate >= floor - 1e-12) continue
      const said = `${item.text.split('：')[0]}得分率 ${(rate * 100).toFixed(1)}%，低于 ${Math.round(floor * 100)}%`
      take(area, {
        rule: cap.id,
        of: item.id,
        record: recordOf(prepared, worst.entry.origin),
        site: siteOf(prepared, worst.entry),
        reason: `${said}：${cap.reason}`,
        maxGrade: cap.maxGrade,
      })
    }
  })
}

const waterHits = (
  { prepared, waters }: CapInput,
  cap: Cap & { rule: 'waterGrade' },
  take: TakeHit,
): void => {
  const { places, model } = prepared
  waters.forEach((water, i) => {
    const spot = places.spots[places.spotOfWater.get(water.id) ?? -1]
    if (water.grade !== cap.grade || spot === undefined) return
    const reason = `${model.waters[i]?.name ?? water.id}：${cap.reason}`
    for (const { area } of spot.placement.shares)
      take(area, { rule: cap.id, of: water.id, record: water.id, site: null, reason, maxGrade: cap.maxGrade })
  })
}

/** Whether a problem brings the cap to the areas it lies in at day `t`. */
export const bringsCap = (issue: Issue, cap: Cap, t: Day): boolean =>
  cap.rule === 'openSeverity' &&
  issue.severity === cap.severity &&
  openAt(issue, t) &&
  (cap.overdueDays === undefined || lateDaysAt(issue, t) > cap.overdueDays)

const severityHits = ({ prepared, t, closed }: CapInput, cap: Cap, take: TakeHit): void => {
  const { model, places, issueItem } = prepared
  model.issues.forEach((issue, i) => {
    // A problem that costs nothing because it has no item is listed only.
    if ((issueItem[i] as number) < 0 || closed?.has(i) || !bringsCap(issue, cap, t)) return
    for (const { area } of places.issues[i]?.shares ?? [])
      take(area, {
        rule: cap.id,
        of: issue.id,
        record: issue.id,
        site: null,
        reason: cap.reason,
        maxGrade: cap.maxGrade,
      })
  })
}

const takeHits = (input: CapInput, cap: Cap, take: TakeHit): void => {
  switch (cap.rule) {
    case 'keyItem':
      keyItemHits(input, cap, take)
      break
    case 'waterGrade':
      waterHits(input, cap, take)
      break
    case 'openSeverity':
      severityHits(input, cap, take)
  }
}

/** The caps that hold for each area, in the order of the standard's: one pass over the records a cap. */
export const capsAt = (input: CapInput): CapHit[][] => {
  const { model, standard } = input.prepared
  const hits: CapHit[][] = model.areas.map(() => [])
  for (const cap of standard.caps) takeHits(input, cap, (area, hit) => hits[area]?.push(hit))
  return hits
}

/** The grade of a score by the standard's breaks, lowered to the lowest `maxGrade` of its caps. */
export const gradeUnder = (standard: Standard, score: number, caps: readonly CapHit[]): string => {
  const rankOf = (id: string) => inStandard(standard).grades.get(id) ?? -1
  const last = standard.grades.length - 1
  // A score that rounding put just under a break is on it.
  const byScore = standard.grades.findIndex((grade) => score >= grade.min - 1e-9)
  const rank = Math.max(byScore < 0 ? last : byScore, ...caps.map((cap) => rankOf(cap.maxGrade)))
  return standard.grades[rank]?.id ?? standard.insufficient
}
