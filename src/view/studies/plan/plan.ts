/** 对策 as the screen shows it: which actions are taken as done, how they are said and kept in the link. Pure. */

import type { Overview } from '../../../engine/contract/package.ts'
import type {
  ActionLine,
  LiftAnswer,
  Supposition,
  Task,
  TaskLine,
} from '../../../engine/contract/studies/plan.ts'
import { closes, type Halves, rechecks } from '../../../scoring/what-if/actions.ts'
import { isDemoted, legendOf } from '../../classes.ts'
import { gradeColour } from '../../colours.ts'
import { marksOf, type Overlay } from '../../overlay.ts'
import type { PlanOptions } from './options.ts'

/** Actions taken as done where nothing was chosen. */
export const USUAL_COUNT = 10

/** What is told of a scope: the lines, how many of them are the sequence, and the lists of an area. */
export interface Told {
  lines: readonly ActionLine[]
  sequenced: number
  lifts: readonly LiftAnswer[]
}

const halvesOf = (close: boolean, recheck: boolean): Halves | null =>
  close && recheck ? 'both' : close ? 'close' : recheck ? 'recheck' : null

/** The halves of `halves` that an action has; null = none. A whole action of one half is that half done whole. */
const able = ({ problems, recheck }: ActionLine, halves: Halves | null): Halves | null => {
  if (halves === null) return null
  const [close, pass] = [problems.length > 0, recheck !== null]
  const meant = halvesOf(closes(halves) && close, rechecks(halves) && pass)
  return meant !== null && closes(meant) === close && rechecks(meant) === pass ? 'both' : meant
}

/** How many of the sequence are taken; null where a list to a grade is. */
export const countOf = (
  { first, grade }: Pick<PlanOptions, 'first' | 'grade'>,
  most: number,
): number | null => (grade === null ? Math.min(first ?? USUAL_COUNT, most) : null)

/** Keys of what is taken, whole, before anything is ticked by hand. */
const baseOf = (options: PlanOptions, { lines, sequenced, lifts }: Told): Set<string> => {
  const count = countOf(options, sequenced)
  if (count !== null) return new Set(lines.slice(0, count).map(({ key }) => key))
  return new Set(lifts.find(({ grade }) => grade === options.grade)?.actions ?? [])
}

/** What of each line is taken as done, by key. */
const takenOf = (options: PlanOptions, told: Told): Map<string, Halves> => {
  const base = baseOf(options, told)
  const ticked = new Map(options.ticks.map(({ key, halves }) => [key, halves]))
  const closed = new Map(options.problems.map((problem) => [problem.id, problem.closed]))
  const taken = new Map<string, Halves>()
  for (const line of told.lines) {
    let halves: Halves | null = base.has(line.key) ? 'both' : null
    for (const { id } of closed.size === 0 ? [] : line.problems) {
      const recheck = halves !== null && rechecks(halves) && line.recheck !== null
      const close = closed.get(id)
      if (close !== undefined) halves = halvesOf(close, recheck)
    }
    const own = ticked.get(line.key)
    const meant = able(line, own === undefined ? halves : own)
    if (meant !== null) taken.set(line.key, meant)
  }
  return taken
}

/** The lines taken as done, in the order of the list. */
export const chosenLines = (options: PlanOptions, told: Told): TaskLine[] => {
  const taken = takenOf(options, told)
  return told.lines.flatMap((line) => {
    const halves = taken.get(line.key)
    return halves === undefined ? [] : [{ ...line, halves }]
  })
}

