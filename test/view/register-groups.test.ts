import { expect, it } from 'vitest'
import type { RegisterLine } from '../../src/model/register.ts'
import { registerEntries, registerTime } from '../../src/view/register-groups.ts'

const line = (
  at: string,
  action: string,
  id: string,
  field: string,
  before = '',
  after = '',
): RegisterLine => ({
  at,
  action,
  record: 'issue',
  id,
  field,
  before,
  after,
})

it('what was done at once is one entry, newest first', () => {
  const entries = registerEntries([
    line('2019-05-27T09:00:00+08:00', '重开', 'W1', '整改完成日期', '2019-05-01'),
    line('2019-05-27T09:00:00+08:00', '重开', 'W1', '复查通过日期', '2019-05-02'),
    line('2019-05-27T09:05:00+08:00', '延期', 'W2', '整改期限', '2019-05-01', '2019-06-01'),
    line('2019-05-27T09:05:00+08:00', '延期', 'W3', '整改期限', '2019-05-01', '2019-06-01'),
  ])
  expect(entries.map(({ number, id, changes }) => [number, id, changes.map(({ field }) => field)])).toEqual([
    [3, 'W3', ['整改期限']],
    [2, 'W2', ['整改期限']],
    [1, 'W1', ['整改完成日期', '复查通过日期']],
  ])
})

it('the same change twice in a second stays two', () => {
  const once = line('2019-05-27T09:00:00+08:00', '改派', 'W1', '责任单位', '甲', '乙')
  const again = { ...once, before: '乙', after: '丙' }
  expect(registerEntries([once, again]).map(({ changes }) => changes[0]?.after)).toEqual(['丙', '乙'])
})

it('times are short', () => {
  expect(registerTime('2019-05-27T09:30:12+08:00')).toBe('2019-05-27 09:30')
})
