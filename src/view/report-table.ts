/** The intake report as it leaves the screen. */
import type { Report } from '../model/report.ts'

export const REPORT_HEADINGS = ['结论', '文件', '行', '列', '内容', '原因'] as const

/** What is not used first, then what is used with a doubt. Line 0 speaks of the file as a whole: no line. */
export const reportRows = (report: Report): (string | number | null)[][] =>
  (['rejected', 'flagged'] as const).flatMap((sort) =>
    report[sort].map((notice) => [
      sort === 'rejected' ? '未读入' : '请核对',
      notice.file,
      notice.line === 0 ? null : notice.line,
      notice.field,
      notice.value,
      notice.reason,
    ]),
  )
