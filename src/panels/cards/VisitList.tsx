/** Visits, newest first, item by item; what counts towards the score on the day shown is marked. */
import type { VisitLine } from '../../engine/contract/cards.ts'
import { formatDay } from '../../model/day.ts'
import { useSession } from '../../view/store.ts'
import { joined } from '../kit/Facts.tsx'
import { List } from '../kit/List.tsx'
import { useRecord } from './record.ts'

const FIRST = 5

const Item = ({ item, visit }: { item: VisitLine['items'][number]; visit: string }) => (
  <li data-counts={item.counts} {...useRecord({ item: item.item, visit })}>
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

/** @param of what was visited, where that is not what the card is of */
export const VisitList = ({ visits, of = '' }: { visits: readonly VisitLine[]; of?: string }) => {
  const record = useSession((s) => s.view.record)
  const at = record === null ? -1 : visits.findIndex(({ visit }) => visit === record.visit)
  return (
    <section>
      <h3 className="head">
        {of}检查<small className="num">{visits.length} 次，左侧有线的计入得分</small>
      </h3>
      {visits.length === 0 && <p className="empty">还没有检查记录：请安排一次检查</p>}
      <List
        key={record?.visit}
        of={visits}
        first={Math.max(FIRST, at + 1)}
        more={(next) => `展开更早的 ${next} 次`}
        className="visits"
      >
        {(visit) => (
          <li key={`${visit.day} ${visit.visit}`}>
            <h4>
              <time className="num">{formatDay(visit.day)}</time> {visit.source}
              <small>{visit.visit}</small>
            </h4>
            <ul>
              {visit.items.map((item, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an item can be written twice in a visit and never moves
                <Item key={i} item={item} visit={visit.visit} />
              ))}
            </ul>
          </li>
        )}
      </List>
    </section>
  )
}
