/**
 * Files of a package to be handed on, without what leads to a person and what a spreadsheet would run: what the readers
 * take out of a text before it is used is taken out of the file itself. All else keeps its bytes, and the file is read to
 * the same records as before.
 */
import { type PackageFile, REGISTER_FILE, type TableFile } from '../contract.ts'
import { decodeJson, decodeText } from '../formats/text.ts'
import { dropGuard, guardCell } from '../guard.ts'
import { hasDoor, hasNamed } from '../people/homes.ts'
import { HIDDEN, maskJson, maskPeople, type Tell } from '../people/mask.ts'
import { photoPath } from '../tables/fields.ts'
import { isPersonalHonour } from '../tables/honours.ts'
import { TABLES } from '../tables/index.ts'
import { REGISTER } from '../tables/register.ts'
import type { Columns } from '../tables/table.ts'
import { openMending } from './mending.ts'

const COLUMNS = new Map<TableFile, Columns<string>>([
  ...Object.values(TABLES).map((table) => [table.file, table.columns as Columns<string>] as const),
  [REGISTER_FILE, REGISTER.columns],
])

const maskCell = (cell: string, _: string | undefined, heading: string): string =>
  maskPeople(cell, heading).text

/**
 * People's honours: neither name nor place, no basis that leads to a door, nothing under headings of their own. What is
 * put where a name or place was keeps the row refused for having one.
 */
const cleanHonour = (cell: string, field: string | undefined, heading: string): string => {
  if (cell.trim() === '') return cell
  switch (field) {
    case undefined:
      return ''
    case 'name':
    case 'lon':
    case 'lat':
      return HIDDEN
    case 'basis':
      return hasDoor(cell) || hasNamed(cell) ? '' : maskCell(cell, field, heading)
    default:
      return maskCell(cell, field, heading)
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
  const mending = openMending(file, bytes, COLUMNS.get(file) ?? {})
  let dirty = mending.rename((heading) => guardCell(maskPeople(heading).text))
  mending.rewrite((cells, fieldAt, at, headings) => {
    const personal = file === 'honours.csv' && isPersonalHonour(cells[at.get('kind') ?? -1] ?? '')
    const clean = cells.map((cell, i) => {
      const field = fieldAt(i)
      const photo = PHOTOS.has(field) ? renamed.get(photoPath(dropGuard(cell.trim()).trim())) : undefined
      return guardCell(photo ?? (personal ? cleanHonour : maskCell)(cell, field, headings[i] ?? ''))
    })
    if (clean.every((cell, i) => cell === cells[i])) return null
    dirty = true
    return clean
  })
  return dirty ? mending.bytes() : bytes
}

/**
 * A value with each of its features cleaned by itself.
 * @param clean is given the ordinal of the feature it cleans, the first = 1; 0 = of what is none
 */
const cleanEach = (value: unknown, clean: (value: unknown, line: number) => unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('features' in value) || !Array.isArray(value.features))
    return clean(value, 0)
  const { features, ...rest } = value
  return { ...(clean(rest, 0) as object), features: features.map((feature, i) => clean(feature, i + 1)) }
}

/**
 * JSON without numbers of people; the bytes as they are where it holds none.
 * @param tellOf what is told of each, for the ordinal of the feature it stood in (0 = in none)
 */
export const cleanJson = (bytes: Uint8Array, tellOf: (line: number) => Tell = () => () => {}): Uint8Array => {
  let dirty = false
  const clean = (value: unknown, line: number): unknown =>
    maskJson(value, (path, masked) => {
      dirty = true
      tellOf(line)(path, masked)
    })
  try {
    const cleaned = cleanEach(decodeJson(bytes), clean)
    return dirty ? new TextEncoder().encode(JSON.stringify(cleaned)) : bytes
  } catch {
    const { text, found: told } = maskPeople(decodeText(bytes))
    return told.length === 0 ? bytes : new TextEncoder().encode(text)
  }
}
