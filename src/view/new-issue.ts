/** A problem added on the map: what its form proposes, what is wrong with it, and the edit it makes. */

import type { Edit } from '../engine/contract/data.ts'
import type { Overview } from '../engine/contract/package.ts'
import { type Day, formatDay, parseDay } from '../model/day.ts'
import type { Item, Standard } from '../model/standard.ts'
import { afterLatest } from './issue-actions.ts'
import type { ToolPlace } from './tool.ts'

export interface Draft {
  description: string
  /** id of an item; '' = the default of the kind of place */
  item: string
  severity: string
  responsible: string
  source: string
  foundOn: string
  dueOn: string
}

/** Id of the kind of what stands at a spot; null on open ground. */
export const kindAt = ({ site }: ToolPlace, overview: Overview): string | null => {
  if (site === null) return null
  const at = overview.sites.id.indexOf(site)
  if (at >= 0) return overview.standard.kinds[overview.sites.kind[at] as number]?.id ?? null
  const water = overview.waterShapes.features.some(({ properties }) => properties.id === site)
  return water ? (overview.standard.kinds.find((kind) => kind.entity === 'water')?.id ?? null) : null
}

/** Name of the site or water at a spot; null on open ground. */
export const siteNameAt = ({ site }: ToolPlace, overview: Overview): string | null => {
  if (site === null) return null
  const at = overview.sites.id.indexOf(site)
  if (at >= 0) return overview.sites.name[at] ?? site
  return (
    overview.waterShapes.features.find(({ properties }) => properties.id === site)?.properties.name ?? null
  )
}

/** The items that can be wrong at a kind of place (all on open ground), by category in the standard's order. */
export const itemGroups = (
  { items, categories }: Pick<Standard, 'items' | 'categories'>,
  kind: string | null,
): { label: string; items: Item[] }[] => {
  const fitting = items.filter((item) => kind === null || item.kinds.includes(kind))
  return categories.flatMap(({ id, label }) => {
    const own = fitting.filter((item) => item.category === id)
    return own.length === 0 ? [] : [{ label, items: own }]
  })
}

/** Whether a spot is saved with coordinates of its own: a point stands at its site, a street or river is long. */
export const hasOwnPlace = ({ site }: ToolPlace, overview: Overview): boolean => {
  if (site === null) return true
  const at = overview.sites.id.indexOf(site)
  return at < 0 || overview.sites.shapes.some(({ properties }) => properties.index === at)
}

/** Degrees as a table holds them: a tenth of a metre. */
export const degrees = (value: number): string => value.toFixed(6)

export const newIssueEdit = (
  draft: Draft,
  spot: ToolPlace,
  area: { code: string } | null,
  overview: Overview,
): Edit => {
  const [lon, lat] = spot.at
  const place: Record<string, string> = hasOwnPlace(spot, overview)
    ? { lon: degrees(lon), lat: degrees(lat), areaCode: area?.code ?? '' }
    : {}
  return { type: 'newIssue', fields: { ...draft, siteId: spot.site ?? '', ...place } }
}

/** What is wrong with a draft, by field; empty = nothing. */
export const draftFaults = (draft: Draft, latest: Day | null): Partial<Record<keyof Draft, string>> => {
  const faults: Partial<Record<keyof Draft, string>> = {}
  if (draft.description.trim() === '') faults.description = '请写明发现了什么问题'
  const found = parseDay(draft.foundOn)
  if (found === null) faults.foundOn = draft.foundOn === '' ? '请填写发现日期' : '不是日期，应写成 2019-05-27'
  else {
    const late = afterLatest(found, latest)
    if (late !== null) faults.foundOn = late
  }
  const due = parseDay(draft.dueOn)
  if (draft.dueOn !== '' && due === null) faults.dueOn = '不是日期，应写成 2019-05-27'
  else if (due !== null && found !== null && due < found) faults.dueOn = `早于发现日期 ${formatDay(found)}`
  return faults
}

/** The id that is in `after` and was not in `before`; null where nothing came. */
export const freshId = (before: readonly string[], after: readonly string[]): string | null => {
  const known = new Set(before)
  return after.findLast((id) => !known.has(id)) ?? null
}
