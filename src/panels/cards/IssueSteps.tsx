/** A problem from 发现 to 销号, with its deadline. */
import type { IssueLine } from '../../engine/contract/issues.ts'
import { type Day, formatDay } from '../../model/day.ts'

interface Step {
  name: string
  day: Day | null
  note: string
  state: 'done' | 'late' | 'waiting'
}

const stepsOf = (issue: IssueLine, asOf: Day): Step[] => {
  const { foundOn, dueOn, fixedOn, verifiedOn, lateDays, reworks } = issue
  const late = lateDays > 0
  return [
    { name: '发现', day: foundOn, note: issue.source ?? '', state: 'done' },
    {
      name: '期限',
      day: dueOn,
      note: dueOn === null ? '未定期限' : late ? `逾期 ${lateDays} 天` : fixedOn === null ? '未到期' : '按期',
      state: late ? 'late' : dueOn !== null && (dueOn <= asOf || fixedOn !== null) ? 'done' : 'waiting',
    },
    {
      name: '整改',
      day: fixedOn,
      note: [fixedOn === null && '未完成', reworks > 0 && `返工 ${reworks} 次`].filter(Boolean).join('，'),
      state: fixedOn === null ? 'waiting' : 'done',
    },
    {
      name: '销号',
      day: verifiedOn,
      note: verifiedOn !== null ? '' : fixedOn === null ? '' : '待复查',
      state: verifiedOn === null ? 'waiting' : 'done',
    },
  ]
}

export const IssueSteps = ({ issue, asOf }: { issue: IssueLine; asOf: Day }) => (
  <ol className="steps">
    {stepsOf(issue, asOf).map(({ name, day, note, state }) => (
      <li key={name} data-step={state}>
        <b>{name}</b>
        <time className="num">{day === null ? '—' : formatDay(day)}</time>
        <small>{note}</small>
      </li>
    ))}
  </ol>
)
