/** Rows that need a look: where they stand, what stands there, and why it is told. */
import type { Notice } from '../../model/report.ts'
import './notice-table.css'

interface NoticeTableProps {
  list: readonly Notice[]
  /** what it is a list of, for those who cannot see it */
  label: string
  /** what is said when there is none */
  none: string
  /** how many there are at all, where the list is only the beginning */
  of?: number
  /** one file only: its name is not told on every line */
  single?: boolean
  /** where to find those that are not listed */
  rest: string
}

/** Notices listed; all are in the file. */
const MOST = 400

export const NoticeTable = ({
  list,
  label,
  none,
  of = list.length,
  single = false,
  rest,
}: NoticeTableProps) => {
  if (list.length === 0) return <p className="empty">{none}</p>
  const shown = list.slice(0, MOST)
  return (
    <>
      <table className="notices" aria-label={label} data-single={single}>
        <thead>
          <tr>
            {!single && <th scope="col">文件</th>}
            <th scope="col">行</th>
            <th scope="col">列</th>
            <th scope="col">内容</th>
            <th scope="col">原因</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((notice, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notices have no identity of their own and never move
            <tr key={i}>
              {!single && <td>{notice.file}</td>}
              <td className="num">{notice.line === 0 ? '整个文件' : notice.line}</td>
              <td>{notice.field || '整行'}</td>
              <td className="notice-value">{notice.value}</td>
              <td>{notice.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {of > shown.length && (
        <p className="empty">
          只列出前 {shown.length} 条，{rest}
        </p>
      )}
    </>
  )
}
