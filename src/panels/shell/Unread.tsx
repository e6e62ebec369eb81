/** Files of the package that could not be read: said for as long as it is so, with the way to read them. */
import { useState } from 'react'
import { incompleteText } from '../../model/report.ts'
import { retryUnread } from '../../view/session.ts'
import { useSession } from '../../view/store.ts'
import './unread.css'

/** Files named in full. */
const NAMED = 3

export const Unread = () => {
  const report = useSession((s) => s.overview?.report)
  const own = useSession((s) => s.overview?.own != null)
  const [busy, setBusy] = useState(false)
  const unread = report?.unread ?? []
  if (report === undefined || unread.length === 0) return null
  const retry = async () => {
    setBusy(true)
    await retryUnread()
    setBusy(false)
  }
  const doubt = incompleteText(report)
  return (
    <div className="unread" role="alert">
      <div>
        {unread.slice(0, NAMED).map(({ file, reason }) => (
          <p key={file}>
            <b>{file}</b> 没有读到：{reason}
          </p>
        ))}
        {unread.length > NAMED && <p>另有 {unread.length - NAMED} 个文件没有读到，见“数据报告”</p>}
        {doubt !== '' && <p>{doubt}</p>}
        {own && <p>请修好后重新导入</p>}
      </div>
      {!own && (
        <button type="button" className="text-button" disabled={busy} onClick={() => void retry()}>
          {busy ? '正在重读…' : '重试'}
        </button>
      )}
    </div>
  )
}

/** Beside a score that is not complete: what it lacks; nothing where it is. */
export const Incomplete = () => {
  const report = useSession((s) => s.overview?.report)
  const doubt = report === undefined ? '' : incompleteText(report)
  return doubt === '' ? null : <p className="incomplete">{doubt}</p>
}
