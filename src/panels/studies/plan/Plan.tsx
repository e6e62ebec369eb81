/** 对策: take actions as done and see score, grade and rank move; which to do first, and the fewest to the next grade. */
import { useCallback, useMemo, useState } from 'react'
import type { Question } from '../../../engine/contract/engine.ts'
import type { AreaInfo, Overview } from '../../../engine/contract/package.ts'
import type {
  ActionLine,
  LiftAnswer,
  Priorities,
  RankedScore,
  SmallestLists,
  Supposition,
  TaskLine,
} from '../../../engine/contract/studies/plan.ts'
import { officeScope, type Scope } from '../../../model/scope.ts'
import { recheckLabel } from '../../../scoring/task-sheets.ts'
import { closes, type Halves, rechecks } from '../../../scoring/what-if/actions.ts'
import { questionKey } from '../../../view/asking.ts'
import { linePath } from '../../../view/chart/path.ts'
import { scaleOf } from '../../../view/chart/scale.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { UNTICKED } from '../../../view/studies/plan/options.ts'
import {
  chosenLines,
  countOf,
  gainWords,
  latest,
  movedAreas,
  NO_UNIT,
  planOverlay,
  scorePath,
  tasksOf,
  ticked,
  USUAL_COUNT,
} from '../../../view/studies/plan/plan.ts'
import { Fault, Pending, useAnswer } from '../../kit/engine.tsx'
import { scoreText } from '../../kit/format.ts'
import { GradeChip } from '../../kit/GradeChip.tsx'
import { goTo } from '../../kit/goto.ts'
import { List } from '../../kit/List.tsx'
import { useSaving } from '../../kit/saving.ts'
import { useOptions, useOverlay } from '../hooks.ts'
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

const OnePlace = ({ label, place, digits }: { label: string; place: RankedScore; digits: 1 | 2 }) => {
  const score = place.score ?? place.provisional
  return (
    <div>
      <small>{label}</small>
      <b className="num">{score === null ? '—' : score.toFixed(digits)}</b>
      <span>
        <GradeChip grade={place.grade} />
        {place.rank !== null && <i className="num">第 {place.rank} 名</i>}
      </span>
    </div>
  )
}

/** Two decimals where one would show nothing moving. */
const digitsFor = (before: number | null, after: number | null): 1 | 2 =>
  before !== null && after !== null && before !== after && before.toFixed(1) === after.toFixed(1) ? 2 : 1

const AreaHead = ({ before, after }: { before: RankedScore; after: RankedScore }) => {
  const digits = digitsFor(before.score ?? before.provisional, after.score ?? after.provisional)
  return (
    <div className="plan-head">
      <OnePlace label="现在" place={before} digits={digits} />
      <span aria-hidden="true">→</span>
      <OnePlace label="设想后" place={after} digits={digits} />
    </div>
  )
}

const placeText = ({ rank, grade }: RankedScore) => (rank === null ? grade : `第 ${rank} 名`)

/** Areas told one by one; the others are on the map. */
const MOST_MOVES = 6

const Moves = ({ supposition, areas }: { supposition: Supposition; areas: readonly AreaInfo[] }) => {
  const [, set] = useOptions('plan')
  const infos = new Map(areas.map((area) => [area.code, area]))
  const moved = movedAreas(supposition.areas, new Set(infos.keys()))
  if (moved.length === 0) return <p className="study-note">等级和名次都没有变化。</p>
  return (
    <ul className="plan-moves" aria-label="等级和名次变化">
      {moved.slice(0, MOST_MOVES).map(({ code, before, after }) => (
        <li key={code}>
          <button type="button" className="inline-link" onClick={() => set({ area: code, ...UNTICKED })}>
            {infos.get(code)?.shortName}
          </button>
          <span className="num">
            {before.rank === after.rank ? placeText(after) : `${placeText(before)} → ${placeText(after)}`}
          </span>
          <b>{before.grade === after.grade ? '' : `${before.grade} → ${after.grade}`}</b>
        </li>
      ))}
      {moved.length > MOST_MOVES && (
        <li className="study-note">另有 {moved.length - MOST_MOVES} 个居委会名次变化</li>
      )}
    </ul>
  )
}

const passing = (overview: Overview, places: readonly RankedScore[]): number => {
  const passes = new Set(overview.standard.grades.filter((grade) => grade.passes).map(({ id }) => id))
  return places.filter(({ grade }) => passes.has(grade)).length
}

