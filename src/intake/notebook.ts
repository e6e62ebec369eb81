/** Where intake writes down what it read and what it could not use. */
import type { Notice, Report } from '../model/report.ts'

export interface Notebook {
  report: Report
  /** `rows` data rows were read from the file */
  count: (file: string, rows: number) => void
  absent: (file: string) => void
  reject: (notice: Notice) => void
  flag: (notice: Notice) => void
}

export const openNotebook = (): Notebook => {
  const report: Report = { rows: {}, absent: [], rejected: [], flagged: [] }
  return {
    report,
    count: (file, rows) => {
      report.rows[file] = rows
    },
    absent: (file) => report.absent.push(file),
    reject: (notice) => report.rejected.push(notice),
    flag: (notice) => report.flagged.push(notice),
  }
}
