import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../src/model/day.ts'
import { ISSUE_STATES, issueStateAt } from '../../src/model/state.ts'
import { WEEKDAYS } from '../../src/model/working-days.ts'
import {
  type Answers,
  actionLabel,
  actionsOf,
  askedBy,
  doneWords,
  editOf,
  faultsIn,
  type IssueAction,
  unseenYet,
} from '../../src/view/issue-actions.ts'

const day = (text: string) => parseDay(text) as number
const AS_OF = day('2019-05-27')
const standard = { deadlines: [{ id: '限期', days: 5, working: true, severity: ['较重'] }] }
const issue = (more: object = {}) => ({
  id: 'WT-0012',
  severity: '较重',
  foundOn: day('2019-05-06'),
  dueOn: day('2019-05-13') as number | null,
  fixedOn: null as number | null,
  verifiedOn: null as number | null,
  responsible: '区城管局' as string | null,
  ...more,
})
const FIXED = issue({ fixedOn: day('2019-05-12') })
const CLOSED = issue({ fixedOn: day('2019-05-12'), verifiedOn: day('2019-05-14') })

const faults = (action: IssueAction, answers: Answers, of = issue(), latest: number | null = AS_OF) =>
  faultsIn(action, askedBy(action, of, AS_OF, standard, WEEKDAYS), answers, of, latest)

/** The dates of a problem once its cells are changed. */
const after = (action: IssueAction, of: ReturnType<typeof issue>, answers: Answers) => {
  const edit = editOf(action, of.id, answers, {})
  const read = (field: 'dueOn' | 'fixedOn' | 'verifiedOn') => {
    const cell = edit.fields[field]
    return cell === undefined ? of[field] : parseDay(cell)
  }
  return {
    foundOn: of.foundOn,
    dueOn: read('dueOn'),
    fixedOn: read('fixedOn'),
    verifiedOn: read('verifiedOn'),
  }
}

describe('actions by state', () => {
  it('offers what the state allows, and only that', () => {
    expect(Object.fromEntries(ISSUE_STATES.map((state) => [state, actionsOf(state)]))).toEqual({
      待整改: ['fix', 'extend', 'reassign'],
      逾期: ['fix', 'extend', 'reassign'],
      待复查: ['verify', 'rework'],
      已销号: ['reopen'],
    })
  })
  it.each<[IssueAction, ReturnType<typeof issue>, Answers, string, string]>([
    ['fix', issue(), { on: '2019-05-27' }, '逾期', '待复查'],
    ['verify', FIXED, { on: '2019-05-27' }, '待复查', '已销号'],
    ['rework', FIXED, { on: '2019-05-27', dueOn: '2019-06-03' }, '待复查', '待整改'],
    ['rework', FIXED, { on: '2019-05-27', dueOn: '' }, '待复查', '逾期'],
    ['reopen', CLOSED, { on: '2019-05-27', dueOn: '2019-06-03' }, '已销号', '待整改'],
    ['extend', issue(), { dueOn: '2019-06-03' }, '逾期', '待整改'],
    ['reassign', issue(), { responsible: '区住建局' }, '逾期', '逾期'],
  ])('%s leads from one state to the next', (action, of, answers, was, is) => {
    expect(issueStateAt(of, AS_OF)).toBe(was)
    expect(issueStateAt(after(action, of, answers), AS_OF)).toBe(is)
  })
  it('sets a deadline where there is none to extend', () => {
    expect(actionLabel('extend', { dueOn: null })).toBe('定期限')
    expect(actionLabel('extend', { dueOn: 1 })).toBe('延期')
  })
})

