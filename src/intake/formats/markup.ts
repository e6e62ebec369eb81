/** Tables that web systems save as .xls though they are web pages, and the XML that Excel 2003 wrote. */
import type { Encoding, Opened, Sheet, SheetRow } from './opened.ts'
import { Refusal } from './refusal.ts'
import { sheetOf } from './sheet.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
}

const decodeEntities = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

const textOf = (html: string): string =>
  decodeEntities(html.replace(/<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, ''))
    .replace(/[^\S\n]+/g, ' ')
    .trim()

const numberOf = (attributes: string, name: RegExp): number => {
  const value = Number(name.exec(attributes)?.[1] ?? 1)
  return Number.isInteger(value) && value > 0 && value < 1000 ? value : 1
}

/** Rows of one table. A cell over several rows stands in each; over several columns, in the first. */
const rowsOf = (table: string): SheetRow[] => {
  const rows: SheetRow[] = []
  const hanging = new Map<number, { left: number; text: string }>()
  let line = 0
  for (const [, content = ''] of table.matchAll(
    /<(?:tr|(?:\w+:)?Row)\b[^>]*>(.*?)(?=<(?:tr|(?:\w+:)?Row)\b|$)/gis,
  )) {
    line++
    const cells: string[] = []
    const hung = (): void => {
      for (let above = hanging.get(cells.length); above !== undefined; above = hanging.get(cells.length)) {
        if (above.left === 1) hanging.delete(cells.length)
        else above.left--
        cells.push(above.text)
      }
    }
    const pattern =
      /<(?:t[dh]|(?:\w+:)?Cell)\b([^>]*?)(?:\/>|>(.*?)(?=<(?:t[dh]|(?:\w+:)?Cell)\b|<\/(?:tr|(?:\w+:)?Row|tbody|thead)\b|$))/gis
    for (const [, attributes = '', inner = ''] of content.matchAll(pattern)) {
      hung()
      // Excel's XML leaves empty cells out and says where the next one stands.
      const index = numberOf(attributes, /\bss:Index="(\d+)"/i)
      while (index > 1 && cells.length < index - 1) cells.push('')
      const text = textOf(inner)
      const down = numberOf(attributes, /\browspan\s*=\s*["']?(\d+)/i)
      const wide = numberOf(attributes, /\bcolspan\s*=\s*["']?(\d+)/i)
      for (let i = 0; i < wide; i++) {
        if (down > 1) hanging.set(cells.length, { left: down - 1, text: i === 0 ? text : '' })
        cells.push(i === 0 ? text : '')
      }
    }
    hung()
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells, fault: null })
  }
  return rows
}

/** The tables of a web page, each a sheet. Throws Refusal where there is none. */
export const openMarkup = (text: string, encoding: Encoding): Opened => {
  const bare = text.replace(/<!--.*?-->/gs, '').replace(/<(script|style)\b.*?<\/\1>/gis, '')
  const sheets: Sheet[] = []
  for (const [table] of bare.matchAll(/<(table|(?:\w+:)?Table)\b.*?(?:<\/\1>|$)/gs)) {
    const rows = rowsOf(table)
    const sheet = rows.length < 2 ? null : sheetOf({ name: '', walk: () => rows, about: rows.length })
    if (sheet !== null) sheets.push(sheet)
  }
  if (sheets.length === 0)
    throw new Refusal('这是网页或 XML，里面没有表格；请在 Excel 或 WPS 里打开后另存为 .xlsx 再拖入')
  for (const [i, sheet] of sheets.entries()) if (sheets.length > 1) sheet.name = `表格${i + 1}`
  return { type: 'sheets', format: 'XLSX', encoding, sheets }
}
