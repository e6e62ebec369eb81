/** Names of worksheets as Excel allows them: at most 31 characters, none of []:*?/\, unlike each other. */

const LONGEST = 31

/** @param taken names in use, compared without case; the answer is added to them */
const nameFor = (wanted: string, taken: Set<string>): string => {
  const plain =
    wanted
      .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
      .replace(/^[\s']+|[\s']+$/g, '')
      .slice(0, LONGEST) || '表'
  // Excel keeps this name for itself.
  const free = (name: string) => !taken.has(name.toLowerCase()) && name.toLowerCase() !== 'history'
  let name = plain
  for (let n = 2; !free(name); n++) {
    const suffix = ` ${n}`
    name = `${plain.slice(0, LONGEST - suffix.length)}${suffix}`
  }
  taken.add(name.toLowerCase())
  return name
}

export const sheetNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>()
  return wanted.map((name) => nameFor(name, taken))
}
