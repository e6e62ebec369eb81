/** Notices that say the same of many rows, told once with how many there are. */
import type { Notice } from './report.ts'

export interface NoticeKind {
  field: string
  /** numbers that differ from row to row are left out: 「编号与第 … 行重复」 */
  reason: string
  count: number
  /** rows it is told of, the first of them; 0 = the file as a whole */
  lines: number[]
  /** different values that are found there, the first of them */
  values: string[]
}

/** Notices of a kind that are listed one by one. */
const LISTED = 100
/** Kinds that are told apart; a file of more says nothing by them. */
const MOST_KINDS = 300

/** 「第 12 行」 and 「第 13 行」 say the same. */
const kindKey = ({ field, reason }: Notice): string => `${field}\n${reason.replace(/第 \d+ 行/g, '第 … 行')}`

/** Notices gathered by field and reason: no kind hides another, however many there are of it. */
export interface NoticeList {
  add: (notice: Notice) => void
  /** told before all others */
  addFirst: (notices: readonly Notice[]) => void
  /** those of fewest rows first: what is rare is seldom meant so */
  kinds: () => NoticeKind[]
  /** of each kind the first, in the order they came */
  listed: () => Notice[]
}

export const openNoticeList = (notices: readonly Notice[] = []): NoticeList => {
  const kinds = new Map<string, NoticeKind>()
  const listed: Notice[] = []
  const count = (notice: Notice): boolean => {
    const key = kindKey(notice)
    let kind = kinds.get(key)
    if (kind === undefined) {
      if (kinds.size >= MOST_KINDS) return false
      kind = { field: notice.field, reason: notice.reason, count: 0, lines: [], values: [] }
      kinds.set(key, kind)
    }
    kind.count++
    if (kind.count === 2) kind.reason = kind.reason.replace(/第 \d+ 行/g, '第 … 行')
    if (kind.lines.length >= LISTED) return false
    kind.lines.push(notice.line)
    const { value } = notice
    if (value !== '' && !kind.values.includes(value)) kind.values.push(value)
    return true
  }
  const add = (notice: Notice): void => {
    if (count(notice)) listed.push(notice)
  }
  for (const notice of notices) add(notice)
  return {
    add,
    addFirst: (first) => {
      listed.unshift(...first.filter(count))
    },
    kinds: () => [...kinds.values()].sort((a, b) => a.count - b.count),
    listed: () => listed,
  }
}
