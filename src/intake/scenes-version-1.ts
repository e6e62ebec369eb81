/**
 * Scenes of version 1 of `scenes.json`, which said the view in words of their own: `asOf`, `metric`, `select`, `heat` and
 * `kinds`, the only kinds drawn. They become a link.
 */

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const hiddenBeside = (shown: unknown, kinds: readonly string[]): string | null =>
  Array.isArray(shown) ? kinds.filter((kind) => !shown.includes(kind)).join(',') : null

/** Each word of version 1: the key of the link that took its place, and its text there; null = it makes no sense. */
const WORDS = {
  asOf: ['d', textOf],
  metric: ['m', textOf],
  select: ['sel', textOf],
  kinds: ['k', hiddenBeside],
  heat: ['x', (value: unknown) => (typeof value === 'boolean' ? (value ? 'h' : '') : null)],
} as const

/**
 * The scene with a link in place of those words; one that has a link already keeps it.
 * @param kinds of the standard
 * @param refuse is told the words that make no sense; the view is as by default there
 */
export const linked = (
  scene: Readonly<Record<string, unknown>>,
  kinds: readonly string[],
  refuse: (word: string, value: unknown) => void,
): Record<string, unknown> => {
  const { asOf: _, metric: __, select: ___, kinds: ____, heat: _____, ...rest } = scene
  const link = new URLSearchParams()
  for (const [word, [key, read]] of Object.entries(WORDS)) {
    if (scene[word] === undefined) continue
    const text = read(scene[word], kinds)
    if (text === null) refuse(word, scene[word])
    else if (text !== '') link.set(key, text)
  }
  const text = link.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return { link: text === '' ? '' : `v=1&${text}`, ...rest }
}
