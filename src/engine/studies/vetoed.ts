/** The areas under 一票否决, with who answers for what brought it and by when it is to be put right. */
import { inModel } from '../../model/by-id.ts'
import type { Day } from '../../model/day.ts'
import { areasInScope, type Scope } from '../../model/scope.ts'
import { dutyOf, linkOf } from '../../scoring/closure/duties.ts'
import { openAt } from '../../scoring/rows/problem.ts'
import type { CapHit } from '../../scoring/score/caps.ts'
import { capFigures } from '../answers/figures.ts'
import { areaWords } from '../answers/words.ts'
import type { CapFigure } from '../contract/board.ts'
import type { VetoedArea } from '../contract/studies/notices.ts'
import type { Opened } from '../package/open.ts'

/** The open problems (indices) about what a veto is about: itself, those of its item at its place, those of its water. */
const problemsOf = (
  { model, places, prepared, standard }: Opened,
  cap: CapHit,
  ref: CapFigure['ref'],
  t: Day,
) =>
  model.issues.flatMap((issue, i) => {
    if (ref === null || !openAt(issue, t)) return []
    const there = places.spots[prepared.issueSpot[i] as number]?.id === ref.id
    const item = standard.items[prepared.issueItem[i] as number]?.id
    const about =
      ref.type === 'issue' ? issue.id === ref.id : there && (ref.type === 'water' || item === cap.of)
    return about ? [i] : []
  })

const unitOf = ({ model, prepared }: Opened, ref: CapFigure['ref'], area: string): string | null => {
  const lead = () => dutyOf(model.duties, ref?.id ?? null, area)?.lead ?? null
  const of = <Place extends { id: string; responsible: string | null }>(all: readonly Place[]) =>
    all.find(({ id }) => id === ref?.id)?.responsible ?? lead()
  switch (ref?.type) {
    case 'site':
      return of(model.sites)
    case 'water':
      return of(model.waters)
    case 'issue': {
      const at = inModel(model).issues.get(ref.id)
      return (at === undefined ? null : linkOf(prepared, at, 'unit')) ?? lead()
    }
    case undefined:
      return lead()
  }
}

/** At day `t`, the worst grade first. */
export const vetoedAreas = (opened: Opened, scope: Scope, t: Day): VetoedArea[] => {
  const { model, standard } = opened
  const { areas } = opened.scores(t)
  const rank = ({ grade }: VetoedArea) => standard.grades.findIndex(({ id }) => id === grade)
  return areasInScope(scope, model.areas)
    .flatMap((i): VetoedArea[] => {
      const [area, score] = [model.areas[i], areas[i]]
      if (area === undefined || score === undefined || score.caps.length === 0) return []
      const caps = capFigures(opened, score.caps)
      const units = caps.flatMap(({ ref }) => unitOf(opened, ref, area.code) ?? [])
      const dues = score.caps.flatMap((cap, at) =>
        problemsOf(opened, cap, caps[at]?.ref ?? null, t).flatMap(
          (issue) => model.issues[issue]?.dueOn ?? [],
        ),
      )
      return [
        {
          ...areaWords(opened, i),
          score: score.score,
          grade: score.grade,
          caps,
          units: [...new Set(units)],
          dueOn: dues.length === 0 ? null : Math.min(...dues),
        },
      ]
    })
    .sort((a, b) => rank(b) - rank(a) || (a.score ?? 0) - (b.score ?? 0))
}
