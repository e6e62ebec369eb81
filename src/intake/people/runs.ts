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
  /** the same without the spaces about it, '' where there is none */
  mark: string
  /** whether it is nothing but marks that divide a number */
  soft: boolean
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
    const isJoined = JOINED.test(between)
    const gap = isJoined || LINK.test(between) ? between : null
    groups.push({
      from: match.index,
      to: match.index + match[0].length,
      digits: match[0],
      gap,
      mark: gap?.trim() ?? '',
      soft: isJoined || SOFT.test(between),
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

/** A word for an identity before its number. */
export const OF_IDENTITY = /(?<![a-z])id[\s:=_-]*$/i

/** The least digits that may be a number of a person. */
const LEAST_DIGITS = 7

/**
 * The most groups that any form of a number has, but for single digits divided alike: 0086 in single digits and a landline
 * (kinds.ts) whose area code is one group.
 */
const MOST_GROUPS = 13
/** The same where a mark that divides a list stands among them: 3-4-4 behind 0086 in single digits. */
const MOST_LISTED = 7

/**
 * Whether some groups may be a number at all, by how many they are and what divides them (kinds.ts). A cell of nothing but
 * single figures begins a hundred thousand runs that are none.
 * @param open whether what stands about them may make a number of any form
 * @param named whether the word ID stands before them
 */
const mayBeOne = (
  { digits, sizes, soft, alone }: Pick<Run, 'digits' | 'sizes' | 'soft' | 'alone'>,
  open: boolean,
  named: boolean,
): boolean => {
  if (digits.length < LEAST_DIGITS) return false
  // Single digits, behind the number of a country perhaps.
  if (alone && digits.length <= sizes.length + 3) return true
  return soft
    ? open || sizes.length <= MOST_GROUPS
    : sizes.length <= MOST_LISTED || (named && digits.length === 18)
}

/**
 * The runs of groups that begin with one of them and may be a number, shortest first.
 * @param done where the last number that was found ends
 * @param announced whether any words call a number one of a person
 */
export const runsFrom = (
  text: string,
  groups: readonly Group[],
  first: number,
  done: number,
  announced: boolean,
): Run[] => {
  const runs: Run[] = []
  const start = groups[first] as Group
  const lead = groups[first - 1]
  const before = text.slice(Math.max(0, start.from - 24), start.from)
  const open = announced || /\+\s?$/.test(before)
  const named = OF_IDENTITY.test(before)
  /** nothing hangs on before it */
  const free = lead === undefined || start.gap === null || lead.to <= done
  let digits = ''
  const sizes: number[] = []
  const gaps: string[] = []
  let soft = true
  /** divided by one mark throughout */
  let same = true
  let mark = ''
  for (let i = first; i < groups.length; i++) {
    const group = groups[i] as Group
    if (i > first) {
      if (group.gap === null) break
      if (gaps.length === 0) mark = group.mark
      gaps.push(group.gap)
      soft &&= group.soft
      same &&= group.mark === mark
    }
    digits += group.digits
    sizes.push(group.digits.length)
    if (digits.length > MOST_DIGITS) break
    const own = gaps[0] ?? ''
    const singles = digits.length === sizes.length
    /** Whether a group beside it, that far away, may be of the same row. */
    const isLike = (beside: Group | undefined, by: Group | undefined): boolean => {
      if (beside === undefined || by === undefined || by.gap === null || beside.to <= done) return false
      return singles ? by.mark === mark : by.gap === own && beside.digits.length > 2
    }
    const opens = !singles && opensNumber(groups, i + 1)
    // Divided by one mark throughout, it ends where another one stands.
    const alone = same
      ? !isLike(lead, start) && (opens || !isLike(groups[i + 1], groups[i + 1]))
      : free && (opens || (groups[i + 1]?.gap ?? null) === null)
    // Divided by different marks, some of which divide a list, only a whole chain may be one.
    if (!soft && !same && !free && !named && sizes.length > MOST_LISTED) break
    if (!mayBeOne({ digits, sizes, soft, alone }, open, named)) continue
    runs.push({
      digits,
      sizes: [...sizes],
      gaps: [...gaps],
      soft,
      alone,
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
