/** How 闭环与督办 is set. */
import { LINKS } from '../../../scoring/closure/duties.ts'
import { type Codec, choice } from '../../link/codec.ts'
import { field, maybe, table } from '../../link/field.ts'

/** What the table can be sorted by; the worst first is what is asked for first. */
export const CLOSURE_SORTS = ['overdue', 'due', 'closed', 'onTime', 'index'] as const
export type ClosureSort = (typeof CLOSURE_SORTS)[number]
export interface ClosureOrder {
  sort: ClosureSort
  /** the best first */
  reversed: boolean
}

/** Whose list of 督办 is open: that of all, or of one group. */
export type OpenGroup = { all: true } | { all: false; id: string | null }

/** `overdue`, or `-overdue` for the best first. */
const orderText: Codec<ClosureOrder> = {
  write: ({ sort, reversed }) => `${reversed ? '-' : ''}${sort}`,
  read: (text) => {
    const sort = CLOSURE_SORTS.find((one) => one === text.replace(/^-/, ''))
    return sort === undefined ? null : { sort, reversed: text.startsWith('-') }
  },
}

/** `*`, or `=` and the id of the group. */
const openedText: Codec<OpenGroup> = {
  write: (opened) => (opened.all ? '*' : `=${opened.id ?? ''}`),
  read: (text) =>
    text === '*' ? { all: true } : text.startsWith('=') ? { all: false, id: text.slice(1) || null } : null,
}

export const CLOSURE = table({
  /** by which link of the 责任链条 the problems are grouped */
  by: field('by', 'office', choice(LINKS)),
  opened: maybe('of', openedText),
  order: field('sort', { sort: 'overdue', reversed: false }, orderText),
})
