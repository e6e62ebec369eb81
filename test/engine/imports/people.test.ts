/** Whatever is dropped, and wherever in it they stand: no number of a person is shown, kept or handed on. */
import ExcelJS from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import sample from '../../../data/standard.json' with { type: 'json' }
import { applyEdits } from '../../../src/engine/editing/edits.ts'
import { packageZip } from '../../../src/engine/package/package-zip.ts'
import { workspaceAnswers } from '../../../src/engine/package/workspace-answers.ts'
import { collection, feature } from '../../intake/files.ts'
import { bareJpeg, dirtyJpeg, exif } from '../../intake/photos/made.ts'
import { type Dropped, openDesk } from './desk.ts'

const PHONE = ['138', '0000', '0000'].join('')
const OTHER = ['139', '1111', '1111'].join('')
/** In any of the forms in which they are written below. */
const LEAK = /1\D{0,3}3\D{0,3}[89](?:\D{0,3}[01]){8}|\uff11\uff13|8000000|SECRET/u

const leaksIn = (what: unknown): string | null =>
  LEAK.exec(typeof what === 'string' ? what : JSON.stringify(what))?.[0] ?? null

type Desk = Awaited<ReturnType<typeof openDesk>>

/** All that is kept, shown of the package, and handed on. */
const checkNothing = async (desk: Desk): Promise<void> => {
  const all = (await desk.workspace.everything()).files
  for (const [path, bytes] of [...all, ...Object.entries(unzipSync(packageZip(all)))]) {
    expect(leaksIn(path)).toBeNull()
    expect([
      path,
      leaksIn(Buffer.from(bytes).toString('latin1')),
      leaksIn(new TextDecoder().decode(bytes)),
    ]).toEqual([path, null, null])
  }
  const { model, intake, report } = desk.workspace.reading().opened
  expect(
    leaksIn({
      model,
      report,
      basemap: intake.basemap,
      briefings: intake.briefings,
      standard: intake.standard,
    }),
  ).toBeNull()
  expect(leaksIn(await desk.workspace.state())).toBeNull()
}

const used = async (dropped: Dropped) => {
  const desk = await openDesk()
  const tray = await desk.drop(dropped)
  expect(leaksIn(tray)).toBeNull()
  return { desk, tray }
}

const flags = (
  notices: readonly { file: string; line: number; field: string; value: string; reason: string }[],
) => notices.map(({ file, line, field, value, reason }) => `${file}:${line} ${field}=${value} ${reason}`)

