/** 整改任务单: what each responsible unit has to do, one row a problem to close or a check to pass. */
import { groupBy } from '../../../model/group.ts'
import { closes, rechecks } from '../../../scoring/what-if/actions.ts'
import { gradeText } from '../../answers/words.ts'
import type { IssueLine } from '../../api.ts'
import type { RecheckLine, TaskLine } from './plan.ts'

export type TaskRow = { line: TaskLine } & (
  | { type: 'close'; problem: IssueLine }
  | { type: 'recheck'; recheck: RecheckLine }
)

export interface TaskSheet {
  /** null: no record names one */
  unit: string | null
  rows: TaskRow[]
}

const rowsOf = (line: TaskLine): TaskRow[] => [
  ...(closes(line.halves) ? line.problems.map((problem): TaskRow => ({ line, type: 'close', problem })) : []),
  ...(rechecks(line.halves) && line.recheck !== null
    ? [{ line, type: 'recheck' as const, recheck: line.recheck }]
    : []),
]

/** A problem is its own unit's to close; a check is to be passed by the unit of the place. */
const unitOf = (row: TaskRow): string | null =>
  (row.type === 'close' ? row.problem.responsible : null) ?? row.line.responsible

/** One sheet a unit, the one with most to do first, the one without a unit last; an action stays together on a sheet. */
export const sheetsByUnit = (lines: readonly TaskLine[]): TaskSheet[] => {
  return [...groupBy(lines.flatMap(rowsOf), unitOf)]
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
