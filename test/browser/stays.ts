/** What may be there later of what was there once all was loaded: the law of a long use. */

/** one measure, always of the same view: bytes of the page's heap and of its workers', and counts */
export interface Measure {
  page: number
  workers: number
  nodes: number
  listeners: number
  gl: number
}

export interface Row extends Measure {
  /** how many changes the page has been through */
  changes: number
}

/** Share of the changes after which all code is loaded and every cache is filled: from there on nothing more may stay. */
const SETTLED = 0.2

/** How many times as much as then may be there later. */
const MOST: Readonly<Record<keyof Measure, number>> = {
  page: 1.05,
  workers: 1.05,
  nodes: 1.01,
  listeners: 1.01,
  gl: 1.01,
}

const NAMES: Readonly<Record<keyof Measure, string>> = {
  page: 'bytes of the page',
  workers: 'bytes of its workers',
  nodes: 'nodes',
  listeners: 'listeners',
  gl: 'WebGL objects',
}

/**
 * @param rows measures in order
 * @returns a sentence for each measure that was above what may be there, with the row where it was most; less is no fault.
 * Throws when no row is after the settled one: then nothing was proved
 */
export const overdrawn = (rows: readonly Row[]): string[] => {
  const all = rows.at(-1)?.changes ?? 0
  const at = rows.findIndex(({ changes }) => changes >= SETTLED * all)
  const [settled, later] = [rows[at], rows.slice(at + 1)]
  if (settled === undefined || later.length === 0)
    throw new Error(`${rows.length} measures are too few to compare.`)
  return (Object.keys(MOST) as (keyof Measure)[]).flatMap((name) => {
    const worst = later.reduce((most, row) => (row[name] > most[name] ? row : most))
    if (worst[name] <= settled[name] * MOST[name]) return []
    const more = ((worst[name] / settled[name] - 1) * 100).toFixed(1)
    const allowed = Math.round((MOST[name] - 1) * 100)
    return [
      `${NAMES[name]}: ${settled[name]} after ${settled.changes} changes, ${worst[name]} after ${worst.changes}, ${more} % more; ${allowed} % is allowed`,
    ]
  })
}
