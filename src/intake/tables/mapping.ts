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

/** The field that a name stands for, and how far down the names of that field it stands. */
interface Name {
  field: string
  rank: number
}

/** What the names of some fields are compared by. */
interface Names {
  all: readonly (readonly [key: string, name: Name])[]
  exact: ReadonlyMap<string, Name>
}

/** Worked out once for each list of fields: it is asked for with every file, and for every table it may be. */
const namesOf = oncePer((fields: readonly FieldSpec[]): Names => {
  const all = fields.flatMap(({ field, headings }) =>
    [field, ...headings].map((name, rank) => [headingKey(name), { field, rank }] as const),
  )
  return { all, exact: new Map([...all].reverse()) }
})

/**
 * The field of every column, '' where none: by name, else by the name within brackets dropped, else by the longest name
 * that the heading begins or ends with. No field is given twice; of columns that bear its names the one with the earlier of
 * them has it, of equal claims the first column.
 */
export const proposeMapping = (headings: readonly string[], fields: readonly FieldSpec[]): string[] => {
  const given = headings.map(() => '')
  const taken = new Set<string>()
  const { all, exact } = namesOf(fields)
  const give = (i: number, field: string | undefined) => {
    if (given[i] !== '' || field === undefined || taken.has(field)) return
    given[i] = field
    taken.add(field)
  }
  const named = headings.flatMap((heading, i) => {
    const name = exact.get(headingKey(heading))
    return name === undefined ? [] : [{ i, ...name }]
  })
  for (const { i, field } of named.sort((a, b) => a.rank - b.rank || a.i - b.i)) give(i, field)
  const open = (heading: string) => !exact.has(headingKey(heading)) && !OF_PEOPLE.test(bare(heading).trim())
  headings.forEach((heading, i) => {
    if (open(heading)) give(i, exact.get(headingKey(bare(heading)))?.field)
  })
  const claims = headings.flatMap((heading, i) => {
    const key = headingKey(bare(heading))
    if (!open(heading) || key === '') return []
    return all.flatMap(([name, { field }]) => {
      const claim = likeness(key, name)
      return claim > 0 ? [{ i, field, claim }] : []
    })
  })
  for (const { i, field } of claims.sort((a, b) => b.claim - a.claim || a.i - b.i)) give(i, field)
  return given
}

/** What a column without a heading is called. */
export const headingsOf = (cells: readonly string[]): string[] =>
  cells.map((cell, i) => cell.trim() || `（第 ${i + 1} 列）`)
