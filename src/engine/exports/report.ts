/** The intake report as sheets: what is not used first, then what is used with a doubt, then the files. */
import type { Notice, Report } from '../../model/report.ts'
import { type ExportSheet, numberColumn, type SheetCell, textColumn } from './sheet.ts'

/** Line 0 speaks of the file as a whole: no line. */
const rowOf = (verdict: string, notice: Notice): SheetCell[] => [
  verdict,
  notice.file,
  notice.line === 0 ? null : notice.line,
  notice.field,
  notice.value,
  notice.reason,
]

export const reportSheets = (report: Report): ExportSheet[] => [
  {
    name: '数据报告',
    columns: [
      textColumn('结论', 10),
      textColumn('文件', 20),
      numberColumn('行', 0, 8),
      textColumn('列', 16),
      textColumn('内容', 30),
      textColumn('原因', 60),
    ],
    rows: [
      ...report.rejected.map((notice) => rowOf('未读入', notice)),
      ...report.flagged.map((notice) => rowOf('请核对', notice)),
    ],
  },
  {
    name: '文件',
    columns: [textColumn('文件', 24), numberColumn('数据行', 0, 10), textColumn('情况', 16)],
    rows: [
      ...Object.entries(report.rows).map(([file, rows]) => [file, rows, '已读入']),
      ...report.unread.map(({ file, reason }) => [file, null, `没有读到：${reason}`]),
      ...report.absent.map((file) => [file, null, '没有此文件']),
    ],
    note: true,
  },
]
