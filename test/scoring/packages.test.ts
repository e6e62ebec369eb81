/**
 * Whole packages, read and scored as the product does, against a second scorer that reads the rules slowly. 120 in the
 * suite; `PACKAGES=5000 npx vitest run --project unit test/scoring/packages.test.ts` tries more.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scoreDocument } from '../../src/engine/document.ts'
import { indexPartsOf } from '../../src/engine/index-parts.ts'
import { openIntake } from '../../src/engine/open.ts'
import { readPackage } from '../../src/intake/package.ts'
import { plainScores } from './plain-scorer.ts'
import {
  type Knobs,
  knobsArb,
  PACKAGE_DAY,
  packageArb,
  packageFiles,
  packageStandard,
  type RawPackage,
} from './random-package.ts'

const T = PACKAGE_DAY
const RUNS = Number(process.env.PACKAGES ?? 120)

const open = (pack: RawPackage, knobs: Knobs) => {
  const files = Object.entries(packageFiles(pack)).map(
    ([name, text]) => [name, new TextEncoder().encode(text)] as const,
  )
  const standard = packageStandard(knobs)
  return openIntake(readPackage(new Map(files), () => null, { standard }))
}

/** Figures rounded so far that only the order of summing is lost. */
const near = (value: number | null) => (value === null ? null : Number(value.toFixed(5)))
const nearAll = (figures: Iterable<readonly [string, number | null]>) =>
  Object.fromEntries([...figures].map(([key, value]) => [key, near(value)]))
const sums = (rows: readonly { record: string; value: number | undefined }[]) => {
  const found = new Map<string, number>()
  for (const { record, value } of rows)
    if (value !== undefined) found.set(record, (found.get(record) ?? 0) + value)
  return found
}

/** Close enough to each other, told by name where not. */
const expectSame = (pack: RawPackage, knobs: Knobs) => {
  const opened = open(pack, knobs)
  const document = scoreDocument(opened, T, { placements: true })
  const plain = plainScores(pack, packageStandard(knobs), T)
  const product = document.areas.map((area) => ({
    code: area.code,
    score: near(area.score),
    provisional: near(area.provisional),
    grade: area.grade,
    caps: area.caps.map(({ rule, record }) => (rule === 'key' ? rule : `${rule} ${record}`)).sort(),
    weightCoverage: near(area.weightCoverage),
    themes: nearAll(Object.entries(area.themes)),
    states: Object.entries(area.categories).map(([id, { state }]) => `${id} ${state}`),
    base: nearAll(Object.entries(area.categories).map(([id, { base }]) => [id, base])),
    deduction: nearAll(Object.entries(area.categories).map(([id, { deduction }]) => [id, deduction])),
    ledger: nearAll(sums(area.ledger.map(({ record, points }) => ({ record, value: points })))),
    // What is not scaled is what it was: whether a hair is scaled away is for nobody to tell.
    raw: nearAll(
      sums(
        area.ledger.map(({ record, raw, points, type }) => ({
          record,
          value: type === 'issue' ? (raw ?? points) : undefined,
        })),
      ),
    ),
    index: near(indexPartsOf(opened, { type: 'area', id: area.code }, T).index),
  }))
  const wanted = pack.areas.map(({ code }) => {
    const area = plain.areas[code] as (typeof plain.areas)[string]
    const categories = Object.entries(area.categories)
    return {
      code,
      score: near(area.score),
      provisional: near(area.provisional),
      grade: area.grade,
      caps: area.caps.map((cap) => cap.trim()).sort(),
      weightCoverage: near(area.weightCoverage),
      themes: nearAll(Object.entries(area.themes)),
      states: categories.map(([id, { state }]) => `${id} ${state}`),
      base: nearAll(categories.map(([id, { base }]) => [id, base])),
      deduction: nearAll(categories.map(([id, { deduction }]) => [id, deduction])),
      ledger: nearAll(area.ledger),
      raw: nearAll(area.raw),
      index: near(area.index),
    }
  })
  expect(product).toEqual(wanted)
  for (const area of document.areas) {
    const total = area.score ?? area.provisional
    if (total === null) continue
    const lost = area.ledger.reduce((sum, { points }) => sum + points, 0)
    expect(Math.abs(lost - (100 - total))).toBeLessThan(1e-9)
  }
  expect(document.offices.map(({ name, score, leftOut }) => [name, near(score), leftOut]).sort()).toEqual(
    Object.entries(plain.offices)
      .map(([name, { score, leftOut }]) => [name, near(score), leftOut])
      .sort(),
  )
  expect(document.waters.map(({ id, grade, insufficient }) => [id, grade, insufficient])).toEqual(
    Object.entries(plain.waters).map(([id, { grade, insufficient }]) => [id, grade, insufficient]),
  )
  const placed = new Map<string, [string | null, string]>()
  for (const { id, areaCode, rule } of document.placements ?? [])
    if (!placed.has(id)) placed.set(id, [areaCode, rule])
  expect(Object.fromEntries(placed)).toEqual(plain.placements)
}

it(`agree with the plain scorer, ${RUNS} of them`, { timeout: 60_000 + RUNS * 500 }, () => {
  fc.assert(fc.property(packageArb, knobsArb, expectSame), { numRuns: RUNS, seed: 20190527 })
})
