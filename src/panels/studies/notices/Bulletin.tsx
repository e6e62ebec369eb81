/** 通报: the period it speaks of, what the records hold of it, and the draft made from them. */

import { useEffect, useState } from 'react'
import type { BulletinFacts } from '../../../engine/contract/studies/notices.ts'
import { type Day, formatDay, formatMonthDay, parseDay } from '../../../model/day.ts'
import { incompleteText } from '../../../model/report.ts'
import { officeScope } from '../../../model/scope.ts'
import { draftBulletin } from '../../../view/documents/bulletin.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { shareText } from '../../../view/studies/closure/closure.ts'
import { type BulletinSpan, useBulletin } from '../../../view/studies/notices/notices.ts'
import { useCalendar } from '../../kit/calendar.ts'
import { DateField } from '../../kit/DateField.tsx'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { Facts } from '../../kit/Facts.tsx'
import { useOptions } from '../hooks.ts'
import { BulletinDialog } from './BulletinDialog.tsx'
import './bulletin.css'

/** Asks before the page goes with changes that were not taken out. */
const useLossWarning = (): void => {
  const edited = useBulletin((s) => s.edited)
  useEffect(() => {
    if (!edited) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [edited])
}

const spanWords = ({ from, to, office }: BulletinSpan): string =>
  `${formatMonthDay(from)}至${formatMonthDay(to)} ${office ?? '全区'}`

const DayInput = ({ label, day, onChange }: { label: string; day: Day; onChange: (day: Day) => void }) => (
  <div>
    <span>{label}</span>
    <DateField
      aria-label={label}
      value={formatDay(day)}
      onChange={(text) => {
        const chosen = parseDay(text)
        if (chosen !== null) onChange(chosen)
      }}
    />
  </div>
)

const Holds = ({ facts, window }: { facts: BulletinFacts; window: number }) => (
  <Facts
    rows={[
      ['检查', `${facts.seen} 处点位，${facts.items} 项`],
      ['发现问题', `${facts.found} 个`],
      ['整改、销号', `${facts.fixed} 个、${facts.verified} 个`],
      ['一票否决', facts.vetoed.map(({ areaName }) => areaName).join('、')],
      ['较好', `${facts.good.length} 处（得分率 90% 以上，没有未销号问题，居委会没有一票否决）`],
      ['较差', `${facts.bad.length} 处（期内发现，期末未销号）`],
      ['逾期（未整改）', `${facts.overdue.length} 个`],
      ['按期结案率', `${shareText(facts.closure.closedOnTimeRate)}（近 ${window} 天到期的）`],
    ]}
  />
)

export const Bulletin = () => {
  const overview = useSession((s) => s.overview)
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const calendar = useCalendar()
  const [options, set] = useOptions('notices')
  const { of, draft, edited, begin } = useBulletin()
  const [open, setOpen] = useState(false)
  useLossWarning()
  const to = options.to ?? asOf
  const from = Math.min(to, options.from ?? to - 6)
  const asked = useAnswer(['bulletin', from, to, officeScope(office)], [2])
  const facts = asked.value
  if (overview === null) return null
  const { district, standard } = overview
  const span = { from, to, office }
  const start = () => {
    if (facts === null || calendar === null) return
    const drafted = draftBulletin(
      facts,
      { ...district, window: standard.window, caps: standard.caps },
      calendar,
    )
    const doubt = incompleteText(overview.report)
    begin(span, doubt === '' ? drafted : { ...drafted, overall: `（${doubt}。）${drafted.overall}` })
    setOpen(true)
  }
  const ready =
    facts !== null && facts.from === from && facts.to === to && (facts.scope?.id ?? null) === office
  return (
    <>
      <div className="bulletin-span">
        <DayInput label="从" day={from} onChange={(day) => set({ from: day })} />
        <DayInput label="到" day={to} onChange={(day) => set({ to: day === asOf ? null : day })} />
      </div>
      <p className="study-note">
        {office ?? '全区'}
        ；左侧选办事处，只写它的。按期内的检查和问题起草：总体情况、较好的点位、较差的点位与问题（路段或点位、问题、责任辖区、责任单位、期限）、要求。
      </p>
      {facts === null ? (
        <Pending of={asked}>正在查记录…</Pending>
      ) : (
        <Holds facts={facts} window={standard.window} />
      )}
      {edited && of !== null && (
        <p className="study-note" role="status">
          已有一份改过的草稿（{spanWords(of)}），重新起草会丢掉改动。
        </p>
      )}
      <p className="paper-buttons">
        {draft !== null && (
          <button type="button" className="main-button" onClick={() => setOpen(true)}>
            继续编辑
          </button>
        )}
        <button
          type="button"
          className={draft === null ? 'main-button' : 'text-button'}
          disabled={!ready || calendar === null}
          onClick={start}
        >
          {edited ? '丢掉改动，重新起草' : draft === null ? '起草通报' : '重新起草'}
        </button>
      </p>
      {open && draft !== null && <BulletinDialog draft={draft} onClose={() => setOpen(false)} />}
    </>
  )
}
