/** 整改任务单 as a sheet: the problems to be closed, by responsible unit, with what each gains. */
import { type Day, formatDay } from '../../model/day.ts'
import type { Opened } from '../open.ts'
import { type PlanScope, priorities } from '../study-plan.ts'
import { dateColumn, noteSheet, numberColumn, type Sheet, textColumn } from './sheet.ts'

/** @param chosen indices of the problems, of those charged to the scope */
export const taskSheets = (opened: Opened, scope: PlanScope, chosen: readonly number[], t: Day): Sheet[] => {
  const wanted = new Set(chosen)
  const lines = priorities(opened, scope, t).lines.filter(({ index }) => wanted.has(index))
  if (lines.length === 0) return []
  const byUnit = [...lines].sort((a, b) => {
    const [p, q] = [a.responsible ?? '\uffff', b.responsible ?? '\uffff']
    return p < q ? -1 : p > q ? 1 : 0
  })
  const { title, synthetic } = opened.model.district
  return [
    {
      name: '整改任务单',
      columns: [
        textColumn('责任单位', 22),
        textColumn('居委会', 16),
        textColumn('点位', 24),
        textColumn('问题编号', 14),
        textColumn('问题', 40),
        textColumn('检查项', 30),
        textColumn('条款', 24),
        textColumn('严重程度', 10),
        textColumn('状态', 10),
        dateColumn('整改期限'),
        numberColumn('逾期天数', 0),
        numberColumn('单独销号可得分', 2, 15),
      ],
      rows: byUnit.map((line) => [
        line.responsible,
        line.areaName,
        line.siteName,
        line.id,
        line.description,
        line.itemText,
        line.clause,
        line.severity,
        line.state,
        line.dueOn,
        line.lateDays,
        line.alone,
      ]),
    },
    noteSheet([
      ['数据', `${title}${synthetic ? '（示例数据）' : ''}`],
      ['截至', formatDay(t)],
      [
        '可得分',
        `只销这一个时，${scope === null ? '全区' : scope.type === 'office' ? scope.id : '该居委会'}得分提高多少`,
      ],
    ]),
  ]
}
