/** One kind of place: how many, how they do, how far they are closed down and where; the worst of them first, on the map. */
import { useMemo } from 'react'
import type { Overview } from '../../../engine/contract/package.ts'
import type { KindFigures, KindPart, KindStudy } from '../../../engine/contract/studies/kinds.ts'
import { type Day, formatDay, formatMonthDay } from '../../../model/day.ts'
import { lacks } from '../../../model/report.ts'
import { officeScope } from '../../../model/scope.ts'
import type { Kind } from '../../../model/standard.ts'
import { figureText, neverText } from '../../../view/absent.ts'
import { goTo } from '../../../view/goto.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { OPEN } from '../../../view/leads.ts'
import { useSession } from '../../../view/store.ts'
import {
  changeOf,
  closingColour,
  closingOf,
  kindOverlay,
  placesOfKind,
} from '../../../view/studies/kinds/kinds.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { joined } from '../../kit/Facts.tsx'
import { FigureGrid, type GridFigure } from '../../kit/FigureGrid.tsx'
import { follow } from '../../kit/follow.ts'
import { percentText } from '../../kit/format.ts'
import { KindGlyph } from '../../kit/Glyph.tsx'
import { ShareBar } from '../../kit/ShareBar.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import { Line, Lines } from '../Lines.tsx'
import { ClosingBar, stateName } from './ClosingBar.tsx'

/** Items told: where most is lost. */
const WORST_ITEMS = 5

const rateText = (rate: number | null): string => (rate === null ? '—' : percentText(rate))

const changeWords = (change: number, since: Day): string =>
  change === 0
    ? `和 ${formatMonthDay(since)}一样多`
    : `比 ${formatMonthDay(since)}${change > 0 ? '多' : '少'} ${Math.abs(change)} 处`

const Facts = ({ of, kind, overview }: { of: KindFigures; kind: Kind; overview: Overview }) => {
  const office = useSession((s) => s.view.office)
  const within = officeScope(office)
  const checked = of.places - of.waived
  const problems = (name: string, count: number, states: typeof OPEN, bad: boolean): GridFigure => ({
    name,
    value: figureText(overview, 'issues.csv', count),
    bad: bad && count > 0,
    ...(count > 0 && {
      leads: '到台账看这些问题',
      onGo: () => follow({ to: 'ledger', states, within, kind: kind.id }),
    }),
  })
  return (
    <FigureGrid
      of={[
        { name: '点位', value: of.places, unit: '处' },
        { name: '得分率', value: rateText(of.rate) },
        {
          name: `${overview.standard.window} 天内查过`,
          value: figureText(overview, 'inspections.csv', of.visited),
          unit: `/ ${checked}`,
        },
        problems('未销号问题', of.open, OPEN, false),
        problems('其中逾期', of.overdue, ['逾期'], true),
        {
          name: '最近检查',
          value: of.lastVisit === null ? neverText(overview) : formatDay(of.lastVisit),
        },
      ]}
    />
  )
}

const Closing = ({ of, since }: { of: KindFigures; since: Day }) => {
  const done = closingOf(of)
  if (done === null) return null
  return (
    <>
      <h3>取缔与整治进度</h3>
      <ClosingBar states={of.states} />
      <ul className="closing-key">
        {of.states.map(({ state, grade, now }) => (
          <li key={state}>
            <i className="swatch" style={{ background: closingColour({ grade }) }} />
            {stateName(state)} <b className="num">{now}</b>
          </li>
        ))}
      </ul>
      <p className="study-note">
        {done.word} {done.closed} / {done.of} 处（{percentText(done.share)}），
        {changeWords(done.change, since)}。
      </p>
    </>
  )
}

const Group = ({ group, name, onGo }: { group: KindPart; name: string; onGo: () => void }) => {
  const done = closingOf(group)
  const change = done === null ? '' : changeOf(done)
  return (
    <li>
      <button
        type="button"
        className="row kind-group-row"
        onClick={onGo}
        title={`${name}：${group.places} 处`}
      >
        <b>{name}</b>
        {done === null ? <ShareBar share={group.rate} /> : <ClosingBar states={group.states} />}
        <span className="num">{done === null ? rateText(group.rate) : `${done.closed}/${done.of}`}</span>
        <small className="num" data-tone={done !== null && done.change > 0 ? 'good' : undefined}>
          {done === null ? `${group.places} 处` : change}
        </small>
      </button>
    </li>
  )
}

