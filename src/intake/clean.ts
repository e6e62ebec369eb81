/**
 * Files of a package to be handed on, without what leads to a person and what a spreadsheet would run: what the readers
 * take out of a text before it is used is taken out of the file itself. All else keeps its bytes, and the file is read to
 * the same records as before.
 */
import { type PackageFile, REGISTER_FILE, type TableFile } from './contract.ts'
import { photoPath } from './fields.ts'
import { dropGuard, guardCell } from './guard.ts'
import { openMending } from './mending.ts'
import { hasDoor, hasNamed, maskJson, maskPeople, type Personal } from './privacy.ts'
import { type Columns, isKey } from './table.ts'
import { isPersonalHonour } from './tables/honours.ts'
import { TABLES } from './tables/index.ts'
import { REGISTER } from './tables/register.ts'
import { decodeJson, decodeText } from './text.ts'

const COLUMNS = new Map<TableFile, Columns<string>>([
  ...Object.values(TABLES).map((table) => [table.file, table.columns as Columns<string>] as const),
  [REGISTER_FILE, REGISTER.columns],
])

/** What stands where a name or place was: the row stays refused for having one. */
const HIDDEN = '（已隐去）'

const maskCell = (cell: string, field: string | undefined): string =>
  field !== undefined && isKey(field) ? cell : maskPeople(cell).text

/** People's honours: neither name nor place, no basis that leads to a door, nothing under headings of their own. */
const cleanHonour = (cell: string, field: string | undefined): string => {
  if (cell.trim() === '') return cell
  switch (field) {
    case undefined:
      return ''
    case 'name':
    case 'lon':
    case 'lat':
      return HIDDEN
    case 'basis':
      return hasDoor(cell) || hasNamed(cell) ? '' : maskCell(cell, field)
    default:
      return maskCell(cell, field)
  }
}

const PHOTOS: ReadonlySet<string | undefined> = new Set(['photoBefore', 'photoAfter', 'photo'])

/**
 * A table without numbers of people and formulas; one that has no columns we know loses the numbers all the same.
 * @param renamed photos that get another path: path of the package → that
 */
export const cleanTable = (
  file: PackageFile | TableFile,
  bytes: Uint8Array,
  renamed: ReadonlyMap<string, string> = new Map(),
): Uint8Array => {
  const columns = COLUMNS.get(file)
  const plainly = (): Uint8Array => {
    const text = decodeText(bytes)
    const masked = text
      .split('\n')
      .map((line) => maskPeople(line).text)
      .join('\n')
    return masked === text ? bytes : new TextEncoder().encode(masked)
  }
  if (columns === undefined) return plainly()
  const mending = openMending(file, bytes, columns)
  let dirty = false
  mending.rewrite((cells, fieldAt, at) => {
    const personal = file === 'honours.csv' && isPersonalHonour(cells[at.get('kind') ?? -1] ?? '')
    const clean = cells.map((cell, i) => {
      const field = fieldAt(i)
      const photo = PHOTOS.has(field) ? renamed.get(photoPath(dropGuard(cell.trim()).trim())) : undefined
      return guardCell(photo ?? (personal ? cleanHonour : maskCell)(cell, field))
    })
    if (clean.every((cell, i) => cell === cells[i])) return null
    dirty = true
    return clean
  })
  return dirty ? mending.bytes() : bytes
}

/** JSON without numbers of people. */
export const cleanJson = (bytes: Uint8Array): Uint8Array => {
  const found = new Set<Personal>()
  try {
    const clean = maskJson(decodeJson(bytes), found)
    return found.size === 0 ? bytes : new TextEncoder().encode(JSON.stringify(clean))
  } catch {
    const { text, found: told } = maskPeople(decodeText(bytes))
    return told.length === 0 ? bytes : new TextEncoder().encode(text)
  }
}
