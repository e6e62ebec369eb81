/** A month to pick a day from, in the browser's top layer: no panel that scrolls cuts it off. */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { addMonths, type Day, dateOf, formatDay } from '../../model/day.ts'
import { type DayRange, dayByKey, monthText, weeksOf, within } from '../../view/date-entry.ts'
import { Glyph } from './Glyph.tsx'

interface DatePickerProps {
  anchor: RefObject<HTMLElement | null>
  chosen: Day | null
  start: Day
  range: DayRange
  onPick: (day: Day) => void
  /** @param back whether the focus goes back to what opened it */
  onClose: (back: boolean) => void
}

const GAP = 4

/** Under the field where there is room, else above it; within the window. */
const useTopLayer = (anchor: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    const place = () => {
      const [from, own] = [anchor.current?.getBoundingClientRect(), box.current]
      if (!from || !own) return
      const below = from.bottom + GAP + own.offsetHeight <= innerHeight
      const top = below ? from.bottom + GAP : Math.max(GAP, from.top - GAP - own.offsetHeight)
      own.style.top = `${top}px`
      own.style.left = `${Math.max(GAP, Math.min(from.left, innerWidth - own.offsetWidth - GAP))}px`
    }
    box.current?.showPopover()
    place()
    addEventListener('resize', place)
    addEventListener('scroll', place, true)
    return () => {
      removeEventListener('resize', place)
      removeEventListener('scroll', place, true)
    }
  }, [anchor, box])
}

export const DatePicker = ({ anchor, chosen, start, range, onPick, onClose }: DatePickerProps) => {
  const clamped = Math.min(range.last ?? start, Math.max(range.first ?? start, start))
  const [at, setAt] = useState(clamped)
  const box = useRef<HTMLDivElement>(null)
  // A month turned by its buttons leaves the focus on them; a key within the days takes it along.
  const follow = useRef(true)
  useTopLayer(anchor, box)
  useEffect(() => {
    if (follow.current)
      box.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus({ preventScroll: true })
  }, [at])
  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (!anchor.current?.contains(event.target as Node)) onClose(false)
    }
    addEventListener('pointerdown', away, true)
    return () => removeEventListener('pointerdown', away, true)
  }, [anchor, onClose])

  const turn = (months: number) => {
    follow.current = false
    setAt(addMonths(at, months))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onClose(true)
  }
  const onGridKey = (event: KeyboardEvent) => {
    const next = dayByKey(at, event.key, event.shiftKey)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    follow.current = true
    setAt(Math.min(range.last ?? next, Math.max(range.first ?? next, next)))
  }
  const month = dateOf(at).getUTCMonth()
  return (
    <div
      ref={box}
      popover="manual"
      className="date-picker"
      role="dialog"
      aria-label="选日期"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const to = event.relatedTarget as Node | null
        if (to !== null && !anchor.current?.contains(to)) onClose(false)
      }}
    >
      <header>
        <button type="button" aria-label="上个月" title="上个月" onClick={() => turn(-1)}>
          <Glyph name="back" />
        </button>
        <b aria-live="polite">{monthText(at)}</b>
        <button type="button" aria-label="下个月" title="下个月" onClick={() => turn(1)}>
          <Glyph name="next" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid of the ARIA practices is a table whose cells are pressed */}
      <table role="grid" aria-label={monthText(at)} onKeyDown={onGridKey}>
        <thead>
          <tr>
            {['一', '二', '三', '四', '五', '六', '日'].map((weekday) => (
              <th key={weekday} scope="col" abbr={`星期${weekday}`}>
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid above, whose button is pressed
                // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
                <td key={day} role="gridcell" aria-selected={day === chosen}>
                  <button
                    type="button"
                    data-day={day}
                    data-other={dateOf(day).getUTCMonth() !== month}
                    aria-label={formatDay(day)}
                    aria-current={day === chosen ? 'date' : undefined}
                    tabIndex={day === at ? 0 : -1}
                    disabled={!within(day, range)}
                    onClick={() => onPick(day)}
                  >
                    {dateOf(day).getUTCDate()}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
