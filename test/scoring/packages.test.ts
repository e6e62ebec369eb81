/**
 * Whole packages, read and scored as the product does, against a second scorer that reads the rules slowly. 120 in the
 * suite; `PACKAGES=5000 SEED=1 npx vitest run --project unit test/scoring/packages.test.ts` tries more.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { indexPartsOf } from '../../src/engine/answers/index-parts.ts'
import { scoreDocument } from '../../src/engine/document.ts'
import { openIntake } from '../../src/engine/package/open.ts'
import { plainScores } from './plain-scorer.ts'
import {
  type Knobs,
  knobsArb,
  PACKAGE_DAY,
  packageArb,
  packageStandard,
  type RawPackage,
  readRandom,
} from './random-package.ts'

const T = PACKAGE_DAY
const RUNS = Number(process.env.PACKAGES ?? 120)
const SEED = Number(process.env.SEED ?? 20190527)

/** What differs between two answers, by path; numbers that are equal but for the order of summing do not. */
const differences = (got: unknown, wanted: unknown, path = ''): string[] => {
  const figure = (value: unknown) => (value === undefined ? 0 : value)
  const [a, b] = [figure(got), figure(wanted)]
  if (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < 1e-5) return []
  if (got === null || wanted === null || typeof got !== 'object' || typeof wanted !== 'object')
    return Object.is(got, wanted) ? [] : [`${path}: ${got}, not ${wanted}`]
  const keys = new Set([...Object.keys(got), ...Object.keys(wanted)])
  return [...keys].flatMap((key) =>
    differences(
      (got as Record<string, unknown>)[key],
      (wanted as Record<string, unknown>)[key],
      `${path}/${key}`,
    ),
  )
}
const sums = (rows: readonly (readonly [record: string, points: number])[]) => {
  const found: Record<string, number> = {}
  for (const [record, points] of rows) found[record] = (found[record] ?? 0) + points
  return found
}

/** Where the product and the plain scorer answer otherwise. */
const disagreements = (pack: RawPackage, knobs: Knobs): string[] => {
  const opened = openIntake(readRandom(pack, knobs))
  const document = scoreDocument(opened, T, { placements: true })
  const plain = plainScores(pack, packageStandard(knobs), T)
  const isOnBreak = (score: number | null) =>
    score !== null && opened.standard.grades.some(({ min }) => Math.abs(score - min) < 1e-5)
  const placed = new Map<string, [string | null, string]>()
  for (const { id, areaCode, rule } of document.placements ?? [])
    if (!placed.has(id)) placed.set(id, [areaCode, rule])
  const product = {
    areas: Object.fromEntries(
      document.areas.map(({ code, name: _, office: __, grade, caps, ledger, ...figures }) => [
        code,
        {
          ...figures,
          // On a break between two grades the last digit of a length decides.
          grade: isOnBreak(figures.score) ? plain.areas[code]?.grade : grade,
          // Which of several rows pulled a key item down most is not compared.
          caps: caps.map(({ rule, record }) => (rule === 'key' ? rule : `${rule} ${record}`)).sort(),
          ledger: sums(ledger.map(({ record, points }) => [record, points])),
          // What is not scaled is what it was: whether a hair is scaled away is for nobody to tell.
          raw: sums(
            ledger.flatMap(({ record, raw, points, type }) =>
              type === 'issue' ? [[record, raw ?? points] as const] : [],
            ),
          ),
          index: indexPartsOf(opened, { type: 'area', id: code }, T).index,
        },
      ]),
    ),
    offices: Object.fromEntries(
      document.offices.map(({ name, score, leftOut }) => [name, { score, leftOut }]),
    ),
    waters: Object.fromEntries(
      document.waters.map(({ id, grade, insufficient }) => [id, { grade, insufficient }]),
    ),
    placements: Object.fromEntries(placed),
  }
  const { areas, offices, waters, placements } = plain
  const wanted = {
    areas: Object.fromEntries(
      Object.entries(areas).map(([code, { caps, ledger, raw, ...figures }]) => [
        code,
        {
          ...figures,
          caps: caps.map((cap) => cap.trim()).sort(),
          ledger: Object.fromEntries(ledger),
          raw: Object.fromEntries(raw),
        },
      ]),
    ),
    offices,
    waters: Object.fromEntries(
      Object.entries(waters).map(([id, { grade, insufficient }]) => [id, { grade, insufficient }]),
    ),
    placements,
  }
  const unsummed = document.areas.flatMap(({ code, score, provisional, ledger }) => {
    const total = score ?? provisional
    if (total === null) return []
    const lost = ledger.reduce((sum, { points }) => sum + points, 0)
    return Math.abs(lost - (100 - total)) < 1e-9
      ? []
      : [`${code}: the ledger sums to ${lost} of ${100 - total}`]
  })
  return [...differences(product, wanted), ...unsummed]
}

it(`agree with the plain scorer, ${RUNS} of them`, { timeout: 60_000 + RUNS * 500 }, () => {
  fc.assert(
    fc.property(packageArb, knobsArb, (pack, knobs) => {
      expect(disagreements(pack, knobs)).toEqual([])
    }),
    { numRuns: RUNS, seed: SEED },
  )
})
