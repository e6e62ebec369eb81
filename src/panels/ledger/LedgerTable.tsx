/** The 台账 as a real table of which only the rows in sight are drawn. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { IssueLine, IssueSort } from '../../engine/contract/issues.ts'
import { type Day, formatDay } from '../../model/day.ts'
import type { Kind } from '../../model/standard.ts'
import { goTo } from '../../view/goto.ts'
import { dayOf } from '../../view/issue-query.ts'
import { fittingColumns, LEDGER_COLUMNS, type LedgerColumn } from '../../view/ledger-columns.ts'
import { stateText } from '../../view/state-text.ts'
import { useSession } from '../../view/store.ts'
import { KindGlyph, StateGlyph } from '../kit/Glyph.tsx'
import { usePrinting } from '../kit/printing.ts'
import { useWidth } from '../kit/width.ts'
import { useLedgerRows } from './ledger-rows.ts'
import './ledger-table.css'

/** rem of a row, as in ledger.css */
const ROW = 2.15
/** Rows that are printed; they are fetched when the table has stood still for `SETTLED` ms, printing waits for nothing. */
const PRINTED = 1000
const SETTLED = 1500

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
  // What is worst or newest is looked for first; names and numbers run forwards.
  const first = sort !== 'area' && sort !== 'id' && sort !== 'kind' && sort !== 'dueOn' && sort !== 'state'
  const turn = () => change({ ledger: { ...ledger, sort, descending: on ? !ledger.descending : first } })
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

export const LedgerTable = () => {
  const shown = useSession((s) => s.shownIssues)
  const asOf = useSession(dayOf)
  const none = useSession((s) => s.overview?.issues.count === 0)
  const scroller = useRef<HTMLElement>(null)
  const { rows, want } = useLedgerRows(shown, asOf)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const width = useWidth(scroller)
  const printing = usePrinting()
  const fitting = useMemo(() => fittingColumns(width / rem), [width, rem])
  const columns = printing ? LEDGER_COLUMNS : fitting
  const count = shown?.length ?? 0
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW * rem,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of type size changes every row's height
  useEffect(() => {
    virtual.measure()
  }, [rem])
  const inSight = virtual.getVirtualItems()
  const [first, last] = [inSight[0], inSight[inSight.length - 1]]
  const items = printing
    ? Array.from({ length: Math.min(count, PRINTED) }, (_, index) => ({ index, key: index })).filter(
        ({ index }) => rows.has(index),
      )
    : inSight
  // biome-ignore lint/correctness/useExhaustiveDependencies: `want` reads what it needs when it runs
  useEffect(() => {
    want(first?.index ?? 0, last?.index ?? 0)
  }, [first?.index, last?.index, shown, asOf])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    const timer = setTimeout(() => want(0, Math.min(count, PRINTED) - 1), SETTLED)
    return () => clearTimeout(timer)
  }, [shown, asOf])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is read from its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [shown])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-scroll" ref={scroller} tabIndex={0} aria-label="台账表格">
      <table aria-rowcount={count + 1}>
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
          {!printing && <Gap height={first?.start ?? 0} columns={columns.length} />}
          {items.map(({ index, key }) => {
            const line = rows.get(index)
            return line ? (
              <Row key={key} line={line} position={index} columns={columns} />
            ) : (
              <tr key={key} aria-rowindex={index + 2}>
                <td colSpan={columns.length}>…</td>
              </tr>
            )
          })}
          {!printing && <Gap height={virtual.getTotalSize() - (last?.end ?? 0)} columns={columns.length} />}
        </tbody>
      </table>
      {printing && items.length < count && (
        <p className="empty">
          共 {count} 行，打印了前 {items.length} 行：全部请用“导出”
        </p>
      )}
      {count === 0 && shown !== null && (
        <p className="empty">
          {none
            ? '数据里没有问题台账：请在数据文件夹放入 issues.csv'
            : '没有符合条件的问题：放宽筛选，或打开更多状态和点位类别'}
        </p>
      )}
    </section>
  )
}
