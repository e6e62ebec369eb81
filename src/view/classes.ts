/**
 * What colours the 居委会: the figure of each metric, its fixed breaks, and the legend that says so. Breaks are constants:
 * a filter never moves them.
 */

import type { Figures } from '../engine/contract/board.ts'
import type { Standard } from '../model/standard.ts'
import { openOf } from '../model/state.ts'
import { CHANGE_COLOURS, CLASS_COLOURS, classColour, classOf, gradeColour } from './colours.ts'
import type { Legend } from './legend.ts'
import type { Metric } from './link/state.ts'

/** What an area shows: its colour (null = the hatch of no data) and the figure printed on it. */
export interface Shown {
  colour: string | null
  figure: string
  /** larger = worse = its label comes first */
  urgency: number
  /** the colour is that of a grade which 一票否决 lowered under that of the figure */
  demoted: boolean
}

interface Steps {
  title: string
  unit: string
  noData: string
  /** lower bound of each class, best first, or upper bound where less is better */
  bounds: readonly number[]
  better: 'more' | 'less'
  /** of each class; those of a score where nothing else is said */
  colours?: readonly string[]
}

const STEPS: Record<'coverage' | 'open' | 'overdue' | 'change', Steps> = {
  coverage: { title: '排查覆盖率', unit: '%', noData: '没有点位', bounds: [95, 85, 70, 50], better: 'more' },
  open: { title: '未销号问题', unit: '个', noData: '', bounds: [3, 8, 15, 25], better: 'less' },
  overdue: { title: '逾期未改问题', unit: '个', noData: '', bounds: [0, 2, 5, 9], better: 'less' },
  change: {
    title: '较一周前得分变化',
    unit: '分',
    noData: '无法比较',
    bounds: [3, 1, -1, -3],
    better: 'more',
    colours: CHANGE_COLOURS,
  },
}

const stepOf = ({ bounds, better }: Steps, value: number): number => {
  const at = bounds.findIndex((bound) => (better === 'more' ? value >= bound : value <= bound))
  return at < 0 ? bounds.length : at
}

const stepColour = ({ colours = CLASS_COLOURS }: Steps, step: number): string => colours[step] as string

const stepLabels = ({ bounds, better, unit }: Steps): string[] => {
  const text = (n: number) => (n < 0 ? `−${-n}` : String(n))
  if (better === 'more')
    return [...bounds, null].map((bound, i) => {
      if (i === 0) return `≥ ${text(bound as number)}`
      if (bound === null) return `< ${text(bounds[i - 1] as number)}`
      return `${text(bound)} 至 ${text(bounds[i - 1] as number)}`
    })
  return [...bounds, null].map((bound, i) => {
    const from = i === 0 ? 0 : (bounds[i - 1] as number) + 1
    if (bound === null) return `≥ ${from} ${unit}`
    return from === bound ? `${bound}` : `${from}–${bound}`
  })
}

/** The number behind a metric, null where there is none. */
const figureOf = (metric: Metric, figures: Figures): number | null => {
  switch (metric.type) {
    case 'score':
      return figures.score
    case 'theme':
      return figures.score === null ? null : figures.themes[metric.id]
    case 'category':
      return figures.categories.find((category) => category.id === metric.id)?.score ?? null
    case 'coverage':
      return figures.sites === 0 ? null : (100 * figures.visited) / figures.sites
    case 'open':
      return openOf(figures)
    case 'overdue':
      return figures.states.逾期
    case 'change':
      return figures.change
  }
}

const isScore = (metric: Metric) =>
  metric.type === 'score' || metric.type === 'theme' || metric.type === 'category'

/** 「+1.2」「−0.4」, so that a change cannot be read as a score. */
export const signed = (value: number): string => {
  const text = Math.abs(value).toFixed(1)
  return text === '0.0' ? '0.0' : value > 0 ? `+${text}` : `−${text}`
}

/** A score that rounding put just under a break is on it. */
const ROUNDING = 1e-9

type Graded = Pick<Figures, 'score' | 'grade'>

/** Whether the grade is lower than that of the number: nothing but a veto does that. */
export const isDemoted = (standard: Standard, { score, grade }: Graded): boolean =>
  score !== null && rankOf(standard, grade) > classOf(standard, score + ROUNDING)