/** Of the district by office, of an office by 居委会; the worst first. */
const Groups = ({ study, overview }: { study: KindStudy; overview: Overview }) => {
  const change = useSession((s) => s.change)
  const byOffice = study.offices.length > 1
  const meritOf = (group: KindPart) => closingOf(group)?.share ?? group.rate ?? 2
  const groups = [...(byOffice ? study.offices : study.areas)].sort((a, b) => meritOf(a) - meritOf(b))
  const names = new Map(overview.areas.map(({ code, shortName }) => [code, shortName]))
  if (groups.length < 2) return null
  return (
    <>
      <h3>{byOffice ? '各办事处' : '各居委会'}</h3>
      <ul className="kind-groups">
        {groups.map((group) => (
          <Group
            key={group.id}
            group={group}
            name={byOffice ? group.id : (names.get(group.id) ?? group.id)}
            onGo={() => (byOffice ? change({ office: group.id }) : goTo({ type: 'area', id: group.id }))}
          />
        ))}
      </ul>
    </>
  )
}

const Items = ({ of }: { of: KindStudy['items'] }) => {
  const lost = of.filter(({ rate }) => rate < 1).slice(0, WORST_ITEMS)
  if (lost.length === 0) return null
  return (
    <>
      <h3>失分最多的检查项</h3>
      <ul className="kind-items">
        {lost.map(({ item, text, rate, places }) => (
          <li key={item}>
            <span>{text}</span>
            <b className="num">{percentText(rate)}</b>
            <small className="num">{places} 处</small>
          </li>
        ))}
      </ul>
    </>
  )
}

const Places = ({ kind, overview }: { kind: Kind; overview: Overview }) => {
  const board = useSession((s) => s.board)
  const office = useSession((s) => s.view.office)
  const places = useMemo(
    () => (board === null ? [] : placesOfKind(overview, board, kind.id, office)),
    [overview, board, kind.id, office],
  )
  if (places.length === 0) return null
  return (
    <>
      <h3>全部 {places.length} 处，差的在前</h3>
      <Lines key={office} of={places}>
        {({ id, name, area, rate, lastVisit, open, overdue, status }) => (
          <Line
            key={id}
            mark={<KindGlyph kind={kind} />}
            title={name}
            note={joined(
              area,
              lastVisit === null
                ? !lacks(overview.report, 'inspections.csv') && '从未检查'
                : `${formatMonthDay(lastVisit)}查`,
              open > 0 && `未销号 ${open}${overdue > 0 ? `（逾 ${overdue}）` : ''}`,
              status !== null && rate !== null && `得分率 ${percentText(rate)}`,
            )}
            figure={status ?? (rate === null ? '未查' : percentText(rate))}
            onGo={() => goTo({ type: 'site', id })}
          />
        )}
      </Lines>
    </>
  )
}

export const KindPage = ({ kind, overview }: { kind: Kind; overview: Overview }) => {
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const [, set] = useOptions('kinds')
  const asked = useAnswer(['kind', kind.id, officeScope(office), asOf], [0, 1])
  const study = asked.value
  const { areas, standard } = overview
  useOverlay(
    useMemo(
      () => (study === null ? { kind: kind.id } : kindOverlay(kind, study.areas, areas, standard)),
      [kind, study, areas, standard],
    ),
  )
  return (
    <>
      <button type="button" className="text-button" onClick={() => set({ of: null })}>
        全部类别
      </button>
      <h3 className="kind-title">
        <KindGlyph kind={kind} />
        {kind.label}
        {office !== null && <small>{office}</small>}
      </h3>
      {study === null ? (
        <Pending of={asked}>正在统计…</Pending>
      ) : study.whole.places === 0 ? (
        <p className="empty">
          {office ?? '全区'}没有{kind.label}
        </p>
      ) : (
        <>
          <Facts of={study.whole} kind={kind} overview={overview} />
          <Closing of={study.whole} since={study.since} />
          <Groups study={study} overview={overview} />
          <Items of={study.items} />
          <Places kind={kind} overview={overview} />
        </>
      )}
    </>
  )
}
