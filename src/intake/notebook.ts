/** Where intake writes down what it read and what it could not use. */
import type { Notice, Report } from '../model/report.ts'
import { maskPeople } from './people/mask.ts'

export interface Notebook {
  report: Report
  /** `rows` data rows were read from the file */
  count: (file: string, rows: number) => void
  absent: (file: string) => void
  reject: (notice: Notice) => void
  flag: (notice: Notice) => void
}

/** A notice shows what stands in the file, but no number that leads to a person. */
export const discreet = (notice: Notice): Notice => {
  const { value, reason, field } = notice
  return {
    ...notice,
    field: maskPeople(field).text,
    value: maskPeople(value, field).text,
    reason: maskPeople(reason).text,
  }
}

export const openNotebook = (): Notebook => {
  const report: Report = { rows: {}, absent: [], rejected: [], flagged: [] }
  return {
    report,
    count: (file, rows) => {
      report.rows[file] = rows
    },
    absent: (file) => report.absent.push(file),
    reject: (notice) => report.rejected.push(discreet(notice)),
    flag: (notice) => report.flagged.push(discreet(notice)),
  }
}
