/** The ranking as sheets: 居委会, then 办事处; 数据不足 apart at the end, without a rank. */

import { type Day, formatDay } from '../../model/day.ts'
import { areasInScope, type Scope } from '../../model/scope.ts'
import { openOf } from '../../model/state.ts'
import { THEMES } from '../../model/themes.ts'
import { figuresAt, WEEK } from '../answers/figures.ts'
import type { Figures } from '../contract/board.ts'
import type { Opened } from '../package/open.ts'
import {
  type ExportSheet,
  noteSheet,
  numberColumn,
  percentColumn,
  type SheetCell,
  type SheetColumn,
  textColumn,
} from './sheet.ts'

type Entry = readonly [SheetColumn, (figures: Figures) => SheetCell]

/** Shared by both sheets, after the names. */
const FIGURES: readonly Entry[] = [
  [numberColumn('得分', 2), (f) => f.score],
  [textColumn('等级', 12), (f) => f.grade],
  [textColumn('否决原因', 40), (f) => [...new Set(f.caps.map((cap) => cap.reason))].join('；') || null],
  ...THEMES.map((theme): Entry => [numberColumn(theme, 2), (f) => f.themes[theme]]),
]

const BESIDE: readonly Entry[] = [
  [numberColumn('未销号', 0), openOf],
  [numberColumn('逾期', 0), (f) => f.states.逾期],
  [numberColumn('较一周前', 2), (f) => f.change],
]

/** What the rank is called: among all, which a table of some has to say. */
export const rankHeading = (of: Scope): string => (of === null ? '名次' : '全区名次')

/** With a score first, the best first; equal scores by name of their id. */
const ranked = (list: readonly Figures[]): Figures[] =>
  [...list].sort(
    (a, b) =>
      Number(a.score === null) - Number(b.score === null) ||
      (b.score ?? b.provisional ?? 0) - (a.score ?? a.provisional ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )

const sheetOf = (name: string, entries: readonly Entry[], list: readonly Figures[]): ExportSheet => ({
  name,
  columns: entries.map(([column]) => column),
  rows: ranked(list).map((figures) => entries.map(([, cell]) => cell(figures))),
})

/** @param of whose areas; an office is ranked among all, and listed alone */
export const rankingSheets = (opened: Opened, t: Day, of: Scope = null): ExportSheet[] => {
  const { standard, model } = opened
  const all = figuresAt(opened, t)
  const areas = areasInScope(of, model.areas).map((i) => all.areas[i] as Figures)
  const offices = all.offices.filter(({ id }) => of === null || (of.type === 'office' && id === of.id))
  const categories = standard.categories.map(
    ({ id, label }): Entry => [
      numberColumn(label, 2, Math.max(10, 2 * label.length + 2)),
      (f) => f.categories.find((category) => category.id === id)?.score ?? null,
    ],
  )
  const rank: Entry = [numberColumn(rankHeading(of), 0, of === null ? 7 : 10), (f) => f.rank]
  const ofArea: Entry[] = [
    rank,
    [textColumn('居委会', 20), (f) => f.name],
    [textColumn('办事处', 18), (f) => f.office],
    ...FIGURES,
    ...categories,
    [numberColumn('暂估分', 2), (f) => (f.score === null ? f.provisional : null)],
    [percentColumn('已查分值'), (f) => f.weightCoverage],
    ...BESIDE,
    [textColumn('居委会代码', 15), (f) => f.id],
  ]
  const ofOffice: Entry[] = [
    rank,
    [textColumn('办事处', 20), (f) => f.name],
    ...FIGURES,
    ...categories,
    [numberColumn('数据不足未计', 0, 14), (f) => f.leftOut],
    ...BESIDE,
  ]
  return [
    sheetOf('居委会排名', ofArea, areas),
    ...(offices.length > 0 ? [sheetOf('办事处排名', ofOffice, offices)] : []),
    noteSheet([
      ['数据', `${model.district.title}${model.district.synthetic ? '（示例数据）' : ''}`],
      ['截至日期', formatDay(t)],
      ['较一周前', `与 ${formatDay(t - WEEK)} 的得分相比`],
      ['评分标准', `${standard.title}（${standard.version}）`],
      [
        standard.insufficient,
        `已查分值不足 ${Math.round(standard.minCoverage * 100)}%，不评分、不排名；暂估分只按已查的算`,
      ],
    ]),
  ]
}
