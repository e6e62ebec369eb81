/** The score itself: large, with its grade, what caps it, and the few figures beside it. */

import type { CapFigure, Figures } from '../../engine/contract/board.ts'
import type { Overview } from '../../engine/contract/package.ts'
import type { Scope } from '../../model/scope.ts'
import type { Standard } from '../../model/standard.ts'
import { openOf } from '../../model/state.ts'
import { figureText } from '../../view/absent.ts'
import { gradeLost } from '../../view/classes.ts'
import { goTo } from '../../view/goto.ts'
import { type Lead, leadText, OPEN } from '../../view/leads.ts'
import { useSession } from '../../view/store.ts'
import { vetoRecord, vetoText } from '../../view/veto.ts'
import { follow } from '../kit/follow.ts'
import { changeText, percentText, rankText, scoreText, toneOf } from '../kit/format.ts'
import { GradeChip } from '../kit/GradeChip.tsx'
import { Rolling } from '../kit/Rolling.tsx'
import { Incomplete } from '../shell/Unread.tsx'
import { CATEGORIES } from './Categories.tsx'
import { IndexLead } from './IndexLead.tsx'
import './score-head.css'

/** A veto as the map's own words have it, the record that shows it, and what it does to the grade. */
const Cap = ({ cap, standard }: { cap: CapFigure; standard: Standard }) => {
  const record = vetoRecord(standard, cap)
  const { ref } = cap
  return (
    <p className="notice" data-tone="bad">
      <span className="veto">一票否决</span> {vetoText(standard, cap)}；最高评为“{cap.maxGrade}”
      {ref !== null && (
        <button type="button" className="inline-link" onClick={() => goTo(ref)}>
          {record === '' ? '看水体' : record}
        </button>
      )}
    </p>
  )
}

/** Vetoes of an aggregate stand in its areas: named, and one press away. */
const CappedAreas = () => {
  const board = useSession((s) => s.board)
  const office = useSession((s) =>
    s.view.selection?.type === 'office' ? s.view.selection.id : s.view.office,
  )
  const capped = (board?.areas ?? []).filter(
    (area) => area.caps.length > 0 && (office === null || area.office === office),
  )
  if (capped.length === 0) return null
  return (
    <p className="notice" data-tone="bad">
      <span className="veto">一票否决</span> {capped.length} 个居委会：
      {capped.map((area) => (
        <button
          key={area.id}
          type="button"
          className="inline-link"
          onClick={() => goTo({ type: 'area', id: area.id })}
        >
          {area.name}
        </button>
      ))}
    </p>
  )
}

interface Fact {
  name: string
  value: string
  leads: Lead | 'categories' | 'formula'
}

const factsOf = (figures: Figures, within: Scope, overview: Overview | null): Fact[] => [
  ...(figures.weightCoverage === null
    ? []
    : [{ name: '已查分值', value: percentText(figures.weightCoverage), leads: 'categories' } satisfies Fact]),
  {
    name: '查过点位',
    value:
      figures.sites === 0
        ? '—'
        : `${figureText(overview, 'inspections.csv', figures.visited)}/${figures.sites}`,
    leads: { to: 'records', list: 'visits', within },
  },
  {
    name: '未销号',
    value: figureText(overview, 'issues.csv', openOf(figures)),
    leads: { to: 'ledger', states: OPEN, within },
  },
  {
    name: '其中逾期',
    value: figureText(overview, 'issues.csv', figures.states.逾期),
    leads: { to: 'ledger', states: ['逾期'], within },
  },
  { name: '整改指数', value: scoreText(figures.index), leads: 'formula' },
  {
    name: '荣誉',
    value: figureText(overview, 'honours.csv', figures.honours),
    leads: { to: 'records', list: 'honours', within },
  },
]

const toCategories = () => {
  const list = document.getElementById(CATEGORIES)
  list?.scrollIntoView({ block: 'start' })
  list?.focus()
}

const FactLead = ({ name, value, leads, within }: Fact & { within: Scope }) => {
  if (leads === 'formula')
    return <IndexLead label={`${name} ${value}：看怎样算出来`} title="看怎样算出来" within={within} />
  const [text, go] =
    leads === 'categories' ? ['看各分类查没查', toCategories] : [leadText(leads), () => follow(leads)]
  return (
    <button
      type="button"
      className="lead"
      aria-label={`${name} ${value}：${text}`}
      title={text}
      onClick={go}
    />
  )
}

export const ScoreHead = ({ figures, of }: { figures: Figures; of: Scope }) => {
  const alone = of?.type === 'area'
  const overview = useSession((s) => s.overview)
  const office = useSession((s) => s.view.office)
  const standard = overview?.standard
  const lost = standard ? gradeLost(standard, figures) : null
  const score = figures.score ?? figures.provisional
  return (
    <>
      <div className="score-head">
        <b className="num" data-provisional={figures.score === null}>
          {score === null ? '—' : <Rolling value={score} digits={1} />}
        </b>
        <div>
          <GradeChip grade={figures.grade} />
          {lost !== null && <small>按得分为“{lost}”，否决降级</small>}
          {figures.rank !== null && (
            <button
              type="button"
              className="quiet-lead"
              title="看排名"
              onClick={() => follow({ to: 'ranking', of: alone ? 'area' : 'office' })}
            >
              <small>{rankText(figures.rank, office)}</small>
            </button>
          )}
          {figures.change !== null && (
            <button
              type="button"
              className="quiet-lead"
              title="看变化的原因"
              onClick={() => follow({ to: 'change', area: alone ? figures.id : null })}
            >
              <i data-tone={toneOf(figures.change, 'up')} className="num">
                较一周前 {changeText(figures.change)}
              </i>
            </button>
          )}
        </div>
      </div>
      <Incomplete />
      {figures.score === null && (
        <p className="notice">
          {score === null
            ? '还没有查过任何项目：请先安排检查。'
            : '查过的分值不足，不评定得分：上面是按已查部分的暂计分，不参加排名。请补查未查的分类。'}
        </p>
      )}
      {figures.leftOut > 0 && <p className="notice">{figures.leftOut} 个居委会数据不足，没有计入平均。</p>}
      {alone && standard ? (
        figures.caps.map((cap) => (
          <Cap key={`${cap.rule} ${cap.record} ${cap.reason}`} cap={cap} standard={standard} />
        ))
      ) : (
        <CappedAreas />
      )}
      <dl className="figures">
        {factsOf(figures, of, overview).map((fact) => (
          <div key={fact.name} data-fact={fact.name}>
            <dt>{fact.name}</dt>
            <dd className="num">{fact.value}</dd>
            <dd>
              <FactLead {...fact} within={of} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
