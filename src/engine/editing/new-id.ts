/** A number for a record that has none yet. */

const PATTERN = /^(.*?)(\d+)$/

/**
 * The next free number in the pattern most of `ids` follow: WT-0001 … WT-1626 → WT-1627. Without any, `fallback`.
 */
export const nextId = (ids: readonly string[], fallback: string): string => {
  const patterns = new Map<string, { count: number; last: number; width: number }>()
  for (const id of ids) {
    const [, prefix, digits] = PATTERN.exec(id) ?? []
    if (prefix === undefined || digits === undefined || digits.length > 15) continue
    const seen = patterns.get(prefix) ?? { count: 0, last: 0, width: 1 }
    patterns.set(prefix, {
      count: seen.count + 1,
      last: Math.max(seen.last, Number(digits)),
      width: Math.max(seen.width, digits.startsWith('0') ? digits.length : 1),
    })
  }
  const [commonest] = [...patterns].sort(([, a], [, b]) => b.count - a.count)
  if (commonest === undefined) return fallback
  const [prefix, { last, width }] = commonest
  return `${prefix}${String(last + 1).padStart(width, '0')}`
}
