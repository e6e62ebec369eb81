/** What failed again at the same place after a 销号. */

import { useMemo, useState } from 'react'
import type {
  ReboundRate,
  ReboundSite,
  Rebounds as ReboundsAnswer,
} from '../../../engine/contract/studies/clusters.ts'
import { formatMonthDay } from '../../../model/day.ts'
import { officeScope } from '../../../model/scope.ts'
import { goTo } from '../../../view/goto.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { NUMBERED, reboundShare, reboundsOverlay } from '../../../view/studies/clusters/clusters.ts'
import { WITHIN } from '../../../view/studies/clusters/options.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { joined } from '../../kit/Facts.tsx'
import { FigureGrid } from '../../kit/FigureGrid.tsx'
import { percentText } from '../../kit/format.ts'
import { List } from '../../kit/List.tsx'
import { ShareBar } from '../../kit/ShareBar.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import { Choice } from './Choice.tsx'

const Rate = ({ rate }: { rate: ReboundRate }) => {
  const share = reboundShare(rate)
  return (
    <li className="rebound-rate">
      <span>{rate.name}</span>
      <ShareBar share={share} />
      <b className="num">{share === null ? '—' : percentText(share)}</b>
      <small className="num">
        {rate.rebounds} / {rate.closed}
      </small>
    </li>
  )
}

/** Events shown of a place that is not opened. */
const FIRST = 1

const ReboundRow = ({ site }: { site: ReboundSite }) => {
  const [all, setAll] = useState(false)
  const shown = all ? site.events : site.events.slice(0, FIRST)
  return (
    <li className="rebound-site">
      <button type="button" className="row rebound-name" onClick={() => goTo(site.ref)}>
        <b>{site.name}</b>
        <span className="num">反弹 {site.events.length} 次</span>
        <small>{joined(site.kind, site.areaName)}</small>
      </button>
      <ol>
        {shown.map(({ itemText, closed, closedOn, day, after, what, issue }) => (
          <li key={`${closed} ${day}`} className="rebound-event">
            <button
              type="button"
              className="row"
              onClick={() => goTo({ type: 'issue', id: issue ?? closed })}
            >
              {itemText}
              <small>
                {formatMonthDay(closedOn)} 销号 → {formatMonthDay(day)} {issue === null ? '检查' : '发现'}（
                {after} 天）{what}
              </small>
            </button>
          </li>
        ))}
      </ol>
      {site.events.length > FIRST && (
        <button type="button" className="text-button" onClick={() => setAll(!all)}>
          {all ? '收起' : `另外 ${site.events.length - FIRST} 次`}
        </button>
      )}
    </li>
  )
}

const Returned = ({ answer }: { answer: ReboundsAnswer }) => {
  const { sites, total, offices, units, within } = answer
  const share = reboundShare(total)
  return (
    <>
      <FigureGrid
        of={[
          { name: '反弹率', value: share === null ? '—' : percentText(share) },
          { name: '反弹', value: total.rebounds, unit: '次' },
          { name: '涉及点位', value: sites.length, unit: '个' },
        ]}
      />
      <p className="study-note">
        截至当日销号的 {total.closed} 个问题中，销号后 {within}{' '}
        天内同一点位、同一检查项又登记问题或检查不合格的；销号不满 {within} 天的也在分母里。
      </p>
      <h3>按办事处</h3>
      <ul>
        {offices.map((rate) => (
          <Rate key={rate.name} rate={rate} />
        ))}
      </ul>
      <h3>按责任单位</h3>
      <ul>
        {units.map((rate) => (
          <Rate key={rate.name} rate={rate} />
        ))}
      </ul>
      <h3>反弹的点位，多的在前</h3>
      {sites.length === 0 && <p className="empty">没有反弹</p>}
      <List of={sites} first={NUMBERED} more={() => `展开全部 ${sites.length} 个点位`}>
        {(site) => <ReboundRow key={`${site.ref.type} ${site.ref.id}`} site={site} />}
      </List>
    </>
  )
}

export const Rebounded = () => {
  const asOf = useSession(dayOf)
  const office = useSession((s) => s.view.office)
  const [{ within }, set] = useOptions('clusters')
  const asked = useAnswer(['rebounds', asOf, within, officeScope(office)], [2])
  const answer = asked.value
  const areas = useSession((s) => s.overview?.areas)
  const overlay = useMemo(
    () =>
      answer === null
        ? null
        : reboundsOverlay(
            answer.sites,
            (areas ?? []).map(({ code }) => code),
          ),
    [answer, areas],
  )
  useOverlay(overlay)
  return (
    <>
      <div className="study-choices">
        <Choice
          label="销号后"
          unit="天内"
          choices={WITHIN}
          value={within}
          set={(days) => set({ within: days })}
        />
      </div>
      {answer === null ? <Pending of={asked}>正在比对…</Pending> : <Returned answer={answer} />}
    </>
  )
}
