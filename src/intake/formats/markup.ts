/** Tables that web systems save as .xls though they are web pages, and the XML that Excel 2003 wrote. */
import { LONGEST_CELL, MOST_COLUMNS, MOST_MARKUP_CELLS, MOST_MARKUP_LENGTH, MOST_SHEETS } from '../limits.ts'
import { atPace, type Pace, type Steps } from '../pace.ts'
import { openRepeats, REPEATED, TOO_LONG } from './long-texts.ts'
import type { Encoding, OpenedFile, Sheet, SheetRow } from './opened.ts'
import { Refusal } from './refusal.ts'
import { sheetsOf } from './sheet.ts'

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
  decodeEntities(html.replace(/<br\s*\/?>/gi, '\n').replace(/<[^<>]*>/g, ''))
    .replace(/[^\S\n]+/g, ' ')
    .trim()

const numberOf = (attributes: string, name: RegExp): number => {
  const value = Number(name.exec(attributes)?.[1] ?? 1)
  return Number.isInteger(value) && value > 0 && value < 1000 ? value : 1
}

/** Without comments, scripts and styles; one that does not end takes the rest with it. */
function* bareOf(text: string): Steps<string> {
  const pieces: string[] = []
  let before = 0
  for (const { 0: mark, index, 1: name } of text.matchAll(/<!--|<(script|style)\b/gi)) {
    if (index < before) continue
    pieces.push(text.slice(before, index))
    const close = name === undefined ? /-->/g : new RegExp(`</${name}`, 'gi')
    close.lastIndex = index + mark.length
    if (close.exec(text) === null) return pieces.join('')
    before = close.lastIndex
    yield
  }
  return pieces.join('') + text.slice(before)
}

/** Rows of one table. A cell over several rows stands in each; over several columns, in the first. */
function* rowsOf(
  table: string,
  spend: (cells: number) => void,
  repeat: ReturnType<typeof openRepeats>,
): Steps<SheetRow[]> {
  const rows: SheetRow[] = []
  const hanging = new Map<number, { left: number; text: string }>()
  let line = 0
  for (const [, content = ''] of table.matchAll(
    /<(?:tr|(?:\w+:)?Row)\b[^<>]*>(.*?)(?=<(?:tr|(?:\w+:)?Row)\b|$)/gis,
  )) {
    line++
    yield
    const cells: string[] = []
    let fault: string | null = null
    const hung = (): void => {
      for (let above = hanging.get(cells.length); above !== undefined; above = hanging.get(cells.length)) {
        if (above.left === 1) hanging.delete(cells.length)
        else above.left--
        const text = repeat(above.text)
        if (text !== above.text) fault ??= REPEATED
        cells.push(text)
      }
    }
    const pattern =
      /<(?:t[dh]|(?:\w+:)?Cell)\b([^<>]*?)(?:\/>|>(.*?)(?=<(?:t[dh]|(?:\w+:)?Cell)\b|<\/(?:tr|(?:\w+:)?Row|tbody|thead)\b|$))/gis
    for (const [, attributes = '', inner = ''] of content.matchAll(pattern)) {
      hung()
      if (cells.length > MOST_COLUMNS) break
      // Excel's XML leaves empty cells out and says where the next one stands.
      const index = numberOf(attributes, /\bss:Index="(\d+)"/i)
      while (index > 1 && cells.length < index - 1) cells.push('')
      const whole = textOf(inner)
      const text = whole.slice(0, LONGEST_CELL)
      if (text !== whole) fault ??= TOO_LONG
      const down = numberOf(attributes, /\browspan\s*=\s*["']?(\d+)/i)
      const wide = numberOf(attributes, /\bcolspan\s*=\s*["']?(\d+)/i)
      for (let i = 0; i < wide; i++) {
        if (down > 1) hanging.set(cells.length, { left: down - 1, text: i === 0 ? text : '' })
        cells.push(i === 0 ? text : '')
      }
    }
    hung()
    spend(cells.length)
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells, fault })
  }
  return rows
}

/** The tables of a web page, each a sheet. Throws Refusal where there is none. */
export const openMarkup = async (text: string, encoding: Encoding, pace: Pace): Promise<OpenedFile> => {
  if (text.length > MOST_MARKUP_LENGTH)
    throw new Refusal(
      `网页有 ${Math.round(text.length / 1024 ** 2)} MB，超过上限 ${MOST_MARKUP_LENGTH / 1024 ** 2} MB；请在 Excel 或 WPS 里打开后另存为 .xlsx 再拖入`,
    )
  const bare = await atPace(bareOf(text), pace, '网页')
  const sheets: Sheet[] = []
  const repeat = openRepeats(1)
  let left = MOST_MARKUP_CELLS
  const spend = (cells: number): void => {
    left -= cells
    if (left < 0)
      throw new Refusal(
        `网页里的表格超过上限 ${MOST_MARKUP_CELLS} 格；请在 Excel 或 WPS 里打开后另存为 .xlsx 再拖入`,
      )
  }
  for (const [table] of bare.matchAll(/<(table|(?:\w+:)?Table)\b.*?(?:<\/\1>|$)/gs)) {
    const rows = await atPace(rowsOf(table, spend, repeat), pace, '网页')
    if (rows.length >= 2)
      sheets.push(...(await sheetsOf({ name: '', walk: () => rows, about: rows.length }, pace)))
    if (sheets.length > MOST_SHEETS)
      throw new Refusal(`网页里的表格超过上限 ${MOST_SHEETS} 个；请只留要用的表格再拖入`)
    if (pace.isDue()) await pace.rest(0, 1, '网页')
  }
  if (sheets.length === 0)
    throw new Refusal('这是网页或 XML，里面没有表格；请在 Excel 或 WPS 里打开后另存为 .xlsx 再拖入')
  for (const [i, sheet] of sheets.entries())
    if (sheets.length > 1 && sheet.name === '') sheet.name = `表格${i + 1}`
  return { type: 'sheets', format: 'XLSX', encoding, sheets }
}
