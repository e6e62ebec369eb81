/** Brings a package from a static host. */
import { PACKAGE_FILES, type PackageFiles, renamedFiles } from '../intake/package.ts'

/**
 * Fetches the files of the contract under `base` (ending in a slash). A file that is not there is left out; a host that
 * answers every path with its start page is not taken in by it. Throws an Error for the user when the host is out of
 * reach.
 */
export const fetchPackage = async (
  base: string,
  onProgress: (done: number, of: number, what: string) => void,
): Promise<PackageFiles> => {
  const files = new Map<string, Uint8Array>()
  const fetchOne = async (path: string): Promise<void> => {
    const response = await fetch(new URL(path, base)).catch(() => {
      throw new Error(`读不到数据文件 ${path}：请检查网络，或确认数据文件夹与页面放在一起。`)
    })
    const page = response.headers.get('content-type')?.includes('text/html') ?? false
    if (response.ok && !page) files.set(path, new Uint8Array(await response.arrayBuffer()))
  }
  await fetchOne('district.json')
  const names = renamedFiles(files.get('district.json'))
  let done = 1
  const wanted = PACKAGE_FILES.filter((name) => name !== 'district.json').map((name) => names[name] ?? name)
  onProgress(done, wanted.length + 1, 'district.json')
  await Promise.all(
    wanted.map(async (path) => {
      await fetchOne(path)
      onProgress(++done, wanted.length + 1, path)
    }),
  )
  return files
}

/** One photo, null where it is not there: a photo that is missing is no fault. */
export const fetchPhoto = async (url: string): Promise<Uint8Array | null> => {
  try {
    const response = await fetch(url)
    const page = response.headers.get('content-type')?.includes('text/html') ?? false
    return response.ok && !page ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    return null
  }
}
