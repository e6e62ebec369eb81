/** What using the tray does to the scores, before it is used. */
import { useEffect, useState } from 'react'
import type { ScoreShift, Tray } from '../../engine/contract/data.ts'
import { countText } from '../../view/count-text.ts'
import { useEngine } from '../kit/engine.tsx'
import './shifts.css'

const figure = (score: number | null): string => (score === null ? '数据不足' : score.toFixed(1))

/** Areas listed; of the rest the number. */
const LISTED = 8

/** `list`: null = it could not be worked out; the whole: null = not yet */
const useShifts = (tray: Tray, waiting: boolean): { list: ScoreShift[] | null } | null => {
  const engine = useEngine()
  const [shifts, setShifts] = useState<{ of: Tray; list: ScoreShift[] | null } | null>(null)
  useEffect(() => {
    if (waiting) return
    let current = true
    engine
      .preview(() => {})
      .then(
        (list) => current && setShifts({ of: tray, list }),
        // Something else was asked for meanwhile, or using it will tell what is wrong.
        () => current && setShifts({ of: tray, list: null }),
      )
    return () => {
      current = false
    }
  }, [engine, tray, waiting])
  return shifts?.of === tray ? shifts : null
}

export const Shifts = ({ tray, waiting }: { tray: Tray; waiting: boolean }) => {
  const found = useShifts(tray, waiting)
  if (waiting) return null
  if (found === null) return <p className="shifts">正在算使用后的得分…</p>
  const shifts = found.list
  if (shifts === null) return null
  if (shifts.length === 0) return <p className="shifts">得分不变</p>
  return (
    <details className="shifts">
      <summary>
        使用后 <b className="num">{countText(shifts.length)}</b> 个居委会得分有变化：
        {shifts
          .slice(0, 2)
          .map(({ name, before, after }) => `${name} ${figure(before)} → ${figure(after)}`)
          .join('，')}
        {shifts.length > 2 && '…'}
      </summary>
      <ul>
        {shifts.slice(0, LISTED).map(({ code, name, before, after, gradeBefore, gradeAfter }) => (
          <li key={code}>
            <span>{name}</span>
            <span className="num">
              {figure(before)} → <b>{figure(after)}</b>
            </span>
            <small>
              {gradeBefore === gradeAfter ? gradeAfter : `${gradeBefore ?? '新'} → ${gradeAfter}`}
            </small>
          </li>
        ))}
      </ul>
      {shifts.length > LISTED && <p>另有 {shifts.length - LISTED} 个</p>}
    </details>
  )
}