/** What changes of the options when a line, or a half of it, is ticked or unticked. */
export const ticked = (
  options: PlanOptions,
  told: Told,
  line: ActionLine,
  half: Halves,
  tick: boolean,
): Pick<PlanOptions, 'ticks' | 'problems'> => {
  const taken = takenOf(options, told)
  const now = taken.get(line.key)
  const had = (is: (halves: Halves) => boolean) => now !== undefined && is(now)
  const after = halvesOf(closes(half) ? tick : had(closes), rechecks(half) ? tick : had(rechecks))
  const meant = able(line, after)
  if (meant === null) taken.delete(line.key)
  else taken.set(line.key, meant)
  const base = baseOf(options, told)
  const ticks = told.lines.flatMap(({ key }) => {
    const halves = taken.get(key) ?? null
    return halves === (base.has(key) ? 'both' : null) ? [] : [{ key, halves }]
  })
  return { ticks, problems: [] }
}

/** What is asked of the engine. */
export const tasksOf = (chosen: readonly TaskLine[]): Task[] =>
  chosen.map(({ key, halves }) => ({ key, halves }))

/** What an action, or a half of it, gains, in words where it is nothing alone. */
export const gainWords = (gain: number, worth: number): { text: string; why: string } => {
  if (gain >= 0.005) return { text: `+${gain.toFixed(2)}`, why: '只办这一项，得分提高这么多' }
  if (gain > 0) return { text: '<0.01', why: '只办这一项，得分提高不到 0.01' }
  if (worth <= 0) return { text: '不加分', why: '检查已经扣过分：销号不再加分，复查检查合格才加' }
  return { text: '合改', why: '这一类已扣到 0 分：只办这一项不加分，和同类的几项一起办才加' }
}

/** Score after each of the sequence, the present one first. */
export const scorePath = (now: number, lines: readonly Pick<ActionLine, 'step'>[]): number[] => {
  const path = [now]
  for (const { step } of lines) {
    if (step === null) break
    path.push((path[path.length - 1] as number) + step)
  }
  return path
}

export const NO_UNIT = '责任单位未填'

/** The problem of a line that is latest; null where none is late. */
export const latest = ({ problems }: Pick<ActionLine, 'problems'>): number | null => {
  const days = Math.max(0, ...problems.map(({ lateDays }) => lateDays))
  return days > 0 ? days : null
}

/** The areas whose grade or rank a supposition moves, changes of grade first, then the longest ways through the ranks. */
export const movedAreas = (moves: Supposition['areas'], of: ReadonlySet<string>): Supposition['areas'] =>
  moves
    .filter(
      ({ code, before, after }) =>
        of.has(code) && (before.grade !== after.grade || before.rank !== after.rank),
    )
    .sort(
      (a, b) =>
        Number(b.before.grade !== b.after.grade) - Number(a.before.grade !== a.after.grade) ||
        Math.abs((b.before.rank ?? 0) - (b.after.rank ?? 0)) -
          Math.abs((a.before.rank ?? 0) - (a.after.rank ?? 0)),
    )

/** Where an action is: a check of a whole 居委会 has no place of its own. */
const markAt = (overview: Pick<Overview, 'areas'>, { ref, lon, lat }: ActionLine): [number, number] | null =>
  Number.isFinite(lon) && Number.isFinite(lat)
    ? [lon, lat]
    : ref.type === 'area'
      ? (overview.areas.find(({ code }) => code === ref.id)?.label ?? null)
      : null

/** Marks of the chosen actions and the areas by their score after. */
export const planOverlay = (
  overview: Pick<Overview, 'areas' | 'standard'>,
  chosen: readonly TaskLine[],
  supposition: Supposition | null,
): Overlay | null => {
  if (supposition === null) return null
  const { standard } = overview
  return {
    quiet: true,
    marks: marksOf(
      chosen.flatMap((line, i) => {
        const at = markAt(overview, line)
        return at === null ? [] : [{ at, colour: '#17606b', text: String(i + 1) }]
      }),
    ),
    legend: { ...legendOf({ type: 'score' }, standard), title: '设想后得分' },
    areas: supposition.areas.map(({ after }) => ({
      colour: after.score === null ? null : gradeColour(standard, after.grade),
      figure: after.score === null ? standard.insufficient : after.score.toFixed(1),
      demoted: isDemoted(standard, after),
    })),
  }
}
