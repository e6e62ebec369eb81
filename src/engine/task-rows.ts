/** 整改任务单: what each responsible unit has to do, one row a problem to close or a check to pass. */
import { closes, rechecks } from '../scoring/actions.ts'
import type { IssueLine } from './api.ts'
import type { RecheckLine, TaskLine } from './study-plan.ts'

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
  const sheets = new Map<string | null, TaskRow[]>()
  for (const row of lines.flatMap(rowsOf)) {
    const unit = unitOf(row)
    const rows = sheets.get(unit)
    if (rows) rows.push(row)
    else sheets.set(unit, [row])
  }
  return [...sheets]
    .map(([unit, rows]) => ({ unit, rows }))
    .sort((a, b) => Number(a.unit === null) - Number(b.unit === null) || b.rows.length - a.rows.length)
}

/** A grade of a check, with one decimal where it has any. */
export const gradeText = (grade: number): string => String(Number(grade.toFixed(1)))

/** 「不合格 3 分 → 合格 8 分」「在营 → 取缔」. */
export const recheckWords = ({ type, from, to, now, day }: RecheckLine): string => {
  // The state of a place is no grade that somebody gave it.
  const found = day === null ? now : [now, `${gradeText(from)} 分`].filter(Boolean).join(' ')
  return type === '取缔' ? `${found} → 取缔` : `${found} → 合格 ${gradeText(to)} 分`
}
