/** A place: what it is, whose, how it was found, what is open. */
import type { SiteCard as Card } from '../../engine/contract/cards.ts'
import { formatDay } from '../../model/day.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { SiteActions } from '../edit/SiteActions.tsx'
import { Pending, useAnswer } from '../kit/engine.tsx'
import { Facts, joined } from '../kit/Facts.tsx'
import { percentText } from '../kit/format.ts'
import { KindGlyph } from '../kit/Glyph.tsx'
import { openKind } from '../kit/open-kind.ts'
import { PhotoPair } from '../kit/Photo.tsx'
import { IssueList } from './IssueList.tsx'
import { VisitList } from './VisitList.tsx'
import './cards.css'

const dutyText = (duty: Card['duty']): string | null =>
  duty &&
  [duty.lead && `牵头 ${duty.lead}`, duty.support && `分包 ${duty.support}`, duty.grid && `网格 ${duty.grid}`]
    .filter(Boolean)
    .join(' → ')

const sharesText = (shares: Card['shares']): string | null =>
  shares.length > 1 ? shares.map((s) => `${s.name} ${percentText(s.share)}`).join('、') : null

const History = ({ history }: { history: Card['statusHistory'] }) =>
  history.length === 0 ? null : (
    <section>
      <h3 className="head">整治进展</h3>
      <ul className="history">
        {history.map((h) => (
          <li key={`${h.day} ${h.status}`}>
            <time className="num">{formatDay(h.day)}</time>
            <b>{h.status}</b>
            <small>{h.basis}</small>
          </li>
        ))}
      </ul>
    </section>
  )

export const SiteCard = ({ id }: { id: string }) => {
  const asOf = useSession(dayOf)
  const standard = useSession((s) => s.overview?.standard)
  const asked = useAnswer(['site', id, asOf], [0])
  const card = asked.value
  if (card === null || !standard) return <Pending of={asked}>正在读取…</Pending>
  const kind = standard.kinds.find((k) => k.id === card.kind)
  const pictured = card.issues.find((issue) => issue.photoBefore !== null || issue.photoAfter !== null)
  return (
    <>
      <div className="card-head">
        <KindGlyph kind={kind} />
        <div>
          <p>
            {kind && (
              <button
                type="button"
                className="quiet-lead"
                title={`${kind.label}查得怎样`}
                onClick={() => openKind(kind.id)}
              >
                {kind.label}
              </button>
            )}
            {card.status !== null && ` · ${card.status}`}
          </p>
          <p className="num card-figure">
            {card.rate === null ? `${standard.window} 天内没有检查` : `得分率 ${percentText(card.rate)}`}
          </p>
        </div>
      </div>
      <Facts
        rows={[
          ['居委会', joined(card.areaName, card.office) || '不在任何居委会内'],
          ['责任单位', card.responsible],
          ['责任链条', dutyText(card.duty)],
          ['编号', card.id],
          ['落点', card.placing],
          ['分属', sharesText(card.shares)],
        ]}
      />
      <SiteActions id={id} />
      <IssueList key={`issues ${id}`} issues={card.issues} />
      <VisitList key={`visits ${id}`} visits={card.visits} />
      <History history={card.statusHistory} />
      {pictured && <PhotoPair before={pictured.photoBefore} after={pictured.photoAfter} />}
    </>
  )
}
