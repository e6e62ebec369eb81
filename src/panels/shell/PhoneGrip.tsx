/** The grip of the phone's sheet: dragged or pressed, it goes from one height to the next. */
import { type PointerEvent, useRef } from 'react'
import type { SheetHeight } from './layout.ts'

/** px from which on a movement is a drag */
const MEANT = 24

const UP: Record<SheetHeight, SheetHeight> = { peek: 'half', half: 'full', full: 'full' }
const DOWN: Record<SheetHeight, SheetHeight> = { peek: 'peek', half: 'peek', full: 'half' }
/** What a press does: up, and from the top down again. */
const NEXT: Record<SheetHeight, SheetHeight> = { peek: 'half', half: 'full', full: 'peek' }
const WORDS: Record<SheetHeight, string> = { peek: '展开详情', half: '展开到全屏', full: '收起详情' }

export const PhoneGrip = ({
  height,
  onHeight,
}: {
  height: SheetHeight
  onHeight: (height: SheetHeight) => void
}) => {
  const from = useRef<number | null>(null)
  const dragged = useRef(false)
  const down = (event: PointerEvent<HTMLButtonElement>) => {
    from.current = event.clientY
    dragged.current = false
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const up = (event: PointerEvent) => {
    const moved = from.current === null ? 0 : event.clientY - from.current
    from.current = null
    if (Math.abs(moved) < MEANT) return
    dragged.current = true
    onHeight((moved < 0 ? UP : DOWN)[height])
  }
  return (
    <button
      type="button"
      className="phone-grip"
      aria-label={WORDS[height]}
      aria-expanded={height !== 'peek'}
      onPointerDown={down}
      onPointerUp={up}
      // A drag ends in a click as well; it has been answered already.
      onClick={() => dragged.current || onHeight(NEXT[height])}
    />
  )
}
