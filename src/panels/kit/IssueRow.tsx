/** A problem in a list: its state, what it is, and in small print what is known of it; pressed, it is opened. */
import type { IssueLine } from '../../engine/contract/issues.ts'
import { goTo } from '../../view/goto.ts'
import { dayOf } from '../../view/issue-query.ts'
import { stateText } from '../../view/state-text.ts'
import { useSession } from '../../view/store.ts'
import { joined } from './Facts.tsx'
import { StateGlyph } from './Glyph.tsx'
import { Row } from './Row.tsx'

/** @param note what is told first, before severity and state */
export const IssueRow = ({ issue, note }: { issue: IssueLine; note: string | null }) => {
  const asOf = useSession(dayOf)
  return (
    <li>
      <Row className="issue-row" onGo={() => goTo({ type: 'issue', id: issue.id })}>
        <StateGlyph state={issue.state} />
        <span>
          {issue.description || '（没有填问题描述）'}
          <small>{joined(note, issue.severity, stateText(issue, asOf))}</small>
        </span>
      </Row>
    </li>
  )
}
