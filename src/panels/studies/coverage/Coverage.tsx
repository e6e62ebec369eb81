/** 排查覆盖: what has really been looked at, what has not, and how sure the scores are that rest on it. */

import { useMemo } from 'react'
import type { AreaInfo } from '../../../engine/contract/package.ts'
import { officeScope } from '../../../model/scope.ts'
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

const NONE: readonly AreaInfo[] = []

export const Coverage = () => {
  const asOf = useSession(dayOf)
  const areas = useSession((s) => s.overview?.areas) ?? NONE
  const scope = officeScope(useSession((s) => s.view.office))
  const [{ part }, set] = useOptions('coverage')
  const sureShown = part === 'sure'
  const covered = useAnswer(['coverage', asOf, scope], [1])
  const coverage = covered.value
  const asked = useAnswer(sureShown ? ['intervals', asOf, scope] : null, [1])
  const intervals = asked.value
  const overlay = useMemo(() => {
    if (sureShown) return intervals === null ? null : intervalOverlay(intervals, areas)
    return coverage === null ? null : coverageOverlay(coverage, areas)
  }, [areas, coverage, intervals, sureShown])
  useOverlay(overlay)
  return (
    <>
      <Segments label="看什么" options={PARTS} value={part} onChange={(next) => set({ part: next })} />
      {sureShown ? (
        intervals === null ? (
          <Pending of={asked}>正在重抽…</Pending>
        ) : (
          <Sure rows={sureRows(intervals, areas)} />
        )
      ) : coverage === null ? (
        <Pending of={covered}>正在量覆盖…</Pending>
      ) : part === 'kinds' ? (
        <Kinds coverage={coverage} areas={areas} />
      ) : (
        <Land coverage={coverage} areas={areas} />
      )}
    </>
  )
}
