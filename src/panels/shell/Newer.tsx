/** Tells that another version of the site was deployed since this page was opened. */
import { useSession } from '../../view/store.ts'
import { Toast } from '../kit/Toast.tsx'

export const Newer = () => {
  const newer = useSession((s) => s.newer)
  if (!newer) return null
  return (
    <Toast role="alert" text="已有新版本：刷新后使用，当前画面和已保存的数据都在">
      <button type="button" className="toast-button" onClick={() => location.reload()}>
        刷新
      </button>
    </Toast>
  )
}
