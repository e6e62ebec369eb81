/** 评选: honours beside problems of each area, and candidates with the evidence for each. Suggestions only. */

import type { Day } from '../../model/day.ts'
import { formatDay } from '../../model/day.ts'
import { areasInScope, type Scope } from '../../model/scope.ts'
import { type Candidate, candidatesAt } from '../../scoring/inspections/candidates.ts'
import type { FromPackage } from '../answering.ts'
import { figuresAt } from '../answers/figures.ts'
import type {
  HonourAnswers,
  HonourBalance,
  HonourCandidate,
  HonourDocument,
} from '../contract/studies/honours.ts'
import type { Opened } from '../package/open.ts'

/** The source of problems told by the public, as the standard calls it. */
const PUBLIC = '群众反映'

const balances = (opened: Opened, t: Day): HonourBalance[] => {
  const { model, places, standard } = opened
  const passing = new Set(standard.grades.filter(({ passes }) => passes).map(({ id }) => id))
  return figuresAt(opened, t).areas.map((figures, area) => {
    const honours: Record<string, number> = {}
    model.honours.forEach((honour, i) => {
      if (places.honours[i]?.area !== area || (honour.day !== null && honour.day > t)) return
      honours[honour.kind] = (honours[honour.kind] ?? 0) + honour.count
    })
    const { 待整改: waiting, 逾期: overdue, 待复查: pending } = figures.states
    const open = waiting + overdue + pending
    const complaints = model.issues.filter(
      ({ source, foundOn }, i) =>
        source === PUBLIC && places.issues[i]?.area === area && foundOn <= t && foundOn > t - standard.window,
    ).length
    const per100 = (count: number) => (figures.sites === 0 ? null : (100 * count) / figures.sites)
    const doubts = [
      ...(figures.score !== null && !passing.has(figures.grade) ? [figures.grade] : []),
      ...(overdue > 0 ? [`逾期 ${overdue} 个`] : []),
      ...figures.caps.map(({ reason }) => `一票否决：${reason}`),
    ]
    return {
      code: figures.id,
      score: figures.score,
      honours,
      open,
      overdue,
      complaints,
      honoursPer100: per100(figures.honours),
      problemsPer100: per100(open),
      doubts: figures.honours > 0 ? doubts : [],
    }
  })
}

/** What `npm run score -- --honours` prints. */
export const honourDocument = (opened: Opened, t: Day, scope: Scope = null): HonourDocument => {
  const { model, places, standard, prepared, scores } = opened
  const { streets, shops, families } = candidatesAt(prepared, scores(t).rates, t)
  const codeOf = (area: number) => model.areas[area]?.code ?? ''
  const inScope = new Set(areasInScope(scope, model.areas))
  const here = <T extends { area: number }>(list: readonly T[]) =>
    list.filter(({ area }) => inScope.has(area))
  const told = ({ spot, area, rate, rank, daysClean, visits }: Candidate): HonourCandidate => ({
    id: places.spots[spot]?.id ?? '',
    name: places.spots[spot]?.name ?? '',
    areaCode: codeOf(area),
    kind: standard.kinds[places.spots[spot]?.kind ?? -1]?.id ?? '',
    rate,
    rank,
    daysClean,
    visits: visits.map((visit) => ({ ...visit, day: formatDay(visit.day) })),
  })
  return {
    areas: balances(opened, t).filter((_, area) => inScope.has(area)),
    candidates: {
      note: '仅供推荐，由居委会推荐、办事处审核、指挥部审定',
      streets: here(streets).map(told),
      shops: here(shops).map(told),
      families: here(families).map(({ area, ...quota }) => ({ areaCode: codeOf(area), ...quota })),
    },
  }
}

export const honourAnswers: FromPackage<HonourAnswers> = { honours: honourDocument }