describe('tables', () => {
  it('names of files, headings, cells and ids: flagged or refused with file, line and field', async () => {
    const { desk, tray } = await used({
      [`台账${PHONE}.csv`]: `编号,居委会,发现日期,整改期限,严重程度,问题描述,责任单位,备注${OTHER}\nWT-8,乙社区,2019-05-03,2019-05-20,一般,找${PHONE}.0,联系 138 0000 0000,\nWT-${PHONE},乙社区,2019-05-03,2019-05-20,一般,无关,,\nWT-10,乙社区${PHONE},2019-05-03,2019-05-20,一般,无关,,\n`,
    })
    const [file] = tray.incoming
    const name = '台账（已隐去手机号）.csv'
    expect(file?.name).toBe(name)
    const why = (field: string) => `“${field}”里有手机号：它不能当编号，请换一个不含个人信息的，此行没有读入`
    expect(flags(file?.rejected ?? [])).toEqual([
      `${name}:3 编号=WT-（已隐去手机号） ${why('编号')}`,
      `${name}:4 居委会=乙社区（已隐去手机号） ${why('居委会')}`,
    ])
    expect(flags(file?.flagged ?? [])).toEqual([
      `${name}:0 =${name} 名称里有手机号，已隐去`,
      `${name}:1 备注（已隐去手机号）=备注（已隐去手机号） 表头里有手机号，已隐去`,
      `${name}:2 问题描述=找（已隐去手机号） “问题描述”里有手机号，已隐去`,
      `${name}:2 责任单位=联系 （已隐去手机号） “责任单位”里有手机号，已隐去`,
    ])
    expect(file?.counts.masked).toBe(4)
    const rejected = await desk.rejectedRows(file?.id ?? 0)
    expect(leaksIn([rejected.name, new TextDecoder().decode(rejected.bytes)])).toBeNull()
    expect(new TextDecoder().decode(rejected.bytes)).toContain('WT-（已隐去手机号）')
    await desk.take()
    expect(desk.model().issues.map(({ id }) => id)).toContain('WT-8')
    await checkNothing(desk)
  })

  it('a column that says what it holds: what is short of a number goes as well', async () => {
    const { desk, tray } = await used({
      '点位.csv':
        '编号,类别,名称,居委会,联系电话\nG7,公厕,七号公厕,甲居委会,8000000\nG8,公厕,八号公厕,甲居委会,0394.8000000\n',
    })
    const [file] = tray.incoming
    expect(file?.headings.map(({ sample: first }) => first)).toContain('（已隐去电话）')
    await desk.settle(file?.id ?? 0, { mapping: { 联系电话: 'responsible' } })
    await desk.take()
    expect(desk.model().sites.map(({ responsible }) => responsible)).toEqual([
      '环卫所',
      null,
      '（已隐去电话）',
      '（已隐去电话）',
    ])
    await checkNothing(desk)
  })

  it('workbooks: remarks, hidden sheets, names of sheets and ranges, who made it', async () => {
    const book = new ExcelJS.Workbook()
    book.creator = `SECRET${PHONE}`
    book.lastModifiedBy = PHONE
    book.keywords = PHONE
    const sheet = book.addWorksheet(`台账 ${PHONE}`)
    sheet.addRow(['编号', '居委会', '发现日期', '整改期限', '严重程度', '问题描述'])
    sheet.addRow(['WT-8', '乙社区', '2019-05-03', '2019-05-20', '一般', Number(PHONE)])
    sheet.getCell('F2').note = `SECRET ${PHONE}`
    sheet.headerFooter.oddFooter = PHONE
    book.definedNames.add(`'台账 ${PHONE}'!$A$1`, `联系${PHONE}`)
    const hidden = book.addWorksheet(`名单${PHONE}`, { state: 'hidden' })
    hidden.addRow(['姓名', '电话'])
    hidden.addRow(['SECRET', PHONE])
    const { desk, tray } = await used({ '五月.xlsx': new Uint8Array(await book.xlsx.writeBuffer()) })
    expect(tray.incoming.map(({ passed }) => passed)).toEqual([
      [{ line: 0, text: '名单（已隐去手机号）', reason: '隐藏的工作表，没有读入' }],
    ])
    await desk.take()
    expect(desk.model().issues.find(({ id }) => id === 'WT-8')?.description).toBe('（已隐去手机号）')
    await checkNothing(desk)
  })
})

