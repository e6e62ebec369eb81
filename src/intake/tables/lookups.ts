/** What rows refer to: areas and waters by code or name, kinds, items, and what a check or a problem can be at. */

import type { Day } from '../../model/day.ts'
import { addTo } from '../../model/group.ts'
import type { Area, Site, Water } from '../../model/records.ts'
import type { Item, Kind, Standard } from '../../model/standard.ts'
import { likeness } from '../words/likeness.ts'
import { areaReader, type Unfound } from './area-names.ts'
import { parseCode, plain, termKey } from './cells.ts'

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
  /** the item of that id, text or word; where several share it, the one that applies to the kind */
  item: (text: string, kind: string | null) => Item | null
  /** id of a level */
  severity: (text: string) => string | null
  /** result of a band, or the one for 不适用 */
  result: (text: string) => string | null
  /** id of a source */
  source: (text: string) => string | null
  /** state of a place of that kind, where the kind has states */
  state: (text: string, kind: string | null) => string | null
  /** how far a problem is, where a word says so */
  progress: (text: string) => 'open' | 'fixed' | 'verified' | null
  /** a site, an 居委会 or a water body by id, else a site by its name: of several that of the 居委会 (code), if it is known */
  spot: (text: string, area: string | null) => KnownSite | null
  /** the site of the 居委会 whose name is most like the text, where one is much like it and no other */
  nearSpot: (text: string, area: string) => (KnownSite & { name: string }) | null
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

/** Words as they are compared → what each means. Of two for one word the later stands. */
const termMap = <T>(...lists: Iterable<readonly [word: string, meant: T]>[]): Map<string, T> =>
  new Map(lists.flatMap((list) => [...list].map(([word, meant]) => [termKey(word), meant] as const)))

const found = <T>(known: ReadonlyMap<string, T>): ((text: string) => T | null) =>
  remembered((text) => known.get(termKey(text)) ?? null)

/** What the words of the standard stand for: an id or a name is never hidden by somebody's word for another. */
const wordLookups = (
  standard: Standard,
): Pick<Lookups, 'kind' | 'severity' | 'result' | 'source' | 'progress' | 'state'> => {
  const { words = {} } = standard
  const said = <T>(list: Readonly<Record<string, T>> | undefined) => Object.entries(list ?? {})
  const kinds = new Map(standard.kinds.map((kind) => [kind.id, kind]))
  /** what the words stand for, the things themselves last; words for what the rubric does not have are left out */
  const known = <T extends string>(list: Readonly<Record<string, T>> | undefined, ids: readonly T[]) =>
    found(
      termMap(
        said(list).filter(([, id]) => ids.includes(id)),
        ids.map((id) => [id, id] as const),
      ),
    )
  const kindOf = found(
    termMap(
      said(words.kinds),
      standard.kinds.flatMap(
        ({ id, label }) =>
          [
            [label, id],
            [id, id],
          ] as const,
      ),
    ),
  )
  const states = termMap(said(words.states))
  const statesOf = (kind: string | null): string[] =>
    (standard.derived.status ?? []).flatMap((rule) =>
      kind !== null && rule.kinds.includes(kind) ? Object.keys(rule.grades) : [],
    )
  return {
    kind: (text) => kinds.get(kindOf(text) ?? '') ?? null,
    severity: known(
      words.severities,
      standard.severity.levels.map(({ id }) => id),
    ),
    result: known(words.results, [...standard.bands.map(({ result }) => result), standard.notApplicable]),
    source: known(
      words.sources,
      standard.sources.map(({ id }) => id),
    ),
    progress: known(words.progress, ['open', 'fixed', 'verified']),
    state: (text, kind) => {
      const key = termKey(text)
      const possible = statesOf(kind)
      return (
        possible.find((state) => termKey(state) === key) ??
        states.get(key)?.find((state) => possible.includes(state)) ??
        null
      )
    },
  }
}

/** 「城市卫生面貌：无卫生死角」 is known by what it asks for, too. */
const afterColon = (text: string): string => text.slice(text.indexOf('：') + 1)

/**
 * Items by id or text, then by the words for them, then by the kind of place named: of that its default item. Of several
 * the one that applies to the kind of the place.
 */
const itemLookup = (standard: Standard, kindOf: Lookups['kind']): Lookups['item'] => {
  const byId = new Map(standard.items.map((item) => [item.id, item]))
  const items = new Map<string, Item[]>()
  for (const item of standard.items)
    for (const word of new Set([item.id, item.text, afterColon(item.text)].map(termKey)))
      addTo(items, word, item)
  const words = termMap(Object.entries(standard.words?.items ?? {}))
  const called = remembered((text): readonly Item[] => {
    const key = termKey(text)
    const own = items.get(key) ?? words.get(key)?.flatMap((id) => byId.get(id) ?? [])
    return own ?? [byId.get(kindOf(text)?.defaultItem ?? '')].flatMap((item) => item ?? [])
  })
  return (text, kind) => {
    const all = called(text)
    return all.find((item) => kind !== null && item.kinds.includes(kind)) ?? all[0] ?? null
  }
}

const knownAs = ({ id, kind }: Site): KnownSite => ({ id, kind, of: 'site' })

/** A name this like another is taken for it, if the next is less like by so much. */
const NEAR = 0.6
const APART = 0.15

/** Sites become known by `addSites`, after they have been read with the other lookups. */
export const openLookups = (
  standard: Standard,
  areas: readonly Area[],
  waters: readonly Water[],
  limit: Day | null,
): Lookups & { addSites: (sites: readonly Site[]) => void } => {
  const entity = (of: 'area' | 'water') => standard.kinds.find((kind) => kind.entity === of)?.id ?? null
  const words = wordLookups(standard)
  const spots = new Map<string, KnownSite>()
  const names = new Map<string, Site[]>()
  const byArea = new Map<string, Site[]>()
  for (const { id } of waters) spots.set(id, { id, kind: entity('water'), of: 'water' })
  for (const { code } of areas) spots.set(code, { id: code, kind: entity('area'), of: 'area' })
  return {
    standard,
    limit,
    area: remembered(areaReader(areas)),
    water: waterLookup(waters),
    ...words,
    item: itemLookup(standard, words.kind),
    spot: (text, area) => {
      const byId = spots.get(plain(text)) ?? spots.get(parseCode(text))
      if (byId !== undefined || text === '') return byId ?? null
      const named = names.get(termKey(text)) ?? []
      const own = named.length > 1 ? named.filter(({ areaCode }) => areaCode === area) : named
      return own.length === 1 ? knownAs(own[0] as Site) : null
    },
    nearSpot: (text, area) => {
      const [best, second] = (byArea.get(area) ?? [])
        .map((site) => ({ site, like: likeness(text, site.name) }))
        .sort((a, b) => b.like - a.like)
      if (best === undefined || best.like < NEAR || (second !== undefined && best.like - second.like < APART))
        return null
      return { ...knownAs(best.site), name: best.site.name }
    },
    addSites: (sites) => {
      // Of equal ids the first stands; a site of its own comes before an area or water of that id.
      for (const site of [...sites].reverse()) spots.set(site.id, knownAs(site))
      for (const site of sites) {
        addTo(names, termKey(site.name), site)
        if (site.areaCode !== null) addTo(byArea, site.areaCode, site)
      }
    },
  }
}
