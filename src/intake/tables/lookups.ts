/** What rows refer to: areas and waters by code or name, kinds, items, and what a check or a problem can be at. */

import type { Day } from '../../model/day.ts'
import { addTo } from '../../model/group.ts'
import type { Area, Site, Water } from '../../model/records.ts'
import type { Item, Kind, Standard } from '../../model/standard.ts'
import { isMangledCode, parseCode, plain, termKey } from './cells.ts'

/** Why a cell refers to nothing: a plain Chinese clause. */
interface Unfound {
  reason: string
}

/** What a check or a problem can be at: a site, an 居委会 or a water body. */
export interface KnownSite {
  id: string
  /** id of a kind; null where the standard has no kind for it */
  kind: string | null
  of: 'site' | 'area' | 'water'
}

export interface Lookups {
  standard: Standard
  /** dates later than this are flagged; null = no limit */
  limit: Day | null
  /** code of a declared 居委会 */
  area: (text: string) => string | Unfound
  /** id of a water body, by id or name */
  water: (text: string) => string | Unfound
  kind: (text: string) => Kind | null
  /** the item of that id or text; where several share the text, the one that applies to the kind */
  item: (text: string, kind: string | null) => Item | null
  spot: (text: string) => KnownSite | null
}

const SUFFIX = /(社区居民委员会|社区居委会|居民委员会|村民委员会|居委会|村委会|社区|村)$/

/** 「毛楼居民委员会」「毛楼社区」「毛楼」 → 「毛楼」. */
const areaNameKey = (name: string): string => {
  const text = plain(name).replace(/\s+/g, '')
  const short = text.replace(SUFFIX, '')
  return short === '' ? text : short
}

/** The answers of a pure function, kept: a column says the same few things on every row. */
const remembered = <T>(answer: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = answer(text)
    known.set(text, found)
    return found
  }
}

const areaLookup = (areas: readonly Area[]): Lookups['area'] => {
  const known = new Set(areas.map((area) => area.code))
  const names = new Map<string, Area[]>()
  for (const area of areas) addTo(names, areaNameKey(area.name), area)
  return remembered((text) => {
    const code = parseCode(text)
    if (known.has(code)) return code
    if (isMangledCode(text)) return { reason: '居委会代码被表格软件改成了科学计数，请把这一列设为文本' }
    const named = names.get(areaNameKey(text)) ?? []
    const exact = named.filter((area) => area.name === plain(text))
    const fitting = exact.length === 1 ? exact : named
    const [first] = fitting
    if (first === undefined) return { reason: '没有这个居委会' }
    if (fitting.length === 1) return first.code
    const codes = named.map((area) => area.code).join('、')
    return { reason: `有 ${named.length} 个居委会叫这个名字（${codes}），请填代码` }
  })
}

const waterLookup = (waters: readonly Water[]): Lookups['water'] => {
  const ids = new Set(waters.map((water) => water.id))
  const names = new Map<string, string[]>()
  for (const water of waters) addTo(names, termKey(water.name), water.id)
  return remembered((text) => {
    const id = plain(text)
    if (ids.has(id)) return id
    const named = names.get(termKey(text)) ?? []
    if (named.length === 1) return named[0] as string
    return named.length > 1
      ? { reason: `有 ${named.length} 个水体叫这个名字（${named.join('、')}），请填编号` }
      : { reason: '没有这个水体编号' }
  })
}

const kindLookup = (standard: Standard): Lookups['kind'] => {
  const kinds = new Map<string, Kind>()
  for (const kind of standard.kinds) for (const word of kind.aliases ?? []) kinds.set(termKey(word), kind)
  // A label or an id is never hidden by another kind's alias.
  for (const kind of standard.kinds) for (const word of [kind.label, kind.id]) kinds.set(termKey(word), kind)
  return (text) => kinds.get(termKey(text)) ?? null
}

const itemLookup = (standard: Standard): Lookups['item'] => {
  const items = new Map<string, Item[]>()
  for (const item of standard.items)
    for (const word of new Set([termKey(item.id), termKey(item.text)])) addTo(items, word, item)
  const called = remembered((text) => items.get(termKey(text)) ?? [])
  return (text, kind) => {
    const found = called(text)
    return found.find((item) => kind !== null && item.kinds.includes(kind)) ?? found[0] ?? null
  }
}

/** Sites become known by `addSites`, after they have been read with the other lookups. */
export const openLookups = (
  standard: Standard,
  areas: readonly Area[],
  waters: readonly Water[],
  limit: Day | null,
): Lookups & { addSites: (sites: readonly Site[]) => void } => {
  const entity = (of: 'area' | 'water') => standard.kinds.find((kind) => kind.entity === of)?.id ?? null
  const spots = new Map<string, KnownSite>()
  for (const { id } of waters) spots.set(id, { id, kind: entity('water'), of: 'water' })
  for (const { code } of areas) spots.set(code, { id: code, kind: entity('area'), of: 'area' })
  return {
    standard,
    limit,
    area: areaLookup(areas),
    water: waterLookup(waters),
    kind: kindLookup(standard),
    item: itemLookup(standard),
    spot: (text) => spots.get(plain(text)) ?? spots.get(parseCode(text)) ?? null,
    addSites: (sites) => {
      // Of equal ids the first stands; a site of its own comes before an area or water of that id.
      for (const { id, kind } of [...sites].reverse()) spots.set(id, { id, kind, of: 'site' })
    },
  }
}
