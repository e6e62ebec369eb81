/** 为什么是这个分: from a score to the records behind every lost point. */

import type { Day } from '../../model/day.ts'
import type { Scope } from '../../model/scope.ts'
import { recordOf } from '../../scoring/score/caps.ts'
import type { Loss } from '../../scoring/score/score.ts'
import type { FromPackage } from '../answering.ts'
import type { Ref } from '../contract/cards.ts'
import type { Explanation, LedgerAnswers, LedgerLine } from '../contract/ledger.ts'
import type { Opened } from '../package/open.ts'
import { type AllFigures, figuresAt, figuresOf, weightsIn } from './figures.ts'
import { indexPartsOf } from './index-parts.ts'
import { areaWords, checkClause, issueClause, surveyClause } from './words.ts'

/** One ledger row in words. `points` are already of the score being explained. */
export const lineOf = (
  opened: Opened,
  loss: Loss,
  points: number,
  raw: number | null,
  t: Day,
): LedgerLine => {
  const { model, standard, places } = opened
  const item = standard.items[loss.item] as (typeof standard.items)[number]
  const category = standard.categories[loss.category] as (typeof standard.categories)[number]
  const spot = places.spots[loss.spot]
  const common = {
    points,
    raw,
    category: category.id,
    categoryLabel: category.label,
    theme: category.theme,
    item: item.id,
    itemText: item.text,
    clause: item.clause,
  }
  const spotRef: Ref | null = spot ? { type: spot.of, id: spot.id } : null
  const { origin } = loss
  const site = spot?.of === 'site' ? model.sites[spot.index] : undefined
  const derived = (day: Day, what: string, record: string): LedgerLine => ({
    ...common,
    record,
    type: 'derived',
    day,
    what,
    where: spot?.name ?? '',
    responsible: site?.responsible ?? null,
    ref: spotRef,
  })
  switch (origin.type) {
    case 'issue': {
      const issue = model.issues[origin.index] as (typeof model.issues)[number]
      const { areaName } = areaWords(opened, places.issues[origin.index]?.area ?? -1)
      return {
        ...common,
        record: issue.id,
        type: 'issue',
        day: issue.foundOn,
        what: `${issue.description}（${issue.severity}，${issueClause(issue, t)}）`,
        where: spot?.name ?? areaName ?? '',
        responsible: issue.responsible ?? site?.responsible ?? null,
        ref: { type: 'issue', id: issue.id },
      }
    }
    case 'check': {
      const check = model.checks[origin.index] as (typeof model.checks)[number]
      const note = check.note ? `，${check.note}` : ''
      return {
        ...common,
        record: check.visit,
        type: 'check',
        day: check.day,
        what: `${check.source}：${checkClause(check)}${note}`,
        where: spot?.name ?? '',
        responsible: site?.responsible ?? null,
        ref: spotRef,
      }
    }
    case 'survey': {
      const survey = model.surveys[origin.index] as (typeof model.surveys)[number]
      return derived(
        survey.day,
        `${surveyClause(survey)}（${survey.valid} 份有效问卷）`,
        recordOf(opened.prepared, origin),
      )
    }
    case 'status':
      return derived(t, `状态：${origin.status}`, recordOf(opened.prepared, origin))
    case 'water': {
      const water = opened.scores(t).waters[origin.index]
      return derived(
        water?.latest ?? t,
        `水质${water?.grade ?? ''}：${water?.rule ?? ''}`,
        recordOf(opened.prepared, origin),
      )
    }
  }
}

/**
 * Null when there is no such area or office.
 * @param all the figures of the day, where many are explained in a row
 */
export const explain = (
  opened: Opened,
  of: Scope,
  t: Day,
  all: AllFigures = figuresAt(opened, t),
): Explanation | null => {
  const { standard } = opened
  const figures = figuresOf(all, of)
  if (figures === undefined) return null
  const scores = opened.explained(t)
  const weights = weightsIn(opened, of, scores)
  const merged = new Map<string, { loss: Loss; points: number; raw: number | null }>()
  for (const [area, weight] of weights) {
    for (const loss of scores.areas[area]?.ledger ?? []) {
      const { origin } = loss
      const key = `${origin.type} ${'index' in origin ? origin.index : origin.spot} ${loss.item}`
      const known = merged.get(key)
      const raw = loss.raw === null ? null : loss.raw * weight
      if (known) {
        known.points += loss.points * weight
        known.raw = known.raw === null && raw === null ? null : (known.raw ?? 0) + (raw ?? 0)
      } else merged.set(key, { loss, points: loss.points * weight, raw })
    }
  }
  const ledger = [...merged.values()]
    .sort((a, b) => b.points - a.points)
    .map(({ loss, points, raw }) => lineOf(opened, loss, points, raw, t))
  const lost = new Map<string, number>()
  for (const line of ledger) lost.set(line.category, (lost.get(line.category) ?? 0) + line.points)
  return {
    of,
    title: figures.name,
    figures,
    ledger,
    losses: standard.categories.map((category, c) => ({
      category: category.id,
      label: category.label,
      theme: category.theme,
      weight: category.weight,
      loss: lost.get(category.id) ?? 0,
      score: figures.categories[c]?.score ?? null,
      state: figures.categories[c]?.state ?? 'notApplicable',
    })),
  }
}

export const ledgerAnswers: FromPackage<LedgerAnswers> = { explain, indexParts: indexPartsOf }
