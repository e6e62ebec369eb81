/**
 * What makes a problem or a place the same one in two files. A running number (序号) never does: it begins anew with every
 * sheet. Where there is no other, a number is made of what the row says, so that the same row has it again next time.
 */
import type { PackageFile } from '../contract.ts'
import { likeness } from '../words/likeness.ts'
import { headingKey, plain, termKey } from './cells.ts'
import { parseDate } from './date-forms.ts'
import type { Lookups } from './lookups.ts'
import type { Cells } from './row-keys.ts'

/** Tables whose rows bear a number of their own. */
export const hasIdentity = (table: PackageFile): table is 'issues.csv' | 'sites.csv' =>
  table === 'issues.csv' || table === 'sites.csv'

const RUNNING_HEADINGS: ReadonlySet<string> = new Set(
  ['序号', '问题序号', '行号', '顺序号', '次序', 'No', 'No.', '#'].map(headingKey),
)

/**
 * Whether numbers only count the rows: by their heading, or because they are whole numbers from about 1 that are used up one
 * by one. Places may be numbered so and are then referred to by it: for them only the heading counts.
 * @param ids the first of the column
 */
export const isRunning = (table: PackageFile, heading: string, ids: readonly string[]): boolean => {
  if (RUNNING_HEADINGS.has(headingKey(heading))) return true
  if (table !== 'issues.csv' || ids.length === 0) return false
  const numbers = ids.map((id) => (/^0*\d{1,5}$/.test(plain(id)) ? Number(plain(id)) : -1))
  return numbers.every((number) => number >= 0) && Math.max(...numbers) <= 2 * ids.length + 2
}

/** No letter looks like a figure, and no word of them like the number of a telephone. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** FNV-1a over UTF-16 units. */
const hashOf = (text: string, seed: number): number => {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

const lettersOf = (text: string, count: number): string =>
  Array.from({ length: count }, (_, i) => LETTERS[hashOf(text, i + 1) % LETTERS.length]).join('')

const areaOf = (cells: Cells, lookups: Lookups): string => {
  const text = cells('areaCode')
  const found = text === '' ? '' : lookups.area(text)
  return typeof found === 'string' ? found : termKey(text)
}

/** What the row says that stays the same however the matter goes on. */
const contentOf = (table: 'issues.csv' | 'sites.csv', cells: Cells, lookups: Lookups): string => {
  const said = (...fields: string[]) => fields.map((field) => termKey(cells(field)))
  const parts =
    table === 'issues.csv'
      ? [cells('foundOn'), ...said('description', 'address', 'siteId', 'lon', 'lat')]
      : [
          lookups.kind(cells('kind'))?.id ?? '',
          ...said('name', 'address', ...(cells('name') === '' ? ['lon', 'lat'] : [])),
        ]
  return [areaOf(cells, lookups), ...parts].join('\u0000')
}

/** A number made of what the row says: 「190403-KQWZBD」, for a place 「DW-KQWZBDHT」. */
const madeId = (table: 'issues.csv' | 'sites.csv', content: string, cells: Cells): string => {
  if (table === 'sites.csv') return `DW-${lettersOf(content, 8)}`
  const day = parseDate(cells('foundOn')) === null ? '' : cells('foundOn').slice(2).replaceAll('-', '')
  return `${day === '' ? 'WT' : day}-${lettersOf(content, 6)}`
}

/** Texts this like are one text with a correction. */
const SAME_TEXT = 0.4

/** Whether two rows of one number speak of the same thing. What one of them does not say tells nothing. */
const isSame = (table: 'issues.csv' | 'sites.csv', a: Cells, b: Cells, lookups: Lookups): boolean => {
  const agree = (x: string, y: string) => x === '' || y === '' || x === y
  const alike = (field: string) => {
    const [x, y] = [a(field), b(field)]
    return x === '' || y === '' || likeness(x, y) >= SAME_TEXT
  }
  if (table === 'sites.csv') return alike('name')
  const day = (cells: Cells) => String(parseDate(cells('foundOn')) ?? '')
  return agree(day(a), day(b)) && agree(areaOf(a, lookups), areaOf(b, lookups)) && alike('description')
}

/** A row whose number another thing has. */
export interface Clash {
  id: string
  /** the number it is given instead */
  made: string
  /** where the other stands: 「现有数据」 or 「第 3 行」 */
  where: string
  before: Cells
}

export interface Identified {
  id: string
  clash: Clash | null
}

export interface Identity {
  /** @param where the row, to be told of another with its number */
  identify: (cells: Cells, where: string) => Identified
}

/**
 * Gives the rows of one sheet their numbers.
 * @param running the numbers of the sheet only count its rows
 * @param present the row of that number in the table there is
 * @param byName the number of the place there is, of that kind, name and 居委会
 * @param come what came in before, in this sheet and others: number → what it says and where
 */
export const openIdentity = (
  table: 'issues.csv' | 'sites.csv',
  running: boolean,
  lookups: Lookups,
  present: (id: string) => Cells | null,
  byName: (cells: Cells) => string | null,
  come: Map<string, { cells: Cells; where: string; content: string }>,
): Identity => {
  const met = new Map<string, number>()
  const make = (cells: Cells, where: string): string => {
    const content = contentOf(table, cells, lookups)
    // Two rows of a sheet that say the same are two; a row of another sheet that says the same is one of these.
    const ordinal = (met.get(content) ?? 0) + 1
    met.set(content, ordinal)
    const own = table === 'sites.csv' && ordinal === 1 ? byName(cells) : null
    if (own !== null) return own
    let id = madeId(table, ordinal === 1 ? content : `${content}\u0000${ordinal}`, cells)
    while (come.has(id) && come.get(id)?.content !== `${content}\u0000${ordinal}`) id = `${id}X`
    come.set(id, { cells, where, content: `${content}\u0000${ordinal}` })
    return id
  }
  return {
    identify: (cells, where) => {
      const id = plain(cells('id'))
      if (id === '') return { id: make(cells, where), clash: null }
      const there = present(id)
      const same = there !== null && isSame(table, there, cells, lookups)
      if (running) return { id: same ? id : make(cells, where), clash: null }
      const before = come.get(id)
      const other = before ?? (there === null ? undefined : { cells: there, where: '现有数据' })
      if (other === undefined || isSame(table, other.cells, cells, lookups)) {
        if (before === undefined) come.set(id, { cells, where, content: '' })
        return { id, clash: null }
      }
      return { id, clash: { id, made: make(cells, where), where: other.where, before: other.cells } }
    },
  }
}
