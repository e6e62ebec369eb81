/** 闭环与督办: how far what was found is put right, by any link of the 责任链条, and what is overdue and whose. */

import { useMemo } from 'react'
import type { Overview } from '../../../engine/contract/package.ts'
import type { ClosureGroup, ClosureStudy } from '../../../engine/contract/studies/closure.ts'
import { formatDay, formatMonthDay } from '../../../model/day.ts'
import { lacks } from '../../../model/report.ts'
import { officeScope } from '../../../model/scope.ts'
import type { ClosureFigures } from '../../../scoring/closure/closure.ts'
import type { Link } from '../../../scoring/closure/duties.ts'
import { figureText } from '../../../view/absent.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { LINK_WORDS, linkName } from '../../../view/links.ts'
import { useSession } from '../../../view/store.ts'
import { daysText, pressedSort, shareText, sortedGroups } from '../../../view/studies/closure/closure.ts'
import type { ClosureSort } from '../../../view/studies/closure/options.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { FigureGrid, type GridFigure } from '../../kit/FigureGrid.tsx'
import { scoreText } from '../../kit/format.ts'
import { Segments } from '../../kit/Segments.tsx'
import { useOptions } from '../hooks.ts'
import { Overdue } from './Overdue.tsx'
import { Sources } from './Sources.tsx'
import './closure.css'

const WAYS = [
  ['office', '办事处'],
  ['area', '居委会'],
  ['unit', '责任'],
  ['lead', '牵头'],
  ['support', '分包'],
  ['grid', '网格'],
  ['source', '来源'],
] as const satisfies readonly (readonly [Link, string])[]

const COLUMNS: readonly (readonly [sort: ClosureSort, label: string, hint: string])[] = [
  ['due', '应结', '应结案：期内到期的问题'],
  ['closed', '结案率', '结案率＝已销号÷应结案'],
  ['onTime', '按期', '按期结案率＝按期整改且已销号÷应结案'],
  ['overdue', '超期', '超期未结：到今天已过期限、没有销号的，不论何时到期'],
  ['index', '指数', '整改指数＝60×按期处置率＋30×结案率＋10×（1－返工率）'],
]

/** The figures of a whole, each with what it is divided by. */
const figuresOf = (of: ClosureFigures): GridFigure[] => [
  { name: '结案率', value: shareText(of.closedRate), note: `${of.closed} / ${of.due}` },
  { name: '按期结案率', value: shareText(of.closedOnTimeRate), note: `${of.closedOnTime} / ${of.due}` },
  { name: '按期处置率', value: shareText(of.onTimeRate), note: `${of.onTime} / ${of.due}` },
  { name: '返工率', value: shareText(of.reworkRate), note: `${of.reworked} / ${of.fixed}` },
  {
    name: '超期未结',
    value: of.overdue,
    note: `其中逾期 ${of.overdueUnfixed}，待复查 ${of.overdue - of.overdueUnfixed}`,
  },
  { name: '整改指数', value: scoreText(of.index), note: '满分 100' },
  { name: '发现→整改', value: daysText(of.fixing.days), note: `${of.fixing.count} 件` },
  { name: '整改→销号', value: daysText(of.verifying.days), note: `${of.verifying.count} 件` },
  { name: '发现→销号', value: daysText(of.closing.days), note: `${of.closing.count} 件` },
]

/** Where there is no 台账, none of them is of anything: not even a nought. */
const Figures = ({ of, overview }: { of: ClosureFigures; overview: Overview }) => {
  const none = lacks(overview.report, 'issues.csv')
  return (
    <FigureGrid of={figuresOf(of).map((figure) => (none ? { name: figure.name, value: '—' } : figure))} />
  )
}

const Share = ({ share }: { share: number | null }) => (
  <td className="num">
    {shareText(share)}
    {share !== null && (
      <i className="closure-bar">
        <i style={{ width: `${100 * share}%` }} />
      </i>
    )}
  </td>
)

const Row = ({ group, name }: { group: ClosureGroup; name: string }) => {
  const [, set] = useOptions('closure')
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          title={`${name}：督办清单`}
          onClick={() => set({ opened: { all: false, id: group.id } })}
        >
          {name}
        </button>
      </th>
      <td className="num">{group.due}</td>
      <Share share={group.closedRate} />
      <Share share={group.closedOnTimeRate} />
      <td className="num" data-tone={group.overdue > 0 ? 'bad' : undefined}>
        {group.overdue}
      </td>
      <td className="num">{scoreText(group.index)}</td>
    </tr>
  )
}

const Groups = ({ study, link, overview }: { study: ClosureStudy; link: Link; overview: Overview }) => {
  const [{ order }, set] = useOptions('closure')
  const { sort, reversed } = order
  const rows = useMemo(() => sortedGroups(study.groups, order), [study, order])
  return (
    <table className="closure-table" aria-label={`按${LINK_WORDS[link]}的整改闭环`}>
      <thead>
        <tr>
          <th scope="col">{LINK_WORDS[link]}</th>
          {COLUMNS.map(([key, label, hint]) => (
            <th
              key={key}
              scope="col"
              aria-sort={sort !== key ? 'none' : reversed ? 'ascending' : 'descending'}
            >
              <button type="button" title={hint} onClick={() => set({ order: pressedSort(order, key) })}>
                {label}
                {sort === key && <i aria-hidden="true">{reversed ? '↑' : '↓'}</i>}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((group) => (
          <Row key={group.id ?? ''} group={group} name={linkName(link, group.id, overview)} />
        ))}
      </tbody>
    </table>
  )
}

export const Closure = () => {
  const overview = useSession((s) => s.overview)
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const [{ by: link, opened }, set] = useOptions('closure')
  const asked = useAnswer(['closure', link, officeScope(office), asOf], [0, 1])
  const study = asked.value
  if (overview === null || study === null) return <Pending of={asked}>正在统计…</Pending>
  if (opened !== null) {
    const group = opened.all ? null : study.groups.find(({ id }) => id === opened.id)
    return (
      <section aria-label="督办清单">
        <button type="button" className="text-button" onClick={() => set({ opened: null })}>
          全部{LINK_WORDS[link]}
        </button>
        <h3>{opened.all ? (office ?? '全区') : linkName(link, opened.id, overview)}</h3>
        {opened.all ? (
          <Figures of={study.whole} overview={overview} />
        ) : (
          group && <Figures of={group} overview={overview} />
        )}
        <Overdue of={opened.all ? null : { link, id: opened.id }} />
      </section>
    )
  }
  return (
    <>
      <p className="study-note">
        {office ?? '全区'}：{formatDay(study.from)} 至 {formatDay(study.to)}{' '}
        内到期的问题；天数为期内整改、销号的平均；超期未结到
        {formatMonthDay(study.to)}为止，不论何时到期。
      </p>
      <Figures of={study.whole} overview={overview} />
      <p className="closure-all">
        <button type="button" className="text-button" onClick={() => set({ opened: { all: true } })}>
          督办清单（{figureText(overview, 'issues.csv', study.whole.overdue)} 件）
        </button>
      </p>
      <Segments label="按谁统计" options={WAYS} value={link} onChange={(next) => set({ by: next })} />
      <Groups study={study} link={link} overview={overview} />
      {link === 'source' && <Sources />}
    </>
  )
}
