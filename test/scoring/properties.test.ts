/** What must hold for every district, on random ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../src/model/records.ts'
import { placeModel } from '../../src/placing/place.ts'
import { prepare } from '../../src/scoring/rows/prepare.ts'
import { openAt } from '../../src/scoring/rows/problem.ts'
import { scoreAt } from '../../src/scoring/score/score.ts'
import { districtArb, PROPERTY_DAY } from './districts.ts'
import { prepared, smallStandard } from './fixture.ts'
import {
  type Knobs,
  knobsArb,
  PACKAGE_DAY,
  packageArb,
  type RawPackage,
  readRandom,
} from './random-package.ts'

const T = PROPERTY_DAY
const standard = smallStandard({ minCoverage: 0.4 })

/** A random package read and placed. */
const opened = (pack: RawPackage, knobs: Knobs) => {
  const { model, standard: rubric } = readRandom(pack, knobs)
  const places = placeModel(model, rubric)
  return { model, standard: rubric, ready: prepare(model, rubric, places) }
}

describe('for every district', () => {
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
        const before = scoreAt(prepared(parts, standard), T)
        const closed = new Set(which)
        const after = scoreAt(
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
        })
      }),
      { numRuns: 150, seed: 20190527 },
    )
  })

  it('a better grade is never worse anywhere, and T moves by no more than ten times as much', () => {
    const seen = { moved: 0 }
    fc.assert(
      fc.property(
        packageArb,
        knobsArb,
        fc.nat(),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (pack, knobs, which, to) => {
          const { model, standard: rubric, ready } = opened(pack, knobs)
          const counted = scoreAt(ready, PACKAGE_DAY).counted.filter(
            ({ entry }) => entry.origin.type === 'check',
          )
          const picked = counted[which % Math.max(1, counted.length)]
          fc.pre(picked?.entry.origin.type === 'check')
          const row = model.checks[picked.entry.origin.index]
          const from = picked.grade
          const [low, high] = [Math.min(from, to), Math.max(from, to)]
          const at = (grade: number) =>
            scoreAt(
              prepare(
                { ...model, checks: model.checks.map((r) => (r === row ? { ...r, grade } : r)) },
                rubric,
                ready.places,
              ),
              PACKAGE_DAY,
            ).areas
          const [worse, better] = [at(low), at(high)]
          worse.forEach((a, i) => {
            const b = better[i] as typeof a
            expect(b.categories.map(({ state }) => state)).toEqual(a.categories.map(({ state }) => state))
            expect(rubric.grades.findIndex(({ id }) => id === b.grade)).toBeLessThanOrEqual(
              rubric.grades.findIndex(({ id }) => id === a.grade),
            )
            if (a.total === null) return
            const change = (b.total as number) - a.total
            expect(change).toBeGreaterThanOrEqual(-1e-9)
            expect(change).toBeLessThanOrEqual(10 * (high - low) + 1e-9)
            if (change > 0.01) seen.moved++
          })
        },
      ),
      { numRuns: 120, seed: 20190527 },
    )
    expect(seen.moved).toBeGreaterThan(30)
  })

  it('a problem closed, a place closed down, a better survey: none lowers T anywhere', () => {
    const seen = { closed: 0, states: 0, surveys: 0 }
    fc.assert(
      fc.property(packageArb, knobsArb, fc.nat(), (pack, knobs, which) => {
        const { model, standard: rubric, ready } = opened(pack, knobs)
        const score = (more: Partial<Model>) =>
          scoreAt(prepare({ ...model, ...more }, rubric, ready.places), PACKAGE_DAY).areas
        const before = score({})
        const expectNoLoss = (after: typeof before): boolean => {
          let moved = false
          before.forEach((a, i) => {
            const b = after[i] as typeof a
            expect(b.categories.map(({ state }) => state)).toEqual(a.categories.map(({ state }) => state))
            expect(rubric.grades.findIndex(({ id }) => id === b.grade)).toBeLessThanOrEqual(
              rubric.grades.findIndex(({ id }) => id === a.grade),
            )
            if (a.total === null) return
            expect(b.total as number).toBeGreaterThanOrEqual(a.total - 1e-9)
            moved ||= (b.total as number) > a.total + 0.01
          })
          return moved
        }
        const open = model.issues.filter((p) => openAt(p, PACKAGE_DAY))
        const problem = open[which % Math.max(1, open.length)]
        const issues = model.issues.map((p) =>
          p === problem
            ? { ...p, fixedOn: Math.min(p.fixedOn ?? PACKAGE_DAY, PACKAGE_DAY), verifiedOn: PACKAGE_DAY }
            : p,
        )
        if (expectNoLoss(score({ issues }))) seen.closed++
        // Where a state is known already, the next better one.
        const steps: Record<string, string> = { 在营: '整治中', 整治中: '已取缔' }
        const sites = model.sites.map((site) => ({
          ...site,
          status: steps[site.status ?? ''] ?? site.status,
        }))
        if (expectNoLoss(score({ sites }))) seen.states++
        const surveys = model.surveys.map((survey) => ({ ...survey, satisfied: survey.valid }))
        if (expectNoLoss(score({ surveys }))) seen.surveys++
      }),
      { numRuns: 120, seed: 20190527 },
    )
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20)
  })

  it('a record of one area moves no other area', () => {
    const seen = { moved: 0 }
    fc.assert(
      fc.property(packageArb, knobsArb, fc.nat(), (pack, knobs, which) => {
        const { model, standard: rubric, ready } = opened(pack, knobs)
        const { places } = ready
        const records = [
          ...model.checks.map((row, i) => ({
            areas: places.spots[places.spotOf.get(row.siteId) ?? -1]?.placement.shares ?? [],
            without: { checks: model.checks.filter((_, k) => k !== i) },
          })),
          ...model.issues.map((_, i) => ({
            areas: places.issues[i]?.shares ?? [],
            without: { issues: model.issues.filter((_, k) => k !== i) },
          })),
          ...model.statusChanges.map((row, i) => ({
            areas: places.spots[places.spotOf.get(row.siteId) ?? -1]?.placement.shares ?? [],
            without: { statusChanges: model.statusChanges.filter((_, k) => k !== i) },
          })),
          ...model.surveys.map((row, i) => ({
            areas:
              places.spots[
                (row.areaCode === null ? places.spotOfWater : places.spotOfArea).get(
                  row.areaCode ?? row.waterId ?? '',
                ) ?? -1
              ]?.placement.shares ?? [],
            without: { surveys: model.surveys.filter((_, k) => k !== i) },
          })),
        ]
        const record = records[which % Math.max(1, records.length)]
        fc.pre(record !== undefined)
        const changed: Model = { ...model, ...record.without }
        const [before, after] = [
          scoreAt(prepare(model, rubric, places), PACKAGE_DAY).areas,
          scoreAt(prepare(changed, rubric, placeModel(changed, rubric)), PACKAGE_DAY).areas,
        ]
        before.forEach((a, i) => {
          const { ledger: _, ...b } = after[i] as typeof a
          const { ledger: __, ...own } = a
          if (!record.areas.some(({ area }) => area === i)) expect(b).toEqual(own)
          else if (b.total !== own.total) seen.moved++
        })
      }),
      { numRuns: 120, seed: 20190527 },
    )
    expect(seen.moved).toBeGreaterThan(30)
  })
})
