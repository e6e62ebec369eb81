/** The problems of a place or a water body, the open ones first. */
import type { IssueLine } from '../../engine/contract/issues.ts'
import { formatDay } from '../../model/day.ts'
import { IssueRow } from '../kit/IssueRow.tsx'
import { List } from '../kit/List.tsx'

const FIRST = 8

export const IssueList = ({ issues }: { issues: readonly IssueLine[] }) => {
  return (
    <section>
      <h3 className="head">
        问题<small className="num">{issues.length} 个</small>
      </h3>
      {issues.length === 0 ? (
        <p className="empty">没有登记过问题</p>
      ) : (
        <List of={issues} first={FIRST} more={() => `展开全部 ${issues.length} 个`} className="plain-list">
          {(issue) => <IssueRow key={issue.index} issue={issue} note={`${formatDay(issue.foundOn)} 发现`} />}
        </List>
      )}
    </section>
  )
}
