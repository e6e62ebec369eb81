/** Figures that talking points name in braces, filled in from the day that is shown: a briefing does not go stale. */
import type { Board, Figures, Kpi } from '../../engine/contract/board.ts'
import type { Overview } from '../../engine/contract/package.ts'
import { formatDay } from '../../model/day.ts'
import { CLOSED, gradesOfStates } from '../../model/kind-states.ts'
import { isInScope, officeScope } from '../../model/scope.ts'
import { openOf } from '../../model/state.ts'
import { figureText } from '../absent.ts'
import type { ViewState } from '../link/state.ts'
import { rankingOf } from '../ranking.ts'
import { areaOfRef } from '../selection.ts'

export interface NamedFigure {
  /** as it stands in braces: `worst.name` */
  name: string
  /** what it is, for who looks for one; may stand in the braces as well */
  label: string
  /** as it is read out; 「—」 where the package does not know */
  text: string
}

/** What is said where nothing is known. */
const UNKNOWN = '—'

const numberText = (value: number | null | undefined, digits: 0 | 1): string =>
  value === null || value === undefined ? UNKNOWN : value.toFixed(digits)

const KPIS: readonly (readonly [Kpi['id'], label: string])[] = [
  ['score', '得分'],
  ['passing', '达标居委会数'],
  ['open', '未销号问题数'],
  ['overdue', '逾期问题数'],
  ['closedRate', '结案率'],
  ['index', '整改指数'],
  ['coverage', '排查覆盖率'],
  ['water', '黑臭水体数'],
]

const kpiFigures = (board: Board): NamedFigure[] =>
  KPIS.map(([name, label]) => {
    const kpi = board.kpis.find(({ id }) => id === name)
    const text = numberText(kpi?.value, kpi?.digits ?? 0)
    return { name, label, text: text !== UNKNOWN && kpi?.unit === '%' ? `${text}%` : text }
  })

/** @param prefix of the names, as in `worst.name` */
const areaFigures = (
  overview: Overview,
  prefix: string,
  label: string,
  of: Figures | null | undefined,
): NamedFigure[] => {
  const counted = (count: number | undefined) => figureText(overview, 'issues.csv', count)
  return [
    { name: `${prefix}.name`, label: `${label}名称`, text: of?.name ?? UNKNOWN },
    { name: `${prefix}.office`, label: `${label}所属办事处`, text: of?.office ?? UNKNOWN },
    { name: `${prefix}.score`, label: `${label}得分`, text: numberText(of?.score, 1) },
    { name: `${prefix}.grade`, label: `${label}等级`, text: of?.grade ?? UNKNOWN },
    { name: `${prefix}.rank`, label: `${label}名次`, text: numberText(of?.rank, 0) },
    { name: `${prefix}.open`, label: `${label}未销号问题数`, text: counted(of ? openOf(of) : undefined) },
    { name: `${prefix}.overdue`, label: `${label}逾期问题数`, text: counted(of?.states.逾期) },
  ]
}

/** Places of each kind in the scope, and of those to be closed down how many are in operation and how many are closed. */
const kindFigures = (overview: Overview, board: Board, office: string | null): NamedFigure[] => {
  const { standard, sites, areas } = overview
  const scope = officeScope(office)
  const counts = standard.kinds.map(() => ({ all: 0, closed: 0, open: 0 }))
  const grades = standard.kinds.map((kind) => gradesOfStates(standard, kind))
  const sure = Math.min(sites.count, board.sites.status.length)
  for (let i = 0; i < sure; i++) {
    const kind = sites.kind[i] as number
    const count = counts[kind]
    if (count === undefined || !isInScope(scope, areas[sites.area[i] as number])) continue
    count.all++
    const grade = grades[kind]?.[board.sites.status[i] ?? '']
    if (grade === CLOSED) count.closed++
    else if (grade === 0) count.open++
  }
  return standard.kinds.flatMap(({ id, label, entity, targetZero }, i) => {
    const count = counts[i]
    if (entity || count === undefined || count.all === 0) return []
    const all = { name: `${id}.count`, label: `${label}数`, text: String(count.all) }
    if (!targetZero) return [all]
    return [
      all,
      { name: `${id}.open`, label: `在营${label}数`, text: String(count.open) },
      { name: `${id}.closed`, label: `已取缔${label}数`, text: String(count.closed) },
    ]
  })
}

/** All that a talking point can name, of the day and the office on screen. */
export const namedFigures = (
  overview: Overview,
  board: Board,
  { office, selection }: Pick<ViewState, 'office' | 'selection'>,
): NamedFigure[] => {
  const order = { of: 'area', office, group: null, by: 'score' } as const
  const worst = rankingOf(overview, board, { ...order, worstFirst: true }).ranked[0]?.figures
  const best = rankingOf(overview, board, { ...order, worstFirst: false }).ranked[0]?.figures
  const code = areaOfRef(selection, overview)
  const whole = board.offices.find(({ id }) => id === office) ?? board.district
  const scope = officeScope(office)
  return [
    { name: 'title', label: '城区', text: overview.district.title },
    { name: 'day', label: '数据日期', text: formatDay(board.asOf) },
    {
      name: 'areas',
      label: '居委会数',
      text: String(overview.areas.filter((area) => isInScope(scope, area)).length),
    },
    ...kpiFigures(board),
    { name: 'grade', label: '等级', text: whole.score === null ? UNKNOWN : whole.grade },
    { name: 'found', label: '本周新发现', text: figureText(overview, 'issues.csv', whole.foundThisWeek) },
    { name: 'closed', label: '本周销号', text: figureText(overview, 'issues.csv', whole.closedThisWeek) },
    ...areaFigures(overview, 'worst', '最差居委会', worst),
    ...areaFigures(overview, 'best', '最好居委会', best),
    ...areaFigures(
      overview,
      'selected',
      '选中居委会',
      board.areas.find(({ id }) => id === code),
    ),
    ...kindFigures(overview, board, office),
  ]
}

export interface Filled {
  text: string
  /** names in braces that mean nothing, as they stand */
  unknown: string[]
}

/** The text with its figures; what is in braces and no figure stays as it stands. */
export const filled = (text: string, figures: readonly NamedFigure[]): Filled => {
  const unknown: string[] = []
  const done = text.replace(/\{([^{}]*)\}/g, (whole, inner: string) => {
    const name = inner.trim()
    const figure = figures.find((one) => one.name === name || one.label === name)
    if (figure === undefined) unknown.push(name)
    return figure?.text ?? whole
  })
  return { text: done, unknown }
}