describe('what an action asks', () => {
  it('takes the day on screen for its own, and the standard’s time for a deadline', () => {
    expect(askedBy('fix', issue(), AS_OF, standard, WEEKDAYS).map(({ value }) => value)).toEqual([
      '2019-05-27',
    ])
    expect(askedBy('reopen', CLOSED, AS_OF, standard, WEEKDAYS).map(({ value }) => value)).toEqual([
      '2019-05-27',
      '2019-06-03',
    ])
  })
  it('extends from the deadline where that is still to come', () => {
    const far = issue({ dueOn: day('2019-06-10') })
    expect(askedBy('extend', far, AS_OF, standard, WEEKDAYS)[0]?.value).toBe('2019-06-17')
  })
  it('leaves a deadline empty where the standard sets none', () => {
    expect(askedBy('extend', issue(), AS_OF, { deadlines: [] }, WEEKDAYS)[0]?.value).toBe('')
  })
  it.each<[IssueAction, ReturnType<typeof issue>]>([
    ['fix', issue()],
    ['extend', issue()],
    ['verify', FIXED],
    ['rework', FIXED],
    ['reopen', CLOSED],
  ])('%s can be saved as it is filled in', (action, of) => {
    const asked = askedBy(action, of, AS_OF, standard, WEEKDAYS)
    const answers = Object.fromEntries(asked.map(({ field, value }) => [field, value]))
    expect(faults(action, answers, of)).toEqual({})
  })
})

describe('what is wrong', () => {
  it.each<[IssueAction, Answers, ReturnType<typeof issue>, object]>([
    ['fix', { on: '' }, issue(), { on: '请填写' }],
    ['fix', { on: '2019-02-30' }, issue(), { on: '不是日期，应写成 2019-05-27' }],
    ['fix', { on: '2019-05-05' }, issue(), { on: '早于发现日期 2019-05-06' }],
    ['verify', { on: '2019-05-11' }, FIXED, { on: '早于整改完成日期 2019-05-12' }],
    ['rework', { on: '2019-05-11', dueOn: '' }, FIXED, { on: '早于整改完成日期 2019-05-12' }],
    ['reopen', { on: '2019-05-13', dueOn: '' }, CLOSED, { on: '早于复查通过日期 2019-05-14' }],
    ['reopen', { on: '2019-05-20', dueOn: '2019-05-19' }, CLOSED, { dueOn: '早于重开日期 2019-05-20' }],
    ['extend', { dueOn: '' }, issue(), { dueOn: '请填写' }],
    ['extend', { dueOn: '2019-05-13' }, issue(), { dueOn: '要晚于现在的期限 2019-05-13' }],
    ['extend', { dueOn: '2019-05-01' }, issue({ dueOn: null }), { dueOn: '早于发现日期 2019-05-06' }],
    ['reassign', { responsible: '  ' }, issue(), { responsible: '请填写' }],
    ['reassign', { responsible: '区城管局' }, issue(), { responsible: '与现在的责任单位相同' }],
  ])('%s %j', (action, answers, of, told) => {
    expect(faults(action, answers, of)).toEqual(told)
  })
  it('a day the package does not reach yet, where it names its day', () => {
    expect(faults('fix', { on: '2019-05-28' }).on).toContain('晚于数据日期 2019-05-27')
    expect(faults('fix', { on: '2019-05-28' }, issue(), null)).toEqual({})
  })
  it('a deadline may lie beyond that day', () => {
    expect(faults('extend', { dueOn: '2019-07-01' })).toEqual({})
  })
})

describe('what is told', () => {
  it('that a later day is not on screen yet', () => {
    expect(unseenYet('2019-05-28', AS_OF)).toContain(`晚于画面日期 ${formatDay(AS_OF)}`)
    expect(unseenYet('2019-05-27', AS_OF)).toBeNull()
    expect(unseenYet('', AS_OF)).toBeNull()
  })
  it('what was done', () => {
    expect(doneWords('extend', issue(), { dueOn: '2019-06-03' })).toBe('已登记：WT-0012 延期至 2019-06-03')
    expect(doneWords('extend', issue({ dueOn: null }), { dueOn: '2019-06-03' })).toBe(
      '已登记：WT-0012 期限定为 2019-06-03',
    )
    expect(doneWords('reassign', issue(), { responsible: ' 区住建局 ' })).toBe(
      '已登记：WT-0012 改派 区住建局',
    )
  })
})

describe('the edit', () => {
  it('keeps the failed re-checks there were', () => {
    const edit = editOf('rework', 'W1', { on: '2019-05-27', dueOn: '' }, { reworks: '2019-05-01;2019-05-09' })
    expect(edit).toEqual({
      type: 'set',
      record: 'issue',
      id: 'W1',
      fields: { fixedOn: '', reworks: '2019-05-01;2019-05-09;2019-05-27' },
    })
  })
})
