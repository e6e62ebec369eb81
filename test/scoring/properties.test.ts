/** What must hold for every district, on random ones; and the scorer against a slow reading of the rules. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreAt } from '../../src/scoring/score.ts'
import { districtArb, PROPERTY_DAY } from './districts.ts'
import { prepared, smallStandard } from './fixture.ts'
import { slowScores } from './slow.ts'

const T = PROPERTY_DAY
const standard = smallStandard({ minCoverage: 0.4 })

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
          // A row is 0 only where a category had nothing left to lose; it keeps what it was before.
          for (const row of a.ledger)
            expect(row.points > 0 || (row.points === 0 && (row.raw ?? 0) > 0)).toBe(true)
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
