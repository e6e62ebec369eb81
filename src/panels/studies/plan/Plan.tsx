/** 对策: take actions as done and see score, grade and rank move; which to do first, and the fewest to the next grade. */
import { useDeferredValue, useMemo, useState } from 'react'
import type { Question } from '../../../engine/contract/engine.ts'
import type { Overview } from '../../../engine/contract/package.ts'
import type { LiftAnswer } from '../../../engine/contract/studies/plan.ts'
import { officeScope, type Scope } from '../../../model/scope.ts'
import { questionKey } from '../../../view/asking.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { UNTICKED } from '../../../view/studies/plan/options.ts'
import { chosenLines, countOf, planOverlay, tasksOf, ticked } from '../../../view/studies/plan/plan.ts'
import { Fault, Pending, useAnswer } from '../../kit/engine.tsx'
import { useSaving } from '../../kit/saving.ts'
import { useOptions, useOverlay } from '../hooks.ts'
import { Actions, type OnTick } from './Actions.tsx'
import { Lifts } from './Lifts.tsx'
import { AreaHead, GroupHead } from './Outcome.tsx'
import { Slider } from './Slider.tsx'
import { TaskSheets } from './TaskSheets.tsx'
import './plan.css'

const ScopeChoice = ({ overview, of }: { overview: Overview; of: string | null }) => {
  const [, set] = useOptions('plan')
  const office = useSession((s) => s.view.office)
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  return (
    <label className="plan-scope">
      <span>范围</span>
      <select value={of ?? ''} onChange={(event) => set({ area: event.target.value || null, ...UNTICKED })}>
        <option value="">{office ?? '全区'}</option>
        {areas.map((area) => (
          <option key={area.code} value={area.code}>
            {area.name}
          </option>
        ))}
      </select>
    </label>
  )
}

const NO_LIFTS: LiftAnswer[] = []

export const Plan = () => {
  const overview = useSession((s) => s.overview)
  const edition = useSession((s) => s.edition)
  const office = useSession((s) => s.view.office)
  const [kept, set] = useOptions('plan')
  const asOf = useSession(dayOf)
  const [drag, setDrag] = useState<number | null>(null)
  const { busy, save } = useSaving()
  const options = useMemo(() => (drag === null ? kept : { ...kept, ...UNTICKED, first: drag }), [kept, drag])
  const area = overview?.areas.find(({ code }) => code === options.area) ?? null
  const scope: Scope = area ? { type: 'area', id: area.code } : officeScope(office)
  const question: Question<'priorities'> = ['priorities', scope, asOf]
  const ranked = useAnswer(question)
  const found = ranked.value
  const lifted = useAnswer(area === null ? null : ['smallest', area.code, asOf])
  const lists = lifted.value
  const lifts = lists?.lifts ?? NO_LIFTS
  const told = useMemo(() => (found === null ? null : { ...found, lifts }), [found, lifts])
  const chosen = useMemo(() => (told === null ? [] : chosenLines(options, told)), [options, told])
  const tasks = tasksOf(chosen)
  // Nobody sees them before they are printed: the slider does not wait for them.
  const printed = useDeferredValue(chosen)
  const supposed = useAnswer(['whatIf', tasks, asOf], [1])
  const supposition = supposed.value
  const overlay = useMemo(
    () => (overview === null ? null : planOverlay(overview, chosen, supposition)),
    [overview, chosen, supposition],
  )
  useOverlay(overlay)
  if (overview === null) return null
  if (found === null || told === null) return <Pending of={ranked}>正在推算…</Pending>
  if (supposition === null) return <Pending of={supposed}>正在推算…</Pending>
  const own = supposition.areas.find(({ code }) => code === area?.code)
  const name = area?.name ?? office ?? '全区'
  const before =
    own === undefined
      ? (supposition.offices.find((row) => row.name === office) ?? supposition.district).before
      : (own.before.score ?? own.before.provisional)
  const linear = area !== null || overview.standard.officeAggregate !== 'worst'
  const tick: OnTick = (line, half, on) => set(ticked(options, told, line, half, on))
  return (
    <>
      <ScopeChoice overview={overview} of={area?.code ?? null} />
      {own ? (
        <AreaHead before={own.before} after={own.after} />
      ) : (
        <GroupHead overview={overview} supposition={supposition} />
      )}
      <Fault of={lifted} />
      {lists && <Lifts lists={lists} />}
      {found.count === 0 ? (
        <p className="empty">{name}没有未销号的问题，也没有不合格的检查</p>
      ) : (
        <>
          <Slider
            found={found}
            count={countOf(options, found.sequenced)}
            now={linear ? before : null}
            onDrag={setDrag}
          />
          <div className="plan-tools">
            <b className="num">已选 {chosen.length} 项</b>
            <button
              type="button"
              className="text-button"
              disabled={chosen.length === 0}
              onClick={() => set({ ...UNTICKED, first: 0 })}
            >
              清空
            </button>
            <button
              type="button"
              className="text-button"
              disabled={chosen.length === 0}
              onClick={() => print()}
            >
              打印任务单
            </button>
            <button
              type="button"
              className="text-button"
              disabled={chosen.length === 0 || busy}
              onClick={() => save({ type: 'tasks', asOf, of: scope, tasks }, 'xlsx')}
            >
              Excel
            </button>
          </div>
          <p className="study-note">
            {name}可改的 {found.count}{' '}
            项：一个点位的一个检查项为一项，问题销号、不合格的复查合格、应取缔的取缔，可以只选一半。右列为只改这一项可得分（
            {name}的分），各项不能直接相加。次序逐项选最见效的（贪心，近似）。
          </p>
          <Actions
            key={`${edition} ${questionKey(question)}`}
            found={found}
            chosen={chosen}
            withArea={area === null}
            onTick={tick}
          />
        </>
      )}
      {printed.length > 0 && <TaskSheets lines={printed} scope={name} asOf={asOf} />}
    </>
  )
}
