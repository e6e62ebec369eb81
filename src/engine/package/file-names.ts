/**
 * Names of files that any system can write: what Windows refuses is refused by Explorer for the whole archive, and the
 * photos of it are lost (learn.microsoft.com, “Naming Files, Paths, and Namespaces”).
 */

/** Marks Windows keeps for itself, control characters, what turns the reading direction, halves of a surrogate pair. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu
/** Devices, with any ending; blanks before it do not count. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i
/** Of a path of 260 much is taken by the folder it is unpacked into. In UTF-16 units. */
const LONGEST_NAME = 80
const LONGEST_FOLDERS = 80

const extensionOf = (name: string): string => /(?<=.)\.[^.\s]{1,10}$/u.exec(name)?.[0] ?? ''

/** Cut to a length, never within a character; the ending stays. */
const cut = (name: string, length: number): string => {
  if (name.length <= length) return name
  const extension = extensionOf(name)
  let stem = ''
  for (const letter of name.slice(0, name.length - extension.length)) {
    if (stem.length + letter.length + extension.length > length) break
    stem += letter
  }
  return `${stem.replace(/[. ]+$/u, '')}${extension}`
}

/** One name, of a file or a folder, that any system can write. */
export const safeName = (wanted: string): string => {
  const stripped = wanted
    .replace(FORBIDDEN, ' ')
    .trim()
    .replace(/[. ]+$/u, '')
  const bare = cut(stripped.replace(/ +(\.[^. ]+)$/u, '$1'), LONGEST_NAME)
  const name = bare === '' ? '_' : bare
  return DEVICE.test(name) ? `_${name}` : name
}

const folded = (path: string): string => path.normalize('NFC').toLowerCase()

/** The folders a path lies in, from the outermost. */
const foldersOf = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, i, names) => names.slice(0, i + 1).join('/'))

/**
 * Paths, all different → paths any system can write, all different even where case is none, and no file with the name of a
 * folder. Good ones stay as they are.
 */
export const safePaths = (wanted: Iterable<string>): Map<string, string> => {
  const paths = [...wanted].map((path) => {
    const names = path.split('/').filter((name) => name !== '' && name !== '.')
    const file = safeName(names.pop() ?? '')
    const folders = names.map((name) => (name === '..' ? '_' : safeName(name)))
    while (folders.join('/').length > LONGEST_FOLDERS) folders.splice(Math.floor(folders.length / 2), 1)
    return [path, [...folders, file].join('/')] as const
  })
  const folders = new Set(paths.flatMap(([, plain]) => foldersOf(plain).map(folded)))
  const taken = new Set<string>()
  const isFree = (path: string): boolean => !taken.has(folded(path)) && !folders.has(folded(path))
  const safe = new Map<string, string>()
  // Those that may keep their names choose first.
  for (const isKept of [true, false])
    for (const [path, plain] of paths) {
      if ((path === plain && !folders.has(folded(plain))) !== isKept) continue
      const extension = extensionOf(plain)
      const stem = plain.slice(0, plain.length - extension.length)
      let free = plain
      for (let n = 2; !isFree(free); n++) free = `${stem}-${n}${extension}`
      taken.add(folded(free))
      safe.set(path, free)
    }
  return safe
}
