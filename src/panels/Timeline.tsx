/** Bottom: the day the whole screen speaks of. */
import { useEffect, useRef, useState } from 'react'
import { formatDay, formatMonthDay } from '../model/day.ts'
import { dayOf } from '../view/issue-query.ts'
import { useSession } from '../view/store.ts'
import { Glyph } from './Glyph.tsx'

const WEEK = 7
/** ms a week takes in play */
const BEAT = 650

/** The district's score behind the slider, as a quiet line. */
const Ribbon = () => {
  const { series, overview } = useSession()
  if (series === null || overview === null) return null
  const { firstDay, lastDay } = overview
  const x = (day: number) => (100 * (day - firstDay)) / Math.max(1, lastDay - firstDay)
  const known = series.district.flatMap((v, i) =>
    v === null ? [] : [[x(series.days[i] as number), v] as const],
  )
  if (known.length < 2) return null
  const low = Math.min(...known.map((k) => k[1]))
  const high = Math.max(...known.map((k) => k[1]))
  const y = (v: number) => 26 - (24 * (v - low)) / Math.max(1, high - low)
  return (
    <svg className="ribbon" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M${known.map(([a, v]) => `${a.toFixed(2)} ${y(v).toFixed(2)}`).join('L')}`} />
    </svg>
  )
}

/** First days of months between two days, for the ticks. */
const months = (first: number, last: number): number[] => {
  const found: number[] = []
  for (let day = first; day <= last; day++) if (formatDay(day).endsWith('-01')) found.push(day)
  return found
}

export const Timeline = ({ onLedger, ledgerOpen }: { onLedger: () => void; ledgerOpen: boolean }) => {
  const session = useSession()
  const { overview, view, change, shownIssues } = session
  const [playing, setPlaying] = useState(false)
  const day = dayOf(session)
  const latest = useRef(day)
  latest.current = day
  useEffect(() => {
    if (!playing || overview === null) return
    const timer = setInterval(() => {
      const next = latest.current + WEEK
      if (next >= overview.lastDay) {
        change({ asOf: null })
        setPlaying(false)
      } else change({ asOf: next })
    }, BEAT)
    return () => clearInterval(timer)
  }, [playing, overview, change])
  if (overview === null) return null
  const { firstDay, lastDay, asOf } = overview
  const set = (next: number) =>
    change({ asOf: next === asOf ? null : Math.min(lastDay, Math.max(firstDay, next)) })
  const play = () => {
    if (!playing && day >= lastDay) set(firstDay + WEEK * 4)
    setPlaying(!playing)
  }
  return (
    <section className="time panel" aria-label="日期">
      <button
        type="button"
        className="tool"
        onClick={play}
        aria-label={playing ? '暂停' : '按周播放'}
        title={playing ? '暂停' : '按周播放'}
      >
        <Glyph name={playing ? 'pause' : 'play'} />
      </button>
      <div className="time-day">
        <b className="num">{formatDay(day)}</b>
        <button type="button" onClick={() => change({ asOf: null })} disabled={view.asOf === null}>
          回到 {formatMonthDay(asOf)}
        </button>
      </div>
      <button type="button" className="tool" aria-label="前一周" onClick={() => set(day - WEEK)}>
        <Glyph name="back" />
      </button>
      <div className="time-track">
        <Ribbon />
        <input
          type="range"
          min={firstDay}
          max={lastDay}
          step={1}
          value={Math.min(lastDay, Math.max(firstDay, day))}
          onChange={(event) => set(Number(event.target.value))}
          aria-label="截至日期"
          aria-valuetext={formatDay(day)}
        />
        <div className="months" aria-hidden="true">
          {months(firstDay, lastDay).map((m) => (
            <span key={m} style={{ left: `${(100 * (m - firstDay)) / Math.max(1, lastDay - firstDay)}%` }}>
              {Number(formatDay(m).slice(5, 7))}月
            </span>
          ))}
        </div>
      </div>
      <button type="button" className="tool flip" aria-label="后一周" onClick={() => set(day + WEEK)}>
        <Glyph name="back" />
      </button>
      <button type="button" className="ledger-open" aria-expanded={ledgerOpen} onClick={onLedger}>
        <Glyph name="table" />
        <span>问题台账</span>
        <b className="num">{shownIssues?.length ?? 0}</b>
      </button>
    </section>
  )
}
