/** Random districts: what properties of the score are tried on. */
import fc from 'fast-check'
import type { Check, Issue, Model, Site } from '../../src/model/records.ts'
import { area, box, check, issue, site } from './fixture.ts'

/** The day about which the records of a random district lie. */
export const PROPERTY_DAY = 200
const items = ['m5', 'm3', 'm2', 'l8']
const areas = [
  area('A', box(0, 0, 1, 1), { office: 'O' }),
  area('B', box(1, 0, 2, 1), { office: 'O' }),
  area('C', box(0, 1, 2, 2), { office: 'P' }),
]

const siteArb: fc.Arbitrary<Omit<Site, 'id'>> = fc
  .record({
    kind: fc.constantFrom('market', 'lane'),
    x: fc.integer({ min: 1, max: 21 }),
    y: fc.integer({ min: 1, max: 21 }),
    line: fc.boolean(),
  })
  .map(({ kind, x, y, line }) => {
    const [lon, lat] = [x / 10.3, y / 10.7]
    const made = site('', kind, lon, lat)
    return line && kind === 'lane'
      ? {
          ...made,
          geometry: {
            type: 'LineString' as const,
            coordinates: [
              [lon, lat],
              [lon + 0.9, lat + 0.2],
            ],
          },
        }
      : made
  })

const day = fc.integer({ min: PROPERTY_DAY - 120, max: PROPERTY_DAY + 3 })
const maybe = <V>(value: fc.Arbitrary<V>) => fc.option(value, { nil: null })

export const districtArb = fc
  .record({
    sites: fc.array(siteArb, { minLength: 1, maxLength: 8 }),
    checks: fc.array(
      fc.record({
        site: fc.nat(7),
        item: fc.constantFrom(...items),
        day,
        grade: maybe(fc.double({ min: 0, max: 10, noNaN: true })),
        source: fc.constantFrom('自查', '区督导', '暗访'),
      }),
      { maxLength: 30 },
    ),
    issues: fc.array(
      fc.record({
        site: fc.nat(7),
        item: maybe(fc.constantFrom(...items)),
        foundOn: day,
        due: maybe(fc.integer({ min: 0, max: 20 })),
        fixed: maybe(fc.integer({ min: 0, max: 40 })),
        verified: maybe(fc.integer({ min: 0, max: 10 })),
        severity: fc.constantFrom('一般', '较重', '严重'),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ sites, checks, issues }): Partial<Model> => {
    const placed = sites.map((s, i) => ({ ...s, id: `s${i}` }))
    const at = (i: number) => placed[i % placed.length] as Site
    const fits = (s: Site, item: string) => (item === 'l8') === (s.kind === 'lane')
    return {
      areas,
      sites: placed,
      checks: checks.flatMap((c): Check[] => {
        const s = at(c.site)
        if (!fits(s, c.item)) return []
        return [
          check(s.id, c.item, c.day, c.grade, {
            source: c.source,
            ...(c.grade === null ? { result: '不适用' } : {}),
          }),
        ]
      }),
      issues: issues.map((p, i): Issue => {
        const fixedOn = p.fixed === null ? null : p.foundOn + p.fixed
        return issue(`p${i}`, at(p.site).id, p.foundOn, {
          item: p.item,
          severity: p.severity,
          dueOn: p.due === null ? null : p.foundOn + p.due,
          fixedOn,
          verifiedOn: fixedOn === null || p.verified === null ? null : fixedOn + p.verified,
        })
      }),
    }
  })
