/** What an import does to the scores. */
import type { ScoreShift } from '../contract/data.ts'
import type { Opened } from '../package/open.ts'

/** Less than this is no change: it is not seen in a figure of one decimal. */
const LEAST = 0.05

/** The areas whose score or grade differs on the day the data will speak of, the most changed first. */
export const shiftsOf = (before: Opened, after: Opened): ScoreShift[] => {
  const t = after.intake.asOf
  const old = new Map(before.model.areas.map(({ code }, i) => [code, before.scores(t).areas[i]]))
  return after.model.areas
    .flatMap(({ code, name, office }, i): ScoreShift[] => {
      const [was, is] = [old.get(code), after.scores(t).areas[i]]
      const by = (is?.score ?? 0) - (was?.score ?? 0)
      const same = was?.grade === is?.grade && Math.abs(by) < LEAST
      if (is === undefined || same) return []
      return [
        {
          code,
          name,
          office,
          before: was?.score ?? null,
          after: is.score,
          gradeBefore: was?.grade ?? null,
          gradeAfter: is.grade,
        },
      ]
    })
    .sort((a, b) => Math.abs((b.after ?? 0) - (b.before ?? 0)) - Math.abs((a.after ?? 0) - (a.before ?? 0)))
}
