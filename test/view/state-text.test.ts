/** A problem's state with its days, worked by hand. */
import { expect, test } from 'vitest'
import { stateText } from '../../src/view/state-text.ts'

test.each([
  [{ state: '待整改', fixedOn: null, lateDays: 0 }, '待整改'],
  [{ state: '逾期', fixedOn: null, lateDays: 12 }, '逾期 12 天'],
  [{ state: '待复查', fixedOn: 95, lateDays: 0 }, '待复查 5 天'],
  // Late when it was put right: what is waited for now is the re-check.
  [{ state: '待复查', fixedOn: 100, lateDays: 3 }, '待复查 0 天'],
  [{ state: '已销号', fixedOn: 90, lateDays: 3 }, '已销号'],
] as const)('%o is %s', (issue, text) => {
  expect(stateText(issue, 100)).toBe(text)
})
