/** Which delimiter separates the cells of a text file. */

/** Possible delimiters; of equal claims the first wins. */
const MARKS = [',', '\t', ';', '|'] as const

/** Marks of Chinese prose: only where every line has as many of them. */
const WIDE_MARKS = ['，', '、'] as const

/** What is looked at. */
const HEAD_LENGTH = 65_536
const HEAD_LINES = 50

/** What a quote stands behind that opens a cell, or opens it again; anywhere else it is a letter. */
const BEFORE_CELL = /[\n,\t;|，、"]/

/** How often each mark divides each of the first lines with anything in them; what stands in quotes divides nothing. */
const countMarks = (text: string): Map<string, number>[] => {
  const lines: Map<string, number>[] = []
  let counts = new Map<string, number>()
  let quoted = false
  let empty = true
  const end = Math.min(text.length, HEAD_LENGTH)
  for (let i = 0; i < end && lines.length < HEAD_LINES; i++) {
    const c = text[i] as string
    if (quoted) {
      // Two quotes inside quotes are one letter: closed by the first, they are opened again by the second.
      if (c === '"') quoted = false
    } else if (c === '"') {
      quoted = i === 0 || BEFORE_CELL.test(text[i - 1] as string)
      empty = false
    } else if (c === '\n') {
      if (!empty) lines.push(counts)
      counts = new Map()
      empty = true
    } else {
      counts.set(c, (counts.get(c) ?? 0) + 1)
      if (c.trim() !== '') empty = false
    }
  }
  if (!empty && end === text.length && lines.length < HEAD_LINES) lines.push(counts)
  return lines
}

/** How many lines a mark divides alike, and into how many more cells than one. */
const evenness = (lines: readonly Map<string, number>[], mark: string): { lines: number; count: number } => {
  const times = new Map<number, number>()
  for (const line of lines) {
    const count = line.get(mark) ?? 0
    if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
  }
  let best = { lines: 0, count: 0 }
  for (const [count, n] of times) if (n > best.lines) best = { lines: n, count }
  return best
}

/**
 * The mark that divides most of the first lines alike; a title above the table may hold another. Of marks that are as even
 * as each other the one that the first line has most of. Full-width commas only where they divide every line alike. `,`
 * where there is nothing to divide.
 */
export const delimiterOf = (text: string): string => {
  const lines = countMarks(text)
  const first = lines[0] ?? new Map<string, number>()
  const inFirst = MARKS.reduce((a, b) => ((first.get(b) ?? 0) > (first.get(a) ?? 0) ? b : a))
  const evenest = MARKS.reduce((a, b) => (evenness(lines, b).lines > evenness(lines, a).lines ? b : a))
  const [of, other] = [evenness(lines, inFirst).lines, evenness(lines, evenest).lines]
  if (other === 0) {
    const wide = WIDE_MARKS.find((mark) => {
      const even = evenness(lines, mark)
      return even.lines === lines.length && (even.lines > 1 || even.count > 1)
    })
    return wide ?? ','
  }
  // The heading knows best, unless it is a title whose mark divides hardly anything below.
  return (first.get(inFirst) ?? 0) > 0 && other < 3 * of ? inFirst : evenest
}
