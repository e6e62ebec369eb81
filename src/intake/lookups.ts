/** What rows refer to: areas by code or name, kinds, items, sites; and the days seen on the way. */
import type { Day } from '../model/day.ts'
import type { Area, Site, Water } from '../model/records.ts'
import type { Item, Kind, Standard } from '../model/standard.ts'
import { isMangledCode, parseCode, plain } from './cells.ts'

export interface Lookups {
  /** code of a declared 居委会, or why there is none */
  area: (text: string) => string | { reason: string }
  kind: (text: string) => Kind | null
  /** the item of that id or text; where several share the text, the one that applies to the kind */
  item: (text: string, kind: string | null) => Item | null
  /** id of the kind of a site, area or water body; undefined where there is no such id, null where it has no kind */
  kindOfSpot: (id: string) => string | null | undefined
  /** dates later than this are flagged; null = no limit */
  limit: Day | null
  /** notes a day of a record */
  seen: (day: Day) => void
  days: () => { first: Day; last: Day } | null
}

const SUFFIX = /(社区居民委员会|社区居委会|居民委员会|村民委员会|居委会|村委会|社区|村)$/

/** 「毛楼居民委员会」「毛楼社区」「毛楼」 → 「毛楼」. */
export const areaNameKey = (name: string): string => {
  const text = plain(name).replace(/\s+/g, '')
  const short = text.replace(SUFFIX, '')
  return short === '' ? text : short
}

const looseKey = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[\s“”"'‘’《》]+/g, '')

const push = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export const openLookups = (
  standard: Standard,
  areas: readonly Area[],
  waters: readonly Water[],
  limit: Day | null,
): Lookups & { addSites: (sites: readonly Site[]) => void } => {
  const codes = new Set(areas.map((area) => area.code))
  const names = new Map<string, Area[]>()
  for (const area of areas) push(names, areaNameKey(area.name), area)
  const kinds = new Map<string, Kind>()
  for (const kind of [...standard.kinds].reverse())
    for (const word of [...(kind.aliases ?? []), kind.label, kind.id]) kinds.set(looseKey(word), kind)
  const items = new Map<string, Item[]>()
  for (const item of standard.items)
    for (const word of new Set([looseKey(item.id), looseKey(item.text)])) push(items, word, item)

  const spots = new Map<string, string | null>()
  const entity = (of: 'area' | 'water') => standard.kinds.find((kind) => kind.entity === of)?.id ?? null
  for (const water of waters) spots.set(water.id, entity('water'))
  for (const area of areas) spots.set(area.code, entity('area'))

  let first: Day | null = null
  let last: Day | null = null

  return {
    area: (text) => {
      const code = parseCode(text)
      if (codes.has(code)) return code
      if (isMangledCode(text))
        return { reason: '居委会代码被表格软件改成了科学计数，请把这一列设为文本，按未填处理' }
      const named = names.get(areaNameKey(text)) ?? []
      const [only] = named
      if (only !== undefined && named.length === 1) return only.code
      const exact = named.filter((area) => area.name === plain(text))
      if (exact.length === 1) return (exact[0] as Area).code
      return named.length > 1
        ? {
            reason: `有 ${named.length} 个居委会叫这个名字（${named.map((a) => a.code).join('、')}），请填代码，按未填处理`,
          }
        : { reason: '没有这个居委会，按未填处理' }
    },
    kind: (text) => kinds.get(looseKey(text)) ?? null,
    item: (text, kind) => {
      const found = items.get(looseKey(text)) ?? []
      return found.find((item) => kind !== null && item.kinds.includes(kind)) ?? found[0] ?? null
    },
    kindOfSpot: (id) => spots.get(id),
    limit,
    seen: (day) => {
      first = first === null ? day : Math.min(first, day)
      last = last === null ? day : Math.max(last, day)
    },
    days: () => (first === null || last === null ? null : { first, last }),
    addSites: (sites) => {
      // Of equal ids the first stands; a site of its own comes before an area or water of that id.
      for (const site of [...sites].reverse()) spots.set(site.id, site.kind)
    },
  }
}
