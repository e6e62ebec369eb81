/** 整改任务单: what each responsible unit has to do, one row a problem to close or a check to pass. */

import type { Day } from '../model/day.ts'
import { groupBy } from '../model/group.ts'
import { gradeText } from './rows/grade.ts'
import { closes, type Halves, type Recheck, rechecks } from './what-if/actions.ts'

/** The second half of an action in words: what is found now, and since when. */
export type RecheckLine = Pick<Recheck, 'type' | 'from' | 'to'> & {
  /** 不合格, or the state of the place (在营) */
  now: string
  /** what it is to become: 合格, or the states that count in full (已取缔) */
  goal: string
  /** day of the check; null for a state, which is one of every day */
  day: Day | null
  source: string | null
}

/** An action and which halves of it are to be done. */
interface Task {
  halves: Halves
  /** unit of the place */
  responsible: string | null
  problems: { responsible: string | null }[]
  recheck: RecheckLine | null
}

export type TaskRow<T extends Task> = { line: T } & (
  | { type: 'close'; problem: T['problems'][number] }
  | { type: 'recheck'; recheck: RecheckLine }
)

export interface TaskSheet<T extends Task> {
  /** null: no record names one */
  unit: string | null
  rows: TaskRow<T>[]
}

const rowsOf = <T extends Task>(line: T): TaskRow<T>[] => [
  ...(closes(line.halves)
    ? line.problems.map((problem): TaskRow<T> => ({ line, type: 'close', problem }))
    : []),
  ...(rechecks(line.halves) && line.recheck !== null
    ? [{ line, type: 'recheck' as const, recheck: line.recheck }]
    : []),
]

/** A problem is its own unit's to close; a check is to be passed by the unit of the place. */
const unitOf = <T extends Task>(row: TaskRow<T>): string | null =>
  (row.type === 'close' ? row.problem.responsible : null) ?? row.line.responsible

/** One sheet a unit, the one with most to do first, the one without a unit last; an action stays together on a sheet. */
export const sheetsByUnit = <T extends Task>(lines: readonly T[]): TaskSheet<T>[] => {
  return [...groupBy(lines.flatMap(rowsOf<T>), unitOf)]
    .map(([unit, rows]) => ({ unit, rows }))
    .sort((a, b) => Number(a.unit === null) - Number(b.unit === null) || b.rows.length - a.rows.length)
}

/** What a recheck finds now: 「不合格 3 分」; the state of a place is no grade that somebody gave it: 「在营」. */
const foundWords = ({ from, now, day }: RecheckLine): string =>
  day === null ? now : [now, `${gradeText(from)} 分`].filter(Boolean).join(' ')

/** 「不合格 3 分 → 合格 8 分」「在营 → 已取缔」. */
export const recheckWords = (line: RecheckLine): string => `${foundWords(line)} → ${line.goal}`

/** 「复查合格（现 不合格 3 分）」「取缔（在营 → 已取缔）」. */
export const recheckLabel = (line: RecheckLine): string =>
  `${line.type}（${line.type === '取缔' ? recheckWords(line) : `现 ${foundWords(line)}`}）`
