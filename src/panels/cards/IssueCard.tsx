/** One problem: how it stands, its way from 发现 to 销号, its photos, and where it is. */
import type { IssueLine } from '../../engine/contract/issues.ts'
import { type Day, formatDay } from '../../model/day.ts'
import { goTo } from '../../view/goto.ts'
import { dayOf } from '../../view/issue-query.ts'
import { stateText } from '../../view/state-text.ts'
import { useSession } from '../../view/store.ts'
import { IssueActions } from '../edit/IssueActions.tsx'
import { Pending, useAnswer } from '../kit/engine.tsx'
import { Facts, joined } from '../kit/Facts.tsx'
import { Glyph, KindGlyph, StateGlyph } from '../kit/Glyph.tsx'
import { PhotoPair } from '../kit/Photo.tsx'
import { IssueSteps } from './IssueSteps.tsx'
import { NoticeButton } from './NoticeButton.tsx'
import './cards.css'

const PlaceLink = ({ issue }: { issue: IssueLine }) => {
  const overview = useSession((s) => s.overview)
  const { siteId, siteName } = issue
  if (siteId === null || overview === null || !overview.sites.id.includes(siteId)) return null
  const kind = overview.standard.kinds.find((k) => k.id === issue.kind)
  return (
    <button type="button" className="row link-row" onClick={() => goTo({ type: 'site', id: siteId })}>
      <KindGlyph kind={kind} />
      <span>
        {siteName ?? siteId}
        <small>{kind?.label}</small>
      </span>
      <Glyph name="next" />
    </button>
  )
}

const Found = ({ issue, asOf }: { issue: IssueLine; asOf: Day }) => (
  <>
    <div className="card-head">
      <StateGlyph state={issue.state} />
      <div>
        <p>{joined(issue.severity, issue.categoryLabel)}</p>
        <p className="num card-figure">{stateText(issue, asOf)}</p>
      </div>
    </div>
    <p className="issue-text">{issue.description || '（没有填问题描述）'}</p>
    <IssueSteps issue={issue} asOf={asOf} />
    <IssueActions issue={issue} asOf={asOf} />
    {issue.state !== '已销号' && <NoticeButton id={issue.id} />}
    <PhotoPair before={issue.photoBefore} after={issue.photoAfter} />
    <PlaceLink issue={issue} />
    <Facts
      rows={[
        ['编号', issue.id],
        ['检查项', issue.itemText],
        ['居委会', joined(issue.areaName, issue.office) || '不在任何居委会内'],
        ['责任单位', issue.responsible],
        ['来源', issue.source],
      ]}
    />
  </>
)

export const IssueCard = ({ id }: { id: string }) => {
  const asOf = useSession(dayOf)
  const answer = useAnswer(['issue', id, asOf], [0])
  if (!answer.here) return <Pending of={answer}>正在读取…</Pending>
  if (answer.value === null)
    return <p className="empty">截至 {formatDay(asOf)}，这个问题还没有发现：把日期往后拨</p>
  return <Found issue={answer.value} asOf={asOf} />
}
