/** 两日比较: how every area stood on two days, and the records behind the difference. */

import { type Day, formatDay } from '../../model/day.ts'
import { areasInScope, type Scope } from '../../model/scope.ts'
import type { CapHit } from '../../scoring/score/caps.ts'
import { categoryIndexOf } from '../../scoring/score/category-index.ts'
import { type CauseKind, causesBetween, causesOf } from '../../scoring/score/causes.ts'
import type { FromPackage } from '../answering.ts'
import { lineOf } from '../answers/explain.ts'
import { capFigures, figuresAt, figuresOf } from '../answers/figures.ts'
import type { CapFigure } from '../contract/board.ts'
import type { CauseLine, CauseSum, CompareAnswers, Comparison } from '../contract/studies/compare.ts'
import type { Opened } from '../package/open.ts'

/** The vetoes of one day that the other has not: about the same thing, whichever record shows it. */
const capsWithout = (opened: Opened, some: readonly CapHit[], others: readonly CapHit[]): CapFigure[] =>
  capFigures(
    opened,
    some.filter((cap) => !others.some(({ rule, of }) => rule === cap.rule && of === cap.of)),
  )

const comparisonOf = (opened: Opened, from: Day, to: Day, scope: Scope = null): Comparison => {
  const { model, standard } = opened
  const wholeAt = (day: Day) => figuresOf(figuresAt(opened, day), scope)?.score ?? null
  const changeOf = causesBetween(categoryIndexOf(opened.prepared), from, to)
  const [before, after] = [opened.scores(from), opened.scores(to)]
  return {
    from,
    to,
    whole: { from: wholeAt(from), to: wholeAt(to) },
    areas: areasInScope(scope, model.areas).map((i) => {
      const [then, now] = [before.areas[i], after.areas[i]]
      const sums = new Map<CauseKind, CauseSum>()
      for (const { kind, effect } of changeOf(i).causes) {
        const sum = sums.get(kind) ?? { kind, effect: 0, count: 0 }
        sum.effect += effect
        sum.count++
        sums.set(kind, sum)
      }
      return {
        code: model.areas[i]?.code ?? '',
        from: then?.score ?? null,
        to: now?.score ?? null,
        totalFrom: then?.total ?? null,
        totalTo: now?.total ?? null,
        gradeFrom: then?.grade ?? standard.insufficient,
        gradeTo: now?.grade ?? standard.insufficient,
        vetoed: capsWithout(opened, now?.caps ?? [], then?.caps ?? []),
        lifted: capsWithout(opened, then?.caps ?? [], now?.caps ?? []),
        causes: [...sums.values()],
      }
    }),
  }
}

/** The comparison as the score document has it: days written out. */
export const comparisonDocument = (opened: Opened, from: Day, to: Day) => ({
  ...comparisonOf(opened, from, to),
  from: formatDay(from),
  to: formatDay(to),
})

/** The records behind the change of one area, the weightiest first; null when there is no such area. */
const causeLines = (opened: Opened, code: string, from: Day, to: Day): CauseLine[] | null => {
  const area = opened.model.areas.findIndex((candidate) => candidate.code === code)
  if (area < 0) return null
  return causesOf(categoryIndexOf(opened.prepared), area, from, to)
    .causes.filter(({ effect }) => Math.abs(effect) > 1e-9)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .map(({ kind, category, item, spot, origin, effect }) => {
      const loss = { category, item, spot, origin, points: effect, raw: null }
      return { kind, ...lineOf(opened, loss, effect, null, to) }
    })
}

export const compareAnswers: FromPackage<CompareAnswers> = { comparison: comparisonOf, causes: causeLines }
