/** What the actions of a scope gain it, and in which order they are first to be done. */
import type { Day } from '../../../model/day.ts'
import { areasInScope, type Scope } from '../../../model/scope.ts'
import type { Scores } from '../../../scoring/score/score.ts'
import { type Gains, gainsByArea } from '../../../scoring/what-if/effects.ts'
import { type Priority, prioritiesOf } from '../../../scoring/what-if/priorities.ts'
import type { Supposed } from '../../../scoring/what-if/what-if.ts'
import { weightsIn } from '../../answers/figures.ts'
import type { Opened } from '../../package/open.ts'
import { namedAt } from './present.ts'

/** Lines told of several areas: what a meeting goes through, not the whole 台账. */
export const MOST = 300

const scoreOf = ({ district, offices }: Supposed | Scores, scope: Scope): number | null =>
  (scope === null ? district : offices.find(({ name }) => name === scope.id))?.score ?? null

/** What the score of a scope gains when these areas gain: `worst` is not a mean. */
export const gainTogether = (
  opened: Opened,
  scope: Scope,
  scores: Scores,
): ((gains: ReadonlyMap<number, Gains>) => Gains) => {
  const { standard, model } = opened
  const weights = weightsIn(opened, scope, scores)
  const sum = (gains: ReadonlyMap<number, Gains>, half: keyof Gains) => {
    let total = 0
    for (const [area, gain] of gains) total += (weights.get(area) ?? 0) * gain[half]
    return total
  }
  const members = areasInScope(scope, model.areas).flatMap((i) => {
    const score = scores.areas[i]?.score ?? null
    return score === null ? [] : [{ score, i }]
  })
  const now = scoreOf(scores, scope) ?? 0
  // The worst area may stop being the worst: then an action gains less than in its own area.
  const worst = (gains: ReadonlyMap<number, Gains>, half: keyof Gains) =>
    members.reduce((least, { score, i }) => Math.min(least, score + (gains.get(i)?.[half] ?? 0)), Infinity) -
    now
  const gain =
    standard.officeAggregate === 'worst' && scope?.type !== 'area' && members.length > 0 ? worst : sum
  return (gains) => ({
    close: gain(gains, 'close'),
    recheck: gain(gains, 'recheck'),
    both: gain(gains, 'both'),
  })
}

/** The actions of a scope and what they gain it; none when there is no such area or office. */
export const ranked = (opened: Opened, scope: Scope, t: Day): Priority[] => {
  const present = namedAt(opened, t)
  const list = prioritiesOf(present, weightsIn(opened, scope, present.scores), MOST)
  if (opened.standard.officeAggregate !== 'worst' || scope?.type === 'area') return list
  const [gains, together] = [gainsByArea(present), gainTogether(opened, scope, present.scores)]
  return list.map((one) => ({ ...one, gains: together(gains[one.action] ?? new Map()) }))
}
