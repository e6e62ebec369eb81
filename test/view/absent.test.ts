/** What a package does not have, in words. */
import { expect, test } from 'vitest'
import { figureText, listedText, neverText, wantedNext } from '../../src/view/absent.ts'

const without = (...absent: string[]) => ({ report: { absent } })

test('a figure of a file that is not there is no figure; one that is there may be nought', () => {
  expect(figureText(without('issues.csv'), 'issues.csv', 0)).toBe('—')
  expect(figureText(without('waters.geojson'), 'issues.csv', 0)).toBe('0')
  expect(figureText(null, 'issues.csv', 3)).toBe('—')
})

test('the 台账 says as many as the figures count, and apart from them those outside every 居委会', () => {
  const overview = { ...without(), issues: { area: [0, -1, 1, -1, 0] } }
  expect(listedText(overview, Uint32Array.of(0, 1, 2, 3, 4))).toEqual({ within: '3', outside: 2 })
  expect(listedText(overview, Uint32Array.of(4, 2))).toEqual({ within: '2', outside: 0 })
  expect(listedText(overview, null)).toEqual({ within: '—', outside: 0 })
})

test('that a place was never checked is known from checks', () => {
  expect(neverText(without('inspections.csv'))).toBe('—')
  expect(neverText(without())).toBe('从未')
})

test('what to bring next is told until there is something to score', () => {
  const files = (...absent: string[]) => wantedNext(without(...absent)).map(({ file }) => file)
  expect(files('sites.csv', 'inspections.csv', 'issues.csv', 'waters.geojson')).toEqual([
    'sites.csv',
    'inspections.csv',
    'issues.csv',
  ])
  expect(files('inspections.csv')).toEqual(['inspections.csv'])
  expect(files('issues.csv', 'surveys.csv')).toEqual([])
})
