/**
 * Digits of a text gathered into groups, groups with nothing but marks between them into chains, and the runs of groups in
 * a chain that may be one number.
 */

/** What may stand between the groups of one number. Soft marks divide a number; the others divide a list as well. */
const LINK = /^[^\p{L}\p{N}\ue000\ue001×*+=<>%℃°′″"￥$]{1,5}$/u
/** "138"&"12345678": a formula puts the pieces together. */
const JOINED = /^"\s?&\s?"$/
const SOFT = /^(?:[\s.\-/·•_:|\\'’]*[()[\]{}【】]?){1,2}[\s.\-/·•_:|\\'’]*$/

export interface Group {
  from: number
  to: number
  digits: string
  /** what stands between it and the group before, null where they are of no chain */
  gap: string | null
}

/** Some groups of a chain as one number. */
export interface Run {
  digits: string
  sizes: readonly number[]
  /** the marks between them */
  gaps: readonly string[]
  /** nothing but marks that divide a number */
  soft: boolean
  /** no other group hangs on with the same mark */
  alone: boolean
  groups: readonly Group[]
  /** the text before it, and behind it */
  before: string
  behind: string
}

export const groupsOf = (text: string): Group[] => {
  const groups: Group[] = []
  for (const match of text.matchAll(/\d+/g)) {
    const last = groups.at(-1)
    const between = last === undefined ? '' : text.slice(last.to, match.index)
    groups.push({
      from: match.index,
      to: match.index + match[0].length,
      digits: match[0],
      gap: LINK.test(between) || JOINED.test(between) ? between : null,
    })
  }
  return groups
}

/** Longest number looked for, with the number of the country before it. */
export const MOST_DIGITS = 21

/** Whether a number of its own begins with a group: another one of a list that spaces divide. */
const opensNumber = (groups: readonly Group[], at: number): boolean => {
  const [first = '', second = '', third = ''] = [0, 1, 2].map((i) => groups[at + i]?.digits ?? '')
  if (/^0[1-9]/.test(first) || /^1[3-9]\d{9}$/.test(first)) return true
  return /^1[3-9]\d$/.test(first) && second.length === 4 && third.length === 4
}

/**
 * The runs of groups that begin with one of them, shortest first.
 * @param done where the last number that was found ends
 */
export const runsFrom = (text: string, groups: readonly Group[], first: number, done: number): Run[] => {
  const runs: Run[] = []
  const start = groups[first] as Group
  const lead = groups[first - 1]
  const before = text.slice(Math.max(0, start.from - 24), start.from)
  let digits = ''
  const sizes: number[] = []
  const gaps: string[] = []
  for (let i = first; i < groups.length; i++) {
    const group = groups[i] as Group
    if (i > first) {
      if (group.gap === null) break
      gaps.push(group.gap)
    }
    digits += group.digits
    sizes.push(group.digits.length)
    if (digits.length > MOST_DIGITS) break
    const own = gaps[0] ?? ''
    const singles = digits.length === sizes.length
    /** Whether a group beside it, that far away, may be of the same row. */
    const isLike = (beside: Group | undefined, gap: string | null): boolean => {
      if (beside === undefined || gap === null || beside.to <= done) return false
      return singles ? gap.trim() === own.trim() : gap === own && beside.digits.length > 2
    }
    const same = gaps.every((gap) => gap.trim() === own.trim())
    const opens = !singles && opensNumber(groups, i + 1)
    runs.push({
      digits,
      sizes: [...sizes],
      gaps: [...gaps],
      soft: gaps.every((gap) => SOFT.test(gap) || JOINED.test(gap)),
      // Divided by one mark throughout, it ends where another one stands.
      alone: same
        ? !isLike(lead, start.gap) && (opens || !isLike(groups[i + 1], groups[i + 1]?.gap ?? null))
        : (lead === undefined || start.gap === null || lead.to <= done) &&
          (opens || (groups[i + 1]?.gap ?? null) === null),
      groups: groups.slice(first, i + 1),
      before,
      behind: text.slice(group.to, group.to + 16),
    })
  }
  return runs
}

/**
 * Of each single digit that goes on a row divided by one mark, how many more of the row stand behind it; 0 of any other
 * group.
 */
export const singlesAhead = (groups: readonly Group[]): Int32Array => {
  const ahead = new Int32Array(groups.length)
  /** how many behind this one, divided from it and each other by one mark */
  let behind = 0
  let mark: string | null = null
  for (let i = groups.length - 1; i >= 0; i--) {
    const { digits, gap } = groups[i] as Group
    const own = gap?.trim() ?? null
    if (digits.length === 1 && own !== null && own === mark) ahead[i] = behind
    behind = digits.length !== 1 || own === null ? 0 : own === mark ? behind + 1 : 1
    mark = digits.length === 1 ? own : null
  }
  return ahead
}
