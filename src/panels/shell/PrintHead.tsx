/** Above the screen on paper: what this is, whose, of which day, and how far it can be relied upon. */
import { formatDay } from '../../model/day.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { usePrinting } from '../kit/printing.ts'
import { Incomplete } from './Unread.tsx'
import './print-head.css'

export const PrintHead = () => {
  const printing = usePrinting()
  const district = useSession((s) => s.overview?.district)
  const standard = useSession((s) => s.overview?.standard)
  const office = useSession((s) => s.view.office)
  const day = useSession(dayOf)
  if (!printing || district === undefined || standard === undefined) return null
  return (
    <header className="print-head">
      <h1>
        {office ?? district.title}
        <small>{district.synthetic ? '示例数据' : ''}</small>
      </h1>
      <p>
        创卫一张图 · {district.title} · 截至 {formatDay(day)} · {standard.title}（{standard.version}）
      </p>
      <Incomplete />
    </header>
  )
}
