/** 问题台账 as a sheet from below: the same problems as on the map, in the same order. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { IssueLine, IssueSort } from '../engine/api.ts'
import { formatDay } from '../model/day.ts'
import { ISSUE_STATES } from '../model/state.ts'
import { csvOf, saveText } from '../view/export.ts'
import { dayOf } from '../view/issue-query.ts'
import { useSession } from '../view/store.ts'
import { useEngine } from './engine.tsx'
import { Glyph, StateGlyph } from './Glyph.tsx'
import { goTo } from './goto.ts'

/** Rows fetched at once. */
const PAGE = 100

const COLUMNS: { key: IssueSort | ''; label: string; width: string }[] = [
  { key: 'state', label: '状态', width: '6.5rem' },
  { key: 'late', label: '逾期', width: '4.5rem' },
  { key: '', label: '问题描述', width: '16rem' },
  { key: '', label: '点位', width: '11rem' },
  { key: 'area', label: '居委会', width: '7rem' },
  { key: 'severity', label: '程度', width: '4.5rem' },
  { key: 'foundOn', label: '发现', width: '6.5rem' },
  { key: 'dueOn', label: '期限', width: '6.5rem' },
  { key: '', label: '责任单位', width: '9rem' },
  { key: '', label: '来源', width: '6rem' },
  { key: 'id', label: '编号', width: '6rem' },
]

/** The rows around what is seen, fetched a page at a time; one set for one answer of the engine. */
const useRows = (indices: Uint32Array | null, asOf: number) => {
  const engine = useEngine()
  const [rows, setRows] = useState(new Map<number, IssueLine>())
  const asked = useRef(new Set<number>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer or day makes the rows fetched so far old
  useEffect(() => {
    asked.current = new Set()
    setRows(new Map())
  }, [indices, asOf])
  const want = (from: number, to: number) => {
    if (indices === null) return
    for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
      if (asked.current.has(page)) continue
      asked.current.add(page)
      const mine = asked.current
      const part = [...indices.subarray(page * PAGE, (page + 1) * PAGE)]
      void engine.issueLines(part, asOf).then((lines) => {
        if (asked.current !== mine) return
        setRows((before) => {
          const next = new Map(before)
          lines.forEach((line, i) => {
            next.set(page * PAGE + i, line)
          })
          return next
        })
      })
    }
  }
  return { rows, want }
}

const Cells = ({ line }: { line: IssueLine }) => (
  <>
    <td>
      <StateGlyph state={line.state} /> {line.state}
    </td>
    <td className="num">{line.lateDays > 0 ? `${line.lateDays} 天` : ''}</td>
    <td className="wide">{line.description}</td>
    <td>{line.siteName ?? '—'}</td>
    <td>{line.areaName ?? '区外'}</td>
    <td>{line.severity}</td>
    <td className="num">{formatDay(line.foundOn)}</td>
    <td className="num">{line.dueOn === null ? '未定' : formatDay(line.dueOn)}</td>
    <td>{line.responsible ?? '—'}</td>
    <td>{line.source ?? '—'}</td>
    <td className="num">{line.id}</td>
  </>
)

const Filters = ({ onExport }: { onExport: () => void }) => {
  const { overview, view, change, shownIssues } = useSession()
  const { ledger } = view
  if (overview === null) return null
  const set = (patch: Partial<typeof ledger>) => change({ ledger: { ...ledger, ...patch } })
  const one = (list: string[]) => list[0] ?? ''
  const filtered =
    ledger.text !== '' || ledger.area !== null || ledger.severities.length > 0 || ledger.sources.length > 0
  const areas = overview.areas.filter((area) => view.office === null || area.office === view.office)
  return (
    <div className="filters">
      <h2>
        问题台账<b className="num">{shownIssues?.length ?? 0}</b>
      </h2>
      <input
        type="search"
        placeholder="筛选描述、点位、责任单位"
        aria-label="文字筛选"
        value={ledger.text}
        onChange={(e) => set({ text: e.target.value })}
      />
      <select
        aria-label="居委会"
        value={ledger.area ?? ''}
        onChange={(e) => set({ area: e.target.value || null })}
      >
        <option value="">{view.office ?? '全部居委会'}</option>
        {areas.map((area) => (
          <option key={area.code} value={area.code}>
            {area.name}
          </option>
        ))}
      </select>
      <select
        aria-label="严重程度"
        value={one(ledger.severities)}
        onChange={(e) => set({ severities: e.target.value ? [e.target.value] : [] })}
      >
        <option value="">全部程度</option>
        {overview.standard.severity.levels.map((level) => (
          <option key={level.id}>{level.id}</option>
        ))}
      </select>
      <select
        aria-label="来源"
        value={one(ledger.sources)}
        onChange={(e) => set({ sources: e.target.value ? [e.target.value] : [] })}
      >
        <option value="">全部来源</option>
        {overview.standard.sources.map((source) => (
          <option key={source.id}>{source.id}</option>
        ))}
      </select>
      <span className="state-buttons">
        {ISSUE_STATES.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={view.states.includes(state)}
            onClick={() =>
              change({
                states: ISSUE_STATES.filter((s) =>
                  s === state ? !view.states.includes(s) : view.states.includes(s),
                ),
              })
            }
          >
            <StateGlyph state={state} />
            {state}
          </button>
        ))}
      </span>
      {filtered && (
        <button
          type="button"
          className="text-button"
          onClick={() =>
            set({
              text: '',
              area: null,
              kinds: [],
              severities: [],
              sources: [],
              foundFrom: null,
              foundTo: null,
            })
          }
        >
          清除筛选
        </button>
      )}
      <button
        type="button"
        className="text-button"
        onClick={onExport}
        disabled={(shownIssues?.length ?? 0) === 0}
      >
        <Glyph name="download" /> 导出 CSV
      </button>
    </div>
  )
}

