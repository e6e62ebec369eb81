/** What must hold for every district, on random ones; and the scorer against a slow reading of the rules. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Check, Issue, Model, Site } from '../../src/model/records.ts'
import { scoreAt } from '../../src/scoring/score.ts'
import { area, box, check, issue, prepared, site, smallStandard } from './fixture.ts'
import { slowScores } from './slow.ts'

const T = 200
const standard = smallStandard({ minCoverage: 0.4 })
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

const day = fc.integer({ min: T - 120, max: T + 3 })
const maybe = <V>(value: fc.Arbitrary<V>) => fc.option(value, { nil: null })

const districtArb = fc
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

describe('for every district', () => {
  it('agrees with the slow reading of the rules', () => {
    fc.assert(
      fc.property(districtArb, (parts) => {
        const fast = scoreAt(prepared(parts, standard), T)
        const slow = slowScores(parts, standard, T)
        fast.areas.forEach((a, i) => {
          const b = slow[i] as (typeof slow)[number]
          expect(a.categories.map((c) => c.state)).toEqual(b.states)
          a.categories.forEach((c, k) => {
            if (c.score === null) expect(b.scores[k]).toBeNull()
            else expect(c.score).toBeCloseTo(b.scores[k] as number, 6)
          })
          if (a.total === null) expect(b.total).toBeNull()
          else expect(a.total).toBeCloseTo(b.total as number, 6)
          expect(a.weightCoverage).toBeCloseTo(b.coverage, 9)
          expect(a.score === null).toBe(b.total === null || b.coverage < standard.minCoverage)
        })
      }),
      { numRuns: 150, seed: 20190527 },
    )
  })

  it('the ledger sums to 100 − T to 1e-9, and 0 ≤ T ≤ 100', () => {
    fc.assert(
      fc.property(districtArb, (parts) => {
        for (const a of scoreAt(prepared(parts, standard), T).areas) {
          if (a.total === null) continue
          expect(a.total).toBeGreaterThanOrEqual(0)
          expect(a.total).toBeLessThanOrEqual(100 + 1e-9)
          const sum = a.ledger.reduce((s, row) => s + row.points, 0)
          expect(Math.abs(sum - (100 - a.total))).toBeLessThan(1e-9)
          for (const row of a.ledger) expect(row.points).toBeGreaterThan(0)
        }
      }),
      { numRuns: 200, seed: 20190527 },
    )
  })

  it('closing problems never lowers T and never changes which categories are scored', () => {
    fc.assert(
      fc.property(districtArb, fc.array(fc.nat(11), { maxLength: 12 }), (parts, which) => {
        const laid = prepared(parts, standard)
        const before = scoreAt(laid, T)
        const closed = new Set(which)
        const after = scoreAt(laid, T, { closed })
        // The same as writing the closures into the records.
        const written = scoreAt(
          prepared(
            {
              ...parts,
              issues: (parts.issues ?? []).map((p, i) =>
                closed.has(i) && p.foundOn <= T && !(p.verifiedOn !== null && p.verifiedOn <= T)
                  ? { ...p, fixedOn: Math.min(p.fixedOn ?? T, T), verifiedOn: T }
                  : p,
              ),
            },
            standard,
          ),
          T,
        )
        before.areas.forEach((a, i) => {
          const b = after.areas[i] as typeof a
          expect(b.categories.map((c) => c.state)).toEqual(a.categories.map((c) => c.state))
          if (a.total !== null) expect(b.total as number).toBeGreaterThanOrEqual(a.total - 1e-12)
          expect(written.areas[i]?.total).toEqual(b.total)
        })
      }),
      { numRuns: 150, seed: 20190527 },
    )
  })

  it('T is a continuous function of every grade: a nudge of one grade nudges T', () => {
    fc.assert(
      fc.property(districtArb, fc.nat(29), (parts, which) => {
        const rows = parts.checks ?? []
        const row = rows[which % Math.max(1, rows.length)]
        if (row?.grade == null) return
        const nudged = rows.map((r) =>
          r === row ? { ...r, grade: Math.min(10, (r.grade as number) + 1e-7) } : r,
        )
        const before = scoreAt(prepared(parts, standard), T)
        const after = scoreAt(prepared({ ...parts, checks: nudged }, standard), T)
        before.areas.forEach((a, i) => {
          if (a.total !== null)
            expect(Math.abs((after.areas[i]?.total as number) - a.total)).toBeLessThan(1e-4)
        })
      }),
      { numRuns: 100, seed: 20190527 },
    )
  })
})
