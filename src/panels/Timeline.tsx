/** Bottom: the day the whole screen speaks of. */
import { useEffect, useRef, useState } from 'react'
import { formatDay, formatMonthDay } from '../model/day.ts'
import { dayOf } from '../view/issue-query.ts'
import { useSession } from '../view/store.ts'
import {
  chosenDay,
  endOf,
  hasDays,
  monthTicks,
  nextInPlay,
  playFrom,
  shareOf,
  WEEK,
} from '../view/timeline.ts'
import { ribbonPath } from '../view/trend.ts'
import { Glyph } from './Glyph.tsx'
import './timeline.css'

/** ms a week takes in play */
const BEAT = 650

/** Runs the weeks while `playing`; waits for the board of a week before it goes on to the next. */
const usePlay = (playing: boolean, onEnd: () => void): void => {
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => {
      const session = useSession.getState()
      const { overview, board, change } = session
      const day = dayOf(session)
      if (overview === null || board?.asOf !== day) return
      const next = nextInPlay(overview, day)
      change({ asOf: next })
      if (next === null) end.current()
    }, BEAT)
    return () => clearInterval(timer)
  }, [playing])
}

const PlayButton = () => {
  const [playing, setPlaying] = useState(false)
  usePlay(playing, () => setPlaying(false))
  const turn = () => {
    const session = useSession.getState()
    const { overview, change } = session
    if (overview === null) return
    if (!playing) change({ asOf: chosenDay(overview, playFrom(overview, dayOf(session))) })
    setPlaying(!playing)
  }
  const word = playing ? '暂停' : '按周播放'
  return (
    <button type="button" className="tool play" onClick={turn} aria-label={word} title={word}>
      <Glyph name={playing ? 'pause' : 'play'} />
    </button>
  )
}

/** The district's score behind the slider, as a quiet line, and the months under it. */
const Scale = () => {
  const overview = useSession((s) => s.overview)
  const series = useSession((s) => s.series)
  if (overview === null) return null
  const path = ribbonPath(
    (series?.days ?? []).map((day) => shareOf(overview, day)),
    series?.district ?? [],
  )
  return (
    <>
      {path !== '' && (
        <svg className="ribbon" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <path d={path} />
        </svg>
      )}
      <div className="months" aria-hidden="true">
        {monthTicks(overview).map(({ day, label }) => (
          <span key={day} style={{ left: `${100 * shareOf(overview, day)}%` }}>
            {label}
          </span>
        ))}
      </div>
    </>
  )
}

export const Timeline = () => {
  const overview = useSession((s) => s.overview)
  const asOf = useSession((s) => s.view.asOf)
  const change = useSession((s) => s.change)
  const day = useSession(dayOf)
  if (overview === null) return null
  if (!hasDays(overview))
    return <p className="time empty">数据里没有带日期的记录：补充检查或问题台账后，这里可以按日期回看</p>
  const set = (next: number) => change({ asOf: chosenDay(overview, next) })
  const end = endOf(overview)
  return (
    <section className="time" aria-label="日期">
      <PlayButton />
      <div className="time-day">
        <b className="num">{formatDay(day)}</b>
        <button type="button" onClick={() => change({ asOf: null })} disabled={asOf === null}>
          {asOf === null ? '今日基准' : `回到 ${formatMonthDay(overview.asOf)}`}
        </button>
      </div>
      <button
        type="button"
        className="tool"
        aria-label="前一周"
        title="前一周"
        onClick={() => set(day - WEEK)}
        disabled={day <= overview.firstDay}
      >
        <Glyph name="back" />
      </button>
      <div className="time-track">
        <Scale />
        <input
          type="range"
          min={overview.firstDay}
          max={end}
          step={1}
          value={Math.min(end, Math.max(overview.firstDay, day))}
          onChange={(event) => set(Number(event.target.value))}
          aria-label="截至日期"
          aria-valuetext={formatDay(day)}
          style={{ '--at': `${100 * shareOf(overview, day)}%` } as React.CSSProperties}
        />
      </div>
      <button
        type="button"
        className="tool"
        aria-label="后一周"
        title="后一周"
        onClick={() => set(day + WEEK)}
        disabled={day >= end}
      >
        <Glyph name="next" />
      </button>
    </section>
  )
}
