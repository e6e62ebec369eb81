/** The sample package: whole, plausible, and the same on every run. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { area as areaOf, booleanPointInPolygon, feature, featureCollection, union } from '@turf/turf'
import type { Polygon } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { overviewOf } from '../../src/engine/answers/overview.ts'
import type { Opened } from '../../src/engine/package/open.ts'
import { readHash, writeHash } from '../../src/view/link/hash.ts'
import { VIEW } from '../../src/view/link/state.ts'
import { openSample } from '../engine/sample.ts'

const DATA = new URL('../../data/', import.meta.url)
let opened: Opened
beforeAll(() => {
  opened = openSample()
}, 60_000)

const polygons = () => opened.model.areas.map((a) => a.geometry as Polygon)

describe('the land', () => {
  it('is about 35 km² within the frame, in 21 居委会 of three offices', () => {
    const sum = polygons().reduce((s, p) => s + areaOf(p), 0) / 1e6
    expect(sum).toBeGreaterThan(31)
    expect(sum).toBeLessThan(39)
    expect(opened.model.areas).toHaveLength(21)
    for (const p of polygons())
      for (const [x, y] of (p.coordinates[0] ?? []) as [number, number][]) {
        expect(x).toBeGreaterThan(114.61)
        expect(x).toBeLessThan(114.72)
        expect(y).toBeGreaterThan(33.56)
        expect(y).toBeLessThan(33.61)
      }
    const offices = new Map<string, number>()
    for (const a of opened.model.areas) offices.set(a.office ?? '', (offices.get(a.office ?? '') ?? 0) + 1)
    expect(Object.fromEntries(offices)).toEqual({ 开元路产业集聚区: 1, 太昊路办事处: 8, 淮河路办事处: 12 })
  })
  it('neighbours share their edges vertex by vertex: every inner edge is there twice, once each way', () => {
    const edges = new Map<string, number>()
    for (const p of polygons()) {
      const ring = p.coordinates[0] as [number, number][]
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [String(ring[i - 1]), String(ring[i])]
        edges.set(`${a} ${b}`, (edges.get(`${a} ${b}`) ?? 0) + 1)
      }
    }
    let inner = 0
    for (const [edge, times] of edges) {
      expect(times).toBe(1)
      const [a, b] = edge.split(' ') as [string, string]
      if (edges.has(`${b} ${a}`)) inner++
    }
    expect(inner).toBeGreaterThan(500)
  })
  it('has neither gaps nor overlaps', () => {
    const whole = union(featureCollection(polygons().map((p) => feature(p))))
    expect(whole?.geometry.type).toBe('Polygon')
    expect(whole?.geometry.coordinates).toHaveLength(1)
    const sum = polygons().reduce((s, p) => s + areaOf(p), 0)
    expect(Math.abs(areaOf(whole as NonNullable<typeof whole>) - sum) / sum).toBeLessThan(1e-9)
  })
})

describe('the records', () => {
  it('are as many as half a year of a district makes', () => {
    const { model } = opened
    expect(model.sites.length).toBeGreaterThan(550)
    expect(model.sites.length).toBeLessThan(700)
    expect(model.checks.length).toBeGreaterThan(14_000)
    expect(model.checks.length).toBeLessThan(17_000)
    expect(model.issues.length).toBeGreaterThan(1_350)
    expect(model.issues.length).toBeLessThan(1_700)
    expect(model.waters).toHaveLength(5)
    expect(new Set(model.samples.map((s) => s.station)).size).toBeGreaterThanOrEqual(15)
    const kinds = new Set(model.sites.map((s) => s.kind))
    for (const kind of opened.standard.kinds) if (!kind.entity) expect(kinds).toContain(kind.id)
  })
  it('tell the story they are there for: failing corners, a veto, one area hardly looked at, a 重度 body', () => {
    const scores = opened.scores(opened.intake.asOf)
    const known = scores.areas.flatMap((a) => (a.score === null ? [] : [a.score]))
    expect(known).toHaveLength(20)
    expect(Math.min(...known)).toBeLessThan(60)
    expect(Math.max(...known)).toBeGreaterThan(90)
    expect(scores.areas.flatMap((a) => a.caps.map((c) => c.rule)).sort()).toContain('key-item')
    expect(scores.waters.map((w) => w.grade).sort()).toEqual(['未检出黑臭', '轻度', '轻度', '轻度', '重度'])
    expect(opened.model.areas.filter((a) => a.relocation).length).toBeGreaterThanOrEqual(2)
  })
  it('hold a little dirt, and all of it is told', () => {
    const { rejected, flagged } = opened.report
    expect(rejected.map((n) => n.file)).toEqual(['inspections.csv', 'inspections.csv', 'honours.csv'])
    const said = flagged.map((n) => n.reason).join('\n')
    for (const word of [
      '编号与第',
      '之外',
      '以内',
      '所填居委会与坐标不符',
      '与缺陷数',
      '默认检查项',
      '晚于',
      '按复查当日完成',
      '早于发现日期',
    ])
      expect(said).toContain(word)
  })
  it('stand inside the area they declare, but for the few that are there to be found', () => {
    const byCode = new Map(opened.model.areas.map((a) => [a.code, a.geometry]))
    const strays = opened.model.sites.filter((s) => {
      const shape = s.areaCode === null ? undefined : byCode.get(s.areaCode)
      return (
        shape !== undefined &&
        s.lon !== null &&
        s.lat !== null &&
        !booleanPointInPolygon([s.lon, s.lat], shape)
      )
    })
    expect(strays.length).toBeLessThan(5)
  })
  it('name no telephone, no identity number', () => {
    for (const name of readdirSync(DATA).filter((n) => n.endsWith('.csv'))) {
      const text = readFileSync(new URL(name, DATA), 'utf8')
      expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
      expect(text).not.toMatch(/(?<!\d)\d{17}[\dX](?!\d)/)
    }
  })
})

it('each scene opens a view of its own, and names nothing that is not there', () => {
  const overview = overviewOf(opened, '')
  const links = overview.briefings.flatMap(({ scenes }) => scenes.map(({ link }) => link))
  expect(new Set(links).size).toBe(9)
  for (const link of links) {
    const view = readHash(link)
    expect(decodeURIComponent(writeHash(VIEW.settle(view, overview)))).toBe(link)
    expect(VIEW.carry(view, overview).selection).toEqual(view.selection)
  }
})

describe('npm run sample', () => {
  it('writes the same bytes', { timeout: 120_000 }, () => {
    const sums = () =>
      readdirSync(DATA, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('generator'))
        .map(
          (entry) =>
            `${entry.name} ${createHash('sha256')
              .update(readFileSync(`${entry.parentPath}/${entry.name}`))
              .digest('hex')}`,
        )
        .sort()
    const before = sums()
    execFileSync('npm', ['run', '-s', 'sample'], { stdio: 'ignore' })
    expect(sums()).toEqual(before)
  })
})