describe('layers', () => {
  const place = { type: 'Point', coordinates: [114.665, 33.585] }
  it('properties, their names and ids of features, read as a table', async () => {
    const features = [
      {
        type: 'Feature',
        id: 'G9',
        properties: { 类别: '公厕', 名称: `问${PHONE}`, [`电话${OTHER}`]: 1 },
        geometry: place,
      },
      { type: 'Feature', id: Number(PHONE), properties: { 类别: '公厕', 名称: '甲' }, geometry: place },
    ]
    const { desk, tray: proposed } = await used({ '点位.geojson': collection(...features) })
    const tray = await desk.settle(proposed.incoming[0]?.id ?? 0, { table: 'sites.csv' })
    expect(leaksIn(tray)).toBeNull()
    const [file] = tray.incoming
    expect(file?.rejected.map(({ line, value }) => [line, value])).toEqual([[2, '（已隐去手机号）']])
    expect(file?.flagged.map(({ reason }) => reason)).toEqual([
      '表头里有手机号，已隐去',
      '这一列没有对应的字段，没有读入',
      '“名称”里有手机号，已隐去',
    ])
    expect(leaksIn(new TextDecoder().decode((await desk.rejectedRows(file?.id ?? 0)).bytes))).toBeNull()
    await desk.take()
    expect(desk.model().sites.at(-1)).toMatchObject({ id: 'G9', name: '问（已隐去手机号）' })
    await checkNothing(desk)
  })

  it('waters and boundaries: a number for a name, an id, a code', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [114.64, 33.59],
        [114.66, 33.59],
      ],
    }
    const { desk, tray } = await used({
      'waters.geojson': collection(
        feature({ id: 'W1', name: Number(PHONE), 责任单位: `科室 ${PHONE}` }, { ...line, note: PHONE }),
        feature({ id: PHONE, name: '河' }, line),
        { type: 'Feature', id: Number(OTHER), properties: { name: '渠' }, geometry: line },
      ),
      'areas.geojson': collection(
        feature(
          { code: Number(PHONE), name: '丙居委会' },
          {
            type: 'Polygon',
            coordinates: [
              [
                [114.7, 33.58],
                [114.71, 33.58],
                [114.71, 33.59],
                [114.7, 33.58],
              ],
            ],
          },
        ),
        feature(
          { code: '411671011002', name: '乙社区', office: '西办事处' },
          {
            type: 'Polygon',
            coordinates: [
              [
                [114.66, 33.58],
                [114.68, 33.58],
                [114.68, 33.6],
                [114.66, 33.58],
              ],
            ],
          },
        ),
      ),
    })
    expect(
      tray.incoming.flatMap(({ rejected }) => rejected.map(({ line: at, field }) => `${at} ${field}`)).sort(),
    ).toEqual(['1 code', '2 id', '3 id'])
    for (const { id, table } of tray.incoming)
      if (table === 'waters.geojson')
        expect(leaksIn(new TextDecoder().decode((await desk.rejectedRows(id)).bytes))).toBeNull()
    await desk.take()
    expect(desk.model().waters).toMatchObject([
      { id: 'W1', name: '(已隐去手机号)', responsible: '科室 （已隐去手机号）' },
    ])
    await checkNothing(desk)
  })

  it('KML: names of folders, balloons with the digits in pieces', async () => {
    const { desk, tray } = await used({
      '点位.kml': `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>找${PHONE}</name><Placemark><name>九号公厕</name><description><![CDATA[<b>138</b>0000&nbsp;0000]]></description><ExtendedData><Data name="编号"><value>G9</value></Data><Data name="类别"><value>公厕</value></Data><Data name="责任单位"><value>电话１３８００００００００</value></Data></ExtendedData><Point><coordinates>114.665,33.585</coordinates></Point></Placemark></Folder><Folder><name>二</name><Placemark id="${PHONE}"><name>x</name><Point><coordinates>114.665,33.585</coordinates></Point></Placemark></Folder></Document></kml>`,
    })
    const [first, second] = tray.incoming
    expect(first?.name).toBe('点位.kml · 找（已隐去手机号）')
    await desk.settle(second?.id ?? 0, { skip: true })
    await desk.settle(first?.id ?? 0, { table: 'sites.csv', mapping: { description: 'status' } })
    await desk.take()
    expect(desk.model().sites.at(-1)).toMatchObject({
      id: 'G9',
      status: '<b>（已隐去手机号）',
      responsible: '电话（已隐去手机号）',
    })
    await checkNothing(desk)
  })
})

