/** How figures are written. */
import { describe, expect, test } from 'vitest'
import { changeText, percentText, pointsText, scoreText, toneOf } from '../../../src/panels/kit/format.ts'

test.each([
  [null, '—'],
  [80, '80.0'],
  [79.96, '80.0'],
])('the score %s is %s', (score, text) => expect(scoreText(score)).toBe(text))

describe('a change', () => {
  test.each([
    [null, 1, '', 'even'],
    [0.04, 1, '持平', 'even'],
    [-0.04, 1, '持平', 'even'],
    [1.25, 1, '▲ 1.3', 'good'],
    [-2, 0, '▼ 2', 'bad'],
  ] as const)('of %s', (change, digits, text, tone) => {
    expect(changeText(change, digits)).toBe(text)
    expect(toneOf(change, 'up', digits)).toBe(tone)
  })
  test('down is good where less is better', () => {
    expect(toneOf(-3, 'down', 0)).toBe('good')
    expect(toneOf(3, 'down', 0)).toBe('bad')
  })
})

test.each([
  [1, '100%'],
  [0.9999, '99%'],
  [0.001, '1%'],
  [0, '0%'],
  [0.585, '59%'],
])('the share %s is %s', (share, text) => expect(percentText(share)).toBe(text))

test('a small loss does not become none', () => {
  expect(pointsText(0.03)).toBe('0.03')
  expect(pointsText(1.26)).toBe('1.3')
  expect(pointsText(0)).toBe('0')
})
