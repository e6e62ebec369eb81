/** Records put into the short clauses the screen shows. */

import type { Day } from '../../model/day.ts'
import type { Issue, Reading, Survey } from '../../model/records.ts'
import type { Standard } from '../../model/standard.ts'
import { issueStateAt, lateDaysAt } from '../../model/state.ts'
import type { Placement } from '../../placing/place.ts'
import type { AreaWords } from '../contract/cards.ts'
import type { Opened } from '../package/open.ts'

/** 「逾期 12 天，未整改」. */
export const issueClause = (issue: Issue, t: Day): string => {
  const late = lateDaysAt(issue, t)
  const state = issueStateAt(issue, t)
  const reworked = issue.reworks.filter((day) => day <= t).length
  const parts = [state === '逾期' ? `逾期 ${late} 天，未整改` : (state ?? '尚未发现')]
  if (state === '待复查' && late > 0) parts.push(`整改时已逾期 ${late} 天`)
  if (reworked > 0) parts.push(`返工 ${reworked} 次`)
  return parts.join('，')
}

/** 「不合格，5 处缺陷」「8 分」. */
export const checkClause = (check: {
  result: string | null
  grade: number | null
  defects: number | null
}): string => {
  if (check.grade !== null) return `评分 ${check.grade}`
  const result = check.result ?? ''
  return check.defects === null ? result : `${result}，${check.defects} 处缺陷`
}

/** 「满意率 90.5%」. */
export const surveyClause = ({ satisfied, valid }: Survey): string =>
  `满意率 ${((100 * satisfied) / valid).toFixed(1)}%`

export const readingText = (reading: Reading): string => {
  switch (reading.type) {
    case 'value':
      return String(reading.value)
    case 'below':
      return `＜${reading.limit}`
    case 'atMost':
      return `≤${reading.limit}`
    case 'above':
      return `＞${reading.limit}`
    case 'atLeast':
      return `≥${reading.limit}`
    case 'notDetected':
      return '未检出'
    case 'clearToBottom':
      return '清澈见底'
    case 'none':
      return '—'
  }
}

/** How a record came to its area, in words. */
export const placingText = (placement: Placement, standard: Standard): string => {
  switch (placement.rule) {
    case 'inside':
      return '坐标在居委会内'
    case 'border-declared':
      return '在边界上，按所填居委会'
    case 'border-lowest':
      return '在边界上，按代码最小的居委会'
    case 'near':
      return `在边界外 ${standard.tolerance} 米以内，按最近的居委会`
    case 'site':
      return '按所在点位'
    case 'declared':
      return '没有坐标，按所填居委会'
    case 'outside':
      return '在所有居委会之外，不计分'
  }
}

/** Names of the area with this index; all null outside. */
export const areaWords = ({ model }: Opened, index: number): AreaWords => {
  const area = model.areas[index]
  return { areaCode: area?.code ?? null, areaName: area?.name ?? null, office: area?.office ?? null }
}
