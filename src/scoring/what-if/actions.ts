/**
 * What can be done at a day to raise a score. An action is a site and item that has an open problem or a counted failing
 * check; a scored open problem at no site is an action of its own. It has two halves, which can be supposed together or
 * apart: `close` (销号) closes its open problems, `recheck` lets its check pass (复查合格) or its place be closed down (取缔).
 */
import type { Day } from '../../model/day.ts'
import type { Standard } from '../../model/standard.ts'
import { gradeOf, isFailing } from '../rows/grade.ts'
import type { Entry } from '../rows/prepare.ts'
import { openAt } from '../rows/problem.ts'
import type { CategoryIndex } from '../score/category-index.ts'

/** The grade of the check before and after. */
export interface Recheck {
  /**
   * 复查合格: a row 合格 with 0 defects comes after every row of the day, of the source of the row it replaces. 取缔: the
   * item that `derived.status` names for a `targetZero` site gets 10, whatever row counted.
   */
  type: '复查合格' | '取缔'
  from: number
  to: number
  /** the row that counts now */
  entry: Entry
}

export interface Action {
  /** index into spots, -1 for a problem at no site */
  spot: number
  item: number
  /** index into the site–items, -1 = it can have no row */
  siteItem: number
  /** its open problems (indices), in the order of the file */
  issues: number[]
  /** null where no check of it can be raised */
  recheck: Recheck | null
}

/** Which halves of an action are done. */
export type Halves = 'close' | 'recheck' | 'both'

export const closes = (halves: Halves): boolean => halves !== 'recheck'
export const rechecks = (halves: Halves): boolean => halves !== 'close'

export interface Actions {
  /**
   * In file order: sites in the order of sites.csv, then areas, then waters; the items of one in the order of the
   * standard; problems at no site last, in the order of issues.csv.
   */
  list: Action[]
  /** by site–item and by problem: the action (index into `list`) it belongs to, -1 none */
  ofSiteItem: Int32Array
  ofIssue: Int32Array
}

/** The grade of a row 合格 with 0 defects: of the band next above the worst. Null where the standard has one band only. */
const passingGrade = (standard: Standard): number | null => {
  const band = standard.bands[standard.bands.length - 2]
  return band === undefined ? null : gradeOf({ result: band.result, grade: null, defects: 0 }, standard)
}

const recheckOf = (
  { prepared, siteItems }: CategoryIndex,
  siteItem: number,
  row: Entry | null | undefined,
  pass: number | null,
): Recheck | null => {
  const { standard, places } = prepared
  const at = siteItems[siteItem]
  if (at === undefined || row == null || row.grade === null) return null
  const { grade: from, origin } = row
  if (at.status !== null && standard.kinds[places.spots[at.spot]?.kind ?? -1]?.targetZero)
    return from < 10 ? { type: '取缔', from, to: 10, entry: row } : null
  // What a survey or the samples of a water say is not mended by looking again.
  if (origin.type === 'survey' || origin.type === 'water') return null
  return pass !== null && isFailing(from, standard) && pass > from
    ? { type: '复查合格', from, to: pass, entry: row }
    : null
}

/**
 * The actions there are at the end of day `t`.
 * @param rows the row that counts for each site–item at `t`
 */
export const actionsAt = (categoryIndex: CategoryIndex, rows: readonly (Entry | null)[], t: Day): Actions => {
  const { model, standard, places, issueItem, issueSpot } = categoryIndex.prepared
  const I = standard.items.length
  const pass = passingGrade(standard)
  const sited = new Map<number, Action>()
  const loose: Action[] = []
  categoryIndex.siteItems.forEach(({ spot, item }, siteItem) => {
    const recheck = recheckOf(categoryIndex, siteItem, rows[siteItem], pass)
    if (recheck !== null) sited.set(spot * I + item, { spot, item, siteItem, issues: [], recheck })
  })
  model.issues.forEach((issue, index) => {
    const [spot, item] = [issueSpot[index] as number, issueItem[index] as number]
    if (item < 0 || !openAt(issue, t)) return
    const known = spot < 0 ? undefined : sited.get(spot * I + item)
    if (known !== undefined) {
      known.issues.push(index)
      return
    }
    const siteItem = categoryIndex.siteItemOfIssue[index] as number
    const made: Action = { spot, item, siteItem, issues: [index], recheck: null }
    if (spot >= 0) sited.set(spot * I + item, made)
    // Outside every area it is listed, never scored.
    else if ((places.issues[index]?.shares.length ?? 0) > 0) loose.push(made)
  })
  const list = [...[...sited.values()].sort((a, b) => a.spot - b.spot || a.item - b.item), ...loose]
  const ofSiteItem = new Int32Array(categoryIndex.siteItems.length).fill(-1)
  const ofIssue = new Int32Array(model.issues.length).fill(-1)
  list.forEach(({ siteItem, issues }, at) => {
    if (siteItem >= 0) ofSiteItem[siteItem] = at
    for (const index of issues) ofIssue[index] = at
  })
  return { list, ofSiteItem, ofIssue }
}
