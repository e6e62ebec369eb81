/** 对策 as the screen shows it: which actions are taken as done, how they are said and kept in the link. Pure. */
import type { ActionLine, LiftAnswer, Task, TaskLine } from '../../../engine/studies/plan/plan.ts'
import { closes, type Halves, rechecks } from '../../../scoring/actions.ts'
import type { StudyView } from '../registry.ts'

/** Actions taken as done where nothing was chosen. */
export const USUAL_COUNT = 10

/**
 * Words of the link: `n` the first n of the sequence, `up` the list to that grade, `do` what was ticked by hand beside
 * it: `key=b` whole, `key=c` 销号 only, `key=r` the recheck only, `key=0` not at all, `;` between. `ids` is of links made when
 * problems were ticked: `id` closes that problem's place and item, `!id` does not.
 */
type Options = StudyView['options']

/** What is told of a scope: the lines, how many of them are the sequence, and the lists of an area. */
export interface Told {
  lines: readonly ActionLine[]
  sequenced: number
  lifts: readonly LiftAnswer[]
}

const LETTERS = { both: 'b', close: 'c', recheck: 'r' } as const

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
export const countOf = ({ n = '', up = '' }: Options, most: number): number | null => {
  if (up !== '') return null
  const asked = n === '' ? USUAL_COUNT : Number(n)
  return Number.isInteger(asked) && asked >= 0 ? Math.min(asked, most) : Math.min(USUAL_COUNT, most)
}

/** Keys of what is taken, whole, before anything is ticked by hand. */
const baseOf = (options: Options, { lines, sequenced, lifts }: Told): Set<string> => {
  const count = countOf(options, sequenced)
  if (count !== null) return new Set(lines.slice(0, count).map(({ key }) => key))
  return new Set(lifts.find(({ grade }) => grade === options.up)?.actions ?? [])
}

const words = (text: string | undefined): string[] => (text ?? '').split(';').filter((word) => word !== '')

/** What of each line is taken as done, by key. */
const takenOf = (options: Options, told: Told): Map<string, Halves> => {
  const base = baseOf(options, told)
  const ticked = new Map(
    words(options.do).map((word): [string, Halves | null] => {
      const [key = '', letter] = word.split('=')
      const found = (Object.keys(LETTERS) as Halves[]).find((halves) => LETTERS[halves] === letter)
      return [key, found ?? null]
    }),
  )
  const problems = new Set(words(options.ids))
  const taken = new Map<string, Halves>()
  for (const line of told.lines) {
    let halves: Halves | null = base.has(line.key) ? 'both' : null
    for (const { id } of problems.size === 0 ? [] : line.problems) {
      const recheck = halves !== null && rechecks(halves) && line.recheck !== null
      if (problems.has(id)) halves = halvesOf(true, recheck)
      if (problems.has(`!${id}`)) halves = halvesOf(false, recheck)
    }
    const own = ticked.get(line.key)
    const meant = able(line, own === undefined ? halves : own)
    if (meant !== null) taken.set(line.key, meant)
  }
  return taken
}

/** The lines taken as done, in the order of the list. */
export const chosenLines = (options: Options, told: Told): TaskLine[] => {
  const taken = takenOf(options, told)
  return told.lines.flatMap((line) => {
    const halves = taken.get(line.key)
    return halves === undefined ? [] : [{ ...line, halves }]
  })
}

/** The words of the link after a line, or a half of it, was ticked or unticked. */
export const tickWords = (
  options: Options,
  told: Told,
  line: ActionLine,
  half: Halves,
  tick: boolean,
): { do: string; ids: string } => {
  const taken = takenOf(options, told)
  const now = taken.get(line.key)
  const had = (is: (halves: Halves) => boolean) => now !== undefined && is(now)
  const after = halvesOf(closes(half) ? tick : had(closes), rechecks(half) ? tick : had(rechecks))
  const meant = able(line, after)
  if (meant === null) taken.delete(line.key)
  else taken.set(line.key, meant)
  const base = baseOf(options, told)
  const changed = told.lines.flatMap(({ key }) => {
    const halves = taken.get(key)
    if (halves === undefined) return base.has(key) ? [`${key}=0`] : []
    return halves === 'both' && base.has(key) ? [] : [`${key}=${LETTERS[halves]}`]
  })
  return { do: changed.join(';'), ids: '' }
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
