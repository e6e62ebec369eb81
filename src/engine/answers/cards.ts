/** What is known of one place or one water body on a day. */

import type { Day } from '../../model/day.ts'
import type { Reading, WaterSample } from '../../model/records.ts'
import type { IndicatorId, Standard, WaterRule } from '../../model/standard.ts'
import { dutyOf } from '../../scoring/closure/duties.ts'
import { statusAt } from '../../scoring/rows/counted.ts'
import type { Entry } from '../../scoring/rows/prepare.ts'
import { recordOf } from '../../scoring/score/caps.ts'
import { classOfSample, shallowLimit } from '../../scoring/water.ts'
import type { FromPackage } from '../answering.ts'
import type { CardAnswers, SampleReading, SiteCard, VisitLine, WaterCard } from '../contract/cards.ts'
import type { Opened } from '../package/open.ts'
import { waterFigures } from './board.ts'
import { issuesAtSpot } from './issues.ts'
import { areaWords, placingText, readingText, surveyClause } from './words.ts'

type Row = Omit<VisitLine, 'items'> & Omit<VisitLine['items'][number], 'item' | 'text' | 'counts'>
type Indicator = WaterRule['indicators'][number]

/** What is written of a row that counts, or may: a check, or a survey as one. Nothing is written of those derived. */
const rowOf = ({ model, prepared }: Opened, { origin, grade }: Entry): Row | null => {
  if (origin.type === 'check') {
    const check = model.checks[origin.index]
    if (check === undefined) return null
    const { visit, day, source, defects, note } = check
    return { visit, day, source, result: check.result ?? '', grade, defects, note }
  }
  const survey = origin.type === 'survey' ? model.surveys[origin.index] : undefined
  if (survey === undefined) return null
  return {
    visit: recordOf(prepared, origin),
    day: survey.day,
    source: '群众满意度调查',
    result: surveyClause(survey),
    grade,
    defects: null,
    note: `${survey.valid} 份有效问卷`,
  }
}

/** The visits to a spot by `t`, newest first; rows that count for the score at `t` are marked. */
const visitsOf = (opened: Opened, spot: number, t: Day): VisitLine[] => {
  const { prepared, standard, scores } = opened
  const counting = new Set<Entry>()
  for (const row of scores(t).counted) if (row.spot === spot) counting.add(row.entry)
  const visits = new Map<string, VisitLine>()
  for (const slot of prepared.siteItemRows.values()) {
    if (slot.spot !== spot) continue
    const item = standard.items[slot.item]
    for (const entry of slot.entries) {
      const row = entry.day > t ? null : rowOf(opened, entry)
      if (row === null || item === undefined) continue
      const { visit: id, day, source, ...rest } = row
      const key = `${day} ${id}`
      const visit = visits.get(key) ?? { visit: id, day, source, items: [] }
      visits.set(key, visit)
      visit.items.push({ item: item.id, text: item.text, ...rest, counts: counting.has(entry) })
    }
  }
  return [...visits.values()].sort((a, b) => b.day - a.day)
}

export const areaVisits = (opened: Opened, code: string, t: Day): VisitLine[] | null => {
  const at = opened.places.spotOf.get(code)
  return at === undefined || opened.places.spots[at]?.of !== 'area' ? null : visitsOf(opened, at, t)
}

export const siteCard = (opened: Opened, id: string, t: Day): SiteCard | null => {
  const { model, places, prepared, standard, scores } = opened
  const at = places.spotOf.get(id)
  const spot = at === undefined ? undefined : places.spots[at]
  const site = spot?.of === 'site' ? model.sites[spot.index] : undefined
  if (at === undefined || spot === undefined || site === undefined) return null
  const words = areaWords(opened, spot.placement.area)
  const rate = scores(t).rates[at] as number
  const changes = (prepared.statusOf.get(at) ?? []).filter((change) => change.day <= t)
  return {
    type: 'site',
    index: spot.index,
    id: site.id,
    name: site.name,
    kind: site.kind,
    ...words,
    placing: placingText(spot.placement, standard),
    shares: [...spot.placement.shares, ...spot.placement.small].map(({ area, share }) => ({
      code: model.areas[area]?.code ?? '',
      name: model.areas[area]?.name ?? '',
      share,
    })),
    responsible: site.responsible,
    duty: dutyOf(model.duties, site.id, words.areaCode),
    status: statusAt(changes, site.status, t),
    statusHistory: model.statusChanges
      .filter((change) => change.siteId === id && change.day <= t)
      .map(({ day, status, basis }) => ({ day, status, basis }))
      .sort((a, b) => b.day - a.day),
    rate: Number.isNaN(rate) ? null : rate,
    visits: visitsOf(opened, at, t),
    issues: issuesAtSpot(opened, at, t),
  }
}

/** Where a reading is plotted: a censored one at its limit, what was not detected at nothing where less is better. */
const plotted = (reading: Reading, { worse }: Indicator): Pick<SampleReading, 'value' | 'bound'> => {
  switch (reading.type) {
    case 'value':
      return { value: reading.value, bound: 'exact' }
    case 'below':
    case 'atMost':
    case 'above':
    case 'atLeast':
      return { value: reading.limit, bound: reading.type }
    case 'notDetected':
      return { value: worse === 'high' ? 0 : null, bound: 'below' }
    case 'clearToBottom':
    case 'none':
      return { value: null, bound: 'exact' }
  }
}

const readingsOf = (sample: WaterSample, { water }: Standard) =>
  Object.fromEntries(
    water.indicators.map((indicator): [IndicatorId, SampleReading] => [
      indicator.id,
      {
        text: readingText(sample[indicator.id]),
        ...plotted(sample[indicator.id], indicator),
        cls: classOfSample(sample, indicator, water),
        limit: shallowLimit(sample, indicator, water),
      },
    ]),
  ) as Record<IndicatorId, SampleReading>

export const waterCard = (opened: Opened, id: string, t: Day): WaterCard | null => {
  const { model, places, standard } = opened
  const index = model.waters.findIndex((water) => water.id === id)
  const water = model.waters[index]
  const figure = waterFigures(opened, t)[index]
  const at = places.spotOfWater.get(id)
  if (water === undefined || figure === undefined || at === undefined) return null
  return {
    type: 'water',
    id,
    name: water.name,
    responsible: water.responsible,
    figure,
    samples: model.samples
      .filter((s) => s.waterId === id && s.day <= t && s.day > t - standard.waterWindow)
      .map((s) => ({
        station: s.station,
        day: s.day,
        depth: typeof s.depth === 'number' ? s.depth : null,
        readings: readingsOf(s, standard),
      }))
      .sort((a, b) => b.day - a.day),
    issues: issuesAtSpot(opened, at, t),
    visits: visitsOf(opened, at, t),
  }
}

export const cardAnswers: FromPackage<CardAnswers> = { areaVisits, site: siteCard, water: waterCard }
