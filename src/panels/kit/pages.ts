/** Pages of what does not fit into its place, for a screen on which nobody scrolls; they turn by themselves. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** ms a page stays */
const TURN = 12_000
/** ms after the last press or movement before pages turn by themselves again: whoever is at the screen speaks of this page */
const REST = 60_000
/** rem of the line that turns the pages */
const TURNING = 3
/** rows that a page has at least, however little room there is */
const FEWEST = 3

/** ms since the page was opened at which somebody last did something; opening it is the first */
let touched = 0
const touch = () => {
  touched = performance.now()
}

const useTouched = (): void => {
  useEffect(() => {
    for (const type of ['pointermove', 'pointerdown', 'keydown']) addEventListener(type, touch, true)
    return () => {
      for (const type of ['pointermove', 'pointerdown', 'keydown']) removeEventListener(type, touch, true)
    }
  }, [])
}

export interface Turned {
  /** from 0 */
  page: number
  pages: number
  turn: (by: number) => void
}

/** Which page is open: after the last comes the first, before the first the last. */
export const pageAfter = (page: number, by: number, pages: number): number =>
  (((page + by) % pages) + pages) % pages

/** @param part what is paged: it does not turn by itself while somebody points at it or works in it */
export const useTurned = (part: RefObject<HTMLElement | null>, pages: number): Turned => {
  const [page, setPage] = useState(0)
  useTouched()
  useEffect(() => {
    if (pages === 1) return
    const timer = setInterval(() => {
      const watched = part.current?.matches(':hover, :focus-within') || performance.now() - touched < REST
      if (!watched) setPage((was) => pageAfter(was, 1, pages))
    }, TURN)
    return () => clearInterval(timer)
  }, [part, pages])
  const shown = Math.min(page, pages - 1)
  return { page: shown, pages, turn: (by) => setPage(pageAfter(shown, by, pages)) }
}

export interface RowPages extends Turned {
  /** first row of the page shown, and the one behind its last */
  from: number
  to: number
}

/**
 * @param part what is paged
 * @param most rows of a page
 * @param count all rows
 */
export const useRowPages = (part: RefObject<HTMLElement | null>, most: number, count: number): RowPages => {
  const size = Math.max(1, Math.min(most, count))
  const turned = useTurned(part, Math.max(1, Math.ceil(count / size)))
  return { ...turned, from: turned.page * size, to: Math.min(count, (turned.page + 1) * size) }
}

/**
 * @param list holds the rows, one an `li`, in a part that scrolls; its rows are equally high
 * @param count all rows
 * @param beside rem that what stands with the rows needs, the line that turns the pages not among it
 * @param paged false = all of them at once
 */
export const usePages = (
  list: RefObject<HTMLElement | null>,
  count: number,
  beside: number,
  paged: boolean,
): RowPages => {
  const [most, setMost] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const rows = list.current
    const part = rows?.closest<HTMLElement>('.scrolls')
    if (!paged || !rows || !part) return
    const measure = () => {
      const row = rows.querySelector('li')?.getBoundingClientRect().height ?? 0
      if (row === 0) return
      const above = rows.getBoundingClientRect().top - part.getBoundingClientRect().top + part.scrollTop
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const free = part.clientHeight - above - (TURNING + beside) * rem
      setMost(Math.max(FEWEST, Math.floor(free / row)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(part)
    return () => observer.disconnect()
  }, [list, beside, paged])
  return useRowPages(list, paged ? most : Number.POSITIVE_INFINITY, count)
}
