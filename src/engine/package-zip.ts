/** The package as one zip, to be opened elsewhere. Nothing in it leads to a person. */
import { type Zippable, zipSync } from 'fflate'
import { cleanJson, cleanTable } from '../intake/clean.ts'
import { PACKAGE_FILES, type PackageFile, REGISTER_FILE } from '../intake/contract.ts'
import { renamedFiles } from '../intake/package.ts'
import { maskPeople } from '../intake/people/mask.ts'
import { cleanPhoto, isPhotoName } from '../intake/photos/clean.ts'
import { isWorkbook } from '../intake/text.ts'

/** No clock: the same package gives the same bytes. Zip counts time from here. */
const EPOCH = new Date(1980, 0, 1)

/** A file of the contract as it may be handed on; null for one that is none of it, and for a workbook nobody can read. */
const cleaned = (file: PackageFile | typeof REGISTER_FILE, bytes: Uint8Array): Uint8Array | null => {
  if (isWorkbook(bytes)) return null
  return file.endsWith('.csv') ? cleanTable(file, bytes) : cleanJson(bytes)
}

/** A photo as it may be handed on; null for what is none, or says in its name whose it is. */
const photo = (path: string, bytes: Uint8Array): Uint8Array | null =>
  isPhotoName(path) && maskPeople(path).found.length === 0 ? cleanPhoto(bytes) : null

/**
 * @param files all of the package: path → bytes
 * @returns a zip of the files of the contract (where district.json says they stand), the register and the photos; other
 * files are none of the package
 */
export const packageZip = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const renamed = renamedFiles(files.get('district.json'))
  const names = new Map<string, PackageFile | typeof REGISTER_FILE>([
    [REGISTER_FILE, REGISTER_FILE],
    ...PACKAGE_FILES.map((name) => [renamed[name] ?? name, name] as const),
  ])
  const entries: Zippable = {}
  for (const [path, bytes] of files) {
    const file = names.get(path)
    const kept = file !== undefined ? cleaned(file, bytes) : photo(path, bytes)
    // Photos are compressed already.
    if (kept !== null) entries[path] = [kept, { level: file === undefined ? 0 : 6, mtime: EPOCH }]
  }
  return zipSync(entries)
}
