/** The 台账 as a real table of which only the rows in sight are drawn. */

import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import type { IssueLine, IssueSort } from '../../engine/contract/issues.ts'
import { type Day, formatDay } from '../../model/day.ts'
import type { Kind } from '../../model/standard.ts'
import { goTo } from '../../view/goto.ts'
import { dayOf } from '../../view/issue-query.ts'
import {
  fittingColumns,
  LEDGER_COLUMNS,
  type LedgerColumn,
  startsDescending,
} from '../../view/ledger-columns.ts'
import { stateText } from '../../view/state-text.ts'
import { useSession } from '../../view/store.ts'
import { KindGlyph, StateGlyph } from '../kit/Glyph.tsx'
import { useWidth } from '../kit/width.ts'
import { LedgerScroll } from './LedgerScroll.tsx'
import { useRowsInSight } from './ledger-rows.ts'
import './ledger-table.css'

type Cell = (line: IssueLine, kind: Kind | undefined, asOf: Day) => ReactNode

const clipped = (text: string | null) => <span title={text ?? undefined}>{text || '—'}</span>

const CELLS: Readonly<Record<string, Cell>> = {
  state: (line, _, asOf) => (
    <>
      <StateGlyph state={line.state} /> {line.state === '待复查' ? stateText(line, asOf) : line.state}
    </>
  ),
  late: ({ lateDays }) => (lateDays > 0 ? `${lateDays} 天` : ''),
  description: ({ description }) => clipped(description),
  site: ({ siteName }) => clipped(siteName),
  area: ({ areaName }) => areaName ?? '区外',
  kind: (_, kind) => (
    <>
      {kind && <KindGlyph kind={kind} />} {kind?.label ?? '—'}
    </>
  ),
  severity: ({ severity }) => severity,
  foundOn: ({ foundOn }) => formatDay(foundOn),
  dueOn: ({ dueOn }) => (dueOn === null ? '未定' : formatDay(dueOn)),
  responsible: ({ responsible }) => clipped(responsible),
  source: ({ source }) => source ?? '—',
  id: ({ id }) => id,
}

const Heading = ({ sort, label }: { sort: IssueSort | null; label: string }) => {
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  if (sort === null) return <th scope="col">{label}</th>
  const on = ledger.sort === sort
  const turn = () =>
    change({ ledger: { ...ledger, sort, descending: on ? !ledger.descending : startsDescending(sort) } })
  return (
    <th scope="col" aria-sort={on ? (ledger.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" onClick={turn}>
        {label}
        <i aria-hidden="true">{on ? (ledger.descending ? '↓' : '↑') : ''}</i>
      </button>
    </th>
  )
}

const Gap = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 ? (
    <tr className="gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null

/** Up and down go from row to row. */
const walk = (event: KeyboardEvent<HTMLTableRowElement>): void => {
  const { key, currentTarget } = event
  const next =
    key === 'ArrowDown'
      ? currentTarget.nextElementSibling
      : key === 'ArrowUp'
        ? currentTarget.previousElementSibling
        : null
  if (!(next instanceof HTMLElement) || next.tabIndex < 0) return
  event.preventDefault()
  next.focus()
}

interface RowProps {
  line: IssueLine
  position: number
  columns: readonly LedgerColumn[]
}

const Row = ({ line, position, columns }: RowProps) => {
  const on = useSession((s) => s.view.selection?.type === 'issue' && s.view.selection.id === line.id)
  const kind = useSession((s) => s.overview?.standard.kinds.find((k) => k.id === line.kind))
  const point = useSession((s) => s.point)
  const asOf = useSession(dayOf)
  const ref = { type: 'issue', id: line.id } as const
  const go = () => goTo(ref)
  return (
    <tr
      aria-rowindex={position + 2}
      data-current={on}
      tabIndex={0}
      onClick={go}
      onKeyDown={(event) => (event.key === 'Enter' ? go() : walk(event))}
      onMouseEnter={() => point(ref)}
      onMouseLeave={() => point(null)}
    >
      {columns.map(({ id }) => (
        <td key={id} data-column={id}>
          {CELLS[id]?.(line, kind, asOf)}
        </td>
      ))}
    </tr>
  )
}

/** @param row rem of a row */
export const LedgerTable = ({ row }: { row: number }) => {
  const inSight = useRowsInSight(row)
  const { scroller, rem, printing, count, positions, lines, before, behind } = inSight
  const width = useWidth(scroller)
  const fitting = useMemo(() => fittingColumns(width / rem), [width, rem])
  const columns = printing ? LEDGER_COLUMNS : fitting
  return (
    <LedgerScroll className="table-scroll" label="台账表格" inSight={inSight}>
      <table aria-rowcount={(count ?? 0) + 1}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width: `${width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, sort, label }) => (
              <Heading key={id} sort={sort} label={label} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={before} columns={columns.length} />
          {positions.map((position) => {
            const line = lines.get(position)
            return line ? (
              <Row key={position} line={line} position={position} columns={columns} />
            ) : (
              <tr key={position} aria-rowindex={position + 2}>
                <td colSpan={columns.length}>…</td>
              </tr>
            )
          })}
          <Gap height={behind} columns={columns.length} />
        </tbody>
      </table>
    </LedgerScroll>
  )
}
