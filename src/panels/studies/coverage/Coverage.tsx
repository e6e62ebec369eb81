/** 排查覆盖: what has really been looked at, what has not, and how sure the scores are that rest on it. */

import { useMemo } from 'react'
import type { Coverage as CoverageAnswer, ScoreInterval } from '../../../engine/contract/studies/coverage.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { coverageOverlay, intervalOverlay, sureRows } from '../../../view/studies/coverage/coverage.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { Segments } from '../../kit/Segments.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import { Kinds } from './Kinds.tsx'
import { Land } from './Land.tsx'
import { Sure } from './Sure.tsx'
import './coverage.css'

const PARTS = [
  ['land', '覆盖'],
  ['kinds', '各类点位'],
  ['sure', '得分把握'],
] as const

const useListed = (coverage: CoverageAnswer | null) => {
  const areas = useSession((s) => s.overview?.areas)
  const office = useSession((s) => s.view.office)
  return useMemo(() => {
    const listed = (areas ?? []).map((area) => (office === null || area.office === office ? area : null))
    return { listed, overlay: coverage === null ? null : coverageOverlay(coverage, listed) }
  }, [areas, office, coverage])
}

const useSure = (intervals: readonly ScoreInterval[] | null) => {
  const areas = useSession((s) => s.overview?.areas)
  const office = useSession((s) => s.view.office)
  return useMemo(
    () =>
      intervals === null
        ? null
        : { rows: sureRows(intervals, areas ?? [], office), overlay: intervalOverlay(intervals) },
    [intervals, areas, office],
  )
}

export const Coverage = () => {
  const asOf = useSession(dayOf)
  const [{ part }, set] = useOptions('coverage')
  const sureShown = part === 'sure'
  const covered = useAnswer(['coverage', asOf], [])
  const coverage = covered.value
  const intervals = useAnswer(sureShown ? ['intervals', asOf] : null, [])
  const { listed, overlay } = useListed(coverage)
  const sure = useSure(intervals.value)
  useOverlay(sureShown ? (sure?.overlay ?? null) : overlay)
  return (
    <>
      <Segments label="看什么" options={PARTS} value={part} onChange={(next) => set({ part: next })} />
      {sureShown ? (
        sure === null ? (
          <Pending of={intervals}>正在重抽…</Pending>
        ) : (
          <Sure rows={sure.rows} />
        )
      ) : coverage === null ? (
        <Pending of={covered}>正在量覆盖…</Pending>
      ) : part === 'kinds' ? (
        <Kinds coverage={coverage} areas={listed} />
      ) : (
        <Land coverage={coverage} areas={listed} />
      )}
    </>
  )
}
