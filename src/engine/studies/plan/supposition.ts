/** How everything would stand with some actions done. */
import type { Day } from '../../../model/day.ts'
import { lacks } from '../../../model/report.ts'
import { rankAmong } from '../../../scoring/rank.ts'
import { whatIf } from '../../../scoring/what-if/what-if.ts'
import type { RankedScore, Supposition, Task } from '../../contract/studies/plan.ts'
import type { Opened } from '../../package/open.ts'
import { doneOf, namedAt } from './present.ts'

/** @param tasks what is taken as done; a key that names no action of the day is none */
export const supposed = (opened: Opened, tasks: readonly Task[], asOf: Day): Supposition => {
  const present = namedAt(opened, asOf)
  const after = whatIf(present, doneOf(present, tasks))
  const before = present.scores
  const unchecked = lacks(opened.report, 'inspections.csv')
  const place = (
    all: readonly { score: number | null; total: number | null; grade: string }[],
    i: number,
  ): RankedScore => {
    const { score, total, grade } = all[i] as (typeof all)[number]
    return {
      score,
      provisional: score === null && !unchecked ? total : null,
      grade,
      rank: rankAmong(all, score),
    }
  }
  return {
    areas: opened.model.areas.map(({ code }, i) => ({
      code,
      before: place(before.areas, i),
      after: place(after.areas, i),
    })),
    offices: before.offices.map(({ name, score }, i) => ({
      name,
      before: score,
      after: after.offices[i]?.score ?? null,
    })),
    district: { before: before.district.score, after: after.district.score },
  }
}
