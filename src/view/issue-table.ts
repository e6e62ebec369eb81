/** The 台账 as it leaves the screen. */
import type { IssueLine } from '../engine/api.ts'
import { type Day, formatDay } from '../model/day.ts'

export const ISSUE_HEADINGS = [
  '编号',
  '状态',
  '逾期天数',
  '问题描述',
  '点位编号',
  '点位',
  '类别',
  '检查项',
  '居委会',
  '办事处',
  '严重程度',
  '发现日期',
  '整改期限',
  '整改完成日期',
  '复查通过日期',
  '返工次数',
  '责任单位',
  '来源',
] as const

/** One row under ISSUE_HEADINGS. `kindLabel` names a kind id in the standard's words. */
export const issueCells = (
  line: IssueLine,
  kindLabel: (id: string) => string,
): (string | number | null)[] => {
  const day = (value: Day | null) => (value === null ? null : formatDay(value))
  return [
    line.id,
    line.state,
    line.lateDays,
    line.description,
    line.siteId,
    line.siteName,
    line.kind === null ? null : kindLabel(line.kind),
    line.itemText,
    line.areaName,
    line.office,
    line.severity,
    day(line.foundOn),
    day(line.dueOn),
    day(line.fixedOn),
    day(line.verifiedOn),
    line.reworks,
    line.responsible,
    line.source,
  ]
}
