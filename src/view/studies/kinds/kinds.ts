/** 专项整治 as the screen shows it: in which order, in which colours, in which words. Pure. */
import type { Board } from '../../../engine/contract/board.ts'
import type { AreaInfo, Overview } from '../../../engine/contract/package.ts'
import type { KindFigures, KindLine, KindPart, KindState } from '../../../engine/contract/studies/kinds.ts'
import type { Day } from '../../../model/day.ts'
import { CLOSED, gradesOfStates } from '../../../model/kind-states.ts'
import { isInScope, officeScope } from '../../../model/scope.ts'
import type { Kind, Standard } from '../../../model/standard.ts'
import { scoreClasses, scoreColour } from '../../classes.ts'
import { CLASS_COLOURS, NO_DATA } from '../../colours.ts'
import { inOrder, type Overlay } from '../../overlay.ts'

/** How far a kind is closed down. */
export interface Closing {
  closed: number
  of: number
  /** share of a whole */
  share: number
  /** closed now − closed a month before */
  change: number
  /** the words of the states that are closed: 「已取缔」「已达标、已取缔」 */
  word: string
}

/** null where its states are no part of the score, or there is no place. */
export const closingOf = ({ states, places }: Pick<KindFigures, 'states' | 'places'>): Closing | null => {
  const ends = states.filter(({ grade }) => grade === CLOSED)
  if (ends.length === 0 || places === 0) return null
  const sum = (of: 'now' | 'before') => ends.reduce((total, state) => total + state[of], 0)
  const closed = sum('now')
  return {
    closed,
    of: places,
    share: closed / places,
    change: closed - sum('before'),
    word: ends.map(({ state }) => state).join('、'),
  }
}

/** 「+2」「−1」, '' where it is as it was. */
export const changeOf = ({ change }: Pick<Closing, 'change'>): string =>
  change === 0 ? '' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`

/** In operation is the worst class, closed the colour of what is good; what is in no state has that of no data. */
export const closingColour = ({ grade }: Pick<KindState, 'grade'>): string => {
  if (grade === null) return NO_DATA
  if (grade >= CLOSED) return CLASS_COLOURS[1]
  return grade > 0 ? CLASS_COLOURS[2] : CLASS_COLOURS[4]
}

/** Those that are to be closed down, the least closed first; then the others, the lowest 得分率 first, what was never checked last. */
export const sortedKinds = (lines: readonly KindLine[]): { closing: KindLine[]; others: KindLine[] } => {
  const shareOf = (line: KindLine) => closingOf(line)?.share ?? null
  const rateOf = ({ rate }: KindLine) => rate ?? Number.POSITIVE_INFINITY
  return {
    closing: lines
      .filter((line) => shareOf(line) !== null)
      .sort((a, b) => (shareOf(a) as number) - (shareOf(b) as number) || b.places - a.places),
    others: lines
      .filter((line) => shareOf(line) === null)
      .sort((a, b) => (rateOf(a) === rateOf(b) ? b.overdue - a.overdue : rateOf(a) - rateOf(b))),
  }
}

export interface KindPlace {
  id: string
  name: string
  area: string
  /** 得分率 0–1, null = nothing of it counts */
  rate: number | null
  lastVisit: Day | null
  open: number
  overdue: number
  status: string | null
}

/** How far from closed: 0 = not at all; what is in no state comes after those known not to be closed. */
const stateRank = (grades: Readonly<Record<string, number>>, status: string | null): number => {
  if (Object.keys(grades).length === 0) return 0
  return (status === null ? undefined : grades[status]) ?? CLOSED - 0.5
}

/** The places of a kind, where something is to be done first: by state, 得分率, 逾期, open problems; the unchecked last. */
export const placesOfKind = (
  overview: Pick<Overview, 'sites' | 'areas' | 'standard'>,
  { sites: states }: Pick<Board, 'sites'>,
  id: string,
  office: string | null,
): KindPlace[] => {
  const { sites, areas, standard } = overview
  const kind = standard.kinds.findIndex((one) => one.id === id)
  const grades = gradesOfStates(standard, standard.kinds[kind])
  const scope = officeScope(office)
  const found: (KindPlace & { rank: number })[] = []
  for (let i = 0; i < sites.count; i++) {
    const area = areas[sites.area[i] as number]
    if (sites.kind[i] !== kind || !isInScope(scope, area)) continue
    const [rate, last] = [states.rate[i] as number, states.lastVisit[i] as number]
    const status = states.status[i] ?? null
    found.push({
      id: sites.id[i] as string,
      name: sites.name[i] as string,
      area: area?.shortName ?? '',
      rate: Number.isNaN(rate) ? null : rate,
      lastVisit: Number.isNaN(last) ? null : last,
      open: states.open[i] as number,
      overdue: states.overdue[i] as number,
      status,
      rank: stateRank(grades, status),
    })
  }
  return found
    .sort(
      (a, b) => a.rank - b.rank || (a.rate ?? 2) - (b.rate ?? 2) || b.overdue - a.overdue || b.open - a.open,
    )
    .map(({ rank: _, ...place }) => place)
}

/** The places of the kind alone, and each area in the colour of its figure: of what is closed, else 得分率. */
export const kindOverlay = (
  kind: Kind,
  groups: readonly KindPart[],
  areas: readonly AreaInfo[],
  standard: Standard,
): Overlay => {
  const word = groups.map((group) => closingOf(group)?.word).find(Boolean)
  return {
    kind: kind.id,
    legend: {
      title: word === undefined ? `${kind.label}得分率` : `${kind.label}完成率`,
      unit: '%',
      classes: scoreClasses(standard),
      noData: word === undefined ? '没有查过' : '',
    },
    areas: inOrder(
      areas,
      groups.map((group) => ({ ...group, code: group.id })),
      (group) => {
        const done = closingOf(group)
        if (done !== null)
          return { colour: scoreColour(standard, 100 * done.share), figure: `${done.closed}/${done.of}` }
        return group.rate === null
          ? { colour: null, figure: '未查' }
          : { colour: scoreColour(standard, 100 * group.rate), figure: `${Math.round(100 * group.rate)}%` }
      },
    ),
  }
}
