/** The rows of the 台账 that are in sight, fetched a page at a time: the screen never holds the whole. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { range } from 'd3-array'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { IssueLine } from '../../engine/contract/issues.ts'
import { isOvertaken } from '../../model/overtaken.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { tellTrouble, useEngine } from '../kit/engine.tsx'
import { useRowPages } from '../kit/pages.ts'
import { usePrinting } from '../kit/printing.ts'

/** Rows are fetched in whole pages of this many. */
const PAGE = 100
/** Rows that are printed; they are fetched when the list has stood still for `SETTLED` ms, printing waits for nothing. */
const PRINTED = 1000
const SETTLED = 1500

/**
 * @param indices the engine's answer; a new one, or a new day, makes the rows fetched so far old
 * @returns the rows there are, by position in `indices`, and `want` to ask, in one question, for those
 *   not asked for yet from one position to another
 */
const useLedgerRows = (indices: Uint32Array | null, asOf: number) => {
  const engine = useEngine()
  const edition = useSession((s) => s.edition)
  const [rows, setRows] = useState<ReadonlyMap<number, IssueLine>>(new Map())
  const asked = useRef(new Set<number>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `indices`; another edition is another package
  useEffect(() => {
    asked.current = new Set()
    setRows(new Map())
  }, [indices, asOf, edition])
  const want = (from: number, to: number): void => {
    if (indices === null || indices.length === 0) return
    const mine = asked.current
    const pages = range(Math.floor(from / PAGE), Math.floor(to / PAGE) + 1).filter((page) => !mine.has(page))
    const positions = pages.flatMap((page) => range(page * PAGE, Math.min((page + 1) * PAGE, indices.length)))
    if (positions.length === 0) return
    for (const page of pages) mine.add(page)
    const part = positions.map((position) => indices[position] as number)
    engine.ask(edition, 'issueLines', part, asOf).then(
      (lines) => {
        if (asked.current !== mine) return
        setRows(
          (before) =>
            new Map([...before, ...lines.map((line, i) => [positions[i] as number, line] as const)]),
        )
      },
      (error: unknown) => {
        for (const page of pages) mine.delete(page)
        if (!isOvertaken(error)) tellTrouble(error)
      },
    )
  }
  return { rows, want }
}

/** Whole rows that fit into `scroller` below its heading; null = it scrolls. */
const useFitting = (scroller: RefObject<HTMLElement | null>, rowHeight: number): number | null => {
  const wall = useSession((s) => s.wall)
  const [fitting, setFitting] = useState<number | null>(null)
  useLayoutEffect(() => {
    const part = scroller.current
    if (!wall || part === null) {
      setFitting(null)
      return
    }
    const measure = () => {
      const head = part.querySelector('thead')?.getBoundingClientRect().height ?? 0
      setFitting(Math.max(1, Math.floor((part.clientHeight - head) / rowHeight)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(part)
    return () => observer.disconnect()
  }, [wall, scroller, rowHeight])
  return fitting
}

/**
 * The rows to be drawn: those in sight of `scroller`, on a wall those of the page that is open, all that are there while
 * the browser prints.
 * @param row rem of one
 */
export const useRowsInSight = (row: number) => {
  const shown = useSession((s) => s.shownIssues)
  const asOf = useSession(dayOf)
  const scroller = useRef<HTMLElement>(null)
  const { rows, want } = useLedgerRows(shown, asOf)
  const printing = usePrinting()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const count = shown?.length ?? 0
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => row * rem,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of type size changes every row's height
  useEffect(() => {
    virtual.measure()
  }, [row, rem])
  const fitting = useFitting(scroller, row * rem)
  const turned = useRowPages(scroller, fitting ?? Number.POSITIVE_INFINITY, count)
  const scrolled = virtual.getVirtualItems()
  const [first, last] = [scrolled[0], scrolled[scrolled.length - 1]]
  const inSight = fitting === null ? scrolled.map(({ index }) => index) : range(turned.from, turned.to)
  const [top, bottom] = [inSight[0] ?? 0, inSight[inSight.length - 1] ?? 0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: `want` reads what it needs when it runs
  useEffect(() => {
    want(top, bottom)
  }, [top, bottom, shown, asOf])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    const timer = setTimeout(() => want(0, Math.min(count, PRINTED) - 1), SETTLED)
    return () => clearTimeout(timer)
  }, [shown, asOf])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is read from its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
    turned.turn(-turned.page)
  }, [shown])
  const whole = printing || fitting !== null
  const positions = printing ? range(Math.min(count, PRINTED)).filter((index) => rows.has(index)) : inSight
  return {
    scroller,
    row,
    rem,
    printing,
    /** null before the first answer */
    count: shown === null ? null : count,
    /** in `shown` */
    positions,
    lines: rows,
    /** px that the rows before and behind those drawn take */
    before: whole ? 0 : (first?.start ?? 0),
    behind: whole ? 0 : virtual.getTotalSize() - (last?.end ?? 0),
    turned,
  }
}
