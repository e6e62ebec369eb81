/** The problems of a place or a water body, the open ones first. */

import { useState } from 'react'
import type { IssueLine } from '../../engine/contract/issues.ts'
import { formatDay } from '../../model/day.ts'
import { joined } from '../kit/Facts.tsx'
import { StateGlyph } from '../kit/Glyph.tsx'
import { goTo } from '../kit/goto.ts'

const FIRST = 8

const Row = ({ issue }: { issue: IssueLine }) => (
  <li>
    <button type="button" className="issue-row" onClick={() => goTo({ type: 'issue', id: issue.id })}>
      <StateGlyph state={issue.state} />
      <span>
        {issue.description || '（没有填问题描述）'}
        <small>
          {joined(
            `${formatDay(issue.foundOn)} 发现`,
            issue.severity,
            issue.state === '逾期' ? `逾期 ${issue.lateDays} 天` : issue.state,
          )}
        </small>
      </span>
    </button>
  </li>
)

export const IssueList = ({ issues }: { issues: readonly IssueLine[] }) => {
  const [all, setAll] = useState(false)
  const shown = all ? issues : issues.slice(0, FIRST)
  return (
    <section>
      <h3 className="head">
        问题<small className="num">{issues.length} 个</small>
      </h3>
      {issues.length === 0 ? (
        <p className="empty">没有登记过问题</p>
      ) : (
        <ul className="plain-list">
          {shown.map((issue) => (
            <Row key={issue.index} issue={issue} />
          ))}
        </ul>
      )}
      {shown.length < issues.length && (
        <button type="button" className="text-button wide-button" onClick={() => setAll(true)}>
          展开全部 {issues.length} 个
        </button>
      )}
    </section>
  )
}
