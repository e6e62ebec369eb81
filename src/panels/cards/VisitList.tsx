/** Visits, newest first, item by item; what counts towards the score on the day shown is marked. */
import type { VisitLine } from '../../engine/contract/cards.ts'
import { formatDay } from '../../model/day.ts'
import { joined } from '../kit/Facts.tsx'
import { List } from '../kit/List.tsx'

const FIRST = 5

const Item = ({ item }: { item: VisitLine['items'][number] }) => (
  <li data-counts={item.counts}>
    <span>{item.text}</span>
    <b className="num">{item.grade === null ? item.result : item.grade.toFixed(1)}</b>
    <small>
      {joined(
        item.grade !== null && item.result,
        item.defects !== null && `${item.defects} 处缺陷`,
        item.note,
        item.counts && '计入得分',
      )}
    </small>
  </li>
)

export const VisitList = ({ visits }: { visits: readonly VisitLine[] }) => {
  return (
    <section>
      <h3 className="head">
        检查<small className="num">{visits.length} 次，左侧有线的计入得分</small>
      </h3>
      {visits.length === 0 && <p className="empty">还没有检查记录：请安排一次检查</p>}
      <List of={visits} first={FIRST} more={(next) => `展开更早的 ${next} 次`} className="visits">
        {(visit) => (
          <li key={`${visit.day} ${visit.visit}`}>
            <h4>
              <time className="num">{formatDay(visit.day)}</time> {visit.source}
              <small>{visit.visit}</small>
            </h4>
            <ul>
              {visit.items.map((item, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an item can be written twice in a visit and never moves
                <Item key={i} item={item} />
              ))}
            </ul>
          </li>
        )}
      </List>
    </section>
  )
}