describe('a package', () => {
  const standard = structuredClone(sample)
  Object.assign(standard.items[0] as object, { text: `${standard.items[0]?.text}（${PHONE}）` })
  const files: Record<string, Uint8Array> = {
    'district.json': strToU8(
      JSON.stringify({
        title: '东区',
        attribution: `制图 ${PHONE}`,
        asOf: '2019-05-27',
        联系人: { 电话: 8000000 },
      }),
    ),
    'standard.json': strToU8(JSON.stringify(standard)),
    'scenes.json': strToU8(JSON.stringify([{ title: `找${PHONE}`, points: [], link: '#d=2019-05-27' }])),
    'basemap.geojson': strToU8(
      collection({
        type: 'Feature',
        id: Number(PHONE),
        properties: { class: 'road', name: PHONE },
        geometry: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      }),
    ),
    'register.csv': strToU8(
      `时间,操作,记录,编号,字段,原值,新值\n2019-05-27T09:00:00+08:00,修改,问题,WT-1,问题描述,找 ${PHONE},无\n`,
    ),
    'issues.csv': strToU8(
      '编号,居委会,发现日期,整改期限,严重程度,问题描述,整改前照片\nWT-8,乙社区,2019-05-03,2019-05-20,一般,脏,甲.jpg\n',
    ),
    'photos/甲.jpg': dirtyJpeg(bareJpeg(), exif(6)),
    [`photos/${PHONE}.jpg`]: bareJpeg(),
    'photos/坏.jpg': strToU8('SECRET'),
    'photos/老.tif': strToU8('II*\0SECRET'),
    'README.md': strToU8(`问${PHONE}`),
    'standard.schema.json': strToU8('{}'),
  }

  it('settings, rubric, scenes, basemap, register and photos', async () => {
    const { desk, tray } = await used({ '数据.zip': zipSync(files) })
    expect(tray.refused).toEqual([
      {
        name: '数据.zip/photos/（已隐去手机号）.jpg',
        reason: '文件名里有手机号，这张照片没有导入：请改名后再拖入',
      },
      ...['坏.jpg', '老.tif'].map((name) => ({
        name: `数据.zip/photos/${name}`,
        reason:
          '不是 JPG、PNG、WebP、GIF、AVIF、HEIC、BMP 或 SVG，或已损坏，除不去拍摄信息，没有导入：请另存为 JPG',
      })),
      { name: '数据.zip/README.md', reason: '不是数据，也不是照片，没有保存' },
    ])
    const flagged = tray.incoming.flatMap((one) => one.flagged)
    expect(
      flags(flagged)
        .filter((row) => row.includes('已隐去'))
        .sort(),
    ).toEqual([
      '数据.zip/basemap.geojson:1 id=（已隐去手机号） “id”里有手机号，已隐去',
      '数据.zip/basemap.geojson:1 properties.name=（已隐去手机号） “properties.name”里有手机号，已隐去',
      '数据.zip/district.json:0 attribution=制图 （已隐去手机号） “attribution”里有手机号，已隐去',
      '数据.zip/district.json:0 联系人.电话=（已隐去电话） “联系人.电话”里有电话，已隐去',
      '数据.zip/scenes.json:0 [0].title=找（已隐去手机号） “[0].title”里有手机号，已隐去',
      expect.stringMatching(
        /^数据\.zip\/standard\.json:0 items\[0\]\.text=.*（（已隐去手机号）） “items\[0\]\.text”里有手机号，已隐去$/,
      ),
    ])
    await desk.take()
    await checkNothing(desk)
    const all = (await desk.workspace.everything()).files
    expect([...all.keys()].filter((path) => path.startsWith('photos/'))).toEqual(['photos/甲.jpg'])
    expect(new TextDecoder().decode(all.get('register.csv'))).toContain('找 （已隐去手机号）')
  })

  it('as a folder too', async () => {
    const folder = Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [`数据${PHONE}/${path}`, bytes]),
    )
    const { desk } = await used(folder)
    await desk.take()
    await checkNothing(desk)
  })

  it('kept before all this: its photos are shown and handed on without, its ids keep their rows refused', async () => {
    const desk = await openDesk({
      ...files,
      'areas.geojson': await openDesk().then(({ file }) => file('areas.geojson')),
      'sites.csv': `编号,类别,居委会,备注 ${PHONE}\n${PHONE},公厕,411671011001,\nG1,公厕,411671011001,电话8000000\n示例,公厕,411671011001,${PHONE}\n`,
    })
    await desk.workspace.revise(async () => ({
      what: '一',
      changed: new Map(Object.entries(files).filter(([path]) => path.startsWith('photos/'))),
    }))
    const shown = await workspaceAnswers(() => desk.workspace).photo('photos/甲.jpg')
    expect(leaksIn(Buffer.from(shown?.bytes ?? []).toString('latin1'))).toBeNull()
    expect(shown?.bytes.length).toBe(bareJpeg().length + 36)
    const zip = unzipSync(packageZip((await desk.workspace.everything()).files))
    expect(Object.keys(zip).filter((path) => path.startsWith('photos/'))).toEqual(['photos/甲.jpg'])
    for (const [path, bytes] of Object.entries(zip))
      expect([
        path,
        leaksIn(Buffer.from(bytes).toString('latin1')),
        leaksIn(new TextDecoder().decode(bytes)),
      ]).toEqual([path, null, null])
    const again = await openDesk(zip)
    expect(again.model().sites).toEqual(desk.model().sites)
    expect(again.report().rejected).toEqual(desk.report().rejected)
  })
})

it('by hand none gets in, not even as the id of a new problem', async () => {
  const reading = (await openDesk()).workspace.reading()
  const edit = (fields: Record<string, string>) => () =>
    applyEdits(reading, [{ type: 'newIssue', fields }], '2019-05-27T09:00:00+08:00')
  const rest = { areaCode: '411671011001', foundOn: '2019-05-20', severity: '一般' }
  expect(edit({ ...rest, id: PHONE })).toThrow('“编号”里有手机号：不登记个人信息，请删去')
  expect(edit({ ...rest, responsible: '138.0000.0000' })).toThrow('“责任单位”里有手机号')
  expect(edit({ ...rest, description: '座机8000000' })).toThrow('“问题描述”里有电话')
  expect(edit({ ...rest, photoBefore: `photos/${PHONE}.jpg` })).toThrow('“整改前照片”里有手机号')
  expect(edit({ ...rest, description: '20190527123045 有人拨打12345' })).not.toThrow()
})
