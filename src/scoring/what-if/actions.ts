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
import type { Layout } from '../score/category-index.ts'

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
  /** -1 = no row can stand at the site and item */
  track: number
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
  /** by track and by problem: the action (index into `list`) it belongs to, -1 none */
  ofTrack: Int32Array
  ofIssue: Int32Array
}

/** The grade of a row 合格 with 0 defects: of the band next above the worst. Null where the standard has one band only. */
const passingGrade = (standard: Standard): number | null => {
  const band = standard.bands[standard.bands.length - 2]
  return band === undefined ? null : gradeOf({ result: band.result, grade: null, defects: 0 }, standard)
}

const recheckOf = (
  { prepared, tracks }: Layout,
  track: number,
  row: Entry | null | undefined,
  pass: number | null,
): Recheck | null => {
  const { standard, places } = prepared
  const at = tracks[track]
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
 * @param rows the row that counts on each track at `t`
 */
export const actionsAt = (layout: Layout, rows: readonly (Entry | null)[], t: Day): Actions => {
  const { model, standard, places, issueItem, issueSpot } = layout.prepared
  const I = standard.items.length
  const pass = passingGrade(standard)
  const sited = new Map<number, Action>()
  const loose: Action[] = []
  layout.tracks.forEach(({ spot, item }, track) => {
    const recheck = recheckOf(layout, track, rows[track], pass)
    if (recheck !== null) sited.set(spot * I + item, { spot, item, track, issues: [], recheck })
  })
  model.issues.forEach((issue, index) => {
    const [spot, item] = [issueSpot[index] as number, issueItem[index] as number]
    if (item < 0 || !openAt(issue, t)) return
    const known = spot < 0 ? undefined : sited.get(spot * I + item)
    if (known !== undefined) {
      known.issues.push(index)
      return
    }
    const track = layout.trackOfIssue[index] as number
    const made: Action = { spot, item, track, issues: [index], recheck: null }
    if (spot >= 0) sited.set(spot * I + item, made)
    // Outside every area it is listed, never scored.
    else if ((places.issues[index]?.shares.length ?? 0) > 0) loose.push(made)
  })
  const list = [...[...sited.values()].sort((a, b) => a.spot - b.spot || a.item - b.item), ...loose]
  const ofTrack = new Int32Array(layout.tracks.length).fill(-1)
  const ofIssue = new Int32Array(model.issues.length).fill(-1)
  list.forEach(({ track, issues }, at) => {
    if (track >= 0) ofTrack[track] = at
    for (const index of issues) ofIssue[index] = at
  })
  return { list, ofTrack, ofIssue }
}
