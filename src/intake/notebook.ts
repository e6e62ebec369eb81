/** Where intake writes down what it read and what it could not use. */
import type { Notice, Report } from '../model/report.ts'
import { maskPeople } from './people/mask.ts'

export interface Notebook {
  report: Report
  /** `rows` data rows were read from the file */
  count: (file: string, rows: number) => void
  absent: (file: string) => void
  /** nothing of the file can be used; `reason` is a clause without a full stop, `notice` what its notice says else */
  unreadable: (file: string, reason: string, notice?: Partial<Notice>) => void
  reject: (notice: Notice) => void
  flag: (notice: Notice) => void
}

/** What a file is faulted for is said in a few sentences, each up to a million times: the latest are looked through once. */
const MOST_REASONS = 100
const reasons = new Map<string, string>()

const discreetReason = (reason: string): string => {
  const known = reasons.get(reason)
  if (known !== undefined) return known
  if (reasons.size === MOST_REASONS) reasons.clear()
  const { text } = maskPeople(reason)
  reasons.set(reason, text)
  return text
}

/** A notice shows what stands in the file, but no number that leads to a person. */
export const discreet = (notice: Notice): Notice => {
  const { value, reason, field } = notice
  return {
    ...notice,
    field: maskPeople(field).text,
    value: maskPeople(value, field).text,
    reason: discreetReason(reason),
  }
}

/** @param isScored whether scores are made from the file that stands at a path */
export const openNotebook = (isScored: (path: string) => boolean = () => false): Notebook => {
  const report: Report = { rows: {}, absent: [], unread: [], rejected: [], flagged: [] }
  const reject = (notice: Notice): void => void report.rejected.push(discreet(notice))
  return {
    report,
    count: (file, rows) => {
      report.rows[file] = rows
    },
    absent: (file) => {
      // What did not arrive is not known to be absent.
      if (!report.unread.some((unread) => unread.file === file)) report.absent.push(file)
    },
    unreadable: (file, reason, notice = {}) => {
      report.unread.push({ file, reason: maskPeople(reason).text, scored: isScored(file) })
      reject({ file, line: 0, field: '', value: '', reason: `${reason}，整个文件没有读入`, ...notice })
    },
    reject,
    flag: (notice) => report.flagged.push(discreet(notice)),
  }
}
