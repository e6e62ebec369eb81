/** Headings of a file to the fields of a table: what is certain, what is likely, and what nobody knows. */
import { oncePer } from '../../model/remembered.ts'
import { headingKey } from './cells.ts'

/** A field that a heading may stand for. */
export interface FieldSpec {
  field: string
  /** names it goes by; the first is the one our templates use */
  headings: readonly string[]
  required: boolean
}

/** Columns about people are never guessed to be something else. */
const OF_PEOPLE = /人$|电话|手机|联系|姓名|户主|身份证|门牌|住址/

/** Shorter words are parts of too many headings to tell anything. */
const LONG_ENOUGH = 3

/** 「责任单位（盖章）」 → 「责任单位」. */
const bare = (heading: string): string => heading.normalize('NFKC').replace(/[([{【][^)\]}】]*[)\]}】]/g, '')

const likeness = (key: string, name: string): number => {
  if (name.length < LONG_ENOUGH || !(key.startsWith(name) || key.endsWith(name))) return 0
  return name.length / key.length
}

/**
 * Every name a column may have, as names are compared → its field, and the place of the name among the field's names. A name
 * given twice keeps its first place.
 */
export const namesOf = <Field extends string>(
  fields: readonly { field: Field; headings: readonly string[] }[],
): ReadonlyMap<string, { field: Field; rank: number }> => {
  const names = new Map<string, { field: Field; rank: number }>()
  for (const { field, headings } of fields)
    for (const [rank, name] of [field, ...headings].entries()) {
      const key = headingKey(name)
      if (!names.has(key)) names.set(key, { field, rank })
    }
  return names
}

/** Made once for each list of fields: it is asked for with every file, and for every table it may be. */
const knownNames = oncePer(namesOf<string>)

/**
 * The field of every column, '' where none: by name, else by the name within brackets dropped, else by the longest name
 * that the heading begins or ends with. No field is given twice; of columns that bear its names the one with the earlier of
 * them has it, of equal claims the first column.
 */
export const proposeMapping = (headings: readonly string[], fields: readonly FieldSpec[]): string[] => {
  const given = headings.map(() => '')
  const taken = new Set<string>()
  const names = knownNames(fields)
  const give = (i: number, field: string | undefined) => {
    if (given[i] !== '' || field === undefined || taken.has(field)) return
    given[i] = field
    taken.add(field)
  }
  const named = headings.flatMap((heading, i) => {
    const name = names.get(headingKey(heading))
    return name === undefined ? [] : [{ i, ...name }]
  })
  for (const { i, field } of named.sort((a, b) => a.rank - b.rank || a.i - b.i)) give(i, field)
  const open = (heading: string) => !names.has(headingKey(heading)) && !OF_PEOPLE.test(bare(heading).trim())
  headings.forEach((heading, i) => {
    if (open(heading)) give(i, names.get(headingKey(bare(heading)))?.field)
  })
  const claims = headings.flatMap((heading, i) => {
    const key = headingKey(bare(heading))
    if (!open(heading) || key === '') return []
    return [...names].flatMap(([name, { field }]) => {
      const claim = likeness(key, name)
      return claim > 0 ? [{ i, field, claim }] : []
    })
  })
  for (const { i, field } of claims.sort((a, b) => b.claim - a.claim || a.i - b.i)) give(i, field)
  return given
}

/** What columns are called: one without a heading, and one whose heading stands before it already, by their number. */
export const headingsOf = (cells: readonly string[]): string[] => {
  const taken = new Set<string>()
  return cells.map((cell, i) => {
    const key = headingKey(cell)
    const isOwn = key !== '' && !taken.has(key)
    taken.add(key)
    return isOwn ? cell.trim() : `${cell.trim()}（第 ${i + 1} 列）`
  })
}
