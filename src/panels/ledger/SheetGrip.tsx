/** The upper edge of the 台账: dragged, or moved with the arrow keys, it makes the sheet higher or lower. */
import type { KeyboardEvent, PointerEvent } from 'react'
import { useSession } from '../../view/store.ts'
import { sheetOf } from '../shell/layout.ts'
import './sheet-grip.css'

/** Shares of the window that the sheet may take, and a step of the keys. */
const [LEAST, MOST, STEP] = [0.22, 0.7, 0.04]

export const SheetGrip = () => {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const share = useSession((s) => s.sheetShare) ?? sheetOf(rem, innerHeight, null) / innerHeight
  const set = (next: number) => useSession.setState({ sheetShare: Math.min(MOST, Math.max(LEAST, next)) })
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.buttons === 0) return
    const sheet = event.currentTarget.closest('.sheet')
    if (sheet !== null) set((sheet.getBoundingClientRect().bottom - event.clientY) / innerHeight)
  }
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? STEP : event.key === 'ArrowDown' ? -STEP : 0
    if (by === 0) return
    event.preventDefault()
    set(share + by)
  }
  return (
    <button
      type="button"
      className="sheet-grip unprinted"
      role="slider"
      aria-orientation="vertical"
      aria-label="台账高度"
      title="拖动或按 ↑ ↓ 调整台账高度"
      aria-valuemin={Math.round(100 * LEAST)}
      aria-valuemax={Math.round(100 * MOST)}
      aria-valuenow={Math.round(100 * share)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={step}
    />
  )
}
