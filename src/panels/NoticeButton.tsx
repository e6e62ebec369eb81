/** 整改通知单 of the problem on the card; what writes it comes when it is asked for. */
import { lazy, Suspense, useState } from 'react'

const NoticeDialog = lazy(() =>
  import('./study/NoticeDialog.tsx').then(({ NoticeDialog }) => ({ default: NoticeDialog })),
)

export const NoticeButton = ({ id }: { id: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <p className="card-tools">
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        整改通知单
      </button>
      {open && (
        <Suspense fallback={null}>
          <NoticeDialog of={{ id }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </p>
  )
}
