/** 对策 as the screen shows it: which problems are taken as closed, how they are said and put on task sheets. Pure. */
import type { LiftAnswer, PriorityLine } from '../engine/study-plan.ts'
import type { StudyView } from './study.ts'

/** Problems taken as closed where nothing was chosen. */
export const USUAL_COUNT = 10

/** Words of the link: `n` the first n of the sequence, `up` the list to that grade, `ids` ticked (or `!` unticked) beside it. */
type Options = StudyView['options']

const ticksOf = ({ ids = '' }: Options) => {
  const words = ids.split(';').filter((word) => word !== '')
  return {
    on: new Set(words.filter((word) => !word.startsWith('!'))),
    off: new Set(words.filter((word) => word.startsWith('!')).map((word) => word.slice(1))),
  }
}

/** How many of the sequence are taken; null where a list to a grade is. */
export const countOf = ({ n = '', up = '' }: Options, most: number): number | null => {
  if (up !== '') return null
  const asked = n === '' ? USUAL_COUNT : Number(n)
  return Number.isInteger(asked) && asked >= 0 ? Math.min(asked, most) : Math.min(USUAL_COUNT, most)
}

/** What is taken before anything is ticked by hand, as ids. */
const baseOf = (
  options: Options,
  lines: readonly PriorityLine[],
  sequenced: number,
  lifts: readonly LiftAnswer[],
): Set<string> => {
  const count = countOf(options, sequenced)
  if (count !== null) return new Set(lines.slice(0, count).map(({ id }) => id))
  return new Set(lifts.find(({ grade }) => grade === options.up)?.ids ?? [])
}

/** The lines taken as closed, in the order of the list. */
export const chosenLines = (
  options: Options,
  lines: readonly PriorityLine[],
  sequenced: number,
  lifts: readonly LiftAnswer[],
): PriorityLine[] => {
  const base = baseOf(options, lines, sequenced, lifts)
  const { on, off } = ticksOf(options)
  return lines.filter(({ id }) => on.has(id) || (base.has(id) && !off.has(id)))
}

/** The word `ids` of the link after a line was ticked or unticked. */
export const tickText = (
  options: Options,
  lines: readonly PriorityLine[],
  sequenced: number,
  lifts: readonly LiftAnswer[],
  id: string,
  tick: boolean,
): string => {
  const base = baseOf(options, lines, sequenced, lifts)
  const { on, off } = ticksOf(options)
  on.delete(id)
  off.delete(id)
  if (tick && !base.has(id)) on.add(id)
  if (!tick && base.has(id)) off.add(id)
  return [...on, ...[...off].map((word) => `!${word}`)].join(';')
}

/** What a line gains, in words where it is nothing alone. */
export const gainWords = ({
  alone,
  cost,
}: Pick<PriorityLine, 'alone' | 'cost'>): { text: string; why: string } => {
  if (alone >= 0.005) return { text: `+${alone.toFixed(2)}`, why: '只销这一个，得分提高这么多' }
  if (cost <= 0) return { text: '检查已扣', why: '这一项检查已经扣过分：销号不加分，复查检查合格才加' }
  if (alone > 0) return { text: '<0.01', why: '只销这一个，得分提高不到 0.01' }
  return { text: '合改', why: '这一类已扣到 0 分：只销这一个不加分，和同类的几个一起销才加' }
}

/** Score after each of the sequence, the present one first. */
export const scorePath = (now: number, lines: readonly PriorityLine[]): number[] => {
  const path = [now]
  for (const { step } of lines) {
    if (step === null) break
    path.push((path[path.length - 1] as number) + step)
  }
  return path
}

export const NO_UNIT = '责任单位未填'

/** One sheet a responsible unit, the one with most to do first; those without one last. */
export const sheetsByUnit = <Line extends { responsible: string | null }>(
  lines: readonly Line[],
): { unit: string; lines: Line[] }[] => {
  const sheets = new Map<string, Line[]>()
  for (const line of lines) {
    const unit = line.responsible ?? NO_UNIT
    sheets.set(unit, [...(sheets.get(unit) ?? []), line])
  }
  return [...sheets]
    .map(([unit, of]) => ({ unit, lines: of }))
    .sort(
      (a, b) => Number(a.unit === NO_UNIT) - Number(b.unit === NO_UNIT) || b.lines.length - a.lines.length,
    )
}
