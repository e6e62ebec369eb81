/** `honours.csv`: awards. Those that go to people carry an area, a date and a count, nothing that tells who. */
import { type Honour, PERSONAL_HONOURS } from '../../model/records.ts'
import { plain } from '../cells.ts'
import { AREA, LAT, LON, readArea, readCount, readPlace, readText, requiredDay } from '../fields.ts'
import type { Lookups } from '../lookups.ts'
import type { Notebook } from '../notebook.ts'
import { readTable } from '../table.ts'

const COLUMNS = {
  kind: { headings: ['评选类别', '类别'], required: true },
  name: { headings: ['名称'] },
  lon: LON,
  lat: LAT,
  areaCode: AREA,
  date: { headings: ['日期', '评选日期'] },
  count: { headings: ['数量'] },
  basis: { headings: ['依据'] },
} as const

const REFUSAL = '个人和家庭荣誉只登记居委会、日期和数量，不得带姓名或位置，此行没有读入'
/** The value is not repeated in the report: it may be a person's name or home. */
const HIDDEN = '（已隐去）'

const isPersonal = (kind: string): boolean =>
  PERSONAL_HONOURS.some((personal) => kind.replace(/[“”"']/g, '').includes(personal))

export const readHonours = (
  file: string,
  bytes: Uint8Array | undefined,
  lookups: Lookups,
  notebook: Notebook,
): Honour[] =>
  readTable(file, bytes, COLUMNS, notebook).flatMap((row): Honour[] => {
    const kind = plain(row.text('kind'))
    if (kind === '') return row.reject('kind', '没有填评选类别') ?? []
    if (isPersonal(kind)) {
      if (row.text('name') !== '') return row.reject('name', REFUSAL, HIDDEN) ?? []
      if (row.text('lon') !== '' || row.text('lat') !== '') return row.reject('lon', REFUSAL, HIDDEN) ?? []
    }
    const count = row.text('count') === '' ? 1 : readCount(row.text('count'))
    if (count === null) return row.reject('count', '数量应为不小于 0 的整数') ?? []
    const dated = row.text('date') !== ''
    const day = dated ? requiredDay(row, 'date', lookups) : null
    if (dated && day === null) return []
    const place = readPlace(row, 'lon', 'lat')
    const areaCode = readArea(row, 'areaCode', lookups)
    return [
      {
        kind,
        name: readText(row, 'name'),
        ...place,
        areaCode,
        day,
        count,
        basis: readText(row, 'basis'),
        line: row.line,
      },
    ]
  })
