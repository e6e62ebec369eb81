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
  reason: string
  maxGrade: string
}

const shareIn = (prepared: Prepared, spot: number, area: number): number =>
  prepared.places.spots[spot]?.placement.shares.find((s) => s.area === area)?.share ?? 0

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

/** 得分率 of an item over the area, with the row that pulled it down most; null where it was not checked. */
const rateOf = (prepared: Prepared, counted: readonly Counted[], item: number, area: number) => {
  let points = 0
  let gained = 0
  let worst: Counted | null = null
  for (const row of counted) {
    if (row.item !== item) continue
    const share = shareIn(prepared, row.spot, area)
    if (share === 0) continue
    points += share
    gained += (share * row.grade) / 10
    if (worst === null || row.grade < worst.grade) worst = row
  }
  return worst === null ? null : { rate: gained / points, worst }
}

/** What the caps may look at. */
interface CapInput {
  prepared: Prepared
  counted: readonly Counted[]
  waters: readonly WaterGrade[]
  /** index of the area */
  area: number
  t: Day
  /** problems (indices) taken as verified: what-if */
  closed?: ReadonlySet<number>
}

const keyItemHits = (input: CapInput, cap: Cap): CapHit[] =>
  input.prepared.standard.items.flatMap((item: Item, i) => {
    if (!item.key || item.floor === undefined) return []
    const found = rateOf(input.prepared, input.counted, i, input.area)
    if (found === null || found.rate >= item.floor - 1e-12) return []
    const said = `${item.text.split('：')[0]}得分率 ${(found.rate * 100).toFixed(1)}%，低于 ${Math.round(item.floor * 100)}%`
    const record = recordOf(input.prepared, found.worst.entry.origin)
    return [{ rule: cap.id, of: item.id, record, reason: `${said}：${cap.reason}`, maxGrade: cap.maxGrade }]
  })

const waterHits = ({ prepared, waters, area }: CapInput, cap: Cap & { rule: 'waterGrade' }): CapHit[] =>
  waters.flatMap((water, i) => {
    const spot = prepared.places.spotOfWater.get(water.id)
    if (water.grade !== cap.grade || spot === undefined || shareIn(prepared, spot, area) === 0) return []
    const name = prepared.model.waters[i]?.name ?? water.id
    const reason = `${name}：${cap.reason}`
    return [{ rule: cap.id, of: water.id, record: water.id, reason, maxGrade: cap.maxGrade }]
  })

/** Whether a problem brings the cap to the areas it lies in at day `t`. */
export const bringsCap = (issue: Issue, cap: Cap, t: Day): boolean =>
  cap.rule === 'openSeverity' &&
  issue.severity === cap.severity &&
  openAt(issue, t) &&
  (cap.overdueDays === undefined || lateDaysAt(issue, t) > cap.overdueDays)

const severityHits = ({ prepared, area, t, closed }: CapInput, cap: Cap): CapHit[] =>
  prepared.model.issues.flatMap((issue, i) => {
    // A problem that costs nothing because it has no item is listed only.
    if ((prepared.issueItem[i] as number) < 0 || closed?.has(i) || !bringsCap(issue, cap, t)) return []
    if (!prepared.places.issues[i]?.shares.some((s) => s.area === area)) return []
    return [{ rule: cap.id, of: issue.id, record: issue.id, reason: cap.reason, maxGrade: cap.maxGrade }]
  })

const hitsOf = (input: CapInput, cap: Cap): CapHit[] => {
  switch (cap.rule) {
    case 'keyItem':
      return keyItemHits(input, cap)
    case 'waterGrade':
      return waterHits(input, cap)
    case 'openSeverity':
      return severityHits(input, cap)
  }
}

/** The caps that hold for an area. */
export const capsOf = (input: CapInput): CapHit[] =>
  input.prepared.standard.caps.flatMap((cap) => hitsOf(input, cap))

/** The grade of a score by the standard's breaks, lowered to the lowest `maxGrade` of its caps. */
export const gradeUnder = (standard: Standard, score: number, caps: readonly CapHit[]): string => {
  const rankOf = (id: string) => inStandard(standard).grades.get(id) ?? -1
  const last = standard.grades.length - 1
  // A score that rounding put just under a break is on it.
  const byScore = standard.grades.findIndex((grade) => score >= grade.min - 1e-9)
  const rank = Math.max(byScore < 0 ? last : byScore, ...caps.map((cap) => rankOf(cap.maxGrade)))
  return standard.grades[rank]?.id ?? standard.insufficient
}
