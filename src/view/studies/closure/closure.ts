/** 整改闭环 as the screen lists it: which order, in which words. */
import type { ClosureGroup } from '../../../engine/studies/closure.ts'
import { LINKS, type Link } from '../../../scoring/duties.ts'

/** What the table can be sorted by; the worst first is what is asked for first. */
export const CLOSURE_SORTS = ['overdue', 'due', 'closed', 'onTime', 'index'] as const
export type ClosureSort = (typeof CLOSURE_SORTS)[number]

export const linkOption = (text: string): Link => LINKS.find((link) => link === text) ?? 'office'

/** `overdue`, or `-overdue` for the best first. */
export const sortOption = (text: string): { sort: ClosureSort; reversed: boolean } => {
  const sort = CLOSURE_SORTS.find((one) => one === text.replace(/^-/, '')) ?? 'overdue'
  return { sort, reversed: text.startsWith('-') }
}

/** The option after a press on a column: the worst first, then the best first. */
export const pressedSort = (now: string, pressed: ClosureSort): string => {
  const { sort, reversed } = sortOption(now)
  return sort === pressed && !reversed ? `-${pressed}` : pressed === 'overdue' ? '' : pressed
}

/** Higher is worse; null = nothing to go by, always last. */
const badness = (group: ClosureGroup, sort: ClosureSort): number | null => {
  const { overdue, due, closedRate, closedOnTimeRate, index } = group
  switch (sort) {
    case 'overdue':
      return overdue
    case 'due':
      return due
    case 'closed':
      return closedRate === null ? null : -closedRate
    case 'onTime':
      return closedOnTimeRate === null ? null : -closedOnTimeRate
    case 'index':
      return index === null ? null : -index
  }
}

/** Groups in order; equal ones by 超期未结, then by name. */
export const sortedGroups = (groups: readonly ClosureGroup[], option: string): ClosureGroup[] => {
  const { sort, reversed } = sortOption(option)
  return [...groups].sort((a, b) => {
    const [p, q] = [badness(a, sort), badness(b, sort)]
    if (p === null || q === null) return Number(p === null) - Number(q === null)
    const name = (group: ClosureGroup) => group.id ?? '\uffff'
    return (
      (reversed ? p - q : q - p) ||
      b.overdue - a.overdue ||
      (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0)
    )
  })
}

/** Which list of 督办 is open: none, of everything, or of one group. Kept as '', '*', '=' + id. */
export type Opened = { all: true } | { all: false; id: string | null } | null

export const openedOption = (text: string): Opened =>
  text === '*' ? { all: true } : text.startsWith('=') ? { all: false, id: text.slice(1) || null } : null

export const openedText = (id: string | null): string => `=${id ?? ''}`

/** 92.7%, 「—」 where there is nothing to divide by. */
export const shareText = (share: number | null): string =>
  share === null ? '—' : `${(100 * share).toFixed(1)}%`

/** 9.3 天. */
export const daysText = (days: number | null): string => (days === null ? '—' : `${days.toFixed(1)} 天`)