/** The grade that the number alone would have; null where a veto took nothing from it. */
export const gradeLost = (standard: Standard, graded: Graded): string | null =>
  isDemoted(standard, graded)
    ? (standard.grades[classOf(standard, (graded.score ?? 0) + ROUNDING)]?.id ?? null)
    : null

const rankOf = ({ grades }: Standard, grade: string): number => grades.findIndex(({ id }) => id === grade)

/** The score, or the most that is under the grade it was lowered to: what it is worth among the others. */
const worthOf = (standard: Standard, figures: Figures, score: number): number =>
  isDemoted(standard, figures)
    ? Math.min(score, standard.grades[rankOf(standard, figures.grade) - 1]?.min ?? 100)
    : score

export const shownOf = (metric: Metric, figures: Figures, standard: Standard): Shown => {
  const value = figureOf(metric, figures)
  const demoted = metric.type === 'score' && isDemoted(standard, figures)
  if (value === null) return { colour: null, figure: missing(metric, figures), urgency: 50, demoted }
  if (metric.type === 'score') {
    const urgency = 100 - worthOf(standard, figures, value)
    return { colour: gradeColour(standard, figures.grade), figure: value.toFixed(1), urgency, demoted }
  }
  if (isScore(metric))
    return {
      colour: classColour(classOf(standard, value), standard.grades.length),
      figure: value.toFixed(1),
      urgency: 100 - value,
      demoted,
    }
  const steps = STEPS[metric.type as keyof typeof STEPS]
  const figure =
    metric.type === 'change'
      ? signed(value)
      : metric.type === 'coverage'
        ? `${Math.round(value)}%`
        : String(value)
  const urgency = steps.better === 'less' ? value : -value
  return { colour: stepColour(steps, stepOf(steps, value)), figure, urgency, demoted }
}

/** The areas of a class of the legend: its place in it, null = those without a figure. In the order of the board. */
export const areasOfClass = (
  metric: Metric,
  figures: readonly Figures[],
  standard: Standard,
  place: number | null,
): { figures: Figures; figure: string }[] => {
  const colour = place === null ? null : legendOf(metric, standard).classes[place]?.colour
  return figures.flatMap((each) => {
    const shown = shownOf(metric, each, standard)
    return shown.colour === colour ? [{ figures: each, figure: shown.figure }] : []
  })
}

const missing = (metric: Metric, figures: Figures): string => {
  if (metric.type !== 'category') return metric.type === 'change' ? '—' : '数据不足'
  const state = figures.categories.find((category) => category.id === metric.id)?.state
  return state === 'unvisited' ? '未查' : '不适用'
}

export const legendOf = (metric: Metric, standard: Standard): Legend => {
  if (isScore(metric)) {
    const { grades } = standard
    const title =
      metric.type === 'theme'
        ? `“${metric.id}”得分`
        : metric.type === 'category'
          ? (standard.categories.find((category) => category.id === metric.id)?.label ?? '分类得分')
          : '综合得分'
    return {
      title,
      unit: '分',
      classes: scoreClasses(standard).map(({ label, colour }, i) => ({
        label: metric.type === 'score' ? `${grades[i]?.id} ${label}` : label,
        colour,
      })),
      noData: metric.type === 'category' ? '未查或不适用' : standard.insufficient,
    }
  }
  const steps = STEPS[metric.type as keyof typeof STEPS]
  const labels = stepLabels(steps)
  return {
    title: steps.title,
    unit: steps.unit,
    classes: labels.map((label, i) => ({ label, colour: stepColour(steps, i) })),
    noData: steps.noData,
  }
}

/** The classes of whatever runs to 100 as a score does, by the breaks of the grades; the best first. */
export const scoreClasses = (standard: Standard): Legend['classes'] =>
  standard.grades.map((_, i) => ({
    label: rangeOf(standard, i),
    colour: classColour(i, standard.grades.length),
  }))

/** The colour of its class. */
export const scoreColour = (standard: Standard, score: number): string =>
  classColour(classOf(standard, score + ROUNDING), standard.grades.length)

const rangeOf = (standard: Standard, rank: number): string => {
  const grade = standard.grades[rank]
  const above = standard.grades[rank - 1]
  if (grade === undefined) return ''
  if (above === undefined) return `≥ ${grade.min}`
  return rank === standard.grades.length - 1 ? `< ${above.min}` : `${grade.min}–${above.min}`
}
