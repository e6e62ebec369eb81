/** Bottom: the day the whole screen speaks of. */

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Overview } from '../../engine/contract/package.ts'
import { type Day, formatDay, formatMonthDay } from '../../model/day.ts'
import { officeScope } from '../../model/scope.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import {
  chosenDay,
  endOf,
  hasDays,
  markedDays,
  monthTicks,
  nextInPlay,
  type PlayStep,
  playFrom,
  shareOf,
  stepFrom,
} from '../../view/timeline.ts'
import { ribbonPath } from '../../view/trend.ts'
import { Fault, useAnswer } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { Segments } from '../kit/Segments.tsx'
import './timeline.css'

/** ms a step takes in play */
const BEAT: Record<PlayStep, number> = { week: 650, month: 1300 }

const PACES = [
  ['week', '周'],
  ['month', '月'],
] as const satisfies readonly (readonly [PlayStep, string])[]
const WORD: Record<PlayStep, string> = { week: '周', month: '月' }

/** Runs the weeks or months while `playing`; waits for the board of a day before it goes on to the next. */
const usePlay = (playing: boolean, pace: PlayStep, onEnd: () => void): void => {
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => {
      const session = useSession.getState()
      const { overview, board, change } = session
      const day = dayOf(session)
      if (overview === null || board?.asOf !== day) return
      const next = nextInPlay(overview, day, pace)
      change({ asOf: next })
      if (next === null) end.current()
    }, BEAT[pace])
    return () => clearInterval(timer)
  }, [playing, pace])
}

const PlayButton = ({ pace }: { pace: PlayStep }) => {
  const [playing, setPlaying] = useState(false)
  usePlay(playing, pace, () => setPlaying(false))
  const turn = () => {
    const session = useSession.getState()
    const { overview, change } = session
    if (overview === null) return
    if (!playing) change({ asOf: chosenDay(overview, playFrom(overview, dayOf(session))) })
    setPlaying(!playing)
  }
  const word = playing ? '暂停' : `按${WORD[pace]}播放`
  return (
    <button type="button" className="tool" onClick={turn} aria-label={word} title={word}>
      <Glyph name={playing ? 'pause' : 'play'} />
    </button>
  )
}

/** The score of what the screen is of, behind the slider, as a thin line, and the months under it. */
const Scale = () => {
  const overview = useSession((s) => s.overview)
  const series = useSession((s) => s.series)
  const office = useSession((s) => s.view.office)
  if (overview === null) return null
  const share = shareOf(overview)
  const values = office === null ? series?.district : series?.offices[office]
  const path = ribbonPath((series?.days ?? []).map(share), values ?? [])
  return (
    <>
      {path !== '' && (
        <svg className="ribbon" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <path d={path} />
        </svg>
      )}
      <div className="months" aria-hidden="true">
        {monthTicks(overview).map(({ day, label }) => (
          <span key={day} style={{ left: `${100 * share(day)}%` }}>
            {label}
          </span>
        ))}
      </div>
    </>
  )
}

/** px of a mark with the gap to the next: the minimum target size (WCAG 2.5.8) */
const MARK_WIDTH = 26

/** The marked days above the track: named on hover, pressed to go there. */
const Marks = ({ overview, onDay }: { overview: Overview; onDay: (day: Day) => void }) => {
  const day = useSession(dayOf)
  const office = useSession((s) => s.view.office)
  const asked = useAnswer(['eventDays', officeScope(office)])
  const events = asked.value
  const list = useRef<HTMLUListElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (list.current === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [])
  const marks = useMemo(
    () => (width === 0 ? [] : markedDays(events ?? [], overview, MARK_WIDTH / width)),
    [events, overview, width],
  )
  return (
    <>
      <Fault of={asked} />
      <ul ref={list} className="marks" aria-label="大事">
        {marks.map((mark) => {
          const share = shareOf(overview)(mark.day)
          return (
            <li key={mark.day} style={{ left: `${100 * share}%` }}>
              <button
                type="button"
                data-kind={mark.kind}
                aria-current={mark.day === day}
                aria-label={`到 ${mark.events.map((event) => `${formatMonthDay(event.day)} ${event.title}`).join('；')}`}
                onClick={() => onDay(mark.day)}
              />
              <span
                className="mark-tip"
                style={{ transform: `translateX(${-100 * share}%)` }}
                aria-hidden="true"
              >
                {mark.events.map((event) => (
                  <span key={`${event.day} ${event.title}`}>
                    <b className="num">{formatMonthDay(event.day)}</b> {event.title}
                  </span>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

export const Timeline = () => {
  const overview = useSession((s) => s.overview)
  const asOf = useSession((s) => s.view.asOf)
  const change = useSession((s) => s.change)
  const day = useSession(dayOf)
  const [pace, setPace] = useState<PlayStep>('week')
  if (overview === null) return null
  if (!hasDays(overview))
    return <p className="time empty">数据里没有带日期的记录：补充检查或问题台账后，这里可以按日期回看</p>
  const set = (next: number) => change({ asOf: chosenDay(overview, next) })
  const end = endOf(overview)
  const step = (way: 1 | -1) => set(stepFrom(day, pace, way))
  const turn = (event: KeyboardEvent) => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return
    event.preventDefault()
    step(event.key === 'PageUp' ? 1 : -1)
  }
  return (
    <section className="time" aria-label="日期">
      <PlayButton pace={pace} />
      <Segments label="每步" options={PACES} value={pace} onChange={setPace} />
      <div className="time-day">
        <b className="num">{formatDay(day)}</b>
        <button type="button" onClick={() => change({ asOf: null })} disabled={asOf === null}>
          {asOf === null ? '今日基准' : `回到 ${formatMonthDay(overview.asOf)}`}
        </button>
      </div>
      <button
        type="button"
        className="tool"
        aria-label={`前一${WORD[pace]}`}
        title={pace === 'week' ? '前一周' : '上个月底'}
        onClick={() => step(-1)}
        disabled={day <= overview.firstDay}
      >
        <Glyph name="back" />
      </button>
      <div className="time-track">
        <Scale />
        <Marks overview={overview} onDay={set} />
        <input
          type="range"
          min={overview.firstDay}
          max={end}
          step={1}
          value={Math.min(end, Math.max(overview.firstDay, day))}
          onChange={(event) => set(Number(event.target.value))}
          onKeyDown={turn}
          aria-label="截至日期"
          aria-valuetext={formatDay(day)}
          style={{ '--at': `${100 * shareOf(overview)(day)}%` } as React.CSSProperties}
        />
      </div>
      <button
        type="button"
        className="tool"
        aria-label={`后一${WORD[pace]}`}
        title={pace === 'week' ? '后一周' : '下个月底'}
        onClick={() => step(1)}
        disabled={day >= end}
      >
        <Glyph name="next" />
      </button>
    </section>
  )
}
