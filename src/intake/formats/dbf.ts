/**
 * The attribute table of a shapefile. Read here and not by shpjs, whose reader takes dates into the machine's zone, trusts
 * the count of records, keeps what stands behind the end of a name, and can tell no encoding from another.
 */

import { MOST_COLUMNS, MOST_DBF_CELLS, MOST_FEATURES } from '../limits.ts'
import type { Steps } from '../pace.ts'
import { completedHeading } from './known-headings.ts'
import type { Encoding } from './opened.ts'
import { Refusal } from './refusal.ts'
import { decodeBytes } from './text.ts'

interface Field {
  name: string
  type: string
  /** bytes within a record */
  from: number
  to: number
  /** its name fills its place and may have been longer */
  full: boolean
}

export interface Dbf {
  encoding: Encoding
  /** names that were cut off or stand there twice, and what they are read as */
  renamed: { from: string; to: string; reason: string }[]
  /** one a record, in order */
  records: Record<string, string | number | boolean | null>[]
}

const HEADER_END = 0x0d
const FIELD_LENGTH = 32
/** Bytes of a name from which it may be the beginning of one: ten have room, and a character has up to three. */
const FULL = 8

/** Language driver ids of simplified Chinese: 0x4D (936), 0x7A (GBK Windows). Others say less than the bytes do. */
const CHINESE_DRIVERS = [0x4d, 0x7a]

/** What a .cpg or a language driver says, as a label; null = nothing that helps. */
const declared = (cpg: string, driver: number): 'utf-8' | 'gb18030' | null => {
  const code = cpg.trim().toLowerCase()
  if (/^(utf-?8|65001)/.test(code)) return 'utf-8'
  if (/(gbk|gb2312|gb18030|936|54936|euc-?cn|hz)/.test(code)) return 'gb18030'
  return CHINESE_DRIVERS.includes(driver) ? 'gb18030' : null
}

/** Files that declare UTF-8 and are GBK are as common as the other way round: what cannot be read so is not so. */
const chooseLabel = (bytes: Uint8Array, said: 'utf-8' | 'gb18030' | null): 'utf-8' | 'gb18030' => {
  if (said === 'gb18030') return said
  const found = decodeBytes(bytes).encoding
  return found === 'GB18030' ? 'gb18030' : 'utf-8'
}

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

const readFields = (bytes: Uint8Array, headerEnd: number, decode: (bytes: Uint8Array) => string): Field[] => {
  const fields: Field[] = []
  let from = 1
  for (
    let at = FIELD_LENGTH;
    at + FIELD_LENGTH <= headerEnd && bytes[at] !== HEADER_END;
    at += FIELD_LENGTH
  ) {
    const raw = bytes.subarray(at, at + 11)
    const end = raw.indexOf(0)
    const to = from + (bytes[at + 16] as number)
    const type = String.fromCharCode(bytes[at + 11] as number)
    // A name cut within a character ends in bytes that are none.
    const written = end < 0 ? raw : raw.subarray(0, end)
    const name = decode(written)
      .replace(/\ufffd+$/, '')
      .trim()
    fields.push({ name, type, from, to, full: written.length >= FULL })
    from = to
  }
  return fields
}

const readValue = (type: string, raw: Uint8Array, decode: (bytes: Uint8Array) => string) => {
  switch (type) {
    case 'N':
    case 'F': {
      const text = ascii(raw).replaceAll('\0', '').trim()
      const number = Number(text)
      // A code longer than a number can hold keeps its digits as text; ***** is what did not fit.
      if (text === '' || /^\*+$/.test(text)) return null
      return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text
    }
    case 'D': {
      const m = /^(\d{4})(\d{2})(\d{2})$/.exec(ascii(raw).trim())
      return m === null || m[1] === '0000' ? null : `${m[1]}-${m[2]}-${m[3]}`
    }
    case 'L': {
      const letter = ascii(raw).trim().toUpperCase()
      return 'YT'.includes(letter) && letter !== ''
        ? true
        : 'NF'.includes(letter) && letter !== ''
          ? false
          : null
    }
    default:
      return decode(raw).replace(/\0.*$/s, '').trim()
  }
}

/** Names that tell one field from another, since a record has them as its keys: cut ones as far as they are known. */
const distinct = (fields: readonly Field[]): Pick<Dbf, 'renamed'> & { fields: Field[] } => {
  const renamed: Dbf['renamed'] = []
  const own = new Set(fields.map(({ name }) => name))
  const taken = new Set<string>()
  const named = fields.map((field, i) => {
    const { name, full } = field
    const whole = full && /\p{Script=Han}/u.test(name) ? completedHeading(name) : null
    let to = name
    if (whole !== null && !own.has(whole) && !taken.has(whole)) {
      to = whole
      renamed.push({ from: name, to, reason: '属性名最多 10 个字节，已被截短：按开头认出来' })
    } else if (name === '' || taken.has(name)) {
      to = `${name}（第 ${i + 1} 列）`
      renamed.push({ from: name, to, reason: name === '' ? '属性没有名称' : '属性名重复，多半是被截短了' })
    }
    taken.add(to)
    return { ...field, name: to }
  })
  return { fields: named, renamed }
}

/** Bytes by which the encoding is told. */
const LOOKED_AT = 4 * 1024 ** 2
/** Records between two yields. */
const BATCH = 512

/** What its header says and cannot be. */
const checkCounts = (count: number, there: number, fields: number): void => {
  if (fields > MOST_COLUMNS)
    throw new Refusal(`.dbf 属性表有 ${fields} 列，超过上限 ${MOST_COLUMNS} 列，请删去不用的列再导出`)
  if (count > there)
    throw new Refusal(`.dbf 属性表写着有 ${count} 条记录，实际只有 ${there} 条，文件不完整，请重新导出`)
  if (count > MOST_FEATURES || count * fields > MOST_DBF_CELLS)
    throw new Refusal(
      `.dbf 属性表有 ${count} 条记录、${fields} 列，超过上限（${MOST_FEATURES} 条、${MOST_DBF_CELLS} 格），请分成几个再导出`,
    )
}

/** @param cpg text of the .cpg beside it, '' where there is none. Throws Refusal. */
export function* readDbf(bytes: Uint8Array, cpg: string): Steps<Dbf> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < FIELD_LENGTH) throw new Refusal('.dbf 属性表已损坏，请重新导出')
  const count = view.getUint32(4, true)
  const start = view.getUint16(8, true)
  const length = view.getUint16(10, true)
  if (start < FIELD_LENGTH || start > bytes.length || length === 0)
    throw new Refusal('.dbf 属性表已损坏，请重新导出')
  const label = chooseLabel(bytes.subarray(FIELD_LENGTH, LOOKED_AT), declared(cpg, bytes[29] as number))
  const decoder = new TextDecoder(label)
  const decode = (raw: Uint8Array) => decoder.decode(raw)
  const { fields, renamed } = distinct(readFields(bytes, start, decode))
  const records: Dbf['records'] = []
  // The last record may lack the mark of the end of the file.
  checkCounts(count, Math.floor((bytes.length - start + 1) / length), fields.length)
  for (let i = 0; i < count; i++) {
    if (i % BATCH === 0) yield
    const record = bytes.subarray(start + i * length, start + (i + 1) * length)
    records.push(
      Object.fromEntries(
        fields.map(({ name, type, from, to }) => [name, readValue(type, record.subarray(from, to), decode)]),
      ),
    )
  }
  return { encoding: label === 'utf-8' ? 'UTF-8' : 'GB18030', renamed, records }
}
