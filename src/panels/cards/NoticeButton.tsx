/** 整改通知单 of the problem on the card; what writes it comes when it is asked for. */
import { useState } from 'react'
import { later } from '../kit/later.tsx'

const NoticeDialog = later(
  '整改通知单',
  async () => (await import('../studies/notices/NoticeDialog.tsx')).NoticeDialog,
  {
    form: 'window',
    onClose: ({ onClose }) => onClose(),
  },
)

export const NoticeButton = ({ id }: { id: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <p className="card-tools">
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        整改通知单
      </button>
      {open && <NoticeDialog of={{ id }} onClose={() => setOpen(false)} />}
    </p>
  )
}
