/** Names of columns that repeat, are missing, or were cut off: each column can be told from the others and is told of. */
import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../src/intake/formats/encode.ts'
import { openFiles } from '../../../src/intake/formats/index.ts'
import { openDesk } from '../../engine/imports/desk.ts'
import { utf8 } from './open.ts'
import { type DbfColumn, dbfOf, shpOfPoints } from './shapefile-bytes.ts'

const gbk = (text: string): Uint8Array => encodeText(text, 'GB18030')

/** Names as a .dbf holds them: ten bytes, wherever that cuts. */
const cut =
  (encode: (text: string) => Uint8Array) =>
  (text: string): Uint8Array =>
    encode(text).subarray(0, 10)

const fieldsOf = async (names: string[], encode: (text: string) => Uint8Array) => {
  const columns: DbfColumn[] = names.map((name) => ({ name, type: 'C', length: 8 }))
  const row = names.map((_, i) => `v${i}`)
  const [answer] = await openFiles([
    { path: 'a.shp', bytes: shpOfPoints([[114.6, 33.6]]) },
    { path: 'a.dbf', bytes: dbfOf(columns, [row], cut(encode)) },
    { path: 'a.cpg', bytes: utf8(encode === utf8 ? 'UTF-8' : 'GBK') },
  ])
  if (answer?.opened.type !== 'layers') throw new Error(JSON.stringify(answer))
  const [layer] = answer.opened.layers
  if (layer === undefined) throw new Error('no layer')
  return {
    properties: (layer.features[0] as { properties: Record<string, string> }).properties,
    told: layer.passed?.map(({ text }) => text),
  }
}

describe('.dbf', () => {
  it('names cut in UTF-8, within a character, are known by how they begin', async () => {
    // Ten bytes are three characters and a third of one.
    const { properties, told } = await fieldsOf(['编号', '发现日期', '整改期限', '问题描述'], utf8)
    expect(properties).toEqual({ 编号: 'v0', 发现日期: 'v1', 整改期限: 'v2', 问题描述: 'v3' })
    expect(told).toEqual(['发现日 → 发现日期', '整改期 → 整改期限', '问题描 → 问题描述'])
  })
  it('names in GBK that are cut alike keep their values apart', async () => {
    const { properties, told } = await fieldsOf(['编号', '现场负责人电话', '现场负责人姓名'], gbk)
    expect(properties).toEqual({ 编号: 'v0', 现场负责人: 'v1', '现场负责人（第 3 列）': 'v2' })
    expect(told).toEqual(['现场负责人 → 现场负责人（第 3 列）'])
  })
  it('names that fit stay as they are, and so do those that several fields begin with', async () => {
    const { properties, told } = await fieldsOf(['整改期限', '整改', '高程'], gbk)
    expect(properties).toEqual({ 整改期限: 'v0', 整改: 'v1', 高程: 'v2' })
    expect(told).toEqual([])
  })
})

describe('in the tray', () => {
  it('columns of one name, and without one, stand side by side; what is not read is told', async () => {
    const desk = await openDesk()
    const tray = await desk.drop({
      '台账.csv':
        '编号,居委会,发现日期,问题描述,整改前照片,整改前照片,备注,备注,\nW1,甲居委会,2019-05-01,积水,a.jpg,b.jpg,甲,乙,丙\n',
    })
    const [file] = tray.incoming
    expect(file?.headings.slice(4).map(({ heading, sample }) => [heading, sample])).toEqual([
      ['整改前照片', 'a.jpg'],
      ['整改前照片（第 6 列）', 'b.jpg'],
      ['备注', '甲'],
      ['备注（第 8 列）', '乙'],
      ['（第 9 列）', '丙'],
    ])
    expect(
      file?.flagged.filter(({ reason }) => reason.includes('没有对应的字段')).map(({ field }) => field),
    ).toEqual(expect.arrayContaining(['整改前照片（第 6 列）', '备注（第 8 列）', '（第 9 列）']))
    // Each can be given a field of its own.
    await desk.settle(file?.id as number, { mapping: { '整改前照片（第 6 列）': 'photoAfter' } })
    await desk.take()
    const [issue] = desk.model().issues.filter(({ id }) => id === 'W1')
    expect(issue).toMatchObject({ id: 'W1' })
    expect(desk.file('issues.csv')).toMatch(/W1.*a\.jpg.*b\.jpg/)
  })
  it('a shapefile of problems whose names were cut', async () => {
    const desk = await openDesk()
    const names = ['编号', '居委会名称', '发现日期', '严重程度', '问题描述', '责任单位', '整改期限']
    const columns: DbfColumn[] = names.map((name) => ({ name, type: 'C', length: 30 }))
    const row = ['W1', '甲居委会', '2019-05-03', '一般', '积水', '环卫所', '2019-05-09']
    const tray = await desk.drop({
      '问题.shp': shpOfPoints([[114.645, 33.585]]),
      '问题.dbf': dbfOf(columns, [row], (text) => (names.includes(text) ? cut(utf8)(text) : utf8(text))),
      '问题.cpg': 'UTF-8',
    })
    const [file] = tray.incoming
    expect(file).toMatchObject({ table: 'issues.csv', counts: { accepted: 1, rejected: 0 } })
    expect(file?.first[0]).toMatchObject({ foundOn: '2019-05-03', dueOn: '2019-05-09', description: '积水' })
    expect(file?.passed.map(({ text }) => text)).toContain('整改期 → 整改期限')
  })
})
