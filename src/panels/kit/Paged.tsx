/**
 * A part of a panel that scrolls; on a wall, where nobody scrolls, it is turned a page at a time. The pages are columns of
 * the browser's own: it breaks between lines, rows and figures, not within them (paged.css).
 */
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useSession } from '../../view/store.ts'
import { Pager } from './Pager.tsx'
import { useTurned } from './pages.ts'
import { usePrinting } from './printing.ts'

/** Columns there are. */
const columnsOf = (part: HTMLElement): number =>
  Math.max(1, Math.ceil((part.scrollWidth - part.clientWidth * 0.1) / part.clientWidth))

/** Calls `measure` now and whenever `part` is of another size or holds something else. */
const whenever = (part: HTMLElement, measure: () => void) => {
  const sized = new ResizeObserver(measure)
  const filled = new MutationObserver(measure)
  sized.observe(part)
  filled.observe(part, { childList: true, subtree: true, characterData: true, attributeFilter: ['open'] })
  // A picture takes its room when it is there.
  part.addEventListener('load', measure, true)
  measure()
  return () => {
    sized.disconnect()
    filled.disconnect()
    part.removeEventListener('load', measure, true)
  }
}

export const Paged = ({ className, children }: { className: string; children: ReactNode }) => {
  const wall = useSession((s) => s.wall)
  const paged = !usePrinting() && wall
  const box = useRef<HTMLDivElement>(null)
  const [columns, setColumns] = useState(1)
  const pages = paged ? columns : 1
  const { page, turn } = useTurned(box, pages)
  useLayoutEffect(() => {
    const part = box.current
    if (!paged || part === null) return
    const leave = whenever(part, () => setColumns(columnsOf(part)))
    return () => leave()
  }, [paged])
  useLayoutEffect(() => {
    const part = box.current
    if (paged && part !== null) part.scrollLeft = page * part.clientWidth
  }, [paged, page])
  // What takes the focus, or is brought into sight, is on the page that is opened.
  useEffect(() => {
    const part = box.current
    if (!paged || part === null) return
    const scrolled = () => {
      part.scrollTop = 0
      const at = part.scrollLeft / part.clientWidth
      const near = Math.round(at)
      const to = Math.abs(at - near) < 0.02 ? near : at > page ? Math.ceil(at) : Math.floor(at)
      part.scrollLeft = to * part.clientWidth
      if (to !== page) turn(to - page)
    }
    part.addEventListener('scroll', scrolled)
    return () => part.removeEventListener('scroll', scrolled)
  })
  return (
    <>
      <div className={`${className} scrolls`} data-paged={paged} ref={box}>
        {children}
      </div>
      <Pager page={page} pages={pages} turn={turn} />
    </>
  )
}
