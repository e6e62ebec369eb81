/** Small packages with answers worked by hand, read and scored as `npm run score` does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ScoreDocument, scoreDocument } from '../../src/engine/document.ts'
import { openIntake } from '../../src/engine/package/open.ts'
import { sampleStandard } from '../../src/engine/package/sample-standard.ts'
import { PACKAGE_FILES, readPackage } from '../../src/intake/package.ts'

const folder = new URL('cases/', import.meta.url)

/** @param change what a file is put in place of another */
const score = (
  name: string,
  change: (file: string, text: string) => string = (_, text) => text,
): ScoreDocument => {
  const at = (file: string) => new URL(`${name}/${file}`, folder)
  const files = PACKAGE_FILES.filter((file) => existsSync(at(file))).map(
    (file) => [file, new TextEncoder().encode(change(file, readFileSync(at(file), 'utf8')))] as const,
  )
  const intake = readPackage(new Map(files), sampleStandard)
  return scoreDocument(openIntake(intake), intake.asOf, { placements: true })
}
const tried = new Set<string>()
const scored = (name: string, change?: (file: string, text: string) => string) => {
  tried.add(name)
  return score(name, change)
}
const areaOf = ({ areas }: ScoreDocument, name: '甲' | '乙') =>
  areas.find((area) => area.name.startsWith(name)) as ScoreDocument['areas'][number]
const category = (document: ScoreDocument, name: '甲' | '乙', id: string) =>
  areaOf(document, name).categories[id] as ScoreDocument['areas'][number]['categories'][string]
const lossesOf = (document: ScoreDocument, name: '甲' | '乙') =>
  areaOf(document, name).ledger.map(({ record }) => record)

describe('water', () => {
  it.each(['censored-inclusive', 'censored-inclusive-ammonia'])(
    '%s: on the limit is 轻度, so ≤ and ≥ are of no one class',
    (name) => {
      const document = scored(name)
      expect(document.waters).toMatchObject([{ id: 'W1', grade: '未检出黑臭', insufficient: false }])
      expect(areaOf(document, '甲').caps).toEqual([])
    },
  )
  it('the same with ＜ and ＞ is 重度 and brings the cap', () => {
    const strict = (file: string, text: string) =>
      file === 'water-samples.csv' ? text.replaceAll('≤', '＜').replaceAll('≥', '＞') : text
    for (const name of ['censored-inclusive', 'censored-inclusive-ammonia']) {
      const document = scored(name, strict)
      expect(document.waters).toMatchObject([{ grade: '重度' }])
      expect(areaOf(document, '甲').caps).toMatchObject([{ rule: 'heavy-water', record: 'W1' }])
    }
  })
  it('insufficient: two of three stations, or two of three samples, hold no usable reading', () => {
    expect(scored('insufficient-unusable-stations').waters).toMatchObject([
      { grade: '未检出黑臭', insufficient: true, reasons: ['监测点 1 个，少于 3 个'] },
    ])
    expect(scored('insufficient-unusable-samples').waters).toMatchObject([
      { grade: '未检出黑臭', insufficient: true, reasons: ['一、二、三监测不足 3 次'] },
    ])
  })
  it('shallow water: ≤ 0.4 · depth may be it, ＜ is under it; 未检出 of 氨氮 is clean', () => {
    // One usable datum of transparency a station, 重度: 1 of 1 is over 60 %.
    expect(scored('censored-shallow-and-nd').waters).toMatchObject([{ grade: '重度', insufficient: false }])
  })
  it('a water grade is of the day of its latest usable sample: a check of the next day replaces it', () => {
    const document = scored('water-dated-by-a-usable-sample')
    expect(document.waters).toMatchObject([{ grade: '轻度' }])
    expect(category(document, '甲', 'waters').base).toBeCloseTo(90, 9)
    const earlier = scored('water-dated-by-a-usable-sample', (_, text) =>
      text.replace('2019-05-16', '2019-05-14'),
    )
    expect(category(earlier, '甲', 'waters').base).toBeCloseTo(50, 9)
  })
})

