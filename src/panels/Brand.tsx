/** What this is, whose, and of which day. */
import { formatDay } from '../model/day.ts'
import { dayOf } from '../view/issue-query.ts'
import { useSession } from '../view/store.ts'
import { hasDays } from '../view/timeline.ts'

export const Brand = () => {
  const day = useSession(dayOf)
  const district = useSession((s) => s.overview?.district)
  const dated = useSession((s) => s.overview !== null && hasDays(s.overview))
  return (
    <div className="brand">
      <div className="brand-name">
        <h1>创卫一张图</h1>
        {district?.synthetic && <span className="sample-mark">示例数据</span>}
      </div>
      <p>
        <span title={district?.title}>{district?.title}</span>
        {dated && <time dateTime={formatDay(day)}>截至 {formatDay(day)}</time>}
      </p>
    </div>
  )
}
