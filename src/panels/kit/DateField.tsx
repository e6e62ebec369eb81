/**
 * A date, typed or picked, written 2019-05-27 in every browser: the browser's own field follows the language it was
 * installed in.
 */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { type Day, formatDay, parseDay } from '../../model/day.ts'
import { type DayRange, isWhole, readEntry } from '../../view/date-entry.ts'
import { Glyph } from './Glyph.tsx'
import { later } from './later.tsx'

const DatePicker = later('日历', () => import('./DatePicker.tsx').then((m) => m.DatePicker), { form: 'page' })

interface DateFieldProps {
  /** YYYY-MM-DD, '' or what was written that is no date */
  value: string
  /** a date as YYYY-MM-DD, '' where it was cleared, or the text that is no date of the range */
  onChange: (value: string) => void
  min?: Day | null
  max?: Day | null
  /** where the picker begins when nothing is written */
  start?: Day
  id?: string
  required?: boolean
  'aria-label'?: string
  'aria-invalid'?: boolean
  'aria-describedby'?: string | undefined
}

export const DateField = ({
  value,
  onChange,
  min = null,
  max = null,
  start = 0,
  required,
  'aria-invalid': invalid = false,
  'aria-describedby': described,
  ...names
}: DateFieldProps) => {
  const range: DayRange = { first: min, last: max }
  // What is being typed, and over which value: a day chosen elsewhere meanwhile takes its place.
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null)
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const said = useId()
  const text = typed?.over === value ? typed.text : value
  const [left, setLeft] = useState(true)
  const { day, fault } = readEntry(text, range)
  const told = left && !invalid ? fault : ''

  const take = (entered: string) => {
    const entry = readEntry(entered, range)
    const next = entry.day === null ? entered.trim() : formatDay(entry.day)
    setTyped(entry.fault === '' ? null : { text: entered, over: value })
    if (next !== value) onChange(next)
  }
  const leave = () => {
    setLeft(true)
    if (text !== value) take(text)
    else setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') leave()
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      setOpen(true)
    }
  }
  const close = (back: boolean) => {
    setOpen(false)
    if (back) button.current?.focus({ preventScroll: true })
  }
  return (
    <span className="date-field" ref={field}>
      <input
        {...names}
        type="text"
        autoComplete="off"
        placeholder="年-月-日"
        value={text}
        aria-required={required}
        aria-invalid={invalid || told !== ''}
        aria-describedby={told === '' ? described : said}
        onChange={(event) => {
          const entered = event.target.value
          setLeft(false)
          setTyped({ text: entered, over: value })
          if (isWhole(entered) && readEntry(entered, range).fault === '') take(entered)
        }}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <button
        ref={button}
        type="button"
        aria-label="打开日历"
        title="打开日历"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Glyph name="calendar" />
      </button>
      {told !== '' && (
        <small id={said} role="alert" data-tone="bad">
          {told}
        </small>
      )}
      {open && (
        <DatePicker
          anchor={field}
          chosen={day}
          start={day ?? parseDay(value) ?? max ?? start}
          range={range}
          onClose={close}
          onPick={(picked) => {
            take(formatDay(picked))
            close(true)
          }}
        />
      )}
    </span>
  )
}
