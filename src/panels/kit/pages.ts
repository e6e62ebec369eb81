/** What of a list fits into its place, a page at a time, for a screen on which nobody scrolls; pages turn by themselves. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** ms a page stays, unless somebody points at the list */
const TURN = 12_000
/** rem of the line that turns the pages */
const TURNING = 3
/** rows that a page has at least, however little room there is */
const FEWEST = 3

export interface Pages {
  /** first row of the page shown, and the one behind its last */
  from: number
  to: number
  page: number
  pages: number
  turn: (by: number) => void
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
): Pages => {
  const [most, setMost] = useState(Number.POSITIVE_INFINITY)
  const [page, setPage] = useState(0)
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
  const size = paged ? Math.min(most, Math.max(1, count)) : count
  const pages = paged && count > 0 ? Math.ceil(count / size) : 1
  const shown = page % pages
  useEffect(() => {
    if (pages === 1) return
    const timer = setInterval(() => {
      if (!list.current?.matches(':hover, :focus-within')) setPage((was) => (was + 1) % pages)
    }, TURN)
    return () => clearInterval(timer)
  }, [list, pages])
  return {
    from: shown * size,
    to: Math.min(count, (shown + 1) * size),
    page: shown,
    pages,
    turn: (by) => setPage((shown + by + pages) % pages),
  }
}
