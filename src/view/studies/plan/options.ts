/** How 对策 is set: which actions are taken as done. */
import type { Halves } from '../../../scoring/what-if/actions.ts'
import { type Codec, count, escaped, unescaped, word } from '../../link/codec.ts'
import { areaCodes, field, known, maybe, table, type ValueOf } from '../../link/field.ts'

/** What was ticked by hand of an action; null = not done at all. */
export interface Tick {
  key: string
  halves: Halves | null
}

const LETTERS = { both: 'b', close: 'c', recheck: 'r' } as const

const words = (text: string): string[] => text.split(';').filter(Boolean)

/** `key=b;…`: `b` whole, `c` 销号 only, `r` the recheck only, `0` not at all. */
const ticksText: Codec<Tick[]> = {
  write: (ticks) =>
    ticks
      .map(({ key, halves }) => `${escaped(key, ';=')}=${halves === null ? 0 : LETTERS[halves]}`)
      .join(';'),
  read: (text) =>
    words(text).map((tick) => {
      const [key = '', letter] = tick.split('=')
      const found = (Object.keys(LETTERS) as Halves[]).find((halves) => LETTERS[halves] === letter)
      return { key: unescaped(key), halves: found ?? null }
    }),
}

/** Of links made when problems were ticked: `id` closes that problem's place and item, `!id` does not. */
const problemsText: Codec<{ id: string; closed: boolean }[]> = {
  write: (problems) => problems.map(({ id, closed }) => `${closed ? '' : '!'}${escaped(id, ';!')}`).join(';'),
  read: (text) =>
    words(text).map((problem) => ({
      id: unescaped(problem.replace(/^!/, '')),
      closed: !problem.startsWith('!'),
    })),
}

export const PLAN = table({
  /** the 居委会 looked at; null = those of the office filter */
  area: maybe('of', word, known(areaCodes)),
  /** the first so many of the sequence; null = the usual number */
  first: maybe('n', count(0)),
  /** the list to that grade, in place of the sequence */
  grade: maybe('up', word),
  ticks: field('do', [], ticksText),
  problems: field('ids', [], problemsText),
})
export type PlanOptions = ValueOf<typeof PLAN>

/** Another choice of what is taken: what was ticked beside the one before goes with it. */
export const UNTICKED = { first: null, grade: null, ticks: [], problems: [] } satisfies Partial<PlanOptions>
