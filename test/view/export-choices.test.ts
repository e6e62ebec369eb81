/** What can be chosen about an export. */

import { describe, expect, test } from 'vitest'
import type { AreaInfo, Overview } from '../../src/engine/contract/package.ts'
import { exportDatums, firstScope, scopeKey, scopeOf, scoreScopes } from '../../src/view/export-choices.ts'

test.each([
  [[114.5, 33.5, 114.8, 33.7], 'CGCS2000-GK-38'],
  [[116.2, 39.8, 116.6, 40], 'CGCS2000-GK-39'],
  [[112.4, 33, 112.6, 34], 'CGCS2000-GK-38'],
] as const)('the metres offered are those of the 3° zone the district lies in: %j', (bounds, datum) => {
  const offered = exportDatums({ bounds: [...bounds] }).map(([key]) => key)
  expect(offered).toEqual(['WGS84', 'GCJ-02', 'BD-09', datum])
})

describe('what scores are taken out of', () => {
  test('is written as a key and read back, colons and all', () => {
    for (const scope of [
      null,
      { type: 'area', id: '411671011001' },
      { type: 'office', id: '东：办:处' },
    ] as const)
      expect(scopeOf(scopeKey(scope))).toEqual(scope)
  })

  test('is first what is selected, else the office the screen is narrowed to', () => {
    expect(firstScope({ type: 'area', id: '001' }, '东办事处')).toEqual({ type: 'area', id: '001' })
    expect(firstScope({ type: 'issue', id: 'W1' }, '东办事处')).toEqual({ type: 'office', id: '东办事处' })
    expect(firstScope(null, null)).toBe(null)
  })

  test('names every area once, those without an office apart', () => {
    const area = (code: string, office: string | null) =>
      ({ code, name: `${code}居委会`, office }) as AreaInfo
    const overview = {
      areas: [area('1', '东'), area('2', null), area('3', '东')],
      offices: [{ name: '东', areas: ['1', '3'] }],
    } as unknown as Overview
    const { offices, others } = scoreScopes(overview)
    expect(offices.map(({ name, areas }) => [name, areas.map(({ scope }) => scope.id)])).toEqual([
      ['东', ['1', '3']],
    ])
    expect(others.map(({ scope }) => scope.id)).toEqual(['2'])
  })
})