const GroupHead = ({ overview, supposition }: { overview: Overview; supposition: Supposition }) => {
  const office = useSession((s) => s.view.office)
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  const codes = new Set(areas.map(({ code }) => code))
  const own = supposition.areas.filter(({ code }) => codes.has(code))
  const { before, after } = supposition.offices.find(({ name }) => name === office) ?? supposition.district
  const digits = digitsFor(before, after)
  const text = (score: number | null) => (score === null ? '—' : score.toFixed(digits))
  return (
    <>
      <div className="plan-head">
        <div>
          <small>现在</small>
          <b className="num">{text(before)}</b>
          <span className="num">
            达标{' '}
            {passing(
              overview,
              own.map((row) => row.before),
            )}{' '}
            个
          </span>
        </div>
        <span aria-hidden="true">→</span>
        <div>
          <small>设想后</small>
          <b className="num">{text(after)}</b>
          <span className="num">
            达标{' '}
            {passing(
              overview,
              own.map((row) => row.after),
            )}{' '}
            个
          </span>
        </div>
      </div>
      <Moves supposition={supposition} areas={areas} />
    </>
  )
}

const LiftNote = ({ lift }: { lift: LiftAnswer }) =>
  lift.blocked.length > 0 ? (
    <p className="notice" data-tone="bad">
      怎么改也升不到“{lift.grade}”：{[...new Set(lift.blocked.map(({ reason }) => reason))].join('；')}
      。要先解决它。
    </p>
  ) : (
    <p className="notice">
      问题全部销号、不合格的全部复查合格，也只到 {scoreText(lift.total)} 分，离“{lift.grade}”差{' '}
      {scoreText(Math.max(0.1, lift.min - lift.total))} 分：其余要靠把已合格的做到很好。
    </p>
  )

/** The fewest actions to each better grade; why there is no such list. */
const Lifts = ({ lists }: { lists: SmallestLists }) => {
  const [{ grade }, set] = useOptions('plan')
  const able = lists.lifts.filter(({ actions }) => actions !== null)
  const unable = lists.lifts.find(({ actions }) => actions === null)
  return (
    <div className="plan-lifts">
      {able.map((lift) => (
        <button
          key={lift.grade}
          type="button"
          className="text-button"
          aria-pressed={grade === lift.grade}
          onClick={() => set({ ...UNTICKED, grade: grade === lift.grade ? null : lift.grade })}
        >
          升到“{lift.grade}”最少改 {lift.actions?.length} 项
          <small>{lift.exact ? '精确' : '近似，未证明最少'}</small>
        </button>
      ))}
      {unable && <LiftNote lift={unable} />}
      {lists.inspect.length > 0 && (
        <p className="notice">
          数据不足，没有等级可升。先补查{lists.inspect.map(({ label }) => label).join('、')}，查后才有得分。
        </p>
      )}
    </div>
  )
}

