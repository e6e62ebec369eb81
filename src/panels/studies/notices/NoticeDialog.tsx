/** 整改通知单 as it will be printed: of one problem, or of all a unit still has to put right. */

import { useEffect, useMemo, useState } from 'react'
import { officeScope } from '../../../model/scope.ts'
import { rectificationPaper } from '../../../view/documents/rectification.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { useCalendar } from '../../kit/calendar.ts'
import { Fault, tellTrouble, useAnswer, useEngine } from '../../kit/engine.tsx'
import { Window } from '../../kit/Window.tsx'
import { type PhotoAddresses, photoAddresses } from '../bitmap.ts'
import { PaperButtons } from '../PaperButtons.tsx'
import { PaperPage } from '../PaperPage.tsx'
import './paper-window.css'

type Of = { id: string } | { unit: string | null }

/** The notices as a paper; null until the records, their photos and the calendar are there. */
const useNoticePaper = (of: Of) => {
  const engine = useEngine()
  const overview = useSession((s) => s.overview)
  const office = useSession((s) => ('id' in of ? null : s.view.office))
  const today = useSession(dayOf)
  const calendar = useCalendar()
  const asked = useAnswer(['noticeIssues', of, officeScope(office), today])
  const issues = asked.value
  const [photos, setPhotos] = useState<PhotoAddresses | null>(null)
  useEffect(() => {
    if (issues === null || overview === null) return
    let made: PhotoAddresses | null = null
    let wanted = true
    setPhotos(null)
    photoAddresses(
      engine,
      overview,
      issues.flatMap(({ photoBefore }) => photoBefore ?? []),
    ).then((found) => {
      made = found
      if (wanted) setPhotos(found)
      else found.release()
    }, tellTrouble)
    return () => {
      wanted = false
      made?.release()
    }
  }, [engine, overview, issues])
  const made = useMemo(
    () =>
      issues === null || overview === null || calendar === null || photos === null
        ? null
        : {
            count: issues.length,
            paper: rectificationPaper(issues, { overview, calendar, today, photo: photos.of }),
          },
    [issues, overview, calendar, photos, today],
  )
  return { asked, made }
}

export const NoticeDialog = ({ of, onClose }: { of: Of; onClose: () => void }) => {
  const { asked, made } = useNoticePaper(of)
  return (
    <Window
      className="paper-modal"
      onClose={onClose}
      tools={<PaperButtons paper={made?.paper ?? null} />}
      title={
        <>
          整改通知单
          {made !== null && made.count > 1 && <small className="num"> {made.count} 件，每件一页</small>}
        </>
      }
    >
      {made === null ? (
        asked.fault === null ? (
          <p className="empty">正在填写…</p>
        ) : (
          <Fault of={asked} />
        )
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="paper-preview" aria-label="整改通知单预览" tabIndex={0}>
          <PaperPage paper={made.paper} />
        </section>
      )}
    </Window>
  )
}
