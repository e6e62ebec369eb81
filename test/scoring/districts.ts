/** Random districts: what properties of the score are tried on. */
import fc from 'fast-check'
import type { Check, Issue, Model, Site, StatusChange, Survey } from '../../src/model/records.ts'
import type { Standard } from '../../src/model/standard.ts'
import { area, box, check, issue, site, smallStandard } from './fixture.ts'

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

/**
 * The small rubric with what actions can meet: a key item (m3), a kind to be closed down (yard, item y4, its state a
 * check), a survey of each area (a6), caps by severity and lateness.
 */
export const actionStandard = (change: Partial<Standard> = {}): Standard => {
  const base = smallStandard()
  const [market, , area] = base.kinds as [Standard['kinds'][number], unknown, Standard['kinds'][number]]
  const [m5] = base.items as [Standard['items'][number]]
  return smallStandard({
    kinds: [
      ...base.kinds.filter(({ id }) => id !== 'area'),
      { ...area, defaultItem: 'a6' },
      { ...market, id: 'yard', label: 'yard', targetZero: true, defaultItem: 'y4' },
    ],
    items: [
      ...base.items.map((item) => (item.id === 'm3' ? { ...item, key: true, floor: 0.7 } : item)),
      { ...m5, id: 'y4', text: 'y4', category: 'streets', points: 4, kinds: ['yard'] },
      { ...m5, id: 'y2', text: 'y2', category: 'streets', points: 2, kinds: ['yard'] },
      { ...m5, id: 'a6', text: 'a6', category: 'streets', points: 6, kinds: ['area'] },
    ],
    derived: {
      status: [{ kinds: ['yard'], item: 'y4', source: '区督导', grades: { 在营: 0, 整治中: 5, 已取缔: 10 } }],
      survey: [
        {
          of: 'area',
          item: 'a6',
          source: '市督导',
          steps: [
            { rate: 0, grade: 0 },
            { rate: 1, grade: 10 },
          ],
        },
      ],
    },
    caps: [
      { id: 'key', rule: 'keyItem', maxGrade: '基本达标', reason: '一票否决' },
      { id: 'severe', rule: 'openSeverity', severity: '严重', maxGrade: '达标', reason: '有严重问题' },
      {
        id: 'late',
        rule: 'openSeverity',
        severity: '较重',
        overdueDays: 15,
        maxGrade: '基本达标',
        reason: '逾期',
      },
    ],
    ...change,
  })
}

const fitting: Record<string, readonly string[]> = {
  market: ['m5', 'm3', 'm2'],
  lane: ['l8'],
  yard: ['y4', 'y2'],
}
const recent = fc.integer({ min: PROPERTY_DAY - 40, max: PROPERTY_DAY + 1 })

/**
 * Districts with much to be done: failing checks of whole grades (so that many actions are worth the same), open
 * problems at sites, at areas and at none, of items that are not their site's as well.
 */
export const actionArb: fc.Arbitrary<Partial<Model>> = fc
  .record({
    sites: fc.array(
      fc.oneof(
        siteArb,
        siteArb.map((s) => ({ ...s, kind: 'yard', geometry: null })),
      ),
      {
        minLength: 2,
        maxLength: 7,
      },
    ),
    statuses: fc.array(maybe(fc.constantFrom('在营', '整治中', '已取缔')), { minLength: 7, maxLength: 7 }),
    changes: fc.array(
      fc.record({ site: fc.nat(6), day: recent, status: fc.constantFrom('在营', '整治中', '已取缔') }),
      { maxLength: 3 },
    ),
    checks: fc.array(
      fc.record({
        site: fc.nat(6),
        item: fc.nat(2),
        day: recent,
        grade: maybe(fc.constantFrom(0, 2, 3, 4, 5, 6, 6, 7, 9)),
        source: fc.constantFrom('自查', '区督导', '暗访'),
      }),
      { minLength: 4, maxLength: 20 },
    ),
    surveys: fc.array(fc.record({ area: fc.nat(2), day: recent, satisfied: fc.nat(100) }), { maxLength: 3 }),
    issues: fc.array(
      fc.record({
        where: fc.oneof(
          fc.record({ site: fc.nat(6) }),
          fc.record({ area: fc.nat(2) }),
          fc.record({ x: fc.integer({ min: 1, max: 24 }), y: fc.integer({ min: 1, max: 24 }) }),
          fc.record({
            site: fc.nat(6),
            x: fc.integer({ min: 1, max: 24 }),
            y: fc.integer({ min: 1, max: 24 }),
          }),
        ),
        item: maybe(fc.constantFrom('m5', 'm3', 'm2', 'l8', 'y4', 'y2', 'a6')),
        foundOn: recent,
        due: maybe(fc.integer({ min: 0, max: 20 })),
        fixed: maybe(fc.integer({ min: 0, max: 10 })),
        verified: maybe(fc.integer({ min: 0, max: 5 })),
        severity: fc.constantFrom('一般', '一般', '较重', '严重'),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ sites, statuses, changes, checks, surveys, issues }): Partial<Model> => {
    const placed = sites.map((s, i) => ({
      ...s,
      id: `s${i}`,
      status: s.kind === 'yard' ? (statuses[i] ?? null) : null,
    }))
    const at = (i: number) => placed[i % placed.length] as Site
    return {
      areas,
      sites: placed,
      statusChanges: changes.flatMap(({ site: i, day: on, status }, line): StatusChange[] =>
        at(i).kind === 'yard' ? [{ siteId: at(i).id, day: on, status, basis: null, line }] : [],
      ),
      checks: checks.map(({ site: i, item, day: on, grade, source }): Check => {
        const fit = fitting[at(i).kind] as readonly string[]
        return check(at(i).id, fit[item % fit.length] as string, on, grade, {
          source,
          ...(grade === null ? { result: '不适用' } : {}),
        })
      }),
      surveys: surveys.map(
        ({ area: i, day: on, satisfied }, line): Survey => ({
          areaCode: areas[i]?.code ?? null,
          waterId: null,
          day: on,
          valid: 100,
          satisfied,
          line,
        }),
      ),
      issues: issues.map(({ where, item, foundOn, due, fixed, verified, severity }, i): Issue => {
        const siteId =
          'site' in where ? at(where.site).id : 'area' in where ? (areas[where.area]?.code ?? null) : null
        const fixedOn = fixed === null ? null : foundOn + fixed
        return issue(`p${i}`, siteId, foundOn, {
          // A problem may lie elsewhere than its site.
          ...('x' in where ? { lon: where.x / 10.9, lat: where.y / 11.1 } : {}),
          item,
          severity,
          dueOn: due === null ? null : foundOn + due,
          fixedOn,
          verifiedOn: fixedOn === null || verified === null ? null : fixedOn + verified,
        })
      }),
    }
  })
