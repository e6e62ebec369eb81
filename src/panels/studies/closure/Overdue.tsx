/** 督办清单: what is 超期未结, the longest first, each with its unit and place; marked on the map. */

import { useMemo } from 'react'
import type { OverdueLine } from '../../../engine/contract/studies/closure.ts'
import { formatMonthDay } from '../../../model/day.ts'
import { officeScope } from '../../../model/scope.ts'
import { type Calendar, workdaysBetween } from '../../../model/working-days.ts'
import type { Link } from '../../../scoring/closure/duties.ts'
import { calendarDoubt } from '../../../view/deadline.ts'
import { goTo } from '../../../view/goto.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { widened } from '../../../view/ledger-filter.ts'
import { useSession } from '../../../view/store.ts'
import { overdueOverlay } from '../../../view/studies/closure/closure.ts'
import { useCalendar } from '../../kit/calendar.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { joined } from '../../kit/Facts.tsx'
import { StateGlyph } from '../../kit/Glyph.tsx'
import { useOverlay } from '../hooks.ts'
import './overdue.css'

/** Lines shown and marked; a longer list is for the 台账. */
const MOST = 200

const Line = ({ line, calendar, asOf }: { line: OverdueLine; calendar: Calendar | null; asOf: number }) => (
  <button type="button" className="row overdue-line" onClick={() => goTo({ type: 'issue', id: line.id })}>
    <span className="overdue-days num">
      <b>{line.pastDue} 天</b>
      {calendar !== null && line.dueOn !== null && (
        <small>{workdaysBetween(calendar, line.dueOn, asOf)} 个工作日</small>
      )}
    </span>
    <span className="overdue-what">
      <span>
        <StateGlyph state={line.state} /> {line.description || line.itemText || line.id}
      </span>
      <small>
        {joined(
          line.state === '待复查' ? '已整改，待复查' : line.severity,
          line.dueOn !== null && `期限 ${formatMonthDay(line.dueOn)}`,
          line.responsible ?? '未填责任单位',
          line.siteName ?? line.areaName,
        )}
      </small>
    </span>
  </button>
)

export const Overdue = ({ of }: { of: { link: Link; id: string | null } | null }) => {
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  const calendar = useCalendar()
  const asked = useAnswer(['overdue', of, officeScope(office), asOf])
  const lines = asked.value
  const shown = useMemo(() => lines?.slice(0, MOST) ?? [], [lines])
  const overlay = useMemo(() => overdueOverlay(shown), [shown])
  useOverlay(overlay)
  if (lines === null) return <Pending of={asked}>正在查找…</Pending>
  if (lines.length === 0) return <p className="empty">没有超期未结的问题</p>
  const first = Math.min(...lines.map(({ dueOn }) => dueOn ?? asOf))
  const doubt = calendar === null ? '' : calendarDoubt(calendar, first, asOf)
  const inLedger = () =>
    change({
      states: ['逾期', '待复查'],
      ledger: {
        ...widened(ledger),
        open: true,
        dueTo: asOf - 1,
        sort: 'late',
        descending: true,
        link: of === null ? null : { type: of.link, id: of.id ?? '' },
      },
    })
  return (
    <>
      <div className="overdue-head">
        <h3>超期未结 {lines.length} 件</h3>
        <button type="button" className="text-button" onClick={inLedger}>
          在台账中看
        </button>
      </div>
      <p className="study-note">
        超期未结：过了期限没有销号。没有整改的（逾期）在前，整改了等复查的在后，都按过期天数；工作日按国家放假安排计。
        {doubt && `${doubt}。`}地图上的数为过期天数。
      </p>
      <ol aria-label="超期未结问题">
        {shown.map((line) => (
          <li key={line.id}>
            <Line line={line} calendar={calendar} asOf={asOf} />
          </li>
        ))}
      </ol>
      {lines.length > shown.length && (
        <p className="study-note">另有 {lines.length - shown.length} 件，在台账中看</p>
      )}
    </>
  )
}
