/**
 * Files of a package to be handed on, without what leads to a person and what a spreadsheet would run: what the readers
 * take out of a text before it is used is taken out of the file itself. All else keeps its bytes, and the file is read to
 * the same records as before.
 */
import { type PackageFile, REGISTER_FILE, type TableFile } from '../contract.ts'
import { decodeSteps, decodeText } from '../formats/text.ts'
import { dropGuard, guardCell } from '../guard.ts'
import type { Steps } from '../pace.ts'
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
 * A table without numbers of people and formulas; one that has no columns we know loses the numbers all the same. In steps.
 * @param renamed photos that get another path: path of the package → that
 */
export function* cleanTable(
  file: PackageFile | TableFile,
  bytes: Uint8Array,
  renamed: ReadonlyMap<string, string> = new Map(),
): Steps<Uint8Array> {
  const mending = openMending(file, bytes, COLUMNS.get(file) ?? {})
  let dirty = mending.rename((heading) => guardCell(maskPeople(heading).text))
  yield* mending.rewrite((cells, fieldAt, at, headings) => {
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

/** Features cleaned between two yields. */
const BATCH = 16

/**
 * A value with each of its features cleaned by itself.
 * @param clean is given the ordinal of the feature it cleans, the first = 1; 0 = of what is none
 */
function* cleanEach(value: unknown, clean: (value: unknown, line: number) => unknown): Steps<unknown> {
  if (typeof value !== 'object' || value === null || !('features' in value) || !Array.isArray(value.features))
    return clean(value, 0)
  const { features, ...rest } = value
  const cleaned: unknown[] = []
  const others = clean(rest, 0) as object
  for (const [i, feature] of features.entries()) {
    cleaned.push(clean(feature, i + 1))
    if (i % BATCH === 0) yield
  }
  return { ...others, features: cleaned }
}

/**
 * JSON without numbers of people; the bytes as they are where it holds none. In steps.
 * @param tellOf what is told of each, for the ordinal of the feature it stood in (0 = in none)
 */
export function* cleanJson(
  bytes: Uint8Array,
  tellOf: (line: number) => Tell = () => () => {},
): Steps<Uint8Array> {
  let dirty = false
  const clean = (value: unknown, line: number): unknown =>
    maskJson(value, (path, masked) => {
      dirty = true
      tellOf(line)(path, masked)
    })
  try {
    const { text } = yield* decodeSteps(bytes)
    yield
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    yield
    const cleaned = yield* cleanEach(json, clean)
    return dirty ? new TextEncoder().encode(JSON.stringify(cleaned)) : bytes
  } catch {
    const { text, found: told } = maskPeople(decodeText(bytes))
    return told.length === 0 ? bytes : new TextEncoder().encode(text)
  }
}
