/** The ranking: the accessible form of the map. Areas without a score stand apart at the end, never first or last. */
import { useRef } from 'react'
import { officeScope } from '../../model/scope.ts'
import { dayOf } from '../../view/issue-query.ts'
import {
  groupsIn,
  RANKING_ORDERS,
  type RankingKey,
  type RankingQuery,
  rankingOf,
  turnedOrder,
} from '../../view/ranking.ts'
import { useSession } from '../../view/store.ts'
import { intervalText, placesText, sureRows } from '../../view/studies/coverage/coverage.ts'
import { Fault, useAnswer } from '../kit/engine.tsx'
import { Pager } from '../kit/Pager.tsx'
import { usePages } from '../kit/pages.ts'
import { usePrinting } from '../kit/printing.ts'
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

/** rem of the heading of those that are not ranked */
const APART = 2.5

const NOBODY: ReturnType<typeof rankingOf> = { ranked: [], unranked: [] }

export const Ranking = ({ of }: { of: 'area' | 'office' }) => {
  const { overview, board, view, change } = useSession()
  const groups = of === 'area' && overview !== null ? groupsIn(overview) : []
  const group = of === 'area' ? view.group : null
  const { asked, places } = usePlaces(of, group)
  const printing = usePrinting()
  const query: RankingQuery = { of, office: view.office, group, ...RANKING_ORDERS[view.order] }
  const lists = overview === null || board === null ? NOBODY : rankingOf(overview, board, query)
  const wall = useSession((s) => s.wall)
  const list = useRef<HTMLDivElement>(null)
  const pages = usePages(
    list,
    lists.ranked.length + lists.unranked.length,
    lists.unranked.length > 0 ? APART : 0,
    wall && !printing,
  )
  if (overview === null || board === null) return null
  const { ranked, unranked } = lists
  /** Of a list whose first row has that place among all. */
  const onPage = <T,>(rows: readonly T[], first: number) =>
    rows.slice(Math.max(0, pages.from - first), Math.max(0, pages.to - first))
  const sort = (by: RankingKey) => change({ order: turnedOrder(view.order, by) })
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
      <div ref={list}>
        <ol>
          {onPage(ranked, 0).map((row) => (
            <RankRow key={row.figures.id} row={row} of={of} places={places.get(row.figures.id)} />
          ))}
        </ol>
        {onPage(unranked, ranked.length).length > 0 && (
          <>
            <h3 className="apart">数据不足，不参加排名</h3>
            <ul>
              {onPage(unranked, ranked.length).map((row) => (
                <RankRow key={row.figures.id} row={row} of={of} />
              ))}
            </ul>
          </>
        )}
        <Pager {...pages} />
      </div>
      {ranked.length + unranked.length === 0 && <p className="empty">这里没有居委会：换一个分组或办事处</p>}
    </section>
  )
}
