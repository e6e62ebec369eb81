/** 整改通知单 in bulk: units with anything to put right, and a paper for each. */

import { useState } from 'react'
import { formatMonthDay } from '../../../model/day.ts'
import { officeScope } from '../../../model/scope.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { NoticeDialog } from './NoticeDialog.tsx'
import './notice-units.css'

export const NoticeUnits = () => {
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const asked = useAnswer(['noticeUnits', officeScope(office), asOf], [0])
  const units = asked.value
  const [open, setOpen] = useState<{ unit: string | null } | null>(null)
  if (units === null) return <Pending of={asked}>正在查找…</Pending>
  return (
    <>
      <p className="study-note">
        {office ?? '全区'}，截至{formatMonthDay(asOf)}
        待整改和逾期的问题，按责任单位；每个问题一页，有位置示意图、照片、标准条款和期限。单个问题的通知单在问题卡片上。
      </p>
      {units.length === 0 ? (
        <p className="empty">没有待整改的问题</p>
      ) : (
        <ul className="notice-units">
          {units.map(({ unit, issues, overdue }) => (
            <li key={unit ?? ''}>
              <button type="button" className="row" onClick={() => setOpen({ unit })}>
                <b>{unit ?? '未填责任单位'}</b>
                <span className="num">{issues} 件</span>
                <span className="num" data-tone={overdue > 0 ? 'bad' : undefined}>
                  {overdue > 0 ? `逾期 ${overdue}` : ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {open !== null && <NoticeDialog of={open} onClose={() => setOpen(null)} />}
    </>
  )
}