const HEADINGS = [
  '编号',
  '状态',
  '逾期天数',
  '问题描述',
  '点位',
  '检查项',
  '居委会',
  '办事处',
  '严重程度',
  '发现日期',
  '整改期限',
  '整改完成日期',
  '复查通过日期',
  '责任单位',
  '来源',
]

const cellsOf = (line: IssueLine): (string | number | null)[] => {
  const day = (d: number | null) => (d === null ? '' : formatDay(d))
  return [
    line.id,
    line.state,
    line.lateDays,
    line.description,
    line.siteName,
    line.itemText,
    line.areaName,
    line.office,
    line.severity,
    day(line.foundOn),
    day(line.dueOn),
    day(line.fixedOn),
    day(line.verifiedOn),
    line.responsible,
    line.source,
  ]
}

export const LedgerSheet = ({ onClose }: { onClose: () => void }) => {
  const session = useSession()
  const { view, change, shownIssues, point } = session
  const engine = useEngine()
  const asOf = dayOf(session)
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, want } = useRows(shownIssues, asOf)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtual = useVirtualizer({
    count: shownIssues?.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 2.1 * rem,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items[items.length - 1]?.index ?? 0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: `want` reads what it needs when it runs
  useEffect(() => want(first, last), [first, last, shownIssues, asOf])
  const sortBy = (key: IssueSort) =>
    change({
      ledger: {
        ...view.ledger,
        sort: key,
        descending: view.ledger.sort === key ? !view.ledger.descending : key !== 'area' && key !== 'id',
      },
    })
  const save = async () => {
    const lines = await engine.issueLines([...(shownIssues ?? [])], asOf)
    saveText(`问题台账-${formatDay(asOf)}.csv`, csvOf(HEADINGS, lines.map(cellsOf)))
  }
  const [before, afterRows] = [
    items[0]?.start ?? 0,
    virtual.getTotalSize() - (items[items.length - 1]?.end ?? 0),
  ]
  return (
    <section className="sheet panel" aria-label="问题台账">
      <div className="sheet-head">
        <Filters onExport={() => void save()} />
        <button type="button" className="tool" onClick={onClose} aria-label="收起台账">
          <Glyph name="close" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="table-scroll" ref={scroller} tabIndex={0} role="region" aria-label="台账表格">
        <table aria-rowcount={(shownIssues?.length ?? 0) + 1}>
          <colgroup>
            {COLUMNS.map((column) => (
              <col key={column.label} style={{ width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {COLUMNS.map(({ key, label }) => {
                const sorted = key !== '' && view.ledger.sort === key
                return (
                  <th
                    key={label}
                    aria-sort={sorted ? (view.ledger.descending ? 'descending' : 'ascending') : undefined}
                  >
                    {key === '' ? (
                      label
                    ) : (
                      <button type="button" onClick={() => sortBy(key)}>
                        {label}
                        <i>{sorted ? (view.ledger.descending ? '↓' : '↑') : ''}</i>
                      </button>
                    )}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {before > 0 && (
              <tr aria-hidden="true">
                <td colSpan={COLUMNS.length} style={{ height: before, padding: 0 }} />
              </tr>
            )}
            {items.map((item) => {
              const line = rows.get(item.index)
              const on =
                line !== undefined && view.selection?.type === 'issue' && view.selection.id === line.id
              return (
                <tr
                  key={item.key}
                  aria-rowindex={item.index + 2}
                  aria-selected={on}
                  tabIndex={0}
                  onClick={() =>
                    line &&
                    goTo({ type: 'issue', id: line.id }, { lon: line.lon, lat: line.lat, bounds: null })
                  }
                  onKeyDown={(event) =>
                    event.key === 'Enter' &&
                    line &&
                    goTo({ type: 'issue', id: line.id }, { lon: line.lon, lat: line.lat, bounds: null })
                  }
                  onMouseEnter={() => line && point({ type: 'issue', id: line.id })}
                  onMouseLeave={() => point(null)}
                >
                  {line ? <Cells line={line} /> : <td colSpan={COLUMNS.length}>…</td>}
                </tr>
              )
            })}
            {afterRows > 0 && (
              <tr aria-hidden="true">
                <td colSpan={COLUMNS.length} style={{ height: afterRows, padding: 0 }} />
              </tr>
            )}
          </tbody>
        </table>
        {shownIssues?.length === 0 && (
          <p className="empty">没有符合条件的问题：放宽筛选，或在左侧打开更多状态和点位类别</p>
        )}
      </div>
    </section>
  )
}
