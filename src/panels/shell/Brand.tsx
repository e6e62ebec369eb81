/** What this is, whose, and of which day. */
import type { Overview } from '../../engine/contract/package.ts'
import { formatDay } from '../../model/day.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { hasDays } from '../../view/timeline.ts'
import './brand.css'

/** 2019-05-27T09:30:00+08:00 → 2019-05-27 09:30 */
const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ')

/** A sample changed by hand is still a sample: it says so first, and only then that it has been changed. */
const OwnMark = ({ changedAt, kept, synthetic }: NonNullable<Overview['own']> & { synthetic: boolean }) => {
  const whose = synthetic ? '改动过的示例数据，作为自有数据' : '自有数据，'
  const where = kept ? '保存在这台电脑的浏览器里，不会上传' : '浏览器不允许保存，关闭页面即丢失，请及时导出'
  const label = synthetic ? (kept ? '已改动' : '未保存') : kept ? '自有数据' : '自有·未保存'
  return (
    <span className="own-mark" title={`${whose}${where}。最近改动：${minuteOf(changedAt)}`}>
      {label}
    </span>
  )
}

export const Brand = () => {
  const day = useSession(dayOf)
  const district = useSession((s) => s.overview?.district)
  const own = useSession((s) => s.overview?.own ?? null)
  const dated = useSession((s) => s.overview !== null && hasDays(s.overview))
  return (
    <div className="brand unprinted">
      <div className="brand-name">
        <h1>创卫一张图</h1>
        {district?.synthetic && <span className="sample-mark">示例数据</span>}
        {own !== null && <OwnMark {...own} synthetic={district?.synthetic ?? false} />}
      </div>
      <p>
        <span title={district?.title}>{district?.title}</span>
        {dated && <time dateTime={formatDay(day)}>截至 {formatDay(day)}</time>}
      </p>
    </div>
  )
}
