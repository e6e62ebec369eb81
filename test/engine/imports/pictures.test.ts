/** Pictures in a workbook: over a cell, as Excel keeps them, and within one, as WPS does. */
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openDesk } from './desk.ts'

/** A PNG of one pixel; `more` bytes of text beside the picture, as a program may write. */
const png = (more = ''): Uint8Array => {
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  return new Uint8Array(more === '' ? bytes : Buffer.concat([bytes, Buffer.from(more)]))
}

const HEAD = ['编号', '居委会', '发现日期', '问题描述', '整改期限', '整改前照片', '整改后照片']

const book = async (
  place: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void,
): Promise<Uint8Array> => {
  const made = new ExcelJS.Workbook()
  const sheet = made.addWorksheet('台账')
  sheet.addRow(HEAD)
  sheet.addRow(['P1', '甲居委会', '2019-05-07', '一', '2019-05-10'])
  sheet.addRow(['P2', '甲居委会', '2019-05-08', '二', '2019-05-10'])
  place(made, sheet)
  return new Uint8Array(await made.xlsx.writeBuffer())
}

const imageOf = (made: ExcelJS.Workbook, bytes: Uint8Array): number =>
  made.addImage({ buffer: Buffer.from(bytes) as never, extension: 'png' })

describe('pictures of a workbook', () => {
  it('that float over a photo’s cell are that row’s photos, kept with the package without what stands beside the picture', async () => {
    const desk = await openDesk()
    const bytes = await book((made, sheet) => {
      const [before, after] = [imageOf(made, png()), imageOf(made, png('seen at 13 Somewhere Street'))]
      for (const [id, col, row] of [
        [before, 5, 1],
        [after, 6, 1],
        [after, 6, 2],
      ] as const)
        sheet.addImage(id, { tl: { col, row }, ext: { width: 80, height: 60 } })
    })
    const [file] = (await desk.drop({ '台账.xlsx': bytes })).incoming
    expect(file?.counts).toMatchObject({ accepted: 2 })
    await desk.take()
    const [one, two] = desk.model().issues.slice(-2)
    expect(one?.photoBefore).toMatch(/^photos\/tz-.*\.png$/)
    expect(one?.photoAfter).toMatch(/^photos\/tz-.*\.png$/)
    expect(two?.photoBefore).toBe(null)
    // The same picture is kept once.
    expect(two?.photoAfter).toBe(one?.photoAfter)
    const kept = await desk.workspace.file(one?.photoAfter ?? '')
    expect(kept).toEqual(png())
    // Dropped again it is nothing new.
    const [again] = (await desk.drop({ '台账（2）.xlsx': bytes })).incoming
    expect(again?.effect).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  })

  it('that lie over another column are taken for 整改前, and what finds no row is told', async () => {
    const desk = await openDesk()
    const bytes = await book((made, sheet) => {
      const id = imageOf(made, png())
      sheet.addImage(id, { tl: { col: 3, row: 2 }, ext: { width: 80, height: 60 } })
      sheet.addImage(id, { tl: { col: 5, row: 40 }, ext: { width: 80, height: 60 } })
    })
    const [file] = (await desk.drop({ '台账.xlsx': bytes })).incoming
    expect(file?.flagged.map(({ reason }) => reason)).toContain(
      '有 1 张图片没有读入：一行只用第一张，太大的和不在记录行上的不用',
    )
    await desk.take()
    expect(
      desk
        .model()
        .issues.slice(-2)
        .map(({ photoBefore }) => photoBefore !== null),
    ).toEqual([false, true])
  })

  it('that WPS keeps within a cell (DISPIMG) are read from where it keeps them', async () => {
    const desk = await openDesk()
    const plain = unzipSync(
      await book((_, sheet) => {
        sheet.getCell('F2').value = '=DISPIMG("ID_ABC",1)'
        sheet.getCell('F3').value = '=DISPIMG("ID_LOST",1)'
      }),
    )
    const bytes = zipSync({
      ...plain,
      'xl/media/image9.png': png(),
      'xl/cellimages.xml': strToU8(
        '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="ID_ABC"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>',
      ),
      'xl/_rels/cellimages.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image9.png"/></Relationships>',
      ),
    })
    expect(strFromU8(plain['xl/workbook.xml'] as Uint8Array)).toContain('台账')
    await desk.drop({ '台账.xlsx': bytes })
    await desk.take()
    const [one, two] = desk.model().issues.slice(-2)
    expect(await desk.workspace.file(one?.photoBefore ?? '')).toEqual(png())
    expect(two?.photoBefore).toBe(null)
  })

  it('of a table that has no photos are told', async () => {
    const desk = await openDesk()
    const made = new ExcelJS.Workbook()
    const sheet = made.addWorksheet('点位')
    sheet.addRow(['编号', '类别', '名称', '经度', '纬度'])
    sheet.addRow(['A1', '公厕', '甲', 114.65, 33.59])
    sheet.addImage(imageOf(made, png()), { tl: { col: 2, row: 1 }, ext: { width: 80, height: 60 } })
    const [file] = (await desk.drop({ '点位.xlsx': new Uint8Array(await made.xlsx.writeBuffer()) })).incoming
    expect(file?.flagged.map(({ reason }) => reason)).toEqual(['有 1 张图片没有读入：这种表没有照片一栏'])
  })
})
