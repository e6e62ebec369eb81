/** A paper as a Word file, laid out as an official document is (A4, 仿宋, headings 黑体): opens in Word and WPS. */
import type { FileChild, IParagraphOptions } from 'docx'
import { part } from '../../model/part.ts'
import type { Paper, Picture } from './blocks.ts'

/** A picture as it goes into the file; width and height in pixels. */
export interface Bitmap {
  bytes: Uint8Array
  type: 'png' | 'jpg'
  width: number
  height: number
}

export const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Half points. */
const SIZES = { title: 44, body: 32, compact: 24, table: 21, label: 20, gap: 8 }
/** Twentieths of a point: A4, and margins of 28 and 26 mm (20 and 18 mm for a form). */
const PAGE = { width: 11906, height: 16838 }
const BODY = { eastAsia: '仿宋', ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
const BLACK = { eastAsia: '黑体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
const TITLE = { eastAsia: '宋体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' }

/** The box a picture is fitted into, alone or as one of a pair, in pixels of 1/96 inch. */
const BOXES = { alone: { width: 420, height: 300 }, pair: { width: 310, height: 225 } }

/**
 * @param draw makes a bitmap of a picture; null where it cannot be had, and the label stands alone
 * @returns the bytes of the file
 */
export const paperDocx = async (
  { title, blocks, compact }: Paper,
  draw: (picture: Picture) => Promise<Bitmap | null>,
): Promise<Uint8Array> => {
  const {
    AlignmentType,
    BorderStyle,
    Document,
    ImageRun,
    Packer,
    Paragraph,
    Table,
    TableCell,
    TableLayoutType,
    TableRow,
    TextRun,
    VerticalAlign,
    WidthType,
  } = await part('导出 DOCX', () => import('docx'))
  const margin = compact ? { x: 1020, y: 1134 } : { x: 1531, y: 1984 }
  const room = PAGE.width - 2 * margin.x
  const size = compact ? SIZES.compact : SIZES.body
  const tableSize = compact ? SIZES.compact : SIZES.table
  const ALIGN = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT }

  const paragraph = (text: string, font: typeof BODY, at: number, options: IParagraphOptions = {}) =>
    new Paragraph({ ...options, children: [new TextRun({ text, font, size: at })] })

  const cell = (text: string, width: number, names: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      children: text
        .split('\n')
        .map((line) =>
          paragraph(line, names ? BLACK : BODY, tableSize, names ? { alignment: AlignmentType.CENTER } : {}),
        ),
    })

  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
  const NO_BORDERS = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  }

  const pictureCell = async (picture: Picture, width: number, box: { width: number; height: number }) => {
    const bitmap = await draw(picture)
    const scale = bitmap === null ? 0 : Math.min(box.width / bitmap.width, box.height / bitmap.height)
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: [
        ...(bitmap === null
          ? []
          : [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new ImageRun({
                    type: bitmap.type,
                    data: bitmap.bytes,
                    transformation: {
                      width: Math.round(bitmap.width * scale),
                      height: Math.round(bitmap.height * scale),
                    },
                    altText: { name: picture.label, title: picture.label, description: picture.label },
                  }),
                ],
              }),
            ]),
        paragraph(picture.label, BODY, SIZES.label, { alignment: AlignmentType.CENTER }),
      ],
    })
  }

  /** Two tables without anything between them are one to Word. */
  const gap = () => paragraph('', BODY, SIZES.gap)

  const children: FileChild[] = []
  /** whether what comes next begins a page */
  let turn = false
  const turned = (): IParagraphOptions => {
    const options = turn ? { pageBreakBefore: true } : {}
    turn = false
    return options
  }
  for (const block of blocks) {
    switch (block.type) {
      case 'title':
        children.push(
          new Paragraph({
            ...turned(),
            alignment: AlignmentType.CENTER,
            spacing: { after: compact ? 160 : 360 },
            children: [new TextRun({ text: block.text, font: TITLE, size: SIZES.title, bold: true })],
          }),
        )
        break
      case 'heading':
        children.push(
          paragraph(block.text, BLACK, size, { ...turned(), spacing: { before: 160, after: 60 } }),
        )
        break
      case 'text':
        for (const line of block.text.split('\n'))
          children.push(
            paragraph(line, BODY, size, {
              ...turned(),
              alignment: block.align === undefined ? AlignmentType.BOTH : ALIGN[block.align],
              ...(block.align === undefined ? { indent: { firstLine: size * 20 } } : {}),
              spacing: { line: compact ? 340 : 560, lineRule: 'exact' },
            }),
          )
        break
      case 'table': {
        const whole = block.widths.reduce((sum, width) => sum + width, 0)
        const widths = block.widths.map((width) => Math.floor((room * width) / whole))
        const row = (texts: readonly string[], head: boolean) =>
          new TableRow({
            tableHeader: head,
            cantSplit: true,
            children: texts.map((text, i) =>
              cell(text, widths[i] ?? 0, head || (block.head === null && i % 2 === 0)),
            ),
          })
        children.push(
          new Table({
            width: { size: room, type: WidthType.DXA },
            columnWidths: widths,
            layout: TableLayoutType.FIXED,
            rows: [
              ...(block.head === null ? [] : [row(block.head, true)]),
              ...block.rows.map((texts) => row(texts, false)),
            ],
          }),
          gap(),
        )
        break
      }
      case 'pictures': {
        const width = Math.floor(room / Math.max(1, block.of.length))
        const box = block.of.length > 1 ? BOXES.pair : BOXES.alone
        children.push(
          new Table({
            width: { size: room, type: WidthType.DXA },
            columnWidths: block.of.map(() => width),
            layout: TableLayoutType.FIXED,
            borders: NO_BORDERS,
            rows: [
              new TableRow({
                cantSplit: true,
                children: await Promise.all(block.of.map((picture) => pictureCell(picture, width, box))),
              }),
            ],
          }),
          gap(),
        )
        break
      }
      case 'page':
        turn = true
        break
    }
  }
  const file = new Document({
    title,
    creator: '创卫一张图',
    sections: [
      {
        properties: {
          page: {
            size: PAGE,
            margin: { top: margin.y, bottom: margin.y, left: margin.x, right: margin.x },
          },
        },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