describe('what a check lost', () => {
  it('is taken off in the area of the check, not in that of a problem elsewhere', () => {
    const document = scored('problem-elsewhere-made-free')
    expect(category(document, '乙', 'facilities')).toMatchObject({
      state: 'ledgerOnly',
      deduction: 10,
      score: 90,
    })
    const without = scored('problem-elsewhere-made-free', (file, text) =>
      file === 'inspections.csv' ? `${text.split('\n')[0]}\n` : text,
    )
    expect(areaOf(without, '乙')).toEqual(areaOf(document, '乙'))
  })
  it('is taken off once from several problems: a better grade is a better score', () => {
    // Five problems of 2 beside a check of 8 points: g 8 lost 1.6, so 8.4 of 20 are left; g 10 lost nothing.
    const g8 = category(scored('better-grade-lower-score-g8'), '甲', 'facilities')
    expect([g8.base, g8.deduction, g8.score].map((v) => Number(v?.toFixed(9)))).toEqual([80, 42, 38])
    const g10 = category(scored('better-grade-lower-score-g10'), '甲', 'facilities')
    expect([g10.base, g10.deduction, g10.score]).toEqual([100, 50, 50])
  })
  it('goes to the problems in the order of the file', () => {
    // Grade 5 lost 4 points: 2 of P1 and 2 of P2, of which 3 are left; P3 lies in 乙 and costs its 5.
    const document = scored('loss-taken-off-in-file-order')
    expect(category(document, '甲', 'facilities').deduction).toBeCloseTo((100 * 3) / 20, 9)
    expect(lossesOf(document, '甲')).toEqual(['V1', 'P2'])
    expect(category(document, '乙', 'facilities').deduction).toBeCloseTo(25, 9)
    const turned = scored('loss-taken-off-in-file-order', (file, text) => {
      const [head, first, second, ...rest] = text.split('\n')
      return file === 'issues.csv' ? [head, second, first, ...rest].join('\n') : text
    })
    // P2 pays 1 of its 5 and P1 its 2: the sum is the same.
    expect(category(turned, '甲', 'facilities').deduction).toBeCloseTo(15, 9)
    expect(lossesOf(turned, '甲')).toEqual(['V1', 'P1', 'P2'])
  })
  it('counts by the share of a lane in each area; its shape comes before its coordinates, and twice over is once', () => {
    const document = scored('check-of-a-lane-in-two-areas')
    // A quarter of the lane lies in 甲, whatever its second part goes over again. Lost there: 0.25 · 8 · 0.5 = 1.
    // P1 stands in 甲 alone and costs 5, P2 follows the lane: 2.5. Applicable: 0.25 · (8 + 6) = 3.5, under 20.
    expect(category(document, '甲', 'cleaning').base).toBeCloseTo(50, 6)
    expect(category(document, '甲', 'cleaning').deduction).toBeCloseTo((100 * (5 + 2.5 - 1)) / 20, 6)
    // In 乙: 0.75 · 10 − 0.75 · 8 · 0.5 = 4.5.
    expect(category(document, '乙', 'cleaning').deduction).toBeCloseTo((100 * 4.5) / 20, 6)
    expect(document.placements?.slice(0, 3)).toMatchObject([
      { id: 'L1', areaCode: '990000000002', rule: 'inside' },
      { id: 'P1', areaCode: '990000000001', rule: 'inside' },
      { id: 'P2', areaCode: '990000000002', rule: 'site' },
    ])
  })
})

describe('places', () => {
  it('the second row of a repeated id is flagged and receives no records', () => {
    const document = scored('repeated-site-id')
    // 甲: B = 90; the problem of 2 less 0.8. 乙: a toilet nobody looked at.
    expect(category(document, '甲', 'facilities').base).toBeCloseTo(90, 9)
    expect(category(document, '甲', 'facilities').deduction).toBeCloseTo((100 * 1.2) / 20, 9)
    expect(category(document, '乙', 'facilities').state).toBe('unvisited')
    expect(document.report.flagged).toContainEqual(
      expect.objectContaining({ file: 'sites.csv', line: 3, value: 'S1' }),
    )
  })
  it('a site outside makes its problems outside; one with no place at all is as if there were none', () => {
    const document = scored('site-outside-and-site-nowhere')
    const rules = Object.fromEntries((document.placements ?? []).map(({ id, rule }) => [id, rule]))
    expect(rules).toEqual({
      S1: 'outside',
      S2: 'outside',
      P1: 'outside',
      P2: 'declared',
      P3: 'declared',
      P4: 'inside',
    })
    // P2 has the default item of its kind and costs its 5: the failing check of its site counts in no area. P3 has no item.
    expect(category(document, '乙', 'facilities')).toMatchObject({ state: 'ledgerOnly', deduction: 25 })
    expect(lossesOf(document, '乙')).toEqual(['P2'])
    expect(category(document, '甲', 'facilities')).toMatchObject({ state: 'ledgerOnly', deduction: 10 })
    expect(document.report.flagged).toContainEqual(
      expect.objectContaining({ file: 'issues.csv', line: 4, field: '检查项' }),
    )
  })
})

it('every case is tried', () => {
  expect([...tried].sort()).toEqual(readdirSync(folder).sort())
})
