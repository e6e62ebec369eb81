import { describe, expect, it } from 'vitest'
import { unitsOf } from '../../../src/engine/answers/units.ts'
import type { Opened } from '../../../src/engine/package/open.ts'

const opened = {
  model: {
    issues: [{ responsible: '乙' }, { responsible: '乙' }, { responsible: '甲' }, { responsible: null }],
    sites: [
      { id: 'S1', responsible: '甲' },
      { id: 'S2', responsible: null },
      { id: 'S3', responsible: null },
    ],
    waters: [{ id: 'R1', responsible: '丁' }],
    duties: [
      { siteId: null, areaCode: 'a1', lead: '丙', support: '戊', grid: null },
      { siteId: 'S2', areaCode: null, lead: '己', support: null, grid: null },
    ],
  },
} as unknown as Opened
const proposed = (site: string | null, area: string | null) => unitsOf(opened, { site, area }).proposed?.unit

describe('units', () => {
  it('lists each once, the ones with most problems first', () => {
    expect(unitsOf(opened, { site: null, area: null }).all).toEqual(['乙', '甲', '丁', '丙', '戊', '己'])
  })
  it.each([
    ['the site’s own', 'S1', 'a1', '甲'],
    ['the one that leads at the site', 'S2', 'a1', '己'],
    ['the one that leads in the area', 'S3', 'a1', '丙'],
    ['the water’s own', 'R1', null, '丁'],
    ['nobody where nobody is named', 'S3', 'a9', undefined],
    ['nobody for nowhere', null, null, undefined],
  ])('proposes %s', (_, site, area, unit) => {
    expect(proposed(site, area)).toBe(unit)
  })
})
