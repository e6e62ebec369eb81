/** The ranking: the accessible map. Areas without a score stand apart at the end, never first or last. */
import { useState } from 'react'
import { officeScope } from '../../model/scope.ts'
import { dayOf } from '../../view/issue-query.ts'
import { groupsIn, type RankingKey, type RankingQuery, rankingOf } from '../../view/ranking.ts'
import { useSession } from '../../view/store.ts'
import { intervalText, placesText, sureRows } from '../../view/studies/coverage/coverage.ts'
import { Fault, useAnswer } from '../kit/engine.tsx'
import { Incomplete } from '../shell/Unread.tsx'
import { RankRow } from './RankRow.tsx'
import './ranking.css'

const COLUMNS: { key: RankingKey; label: string; title: string }[] = [
  { key: 'open', label: '未销号', title: '未销号问题，其中逾期' },
  { key: 'change', label: '一周', title: '得分较一周前的变化' },
  { key: 'score', label: '得分', title: '综合得分' },
]

interface HeadProps {
  query: RankingQuery
  onSort: (by: RankingKey) => void
}

const Head = ({ query, onSort }: HeadProps) => (
  <div className="rank-head">
    <span>名次</span>
    {COLUMNS.map(({ key, label, title }) => {
      const on = query.by === key
      const order = on ? (query.worstFirst ? '，差的在前' : '，好的在前') : ''
      return (
        <button
          key={key}
          type="button"
          aria-pressed={on}
          aria-label={`按${title}排序${order}`}
          title={title}
          onClick={() => onSort(key)}
        >
          {label}
          {on && <i>{query.worstFirst ? '↑' : '↓'}</i>}
        </button>
      )
    })}
  </div>
)

/** The places each area listed may hold, in words; worked out once a row is pointed at. */
const usePlaces = (of: 'area' | 'office', group: string | null) => {
  const overview = useSession((s) => s.overview)
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const wanted = useSession((s) => of === 'area' && s.hover?.type === 'area')
  const asked = useAnswer(wanted ? ['intervals', asOf, officeScope(office)] : null)
  const areas = (overview?.areas ?? []).filter((area) => group === null || area.group === group)
  const codes = new Set(areas.map(({ code }) => code))
  const listed = (asked.value ?? []).filter(({ code }) => codes.has(code))
  const places: ReadonlyMap<string, string> = new Map(
    sureRows(listed, areas).map((row) => [
      row.code,
      row.rank === null ? '' : `按得分的 90% 区间 ${intervalText(row)}，可能在${placesText(row)}`,
    ]),
  )
  return { asked, places }
}

export const Ranking = ({ of }: { of: 'area' | 'office' }) => {
  const { overview, board, view, change } = useSession()
  const [order, setOrder] = useState<Pick<RankingQuery, 'by' | 'worstFirst'>>({
    by: 'score',
    worstFirst: true,
  })
  const groups = of === 'area' && overview !== null ? groupsIn(overview) : []
  const group = of === 'area' ? view.group : null
  const { asked, places } = usePlaces(of, group)
  if (overview === null || board === null) return null
  const query: RankingQuery = {
    of,
    office: view.office,
    group,
    ...order,
  }
  const { ranked, unranked } = rankingOf(overview, board, query)
  const sort = (by: RankingKey) =>
    setOrder(order.by === by ? { by, worstFirst: !order.worstFirst } : { by, worstFirst: by !== 'change' })
  return (
    <section className="ranking" id="ranking" tabIndex={-1} aria-label="排名">
      <h2 className="unseen">排名</h2>
      {groups.length > 1 && (
        <div className="groups">
          {[null, ...groups].map((name) => (
            <button
              key={name ?? ''}
              type="button"
              aria-pressed={query.group === name}
              onClick={() => change({ group: name })}
            >
              {name ?? '全部'}
            </button>
          ))}
        </div>
      )}
      <Incomplete />
      <Head query={query} onSort={sort} />
      <Fault of={asked} />
      <ol>
        {ranked.map((row) => (
          <RankRow key={row.figures.id} row={row} of={of} places={places.get(row.figures.id)} />
        ))}
      </ol>
      {unranked.length > 0 && (
        <>
          <h3 className="apart">数据不足，不参加排名</h3>
          <ul>
            {unranked.map((row) => (
              <RankRow key={row.figures.id} row={row} of={of} />
            ))}
          </ul>
        </>
      )}
      {ranked.length + unranked.length === 0 && <p className="empty">这里没有居委会：换一个分组或办事处</p>}
    </section>
  )
}
