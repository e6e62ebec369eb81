/** 整改任务单 as a sheet: what is to be done, by responsible unit, with what it gains. */

import { type Day, formatDay } from '../../model/day.ts'
import type { Scope } from '../../model/scope.ts'
import { recheckWords, sheetsByUnit, type TaskRow } from '../../scoring/task-sheets.ts'
import type { Task, TaskLine } from '../contract/studies/plan.ts'
import type { Opened } from '../package/open.ts'
import { taskLines } from '../studies/plan/lines.ts'
import { dateColumn, type ExportSheet, noteSheet, numberColumn, type SheetCell, textColumn } from './sheet.ts'

/** 事项, then what is known of the problem or of the check. */
const whatOf = (row: TaskRow<TaskLine>): SheetCell[] => {
  switch (row.type) {
    case 'close': {
      const { description, severity, state, dueOn, lateDays } = row.problem
      return ['销号', description, severity, state, dueOn, lateDays, row.line.gains.close]
    }
    case 'recheck': {
      const { type } = row.recheck
      return [type, recheckWords(row.recheck), null, null, null, null, row.line.gains.recheck]
    }
  }
}

/** @param tasks of the actions that touch the scope */
export const taskSheets = (opened: Opened, scope: Scope, tasks: readonly Task[], t: Day): ExportSheet[] => {
  const sheets = sheetsByUnit(taskLines(opened, scope, tasks, t))
  if (sheets.length === 0) return []
  const { title, synthetic } = opened.model.district
  const whose = scope === null ? '全区' : scope.type === 'office' ? scope.id : '该居委会'
  return [
    {
      name: '整改任务单',
      columns: [
        textColumn('责任单位', 22),
        textColumn('居委会', 16),
        textColumn('点位', 24),
        textColumn('检查项', 30),
        textColumn('条款', 24),
        textColumn('事项', 10),
        textColumn('问题或复查', 40),
        textColumn('严重程度', 10),
        textColumn('状态', 10),
        dateColumn('整改期限'),
        numberColumn('逾期天数', 0),
        numberColumn('只办这一半可得分', 2, 17),
        numberColumn('整项可得分', 2, 12),
        textColumn('问题编号', 14),
        textColumn('点位编号', 12),
      ],
      rows: sheets.flatMap(({ unit, rows }) =>
        rows.map((row) => [
          unit,
          row.line.areaName,
          row.line.siteName,
          row.line.itemText,
          row.line.clause,
          ...whatOf(row),
          row.line.gains.both,
          row.type === 'close' ? row.problem.id : null,
          row.line.siteId,
        ]),
      ),
    },
    noteSheet([
      ['数据', `${title}${synthetic ? '（示例数据）' : ''}`],
      ['截至', formatDay(t)],
      ['整项', '一个点位的一个检查项：未销号的问题全部销号；检查不合格的，复查合格；应取缔的，取缔'],
      [
        '可得分',
        `只办这一半（全部销号，或者复查合格、取缔），或者只办这一整项时，${whose}得分提高多少；各项不能直接相加`,
      ],
    ]),
  ]
}
