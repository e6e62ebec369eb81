/** What can be done to a problem by hand: which actions its state offers, what each asks, and what it changes. */

import type { Edit } from '../engine/contract/data.ts'
import type { IssueLine } from '../engine/contract/issues.ts'
import { type Day, formatDay, parseDay } from '../model/day.ts'
import type { Standard } from '../model/standard.ts'
import type { IssueState } from '../model/state.ts'
import type { Calendar } from '../model/working-days.ts'
import { proposedDeadline } from './deadline.ts'

export type IssueAction = 'fix' | 'extend' | 'reassign' | 'verify' | 'rework' | 'reopen'

export const actionsOf = (state: IssueState): readonly IssueAction[] => {
  switch (state) {
    case '待整改':
    case '逾期':
      return ['fix', 'extend', 'reassign']
    case '待复查':
      return ['verify', 'rework']
    case '已销号':
      return ['reopen']
  }
}

/** What the button says. A problem without a deadline has none to extend. */
export const actionLabel = (action: IssueAction, issue: Pick<IssueLine, 'dueOn'>): string => {
  switch (action) {
    case 'fix':
      return '完成整改'
    case 'extend':
      return issue.dueOn === null ? '定期限' : '延期'
    case 'reassign':
      return '改派'
    case 'verify':
      return '复查通过（销号）'
    case 'rework':
      return '复查不通过（返工）'
    case 'reopen':
      return '重开'
  }
}

/** `on` is the day of the action itself. */
export type AskedField = 'on' | 'dueOn' | 'responsible'
export type Answers = Partial<Record<AskedField, string>>

export interface ActionField {
  field: AskedField
  label: string
  type: 'date' | 'unit'
  required: boolean
  /** what stands there at first */
  value: string
  /** why, in a few words; '' = nothing to say */
  hint: string
}

type Subject = Pick<
  IssueLine,
  'id' | 'severity' | 'foundOn' | 'dueOn' | 'fixedOn' | 'verifiedOn' | 'responsible'
>

const DAY_LABELS: Readonly<Record<Exclude<IssueAction, 'extend' | 'reassign'>, string>> = {
  fix: '整改完成日期',
  verify: '复查日期',
  rework: '复查日期',
  reopen: '重开日期',
}

/** What an action asks, filled in as far as it can be. */
export const askedBy = (
  action: IssueAction,
  issue: Subject,
  asOf: Day,
  standard: Pick<Standard, 'deadlines'>,
  calendar: Calendar,
): ActionField[] => {
  const due = (label: string, required: boolean): ActionField => {
    const proposed = proposedDeadline(standard, issue.severity, Math.max(asOf, issue.dueOn ?? asOf), calendar)
    const value = proposed === null ? '' : formatDay(proposed.day)
    return { field: 'dueOn', label, type: 'date', required, value, hint: proposed?.why ?? '' }
  }
  switch (action) {
    case 'fix':
    case 'verify':
      return [dayAsked(action, asOf)]
    case 'rework':
    case 'reopen':
      return [dayAsked(action, asOf), due('新的整改期限', false)]
    case 'extend':
      return [due(issue.dueOn === null ? '整改期限' : '延期至', true)]
    case 'reassign':
      return [
        {
          field: 'responsible',
          label: '责任单位',
          type: 'unit',
          required: true,
          value: '',
          hint: issue.responsible === null ? '' : `现为 ${issue.responsible}`,
        },
      ]
  }
}

const dayAsked = (action: keyof typeof DAY_LABELS, asOf: Day): ActionField => ({
  field: 'on',
  label: DAY_LABELS[action],
  type: 'date',
  required: true,
  value: formatDay(asOf),
  hint: '',
})

/** The day an action cannot come before, and what that day is. */
const earliestOf = (action: IssueAction, issue: Subject): [day: Day, what: string] => {
  switch (action) {
    case 'verify':
    case 'rework':
      return [issue.fixedOn ?? issue.foundOn, issue.fixedOn === null ? '发现日期' : '整改完成日期']
    case 'reopen':
      return [issue.verifiedOn ?? issue.foundOn, issue.verifiedOn === null ? '发现日期' : '复查通过日期']
    case 'fix':
    case 'extend':
    case 'reassign':
      return [issue.foundOn, '发现日期']
  }
}

