/** Files that come together: a dropped folder or an archive may be a whole package. */
import { BESIDE_FILES, PACKAGE_FILES } from '../contract.ts'
import { renamedFiles } from '../district.ts'
import type { SourceFile } from './opened.ts'
import { baseName, extensionOf, folderOf } from './paths.ts'

const CONTRACT: readonly string[] = PACKAGE_FILES

/** Pictures belong to the package wherever they lie; so does what describes it. */
const isBeside = (path: string): boolean =>
  /\.schema\.json$/i.test(path) ||
  ['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'svg', 'heic', 'tif', 'tiff', 'md', 'html', 'pdf'].includes(
    extensionOf(path),
  )

export interface Bundle {
  /** the folder of the package, '' or ending in a slash */
  root: string
  /** path as the package calls it → bytes */
  files: Map<string, Uint8Array>
  /** what is no part of it */
  others: SourceFile[]
}

/**
 * The package among some files, or null where no file has a name of the contract. Where several folders hold such files,
 * the one nearest the top is it.
 */
export const findBundle = (files: readonly SourceFile[]): Bundle | null => {
  const roots = files
    .filter(({ path }) => CONTRACT.includes(baseName(path)))
    .map(({ path }) => folderOf(path))
  if (roots.length === 0) return null
  const root = roots.reduce((a, b) => (b.split('/').length < a.split('/').length ? b : a))
  const inside = (path: string): string | null => (path.startsWith(root) ? path.slice(root.length) : null)
  const district = files.find(({ path }) => inside(path) === 'district.json')
  const named = new Set([...CONTRACT, ...BESIDE_FILES, ...Object.values(renamedFiles(district?.bytes))])
  const own = files.filter(({ path }) => {
    const name = inside(path)
    return name !== null && (named.has(name) || isBeside(name) || name.startsWith('photos/'))
  })
  const among = new Set(own)
  return {
    root,
    files: new Map(own.map(({ path, bytes }) => [path.slice(root.length), bytes])),
    others: files.filter((file) => !among.has(file)),
  }
}
