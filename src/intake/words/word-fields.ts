/** Which cells hold words that stand for something defined elsewhere, and what each may stand for. */
import type { Area, Site, Water } from '../../model/records.ts'
import type { Item, Standard } from '../../model/standard.ts'
import type { PackageFile } from '../contract.ts'
import { PROGRESS } from '../contract-fields.ts'
import { areaLikeness } from '../tables/area-names.ts'
import { parseNumber, termKey } from '../tables/cells.ts'
import type { Lookups } from '../tables/lookups.ts'
import { likeness } from './likeness.ts'

/** What a word may stand for. */
export interface Meaning {
  /** what is put in its place */
  id: string
  label: string
}

/** The fields of each table that hold such words. */
const WORD_FIELDS: Partial<Record<PackageFile, readonly string[]>> = {
  'sites.csv': ['kind', 'areaCode', 'status'],
  'site-status.csv': ['siteId', 'status'],
  'inspections.csv': ['siteId', 'item', 'result', 'source'],
  'issues.csv': ['areaCode', 'item', 'severity', PROGRESS, 'source', 'siteId'],
  'water-samples.csv': ['waterId'],
  'surveys.csv': ['areaCode', 'waterId'],
  'honours.csv': ['areaCode'],
  'responsibility.csv': ['areaCode', 'siteId'],
  'activities.csv': ['areaCode'],
}

export const wordFieldsOf = (table: PackageFile): readonly string[] => WORD_FIELDS[table] ?? []

const PROGRESS_LABELS: readonly Meaning[] = [
  { id: 'open', label: '没有整改' },
  { id: 'fixed', label: '已整改，待复查' },
  { id: 'verified', label: '已销号' },
]

/** What the words of a field are looked up in. */
export interface WordGround {
  standard: Standard
  lookups: Lookups
  areas: readonly Area[]
  sites: readonly Site[]
  waters: readonly Water[]
}

const plainly = (ids: readonly string[]): Meaning[] => ids.map((id) => ({ id, label: id }))

/**
 * All that a word of the field may stand for, in the order of the standard.
 * @param kind of the places it is said of, where they are of one: an item is one that applies to it
 */
export const meaningsOf = (
  field: string,
  { standard, areas, sites, waters }: WordGround,
  kind: string | null = null,
): Meaning[] => {
  switch (field) {
    case 'kind':
      return standard.kinds
        .filter(({ entity }) => entity === undefined)
        .map(({ id, label }) => ({ id, label }))
    case 'item':
      return standard.items
        .filter(({ kinds }) => kind === null || kinds.includes(kind))
        .map(({ id, text }) => ({ id, label: text }))
    case 'severity':
      return plainly(standard.severity.levels.map(({ id }) => id))
    case 'result':
      return plainly([...standard.bands.map(({ result }) => result), standard.notApplicable])
    case 'source':
      return plainly(standard.sources.map(({ id }) => id))
    case 'status':
      return plainly([
        ...new Set((standard.derived.status ?? []).flatMap(({ grades }) => Object.keys(grades))),
      ])
    case PROGRESS:
      return [...PROGRESS_LABELS]
    case 'areaCode':
      return areas.map(({ code, name }) => ({ id: code, label: name }))
    case 'siteId':
      return sites.map(({ id, name }) => ({ id, label: name }))
    case 'waterId':
      return waters.map(({ id, name }) => ({ id, label: name }))
    default:
      return []
  }
}

/** An item known by a word that does not apply to the kind of the places is not what is meant. */
const itemFor = (item: Item | null, kind: string | null): string | null =>
  item === null || (kind !== null && !item.kinds.includes(kind)) ? null : item.id

/** What a word is taken for by itself; null where nobody knows it. */
export const meaningOf = (
  field: string,
  word: string,
  { lookups, standard }: WordGround,
  kind: string | null,
): string | null => {
  const known = (id: string | null | undefined) => id ?? null
  switch (field) {
    case 'kind':
      return known(lookups.kind(word)?.id)
    case 'item':
      return itemFor(lookups.item(word, kind), kind)
    case 'severity':
      return lookups.severity(word)
    case 'result':
      return parseNumber(word, { 分: 1 }) === null ? lookups.result(word) : word
    case 'source':
      return lookups.source(word)
    case 'status': {
      const states = (standard.derived.status ?? []).flatMap(
        ({ kinds }) => lookups.state(word, kinds[0] ?? null) ?? [],
      )
      return known(states[0])
    }
    case PROGRESS:
      return lookups.progress(word)
    case 'areaCode': {
      const found = lookups.area(word)
      return typeof found === 'string' ? found : null
    }
    case 'siteId':
      return known(lookups.spot(word, null)?.id)
    case 'waterId': {
      const found = lookups.water(word)
      return typeof found === 'string' ? found : null
    }
    default:
      return null
  }
}