const dueFault = (action: IssueAction, due: Day, issue: Subject, on: Day | null): string | null => {
  if (due < issue.foundOn) return `早于发现日期 ${formatDay(issue.foundOn)}`
  if (action === 'extend' && issue.dueOn !== null && due <= issue.dueOn)
    return `要晚于现在的期限 ${formatDay(issue.dueOn)}`
  if ((action === 'rework' || action === 'reopen') && on !== null && due < on)
    return `早于${DAY_LABELS[action]} ${formatDay(on)}`
  return null
}

const faultOf = (
  action: IssueAction,
  { field, required, type }: ActionField,
  answers: Answers,
  issue: Subject,
  latest: Day | null,
): string | null => {
  const text = answers[field]?.trim() ?? ''
  if (text === '') return required ? '请填写' : null
  if (type === 'unit') return text === issue.responsible ? '与现在的责任单位相同' : null
  const day = parseDay(text)
  if (day === null) return '不是日期，应写成 2019-05-27'
  if (field === 'dueOn') return dueFault(action, day, issue, parseDay(answers.on ?? ''))
  const [first, what] = earliestOf(action, issue)
  if (day < first) return `早于${what} ${formatDay(first)}`
  return afterLatest(day, latest)
}

/** What is wrong with a day after the one the package speaks of. */
export const afterLatest = (day: Day, latest: Day | null): string | null =>
  latest !== null && day > latest
    ? `晚于数据日期 ${formatDay(latest)}：先把 district.json 里的 asOf 改到这一天或之后`
    : null

/**
 * What is wrong with the answers, by field; empty = nothing.
 * @param latest the day the package says it speaks of; null = it grows with its records
 */
export const faultsIn = (
  action: IssueAction,
  asked: readonly ActionField[],
  answers: Answers,
  issue: Subject,
  latest: Day | null,
): Partial<Record<AskedField, string>> =>
  Object.fromEntries(
    asked.flatMap((one) => {
      const fault = faultOf(action, one, answers, issue, latest)
      return fault === null ? [] : [[one.field, fault]]
    }),
  )

/** That the screen will not show it yet; null where it will. */
export const unseenYet = (text: string, asOf: Day): string | null => {
  const day = parseDay(text)
  return day !== null && day > asOf ? `晚于画面日期 ${formatDay(asOf)}：保存后把日期拨到那一天才看得到` : null
}

/** @param raw the cells of the problem as they stand */
export const editOf = (
  action: IssueAction,
  id: string,
  answers: Answers,
  raw: Readonly<Record<string, string>>,
): Edit => {
  const on = answers.on ?? ''
  const reworks = [raw.reworks ?? '', on].filter((part) => part !== '').join(';')
  const due: Record<string, string> = answers.dueOn ? { dueOn: answers.dueOn } : {}
  const set = (fields: Record<string, string>): Edit => ({ type: 'set', record: 'issue', id, fields })
  switch (action) {
    case 'fix':
      return set({ fixedOn: on })
    case 'verify':
      return set({ verifiedOn: on })
    case 'rework':
      return set({ fixedOn: '', reworks, ...due })
    case 'reopen':
      return set({ fixedOn: '', verifiedOn: '', reworks, ...due })
    case 'extend':
      return set(due)
    case 'reassign':
      return set({ responsible: answers.responsible?.trim() ?? '' })
  }
}

/** What is said when it is done: 「已登记：WT-0012 延期至 2019-06-03」. */
export const doneWords = (action: IssueAction, issue: Subject, answers: Answers): string => {
  const said = {
    fix: `${answers.on} 完成整改，待复查`,
    verify: `${answers.on} 复查通过，已销号`,
    rework: `${answers.on} 复查不通过，返工`,
    reopen: `${answers.on} 重开`,
    extend: `${issue.dueOn === null ? '期限定为' : '延期至'} ${answers.dueOn}`,
    reassign: `改派 ${answers.responsible?.trim()}`,
  } satisfies Record<IssueAction, string>
  return `已登记：${issue.id} ${said[action]}`
}
