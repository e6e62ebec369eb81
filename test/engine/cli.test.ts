/** `npm run score` as another program would run it. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AREAS, SITES } from '../intake/files.ts'

const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    execFile('npm', ['run', '-s', 'score', '--', ...args], { maxBuffer: 1e8 }, (error, out, err) => {
      // npm itself may warn about the machine's own settings; the program's sentence is the last line.
      const said = err.split('\n').filter((line) => line !== '' && !line.startsWith('npm '))
      done({ code: error ? Number(error.code) : 0, out, err: said.join('\n') })
    })
  })

const folder = (files: Record<string, string>): string => {
  const made = mkdtempSync(join(tmpdir(), 'chuangwei-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text)
  return made
}

interface Printed {
  code: string
  score: number | null
  categories: Record<string, { score: number | null }>
}

describe('npm run score', () => {
  it('prints one JSON document and nothing else', async () => {
    const { code, out, err } = await run('--data', 'data', '--as-of', '2019-05-27', '--placements')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const document = JSON.parse(out)
    expect(Object.keys(document)).toEqual([
      'asOf',
      'standard',
      'areas',
      'offices',
      'waters',
      'report',
      'placements',
    ])
    expect(document.asOf).toBe('2019-05-27')
    expect(document.areas).toHaveLength(21)
    expect(document.areas[0]).toMatchObject({ code: '411671011001', office: '开元路产业集聚区' })
  })
  it('prints the studies when asked', async () => {
    const { code, out } = await run('--data', 'data', '--as-of', '2019-05-27', '--studies')
    expect(code).toBe(0)
    const document = JSON.parse(out)
    expect(Object.keys(document)).toEqual(
      expect.arrayContaining(['coverage', 'intervals', 'clusters', 'rebounds']),
    )
    expect(document.coverage.share).toBeGreaterThan(0.5)
    expect(document.coverage.share).toBeLessThan(1)
    expect(document.intervals).toHaveLength(21)
  })
  it('prints another day and every day when asked, and they agree with its own scores', async () => {
    const { code, out } = await run('--data', 'data', '--compare', '2019-04-29', '--series')
    expect(code).toBe(0)
    const { areas, comparison, series, asOf } = JSON.parse(out)
    expect([comparison.from, comparison.to]).toEqual(['2019-04-29', asOf])
    expect(series.days.at(-1)).toBe(asOf)
    areas.forEach((area: Printed, i: number) => {
      const row = comparison.areas[i]
      expect([row.code, row.to]).toEqual([area.code, area.score])
      const sum = row.causes.reduce((all: number, cause: { effect: number }) => all + cause.effect, 0)
      expect(sum).toBeCloseTo(row.totalTo - row.totalFrom, 9)
      const last = series.areas[area.code].at(-1)
      // Nothing is rounded, neither the score nor a category.
      expect(last).toBe(area.score)
      for (const [id, category] of Object.entries(area.categories))
        expect(series.categories[id][area.code].at(-1)).toBe(category.score)
    })
  })

  it('scores a package that is nothing but areas, and studies it', async () => {
    const bare = await run('--data', folder({ 'areas.geojson': AREAS }), '--studies')
    expect(JSON.parse(bare.out)).toMatchObject({
      coverage: { whole: true, share: 0, visited: 0 },
      intervals: [{ total: null }, { total: null }],
      clusters: { clusters: [] },
      rebounds: { total: { closed: 0, rebounds: 0 } },
    })
  })
  it('scores a package that is nothing but areas', async () => {
    const { code, out } = await run('--data', folder({ 'areas.geojson': AREAS }))
    expect(code).toBe(0)
    expect(JSON.parse(out).areas.map((a: { score: null; grade: string }) => [a.score, a.grade])).toEqual([
      [null, '数据不足'],
      [null, '数据不足'],
    ])
  })
  it('takes files that district.json says stand elsewhere', async () => {
    const data = folder({
      'areas.geojson': AREAS,
      'places.csv': SITES,
      'district.json': '{"files":{"sites.csv":"places.csv"}}',
    })
    const { out } = await run('--data', data, '--placements')
    expect(JSON.parse(out).placements).toEqual([
      { id: 'G1', areaCode: '001', rule: 'inside' },
      { id: 'A1', areaCode: '002', rule: 'inside' },
    ])
  })
  it('gives no provisional score where nothing was ever checked', async () => {
    const { code, out } = await run('--data', folder({ 'areas.geojson': AREAS, 'sites.csv': SITES }))
    expect(code).toBe(0)
    const { areas, report } = JSON.parse(out)
    expect(report.absent).toContain('inspections.csv')
    expect(areas.length).toBeGreaterThan(0)
    for (const { score, provisional, grade } of areas)
      expect({ score, provisional, grade }).toEqual({ score: null, provisional: null, grade: '数据不足' })
  })
  it('marks scores that lack a file whose content is none, on paper and in a word', async () => {
    const data = folder({
      'areas.geojson': AREAS,
      'sites.csv': SITES,
      'issues.csv': '<!doctype html><title>登录</title>',
      'waters.geojson': '{"type":"FeatureCollection","features":[',
      'honours.csv': '',
    })
    const { code, out, err } = await run('--data', data)
    expect(code).toBe(0)
    const document = JSON.parse(out)
    expect(document.incomplete).toEqual(['waters.geojson', 'issues.csv'])
    expect(document.report.unread.map(({ file }: { file: string }) => file)).toEqual([
      'waters.geojson',
      'issues.csv',
      'honours.csv',
    ])
    expect(document.report.absent).not.toContain('issues.csv')
    expect(err).toContain('issues.csv 没有读入：是一个网页，不是数据文件。')
    expect(err).toContain('缺 waters.geojson、issues.csv，得分不完整。')
  })
  const FLAGS = [
    'data',
    'as-of',
    'standard',
    'placements',
    'closure',
    'plan',
    'studies',
    'kinds',
    'route',
    'honours',
  ]
    .concat(['compare', 'series', 'help'])
    .map((flag) => `--${flag}`)
  it('lists every flag when asked for help, each with what it is for', async () => {
    const { code, out, err } = await run('--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const lines = out.split('\n').flatMap((line) => /^ {2}(--[\w-]+).* {2}(\S+.*)$/.exec(line) ?? [])
    expect(lines.filter((_, i) => i % 3 === 1)).toEqual(FLAGS)
  })
  it('names every flag there is where one is unknown', async () => {
    const { code, err } = await run('--data', 'data', '--standart', 'x')
    expect(code).toBe(2)
    expect(err).toMatch(/^命令行参数有误：--standart，可用 /)
    expect(err.match(/--[\w-]+/g)).toEqual(['--standart', ...FLAGS])
  })
  it.each([
    [
      'a folder in the place of a file',
      () => {
        const data = folder({ 'areas.geojson': AREAS })
        mkdirSync(join(data, 'issues.csv'))
        return ['--data', data]
      },
      /^读不到文件“[^“”]+issues\.csv”：这是一个文件夹。$/,
    ],
    ['no folder', () => ['--data', '/nowhere'], '读不到数据文件夹“/nowhere”。'],
    [
      'no areas',
      () => ['--data', folder({ 'sites.csv': SITES })],
      '数据文件夹里没有 areas.geojson，无法知道有哪些居委会。',
    ],
    [
      'a wrong rubric',
      () => ['--data', folder({ 'areas.geojson': AREAS, 'standard.json': '{"version":""}' })],
      /^评分标准 standard\.json 有误：[^\n]+。$/,
    ],
    [
      'a rubric that is not there',
      () => ['--data', 'data', '--standard', 'no.json'],
      '读不到评分标准“no.json”。',
    ],
    [
      'a wrong day',
      () => ['--data', 'data', '--as-of', '2019-02-30'],
      '--as-of 的日期“2019-02-30”有误，应为 YYYY-MM-DD。',
    ],
    ['no question', () => [], '请用 --data 指明数据文件夹。'],
    ['an unknown option', () => ['--foo'], /^命令行参数有误：--foo，[^a-z]/],
  ])('exit 2 with one sentence: %s', async (_, args, sentence) => {
    const { code, out, err } = await run(...args())
    expect(code).toBe(2)
    expect(out).toBe('')
    if (typeof sentence === 'string') expect(err).toBe(sentence)
    else expect(err).toMatch(sentence)
  })
})
