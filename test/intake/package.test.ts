/** Whole packages, good and bad: nothing is lost silently. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PACKAGE_FILES, renamedFiles } from '../../src/intake/package.ts'
import { AREA } from '../../src/intake/tables/fields.ts'
import { TABLES } from '../../src/intake/tables/index.ts'
import { proposeMapping } from '../../src/intake/tables/mapping.ts'
import { formatDay } from '../../src/model/day.ts'
import { read, SITES, told, WATERS } from './files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const lists = Object.keys(TABLES) as (keyof typeof TABLES)[]

describe('nothing is lost silently', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      ...[
        '',
        'G1',
        'A1',
        '001',
        'W1',
        '2019-05-01',
        '一般',
        '合格',
        'toilet-clean',
        '公厕',
        '0.5',
        '1.5',
        'x',
      ],
      ...[
        '10',
        '9',
        '暗访',
        '卫生家庭',
        '/',
        '-1',
        '2019年5月1日',
        '《》',
        '1e400',
        '__proto__',
        'constructor',
      ],
    ),
    fc.string({ maxLength: 8 }),
  )
  it.each(lists)('every row of %s is a record or a refusal, whatever the cells hold', (list) => {
    const { file, columns } = TABLES[list]
    const heads = Object.values(columns).map((column) => column.headings[0])
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: heads.length, maxLength: heads.length }), { maxLength: 12 }),
        (rows) => {
          const quoted = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
          const text = `${heads.join(',')}\n${quoted.join('\n')}\n`
          const { model, report } = read({ 'sites.csv': SITES, 'waters.geojson': WATERS, [file]: text })
          const real = rows.filter((row) => row.some((c) => c.trim() !== '')).length
          const rejected = report.rejected.filter((n) => n.file === file)
          expect(report.rows[file]).toBe(real)
          expect(model[list].length + rejected.length).toBe(real)
          // A row is used or refused, never both.
          const flagged = new Set(report.flagged.filter((n) => n.file === file).map((n) => n.line))
          expect(rejected.filter((n) => flagged.has(n.line))).toEqual([])
        },
      ),
      { numRuns: 60, seed: 11 },
    )
  })
  it('any text and any bytes under a heading are records or refusals', () => {
    const piece = fc.constantFrom(
      ...['G2', '公厕', ',', ',', '"', '\n', '\r\n', '\r', ';', '\t', ' ', '0.5', '\ufffd'],
    )
    const byte = fc.uint8Array({ maxLength: 40 })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), byte, (pieces, tail) => {
        const text = Uint8Array.from([...bytes(`编号,类别,名称,经度,纬度\n${pieces.join('')}`), ...tail])
        const { model, report } = read({ 'sites.csv': text })
        const [first] = report.rejected
        const whole = first?.line === 1 ? (report.rows['sites.csv'] as number) - 1 : 0
        expect(model.sites.length + report.rejected.length + whole).toBe(report.rows['sites.csv'])
      }),
      { numRuns: 300, seed: 12 },
    )
  })
  it('any JSON in place of a file is read or told', () => {
    const json = fc.json({ maxDepth: 4 })
    const features = fc.array(
      fc.record({
        type: fc.constant('Feature'),
        properties: fc.oneof(
          fc.constant(null),
          fc.dictionary(fc.constantFrom('id', 'code', '名称'), fc.jsonValue()),
        ),
        geometry: fc.oneof(
          fc.jsonValue(),
          fc.record({
            type: fc.constantFrom('Polygon', 'MultiPolygon', 'LineString', 'Point', 'GeometryCollection'),
            coordinates: fc.jsonValue(),
            geometries: fc.jsonValue(),
          }),
        ),
      }),
    )
    fc.assert(
      fc.property(json, features, (text, list) => {
        const { model, report } = read({
          'waters.geojson': JSON.stringify(list),
          'sites.geojson': JSON.stringify(list),
          'basemap.geojson': text,
          'district.json': text,
          'scenes.json': text,
        })
        const refused = report.rejected.filter((n) => n.file === 'sites.geojson')
        expect(report.rows['sites.geojson']).toBe(list.length)
        expect(refused).toHaveLength(list.length)
        expect(model.waters.length).toBeLessThanOrEqual(list.length)
      }),
      { numRuns: 200, seed: 13 },
    )
  })
  it('an optional file that is not what it should be is told, and is none that is absent', () => {
    const { report, basemap } = read({
      'basemap.geojson': '{"type":"Topology"}',
      'waters.geojson': 'x',
      'scenes.json': '[',
      'district.json': '[]',
      'sites.csv': Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14]),
      'issues.csv': '',
      'surveys.csv': '<!doctype html><title>登录</title>',
    })
    expect(basemap).toBeNull()
    expect(report.rejected.map((n) => [n.file, n.line]).sort()).toEqual([
      ['basemap.geojson', 0],
      ['district.json', 0],
      ['issues.csv', 0],
      ['scenes.json', 0],
      ['sites.csv', 0],
      ['surveys.csv', 0],
      ['waters.geojson', 0],
    ])
    expect(report.unread.map(({ file, scored }) => [file, scored]).sort()).toEqual([
      ['basemap.geojson', false],
      ['district.json', true],
      ['issues.csv', true],
      ['scenes.json', false],
      ['sites.csv', true],
      ['surveys.csv', true],
      ['waters.geojson', true],
    ])
    expect(report.absent).not.toContain('issues.csv')
    expect(report.unread.find(({ file }) => file === 'surveys.csv')?.reason).toBe('是一个网页，不是数据文件')
  })
  it.each(['district.json', 'scenes.json', 'basemap.geojson', 'sites.geojson', 'waters.geojson'])(
    'a host’s answer with a fault in the place of %s is none',
    (file) => {
      for (const answer of [
        '{"code":401,"message":"未登录"}',
        '{"code":401}',
        '{"error":{"status":500}}',
        '7',
        'null',
      ]) {
        const { report, briefings, basemap } = read({ [file]: answer })
        expect(report.unread.map((unread) => unread.file)).toEqual([file])
        expect(report.unread[0]?.reason).toMatch(/别的内容（“(code|error)”|应为|不是有效的 GeoJSON/)
        expect(report.absent).not.toContain(file)
        expect([briefings, basemap]).toEqual([[], null])
      }
    },
  )
  it('a file that says nothing, or something beside what nobody knows, is read', () => {
    for (const text of ['{}', '{"title":"甲","code":401}'])
      expect(read({ 'district.json': text }).report.unread).toEqual([])
    for (const text of ['{}', '[]', '{"scenes":[],"code":1}', '{"version":2,"briefings":[],"code":1}']) {
      const { report } = read({ 'scenes.json': text })
      expect([...report.unread, ...report.flagged].filter(({ file }) => file === 'scenes.json')).toEqual([])
    }
  })
  it('columns nobody knows, that repeat or have no heading, and cells beyond the heading, are told', () => {
    const { model, report } = read({
      'sites.csv': '编号,类别,颜色,,编号,\nG1,公厕,红,丢,G2,,多\nG3,公厕,红,,,\n',
    })
    expect(model.sites.map((s) => s.id)).toEqual(['G1', 'G3'])
    expect(told(report.flagged.filter((n) => n.file === 'sites.csv'))).toEqual([
      'sites.csv:1 颜色=颜色 不认识这一列，没有读入',
      'sites.csv:1 =丢 第 4 列没有表头，没有读入',
      'sites.csv:1 编号=编号 这一列重复，以前面的一列为准',
      'sites.csv:2 = 比表头多出 1 格，多出的没有读入',
    ])
  })
  it('of two columns for one field the code is read and not the name, in whatever order they stand', () => {
    const both = { 居委会代码: '002', 居委会名称: '甲居委会' }
    for (const order of [
      ['居委会代码', '居委会名称'],
      ['居委会名称', '居委会代码'],
    ] as const) {
      const { model, report } = read({
        'sites.csv': `编号,类别,${order.join()}\nG1,公厕,${order.map((name) => both[name]).join()}\n`,
      })
      expect(model.sites.map(({ areaCode }) => areaCode)).toEqual(['002'])
      const said = told(report.flagged.filter((n) => n.file === 'sites.csv' && n.line === 1))
      expect(said).toEqual([
        order[0] === '居委会代码'
          ? 'sites.csv:1 居委会名称=居委会名称 这一列重复，以前面的一列为准'
          : 'sites.csv:1 居委会名称=居委会名称 这一列重复，以“居委会代码”一列为准',
      ])
      expect(proposeMapping([...order], [{ field: 'areaCode', ...AREA, required: false }])).toEqual(
        order.map((name) => (name === '居委会代码' ? 'areaCode' : '')),
      )
    }
  })
  it('a letter that cannot be read is told on its row', () => {
    const text = bytes('编号,类别,名称\nG1,公厕,一号\nG2,公厕,二号\n')
    text[text.length - 2] = 0xff
    const { model, report } = read({ 'sites.csv': text })
    expect(model.sites.map((s) => s.name)).toEqual(['一号', '二\ufffd\ufffd'])
    expect(told(report.flagged)).toContain('sites.csv:3 = 有读不出的字符，请核对原文件')
  })
})

describe('district.json', () => {
  it('says what the package is', () => {
    const { model, asOf } = read({
      'district.json': JSON.stringify({
        title: '某区',
        asOf: 20190527,
        centre: [114.6, 33.5],
        synthetic: true,
        readOnly: true,
      }),
    })
    expect(model.district).toMatchObject({
      title: '某区',
      centre: [114.6, 33.5],
      synthetic: true,
      readOnly: true,
    })
    expect(formatDay(asOf)).toBe('2019-05-27')
  })
  it('is open to changes unless it says otherwise, in words that are understood', () => {
    expect(read({}).model.district.readOnly).toBe(false)
    const { model, report } = read({ 'district.json': JSON.stringify({ readOnly: '是' }) })
    expect(model.district.readOnly).toBe(false)
    expect(told(report.flagged)).toContain('district.json:0 readOnly=是 应写成 true 或 false，没有采用')
  })
  it('may rename files, but not lead out of the package', () => {
    const files = {
      'sites.csv': '数据/点位.csv',
      'issues.csv': '../问题.csv',
      'waters.geojson': 'https://host/w.geojson',
      'areas.geojson': 'x/%2e%2e/../a.geojson',
      'surveys.csv': '/etc/passwd',
      'honours.csv': 7,
      'other.csv': 'o.csv',
    }
    const district = JSON.stringify({ files })
    expect(renamedFiles(bytes(district))).toEqual({ 'sites.csv': '数据/点位.csv' })
    const { model, report } = read({ 'district.json': district, '数据/点位.csv': SITES })
    expect(model.sites).toHaveLength(2)
    expect(report.rows['数据/点位.csv']).toBe(2)
    expect(report.flagged.filter((n) => n.field.startsWith('files.')).map((n) => n.field)).toEqual(
      Object.keys(files)
        .slice(1)
        .map((name) => `files.${name}`),
    )
  })
  it('what it says wrongly is told', () => {
    const { model, report } = read({ 'district.json': '{"asOf":"五月","centre":[33.5,114.6],"files":[]}' })
    expect(model.district).toMatchObject({ asOf: null, centre: null })
    expect(report.flagged.map((n) => n.field)).toEqual(['asOf', 'centre', 'files', 'asOf'])
  })
})

it('knows the days: first, latest, and none at all', () => {
  const days = (files: Record<string, string>) => {
    const { asOf, firstDay, lastDay } = read(files)
    return [asOf, firstDay, lastDay].map(formatDay)
  }
  const activities = '类别,日期\n宣传,2019-03-01\n宣传,2019-05-01\n'
  expect(days({ 'activities.csv': activities })).toEqual(['2019-05-01', '2019-03-01', '2019-05-01'])
  expect(days({ 'activities.csv': `${activities}宣传,0219-05-01\n` })[1]).toBe('2016-04-28')
  const none = read({})
  expect(none.asOf).toBe(0)
  expect(told(none.report.flagged)).toEqual(['district.json:0 asOf= 没有数据日期，也没有任何带日期的记录'])
})

it('every table stands in the contract, under headings that do not clash', () => {
  for (const list of lists) expect(PACKAGE_FILES).toContain(TABLES[list].file)
})
