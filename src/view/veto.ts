/** 一票否决 in words: what was found, how much of it, and the limit; and the record that shows it. */
import type { CapFigure } from '../engine/contract/board.ts'
import type { Standard } from '../model/standard.ts'

/** 「活禽售卖得分率 30%，低于 70%」: the reason without what the standard says of every such case. */
export const vetoText = ({ caps }: Pick<Standard, 'caps'>, { rule, reason }: CapFigure): string => {
  const cap = caps.find(({ id }) => id === rule)
  const said = cap?.rule === 'keyItem' ? reason.replace(`：${cap.reason}`, '') : reason
  return said.replaceAll('.0%', '%')
}

/** 「检查 JC190522-AF-01」; a water body is named in the reason itself. */
export const vetoRecord = ({ caps }: Pick<Standard, 'caps'>, { rule, record }: CapFigure): string => {
  switch (caps.find(({ id }) => id === rule)?.rule) {
    case 'waterGrade':
      return ''
    case 'openSeverity':
      return `问题 ${record}`
    default:
      return `检查 ${record}`
  }
}

/** The whole of it on one line. */
export const vetoLine = (standard: Pick<Standard, 'caps'>, cap: CapFigure): string => {
  const record = vetoRecord(standard, cap)
  return `一票否决：${vetoText(standard, cap)}${record === '' ? '' : `（${record}）`}`
}
