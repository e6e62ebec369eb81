/** `honours.csv`: awards. Those that go to people carry an area, a date and a count, nothing that tells who. */
import { type Honour, PERSONAL_HONOURS } from '../../model/records.ts'
import { hasDoor, hasNamed } from '../people/homes.ts'
import { HIDDEN } from '../people/mask.ts'
import { parseCount, plain, termKey } from './cells.ts'
import { AREA, LAT, LON, readArea, readPlace, readText, requiredDay } from './fields.ts'
import type { Row, Table } from './table.ts'

const columns = {
  kind: { headings: ['评选类别', '类别', '荣誉', '荣誉类别'], required: true },
  name: { headings: ['名称', '荣誉名称', '姓名', '户主', '户主姓名', '获评名称'] },
  lon: LON,
  lat: LAT,
  areaCode: AREA,
  date: { headings: ['日期', '评选日期'] },
  count: { headings: ['数量', '个数'] },
  basis: { headings: ['依据', '评选依据'] },
} as const

const REFUSAL = '个人和家庭荣誉只登记居委会、日期和数量，不得带姓名或位置，此行没有读入'

/** Whether an award of that kind goes to people. */
export const isPersonalHonour = (kind: string): boolean =>
  PERSONAL_HONOURS.some((personal) => termKey(kind).includes(personal))

/** What an award is based on; for people's, only as far as it leads to no door and no name. */
const readBasis = (row: Row<keyof typeof columns>, personal: boolean): string | null => {
  const basis = readText(row, 'basis')
  if (!personal || basis === null) return basis
  const told = [...(hasDoor(basis) ? ['门牌号'] : []), ...(hasNamed(basis) ? ['姓名'] : [])]
  if (told.length === 0) return basis
  row.flag('basis', `个人和家庭荣誉的依据里有${told.join('、')}，依据已隐去`, HIDDEN)
  return null
}

export const HONOURS: Table<keyof typeof columns, Honour> = {
  file: 'honours.csv',
  columns,
  reader: (lookups) => (row) => {
    const kind = plain(row.text('kind'))
    if (kind === '') return row.reject('kind', '没有填评选类别')
    const personal = isPersonalHonour(kind)
    if (personal) {
      const told = (['name', 'lon', 'lat'] as const).find((field) => row.text(field) !== '')
      if (told !== undefined) return row.reject(told, REFUSAL, HIDDEN)
    }
    const count = row.text('count') === '' ? 1 : parseCount(row.text('count'))
    if (count === null) return row.reject('count', '数量应为不小于 0 的整数')
    const dated = row.text('date') !== ''
    const day = dated ? requiredDay(row, 'date', lookups) : null
    if (dated && day === null) return null
    return {
      kind,
      name: readText(row, 'name'),
      ...readPlace(row, 'lon', 'lat'),
      areaCode: readArea(row, 'areaCode', lookups),
      day,
      count,
      basis: readBasis(row, personal),
      line: row.line,
    }
  },
}
