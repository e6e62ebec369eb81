/** What a change by hand is called in the field. */
import { parseDate } from '../../intake/tables/date-forms.ts'

type Cells = Readonly<Record<string, string>>

const daysIn = (cell: string): number => cell.split(/[;；、,，]/).filter((part) => part.trim() !== '').length

/**
 * @param before the cells as they were
 * @param changed only those that become different
 */
export const actionOf = (record: 'issue' | 'site', before: Cells, changed: Cells): string => {
  const fields = Object.keys(changed)
  const only = (...some: string[]) => fields.every((field) => some.includes(field))
  const sets = (field: string) => (changed[field] ?? '') !== '' && (before[field] ?? '') === ''
  const clears = (field: string) => changed[field] === '' && (before[field] ?? '') !== ''
  if (only('lon', 'lat') || (only('lon', 'lat', 'areaCode') && fields.length > 1)) return '移动点位'
  if (only('responsible')) return '改派'
  if (record === 'site') return '修改'
  const reworked = daysIn(changed.reworks ?? '') > daysIn(before.reworks ?? '')
  if (clears('verifiedOn') && only('fixedOn', 'verifiedOn', 'reworks', 'dueOn')) return '重开'
  if (clears('fixedOn') && only('fixedOn', 'reworks', 'dueOn')) return reworked ? '返工' : '重开'
  if (sets('verifiedOn')) return '销号'
  if (sets('fixedOn')) return '完成整改'
  if (only('dueOn')) {
    const [was, is] = [parseDate(before.dueOn ?? ''), parseDate(changed.dueOn ?? '')]
    if (was !== null && is !== null && is > was) return '延期'
  }
  return '修改'
}
