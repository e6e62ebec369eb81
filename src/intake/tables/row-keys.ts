/** When two rows speak of the same thing: the key of a row in each table, and whether two cells say the same. */

import type { PackageFile } from '../contract.ts'
import { parseNumber, plain, termKey } from './cells.ts'
import { parseDate } from './date-forms.ts'
import type { Lookups } from './lookups.ts'

/** The fields that together name what a row is about. */
const KEYS: Partial<Record<PackageFile, readonly string[]>> = {
  'sites.csv': ['id'],
  'issues.csv': ['id'],
  'site-status.csv': ['siteId', 'date', 'status'],
  'inspections.csv': ['visit', 'siteId', 'date', 'item', 'source'],
  'water-samples.csv': ['waterId', 'station', 'date'],
  'surveys.csv': ['areaCode', 'waterId', 'date'],
  'honours.csv': ['kind', 'name', 'areaCode', 'date'],
  'responsibility.csv': ['areaCode', 'siteId'],
  'activities.csv': ['kind', 'title', 'date', 'areaCode'],
}

/** A cell by the name of its field, '' where there is none. */
export type Cells = (field: string) => string

const foundOr = (found: string | { reason: string }, text: string): string =>
  typeof found === 'string' ? found : plain(text)

/** What a cell says, so that 毛楼居委会 and its code, 2019/5/7 and 2019-05-07 are the same. */
const meaning = (field: string, text: string, cells: Cells, lookups: Lookups): string => {
  if (text === '') return ''
  switch (field) {
    case 'id':
    case 'visit':
      return plain(text)
    case 'areaCode':
      return foundOr(lookups.area(text), text)
    case 'waterId':
      return foundOr(lookups.water(text), text)
    case 'siteId':
      return lookups.spot(text, null)?.id ?? plain(text)
    case 'item': {
      const kind = lookups.spot(cells('siteId'), null)?.kind ?? null
      return lookups.item(text, kind)?.id ?? termKey(text)
    }
    case 'date':
    case 'foundOn':
    case 'dueOn':
    case 'fixedOn':
    case 'verifiedOn':
      return String(parseDate(text) ?? plain(text))
    case 'lon':
    case 'lat':
      return String(parseNumber(text, { '°': 1, 度: 1 }) ?? plain(text))
    default:
      return termKey(text)
  }
}

/** What names the thing a row of `table` is about; null where nothing does. */
export const rowKey = (table: PackageFile, cells: Cells, lookups: Lookups): string | null => {
  const parts = (KEYS[table] ?? []).map((field) => meaning(field, cells(field), cells, lookups))
  return parts.every((part) => part === '') ? null : parts.join('\u0000')
}

/** Whether two cells of a field say the same. Free text is compared letter by letter. */
export const isSameCell = (field: string, a: string, b: string, cells: Cells, lookups: Lookups): boolean => {
  if (a === b) return true
  if (a === '' || b === '') return false
  const [x, y] = [meaning(field, a, cells, lookups), meaning(field, b, cells, lookups)]
  return x === y && (FREE.has(field) ? a.trim() === b.trim() : true)
}

/** Text in which a capital letter or a space may be the whole change. */
const FREE: ReadonlySet<string> = new Set(['description', 'note', 'basis', 'name', 'title', 'responsible'])
