/** The days a package speaks of. */
import type { Day } from '../model/day.ts'
import type { Model } from '../model/records.ts'

/** Days: a mistyped year must not stretch the time line over centuries. */
const LONGEST = 3 * 366

function* recordedDays(model: Model): Generator<Day | null> {
  for (const { day } of model.statusChanges) yield day
  for (const { day } of model.checks) yield day
  for (const { day } of model.samples) yield day
  for (const { day } of model.surveys) yield day
  for (const { day } of model.honours) yield day
  for (const { day } of model.activities) yield day
  // A deadline is no record of anything that happened.
  for (const { foundOn, fixedOn, verifiedOn, reworks } of model.issues) {
    yield foundOn
    yield fixedOn
    yield verifiedOn
    yield* reworks
  }
}

/** The first and the last day of any record; null where no record has a day. */
export const daySpan = (model: Model): { first: Day; last: Day } | null => {
  let first = Infinity
  let last = -Infinity
  for (const day of recordedDays(model)) {
    if (day === null) continue
    if (day < first) first = day
    if (day > last) last = day
  }
  return first === Infinity ? null : { first, last }
}

/** Where a time line that ends on `asOf` begins. */
export const firstDayOf = (first: Day | null, asOf: Day): Day =>
  Math.max(asOf - LONGEST, Math.min(first ?? asOf, asOf))
