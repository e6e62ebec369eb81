/** The package as one zip, to be opened elsewhere. Nothing in it leads to a person. */
import { type Zippable, zipSync } from 'fflate'
import { cleanJson, cleanTable } from '../intake/clean.ts'
import { PACKAGE_FILES, type PackageFile, REGISTER_FILE } from '../intake/contract.ts'
import { renamedFiles } from '../intake/package.ts'
import { isWorkbook } from '../intake/text.ts'

const IMAGE = /\.(?:jpe?g|png|webp|gif|bmp|avif|svg|heic|tiff?)$/i

/** No clock: the same package gives the same bytes. Zip counts time from here. */
const EPOCH = new Date(1980, 0, 1)

/** A file of the contract as it may be handed on; null for one that is none of it, and for a workbook nobody can read. */
const cleaned = (file: PackageFile | typeof REGISTER_FILE, bytes: Uint8Array): Uint8Array | null => {
  if (isWorkbook(bytes)) return null
  return file.endsWith('.csv') ? cleanTable(file, bytes) : cleanJson(bytes)
}

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
    const kept = file !== undefined ? cleaned(file, bytes) : IMAGE.test(path) ? bytes : null
    // Photos are compressed already.
    if (kept !== null) entries[path] = [kept, { level: file === undefined ? 0 : 6, mtime: EPOCH }]
  }
  return zipSync(entries)
}
