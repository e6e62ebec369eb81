/** The package as one zip, to be opened elsewhere, on any system. Nothing in it leads to a person or is run as a formula. */
import { type Zippable, zipSync } from 'fflate'
import { cleanJson, cleanTable } from '../../intake/cleaning/clean.ts'
import { BESIDE_FILES, PACKAGE_FILES, type PackageFile, type TableFile } from '../../intake/contract.ts'
import { readJson } from '../../intake/formats/json.ts'
import { isWorkbook } from '../../intake/formats/text.ts'
import { finish, type Steps } from '../../intake/pace.ts'
import { renamedFiles } from '../../intake/package.ts'
import { maskPeople } from '../../intake/people/mask.ts'
import { cleanPhoto, isPhotoName } from '../../intake/photos/clean.ts'
import { safePaths } from './file-names.ts'

/** No clock: the same package gives the same bytes. Zip counts time from here. */
const EPOCH = new Date(1980, 0, 1)

type Known = PackageFile | (typeof BESIDE_FILES)[number]

/** `district.json` with the paths of its files as they are in the zip. */
const relocated = (bytes: Uint8Array, moved: ReadonlyMap<string, string>): Uint8Array => {
  const json = readJson(bytes).json as { files?: Record<string, string> }
  const files = Object.entries(json.files ?? {}).map(([name, path]) => [name, moved.get(path) ?? path])
  return new TextEncoder().encode(JSON.stringify({ ...json, files: Object.fromEntries(files) }, null, 2))
}

/** A file of the contract as it may be handed on; null for a workbook, which nobody can read. */
function* cleaned(
  file: Known,
  bytes: Uint8Array,
  photos: ReadonlyMap<string, string>,
): Steps<Uint8Array | null> {
  if (isWorkbook(bytes)) return null
  return yield* file.endsWith('.csv') ? cleanTable(file as TableFile, bytes, photos) : cleanJson(bytes)
}

/** A photo as it may be handed on; null for what is none, or says in its name whose it is. */
const photo = (path: string, bytes: Uint8Array): Uint8Array | null =>
  isPhotoName(path) && maskPeople(path).found.length === 0 ? cleanPhoto(bytes) : null

/**
 * `packageZip` in steps.
 * @param files all of the package: path → bytes
 * @returns a zip of the files of the contract (where district.json says they stand), the register and the photos; other
 * files are none of the package. A path that some system cannot write is another there, and so is what speaks of it.
 */
export function* packageZipSteps(files: ReadonlyMap<string, Uint8Array>): Steps<Uint8Array> {
  const renamed = renamedFiles(files.get('district.json'))
  const names = new Map<string, Known>([
    ...BESIDE_FILES.map((name) => [name, name] as const),
    ...PACKAGE_FILES.map((name) => [renamed[name] ?? name, name] as const),
  ])
  const own = [...files].filter(([path]) => names.has(path) || isPhotoName(path))
  const safe = safePaths(own.map(([path]) => path))
  const moved = new Map([...safe].filter(([path, other]) => path !== other))
  const entries: Zippable = {}
  for (const [path, bytes] of own) {
    const file = names.get(path)
    yield
    let kept = file === undefined ? photo(path, bytes) : yield* cleaned(file, bytes, moved)
    if (kept === null) continue
    if (file === 'district.json' && [...names.keys()].some((name) => moved.has(name)))
      kept = relocated(kept, moved)
    // Photos are compressed already.
    entries[safe.get(path) as string] = [kept, { level: file === undefined ? 0 : 6, mtime: EPOCH }]
  }
  return zipSync(entries)
}

/** The package as a zip: see `packageZipSteps`. */
export const packageZip = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  finish(packageZipSteps(files))
