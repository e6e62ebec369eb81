/** The 台账 as a list of cards, for a screen too narrow for a table; only those in sight are drawn. */
import type { IssueSort } from '../../engine/contract/issues.ts'
import { formatMonthDay } from '../../model/day.ts'
import { LEDGER_COLUMNS, startsDescending } from '../../view/ledger-columns.ts'
import { useSession } from '../../view/store.ts'
import { joined } from '../kit/Facts.tsx'
import { IssueRow } from '../kit/IssueRow.tsx'
import { LedgerScroll } from './LedgerScroll.tsx'
import { useRowsInSight } from './ledger-rows.ts'
import './ledger-cards.css'

/** rem of a card */
const ROW = 4.25

const SORTS = LEDGER_COLUMNS.flatMap(({ sort, label }) => (sort === null ? [] : [[sort, label] as const]))

/** What a table is sorted by at its headings. */
export const SortChoice = () => {
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  return (
    <select
      aria-label="排序"
      value={ledger.sort}
      onChange={(event) => {
        const sort = event.target.value as IssueSort
        change({ ledger: { ...ledger, sort, descending: startsDescending(sort) } })
      }}
    >
      {SORTS.map(([sort, label]) => (
        <option key={sort} value={sort}>
          按{label}排
        </option>
      ))}
    </select>
  )
}

export const LedgerCards = () => {
  const inSight = useRowsInSight(ROW)
  const { positions, lines, before, behind } = inSight
  return (
    <LedgerScroll className="ledger-cards" label="台账列表" inSight={inSight}>
      <ul className="plain-list" style={{ paddingTop: before, paddingBottom: behind }}>
        {positions.map((position) => {
          const issue = lines.get(position)
          if (issue === undefined) return <li key={position}>…</li>
          const due = issue.dueOn === null ? null : `期限 ${formatMonthDay(issue.dueOn)}`
          return (
            <IssueRow
              key={position}
              issue={issue}
              note={joined(issue.areaName ?? '区外', issue.siteName, issue.responsible, due)}
            />
          )
        })}
      </ul>
    </LedgerScroll>
  )
}