/** Words of the standard for a field: word → ids. */
const spellingsOf = (field: string, { words = {} }: Standard): [word: string, ids: string[]][] => {
  const list = {
    kind: words.kinds,
    item: words.items,
    severity: words.severities,
    result: words.results,
    source: words.sources,
    status: words.states,
    [PROGRESS]: words.progress,
  }[field]
  return Object.entries(list ?? {}).map(([word, ids]) => [word, [ids].flat()])
}

const LIKELY = 0.2
const SUGGESTED = 4

/** What an unknown word most likely stands for, the likeliest first. */
export const suggestionsFor = (
  field: string,
  word: string,
  ground: WordGround,
  kind: string | null,
): Meaning[] => {
  const meanings = meaningsOf(field, ground, kind)
  const best = new Map<string, number>()
  const offer = (id: string, score: number) => {
    if (score > (best.get(id) ?? 0)) best.set(id, score)
  }
  for (const { id, label } of meanings)
    offer(id, Math.max(likeness(word, label), field === 'areaCode' ? areaLikeness(word, label) : 0))
  for (const [spelling, ids] of spellingsOf(field, ground.standard))
    for (const id of ids) offer(id, likeness(word, spelling))
  return meanings
    .filter(({ id }) => (best.get(id) ?? 0) >= LIKELY)
    .sort((a, b) => (best.get(b.id) ?? 0) - (best.get(a.id) ?? 0))
    .slice(0, SUGGESTED)
}

/**
 * The item that a description speaks of: that of the longest word for an item found in it; null where none is found, or
 * several of one length that mean different items.
 */
export const itemInText = ({ words = {} }: Standard): ((description: string) => string | null) => {
  const known = Object.entries(words.items ?? {})
    .map(([word, ids]) => [termKey(word), ids[0] as string] as const)
    .filter(([word]) => word.length >= 2)
    .sort((a, b) => b[0].length - a[0].length)
  return (description) => {
    const text = termKey(description)
    const there = known.filter(([word]) => text.includes(word))
    const longest = there.filter(([word]) => word.length === there[0]?.[0].length)
    return new Set(longest.map(([, id]) => id)).size === 1 ? (longest[0]?.[1] ?? null) : null
  }
}

/** How a word came to be taken for what it is taken for. */
export type HowSure = 'own' | 'known' | 'hand' | 'remembered' | 'unknown'

/** One word of a column. */
export interface Word {
  field: string
  word: string
  count: number
  /** of the places it is said of; null where they are of several, or of none */
  kind: string | null
  /** rows it stands in, the first of them */
  lines: number[]
}

/** Words of a column that are counted; a column of more holds texts. */
const MOST_WORDS = 400
const LISTED = 100

/** Counts the words that rows hold. */
export const openWordCount = (fields: readonly string[]) => {
  const words = new Map<string, Word>()
  const kinds = new Map<string, number>()
  return {
    count: (field: string, word: string, line: number, kind: string | null): void => {
      if (word === '') return
      const key = `${field}\u0000${termKey(word)}`
      const known = words.get(key)
      if (known !== undefined) {
        known.count++
        if (known.kind !== kind) known.kind = null
        if (known.lines.length < LISTED) known.lines.push(line)
        return
      }
      const own = (kinds.get(field) ?? 0) + 1
      if (own > MOST_WORDS) return
      kinds.set(field, own)
      words.set(key, { field, word, count: 1, kind, lines: [line] })
    },
    /** the fields in their order, of each the most frequent first */
    all: (): Word[] =>
      [...words.values()].sort(
        (a, b) => fields.indexOf(a.field) - fields.indexOf(b.field) || b.count - a.count,
      ),
  }
}
