/** 两日比较 as the screen shows it: which day is compared with, how a change is classed and said. Pure. */
import type { CapFigure } from '../../../engine/contract/board.ts'
import type { Overview } from '../../../engine/contract/package.ts'
import type { AreaChange, Comparison } from '../../../engine/contract/studies/compare.ts'
import { type Day, formatMonthDay } from '../../../model/day.ts'
import type { Standard } from '../../../model/standard.ts'
import type { CauseKind } from '../../../scoring/score/causes.ts'
import { isDemoted } from '../../classes.ts'
import { CHANGE_COLOURS } from '../../colours.ts'
import type { Legend } from '../../legend.ts'
import { inOrder, type Overlay } from '../../overlay.ts'
import { vetoText } from '../../veto.ts'

/** Days back to the day compared with, where none is chosen: four weeks, the usual step between two meetings. */
const USUAL = 28

/** Fixed breaks of a change between any two days, in points; the best class first. */
const BREAKS = [8, 2, -2, -8] as const
const CHANGE_CLASSES = [
  { label: '提高 8 分以上', colour: CHANGE_COLOURS[0] },
  { label: '提高 2–8 分', colour: CHANGE_COLOURS[1] },
  { label: '变化不到 2 分', colour: CHANGE_COLOURS[2] },
  { label: '下降 2–8 分', colour: CHANGE_COLOURS[3] },
  { label: '下降 8 分以上', colour: CHANGE_COLOURS[4] },
] as const

export const changeLegend = (from: Day, to: Day): Legend => ({
  title: `${formatMonthDay(from)} 至 ${formatMonthDay(to)} 得分变化`,
  unit: '分',
  classes: [...CHANGE_CLASSES],
  noData: '无法比较',
})

export const changeColour = (change: number | null): string | null => {
  if (change === null) return null
  const at = BREAKS.findIndex((bound) => change >= bound)
  return CHANGE_CLASSES[at < 0 ? BREAKS.length : at]?.colour ?? null
}

/** The day compared with: the one asked for if it lies before `to` and within the data, else four weeks back. */
export const comparedDay = (asked: Day | null, to: Day, first: Day): Day =>
  asked === null || asked >= to || asked < first ? Math.max(first, to - USUAL) : asked

/** What is asked for to get that day: null for the usual one. */
export const comparedOption = (day: Day, to: Day, first: Day): Day | null =>
  day === comparedDay(null, to, first) ? null : day

/** What T changed by; null where it was not known on one of the days. */
export const changeOf = ({ totalFrom, totalTo }: AreaChange): number | null =>
  totalFrom === null || totalTo === null ? null : totalTo - totalFrom

export const CAUSE_WORDS: Readonly<Record<CauseKind, { label: string; what: string }>> = {
  fresh: { label: '新的检查', what: '这段时间里的检查换下了原来的结果' },
  derived: { label: '状态、水质与满意度', what: '取缔进度、水质等级、群众满意度的变化' },
  found: { label: '新发现问题', what: '这段时间里发现的问题' },
  late: { label: '逾期加重', what: '没有按期整改，扣分逐周增加' },
  fixed: { label: '完成整改', what: '已整改、等待复查' },
  closed: { label: '销号', what: '复查通过' },
  expired: { label: '检查到期', what: '检查超出计分时段，不再计入' },
  aged: { label: '旧问题出台账', what: '早已销号的问题不再计入' },
}

/** Most changed first, the worse before the better of the same size; without a figure last. */
export const byChange = (a: AreaChange, b: AreaChange): number => {
  const [x, y] = [changeOf(a), changeOf(b)]
  if (x === null || y === null) return Number(x === null) - Number(y === null)
  return Math.abs(y) - Math.abs(x) || x - y
}

/** The sort of cause that did most in an area, for better or worse; null where nothing did anything. */
export const mainCause = ({ causes }: Pick<AreaChange, 'causes'>): CauseKind | null =>
  causes.reduce<AreaChange['causes'][number] | null>(
    (most, sum) => (most === null || Math.abs(sum.effect) > Math.abs(most.effect) ? sum : most),
    null,
  )?.kind ?? null

/** One veto that came or went between the two days. */
export interface VetoChange {
  code: string
  came: boolean
  /** what was found, how much and the limit; of one that went, as it was on the first day */
  text: string
  /** 「良好 → 不达标」, or the one that stayed */
  grades: string
  ref: CapFigure['ref']
}

/** Of some areas: those that came before those that went. */
export const vetoChanges = (areas: readonly AreaChange[], standard: Pick<Standard, 'caps'>): VetoChange[] => {
  const told = (came: boolean) =>
    areas.flatMap(({ code, gradeFrom, gradeTo, vetoed, lifted }) =>
      (came ? vetoed : lifted).map(
        (cap): VetoChange => ({
          code,
          came,
          text: vetoText(standard, cap),
          grades: gradeFrom === gradeTo ? gradeTo : `${gradeFrom} → ${gradeTo}`,
          ref: cap.ref,
        }),
      ),
    )
  return [...told(true), ...told(false)]
}

const QUIET: Overlay = { quiet: true }

/** The change of every area in its colour; where the maps stand side by side, both without places. */
export const changeOverlay = (
  comparison: Comparison | null,
  { areas, standard }: Pick<Overview, 'areas' | 'standard'>,
  swipe: boolean,
): Overlay | null =>
  comparison === null || swipe
    ? QUIET
    : {
        quiet: true,
        legend: changeLegend(comparison.from, comparison.to),
        areas: inOrder(areas, comparison.areas, (row) => {
          const change = changeOf(row)
          return {
            colour: changeColour(change),
            figure: change === null ? '无法比较' : `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(1)}`,
            // Not those that were vetoed before as well: nothing changed there.
            demoted: row.vetoed.length > 0 && isDemoted(standard, { score: row.to, grade: row.gradeTo }),
          }
        }),
      }