/** The score against how many of the sequence are done. */
const Path = ({ path, at }: { path: readonly number[]; at: number | null }) => {
  const [low, high] = [path[0] as number, path[path.length - 1] as number]
  const x = scaleOf([0, path.length - 1], [0, 100])
  const y = scaleOf([low, high], [28, 2])
  return (
    <svg className="plan-path" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      <path
        d={linePath(
          path.map((score, n) => ({ x: x(n), y: y(score) })),
          2,
        )}
        vectorEffect="non-scaling-stroke"
      />
      {at !== null && <line x1={x(at)} x2={x(at)} y1="0" y2="30" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}

interface SliderProps {
  found: Priorities
  /** how many are taken, null where another list is */
  count: number | null
  now: number | null
  onDrag: (count: number | null) => void
}

const Slider = ({ found, count, now, onDrag }: SliderProps) => {
  const [options, set] = useOptions('plan')
  const path = now === null ? [] : scorePath(now, found.lines)
  const settle = (value: string) => {
    onDrag(null)
    const asked = Number(value)
    // Letting go where nothing was moved changes nothing.
    if (asked === count && asked === countOf(options, found.sequenced)) return
    set({ ...UNTICKED, first: asked === Math.min(USUAL_COUNT, found.sequenced) ? null : asked })
  }
  return (
    <div className="plan-slider">
      <label>
        <span>
          先改最见效的 <b className="num">{count ?? '—'}</b> 项
        </span>
        <input
          type="range"
          min={0}
          max={found.sequenced}
          value={count ?? 0}
          onChange={(event) => onDrag(Number(event.target.value))}
          onPointerUp={(event) => settle(event.currentTarget.value)}
          onKeyUp={(event) => event.key !== 'Tab' && settle(event.currentTarget.value)}
        />
      </label>
      {path.length > 1 && <Path path={path} at={count === null ? null : Math.min(count, path.length - 1)} />}
      {path.length > 1 && (
        <p className="plan-ends num">
          <span>不改 {scoreText(path[0] as number)}</span>
          <span>
            改 {path.length - 1} 项 {scoreText(path[path.length - 1] as number)}
          </span>
        </p>
      )}
    </div>
  )
}

type OnTick = (line: ActionLine, half: Halves, tick: boolean) => void

interface LineProps {
  line: ActionLine
  /** which halves are taken as done, null = none */
  halves: Halves | null
  /** its number among the chosen, null = not chosen */
  number: number | null
  withArea: boolean
  onTick: OnTick
}

/** What is to be done: either half can be ticked alone where there are two. */
const Halved = ({ line, halves, onTick }: Pick<LineProps, 'line' | 'halves' | 'onTick'>) => {
  const { problems, recheck, gains } = line
  const late = latest(line)
  const parts = [
    ...(problems.length > 0
      ? [
          {
            half: 'close' as const,
            is: closes,
            text: `销号 ${problems.length} 个问题`,
            more: problems.map(({ description }) => description).join('；'),
          },
        ]
      : []),
    ...(recheck !== null
      ? [{ half: 'recheck' as const, is: rechecks, text: recheckLabel(recheck), more: '' }]
      : []),
  ]
  return (
    <p className="plan-halves">
      {parts.map(({ half, is, text, more }) =>
        parts.length === 1 ? (
          <span key={half} title={more || undefined}>
            {text}
          </span>
        ) : (
          <label key={half}>
            <input
              type="checkbox"
              checked={halves !== null && is(halves)}
              onChange={(event) => onTick(line, half, event.target.checked)}
            />
            <span title={more || undefined}>{text}</span>
            <i
              className="num"
              title={gains[half] > 0 ? '只办这一半，得分提高这么多' : '只办这一半不加分，两半都办才加'}
              data-tone={gains[half] > 0 ? 'good' : 'even'}
            >
              +{gains[half].toFixed(2)}
            </i>
          </label>
        ),
      )}
      {late !== null && <i data-tone="bad">逾期 {late} 天</i>}
    </p>
  )
}

const Line = ({ line, halves, number, withArea, onTick }: LineProps) => {
  const gain = gainWords(line.gains.both, line.worth)
  const title = line.siteName ?? line.problems[0]?.description ?? ''
  return (
    <li data-chosen={number !== null}>
      <label>
        <input
          type="checkbox"
          checked={halves === 'both'}
          ref={(box) => {
            if (box) box.indeterminate = halves !== null && halves !== 'both'
          }}
          onChange={(event) => onTick(line, 'both', event.target.checked)}
          aria-label={`整项：${title}，${line.itemText}`}
        />
        <span className="num" aria-hidden="true">
          {number}
        </span>
      </label>
      <div>
        <button type="button" onClick={() => goTo(line.ref)}>
          <span>{title}</span>
          <small>{line.itemText}</small>
        </button>
        <Halved line={line} halves={halves} onTick={onTick} />
        <small>
          {[withArea ? line.areaName : null, line.responsible ?? NO_UNIT].filter(Boolean).join(' · ')}
        </small>
      </div>
      <b className="num" title={gain.why} data-tone={line.gains.both > 0 ? 'good' : 'even'}>
        {gain.text}
      </b>
    </li>
  )
}

/** Lines shown at first, and more at a time. */
const STEP = 60

const Actions = ({
  found,
  chosen,
  withArea,
  onTick,
}: {
  found: Priorities
  chosen: readonly TaskLine[]
  withArea: boolean
  onTick: OnTick
}) => {
  const taken = new Map(chosen.map(({ key, halves }, i) => [key, { halves, number: i + 1 }]))
  return (
    <>
      <List
        ordered
        of={found.lines}
        first={STEP}
        step={STEP}
        more={(next, rest) => `再看 ${next} 项（余 ${rest.length} 项）`}
        className="plan-list"
        label="先改哪些"
      >
        {(line) => (
          <Line
            key={line.key}
            line={line}
            halves={taken.get(line.key)?.halves ?? null}
            number={taken.get(line.key)?.number ?? null}
            withArea={withArea}
            onTick={onTick}
          />
        )}
      </List>
      {found.count > found.lines.length && (
        <p className="study-note">
          另有 {found.count - found.lines.length} 项未列出：选一个办事处或居委会细看。
        </p>
      )}
    </>
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
  const [printing, setPrinting] = useState(false)
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
  const supposed = useAnswer(['whatIf', tasks, asOf], [1])
  const supposition = supposed.value
  const overlay = useMemo(
    () => (overview === null ? null : planOverlay(overview, chosen, supposition)),
    [overview, chosen, supposition],
  )
  useOverlay(overlay)
  const onDone = useCallback(() => setPrinting(false), [])
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
              onClick={() => setPrinting(true)}
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
      {printing && <TaskSheets lines={chosen} scope={name} asOf={asOf} onDone={onDone} />}
    </>
  )
}
