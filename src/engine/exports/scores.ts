/** Score sheets with their ledger: what every category of an 居委会 got, and the record behind every lost point. */

import { type Day, formatDay } from '../../model/day.ts'
import { isInScope, type Scope } from '../../model/scope.ts'
import type { CategoryState } from '../../scoring/score/category.ts'
import { explain } from '../answers/explain.ts'
import { figuresAt } from '../answers/figures.ts'
import type { Explanation } from '../contract/ledger.ts'
import type { Opened } from '../package/open.ts'
import { byOffice } from './by-office.ts'
import { dateColumn, type ExportSheet, noteSheet, numberColumn, type SheetCell, textColumn } from './sheet.ts'

const STATES: Readonly<Record<CategoryState, string>> = {
  scored: '已评分',
  ledgerOnly: '仅据台账',
  unvisited: '未查',
  notApplicable: '不适用',
}

const SCORE_COLUMNS = [
  textColumn('居委会', 20),
  textColumn('办事处', 18),
  textColumn('分类', 24),
  textColumn('主题', 7),
  numberColumn('分值', 0),
  numberColumn('得分', 2),
  textColumn('状态', 12),
  numberColumn('基础分', 2),
  numberColumn('扣分', 2),
  numberColumn('失分', 4),
  textColumn('居委会代码', 15),
]

const LEDGER_COLUMNS = [
  textColumn('居委会', 20),
  numberColumn('失分', 4),
  textColumn('分类', 24),
  textColumn('检查项', 34),
  textColumn('条款', 14),
  textColumn('记录', 20),
  dateColumn('日期'),
  textColumn('地点', 24),
  textColumn('情况', 50),
  textColumn('责任单位', 22),
  textColumn('居委会代码', 15),
]

const TOTAL = '合计'

/** One row a category and their sum: Σ 失分 = 100 − 得分. */
const scoreRows = (explanation: Explanation): SheetCell[][] => {
  const { figures, losses } = explanation
  const head = [figures.name, figures.office]
  const sum = losses.reduce((total, { loss }) => total + loss, 0)
  const weights = losses
    .filter(({ score }) => score !== null)
    .reduce((total, { weight }) => total + weight, 0)
  return [
    ...losses.map(({ category, label, theme, weight, loss, score, state }): SheetCell[] => {
      const figure = figures.categories.find(({ id }) => id === category)
      const { base = null, deduction = null } = figure ?? {}
      return [...head, label, theme, weight, score, STATES[state], base, deduction, loss, figures.id]
    }),
    [
      ...head,
      TOTAL,
      null,
      weights,
      figures.score ?? figures.provisional,
      figures.score === null ? `${figures.grade}，暂估` : figures.grade,
      null,
      null,
      sum,
      figures.id,
    ],
  ]
}

/** One row a record that cost something, the costliest first, and their sum. */
const ledgerRows = (explanation: Explanation): SheetCell[][] => {
  const { figures, ledger } = explanation
  const sum = ledger.reduce((total, { points }) => total + points, 0)
  return [
    ...ledger.map((line): SheetCell[] => [
      figures.name,
      line.points,
      line.categoryLabel,
      line.itemText,
      line.clause,
      line.record,
      line.day,
      line.where,
      line.what,
      line.responsible,
      figures.id,
    ]),
    [figures.name, sum, TOTAL, null, null, null, null, null, null, null, figures.id],
  ]
}

/**
 * The categories of every area on one sheet, the ledgers on another, or on one an office where that is wanted. Of an
 * office: its areas. Empty where there is no such area or office.
 */
export const scoreSheets = (opened: Opened, of: Scope, t: Day, splitByOffice: boolean): ExportSheet[] => {
  const { model, standard } = opened
  const all = figuresAt(opened, t)
  const explanations = model.areas
    .filter((area) => isInScope(of, area))
    .flatMap((area) => explain(opened, { type: 'area', id: area.code }, t, all) ?? [])
  if (explanations.length === 0) return []
  const ledger = (name: string, list: readonly Explanation[]): ExportSheet => ({
    name,
    columns: LEDGER_COLUMNS,
    rows: list.flatMap(ledgerRows),
  })
  const groups = byOffice(opened, explanations, ({ figures }) => figures.id)
  return [
    { name: '得分', columns: SCORE_COLUMNS, rows: explanations.flatMap(scoreRows) },
    ...(splitByOffice
      ? groups.map((group) => ledger(`${group.name}失分`, group.of))
      : [ledger('失分记录', explanations)]),
    noteSheet([
      ['数据', `${model.district.title}${model.district.synthetic ? '（示例数据）' : ''}`],
      ['截至日期', formatDay(t)],
      ['评分标准', `${standard.title}（${standard.version}）`],
      ['失分', '每条记录使总分减少的分数；同一居委会各条之和等于 100 减得分（数据不足的减暂估分）'],
    ]),
  ]
}
