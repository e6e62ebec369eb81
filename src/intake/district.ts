/** `district.json`: what the package is, and where its files are. */
import { parseDay } from '../model/day.ts'
import type { District } from '../model/records.ts'
import type { Notebook } from './notebook.ts'
import { decodeJson } from './text.ts'

const DEFAULT: District = {
  title: '创卫一张图',
  asOf: null,
  centre: null,
  attribution: null,
  mapNumber: null,
  synthetic: false,
}

type Raw = Record<string, unknown>

const parse = (bytes: Uint8Array): Raw | null => {
  try {
    const json = decodeJson(bytes)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Raw) : null
  } catch {
    return null
  }
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** Contract name → path in the package, for files that `district.json` says stand elsewhere. */
export const renamedFiles = (bytes: Uint8Array | undefined): Record<string, string> => {
  const files = bytes && parse(bytes)?.files
  if (typeof files !== 'object' || files === null) return {}
  return Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

export const readDistrict = (file: string, bytes: Uint8Array | undefined, notebook: Notebook): District => {
  if (bytes === undefined) {
    notebook.absent(file)
    return DEFAULT
  }
  const raw = parse(bytes)
  const tell = (field: string, value: string, reason: string) => ({ file, line: 0, field, value, reason })
  if (raw === null) {
    notebook.reject(tell('', '', '不是有效的 JSON，按没有此文件处理'))
    return DEFAULT
  }
  notebook.count(file, 1)
  const asOfText = textOf(raw.asOf)
  const asOf = asOfText === null ? null : parseDay(asOfText)
  if (asOfText !== null && asOf === null)
    notebook.flag(tell('asOf', asOfText, '数据日期读不懂，应写成 2019-05-27，按最近一条记录的日期处理'))
  const centre =
    Array.isArray(raw.centre) && raw.centre.length === 2 && raw.centre.every(Number.isFinite)
      ? raw.centre
      : null
  return {
    title: textOf(raw.title) ?? DEFAULT.title,
    asOf,
    centre: centre as District['centre'],
    attribution: textOf(raw.attribution),
    mapNumber: textOf(raw.mapNumber),
    synthetic: raw.synthetic === true,
  }
}
