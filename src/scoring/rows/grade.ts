/**
 * The grade g ∈ [0, 10] of a check row, by the official bands (很好 9–10, 合格 7–8, 不合格 0–6, chosen mainly by a count
 * of defects; 2019 暗访 sheet). All numbers are `bands` of the standard.
 */

import { disagrees } from '../../model/band.ts'
import { inStandard } from '../../model/by-id.ts'
import type { Check } from '../../model/records.ts'
import type { Band, Standard } from '../../model/standard.ts'

/** The grade of a band for a number of defects that does not contradict it. */
const inBand = (band: Band, defects: number): number => {
  let step = band.steps[0] as Band['steps'][number]
  for (const next of band.steps) if (next.defects <= defects) step = next
  return Math.max(0, step.grade - band.perDefect * Math.max(0, defects - step.defects))
}

/**
 * @returns 0–10; null where the row does not grade (不适用). A grade given is taken; where result and defects disagree,
 * the worse of the two.
 */
export const gradeOf = (
  check: Pick<Check, 'result' | 'grade' | 'defects'>,
  standard: Standard,
): number | null => {
  if (check.grade !== null) return check.grade
  const rank = inStandard(standard).bands.get(check.result ?? '') ?? -1
  const band = standard.bands[rank]
  if (band === undefined) return null
  const { defects } = check
  if (defects === null) return band.defectsEmpty
  if (!disagrees(band, defects)) return inBand(band, defects)
  // Fewer defects than the result allows: the result is the worse, at its mildest.
  if (defects < band.minDefects) return inBand(band, band.minDefects)
  // More defects than the result allows: the first worse band that allows them.
  const worse = standard.bands.slice(rank + 1).find((b) => !disagrees(b, defects))
  return worse === undefined ? inBand(band, band.maxDefects ?? defects) : inBand(worse, defects)
}

/**
 * Whether a grade is 不合格: at most the best grade of the worst band. Whatever speaks of 不合格 or of a failing check asks
 * here, so that a row cannot fail in one study and pass in another.
 */
export const isFailing = (grade: number, { bands }: Standard): boolean => {
  const worst = bands[bands.length - 1]
  return (
    worst !== undefined && grade <= Math.max(worst.defectsEmpty, ...worst.steps.map((step) => step.grade))
  )
}

/** A grade of a check, with one decimal where it has any. */
export const gradeText = (grade: number): string => String(Number(grade.toFixed(1)))
