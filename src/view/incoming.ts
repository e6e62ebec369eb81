/** An incoming file in words: whether it can be used, what it still needs, what using it does. */
import type { Incoming, Tray } from '../engine/contract/data.ts'
import type { Encoding, Format } from '../intake/formats/opened.ts'
import type { MergeMode } from '../intake/tables/merge.ts'
import { countText } from './count-text.ts'

export type IncomingState = 'left' | 'unknown' | 'unmapped' | 'undated' | 'empty' | 'none' | 'usable'

/** What stands in the way of using a file, the first thing first. */
export const stateOf = ({ skip, table, missing, year, counts }: Incoming): IncomingState => {
  if (skip) return 'left'
  if (table === null) return 'unknown'
  if (missing.length > 0) return 'unmapped'
  if (year.asked && year.chosen === null) return 'undated'
  if (counts.rows === 0) return 'empty'
  return counts.accepted === 0 ? 'none' : 'usable'
}

export const STATE_WORDS: Readonly<Record<IncomingState, string>> = {
  left: '不使用',
  unknown: '需要选择用途',
  unmapped: '还缺必填项',
  undated: '需要填年份',
  empty: '没有数据行',
  none: '全部未读入',
  usable: '可用',
}

const NEEDS: ReadonlySet<IncomingState> = new Set(['unknown', 'unmapped', 'undated'])

/** Whether the user has something to settle before it can be used. */
export const needsHand = (file: Incoming): boolean => NEEDS.has(stateOf(file))

/** The file to look at: the one picked, else the first that needs a hand, else the first. */
export const shownFile = ({ incoming }: Tray, picked: number | null): Incoming | null =>
  incoming.find(({ id }) => id === picked) ?? incoming.find(needsHand) ?? incoming[0] ?? null

/** Why the tray cannot be used as it is; null = it can. */
export const whyNot = ({ incoming }: Tray): string | null => {
  const waiting = incoming.find(needsHand)
  if (waiting !== undefined) return `“${waiting.name}”${STATE_WORDS[stateOf(waiting)]}，或选择不使用它`
  if (incoming.some((file) => stateOf(file) === 'usable')) return null
  return incoming.every(({ skip }) => skip) ? '没有选择要使用的文件' : '没有一行可以使用'
}

/** Labels of the required fields that no heading gives. */
export const missingLabels = ({ fields, missing }: Incoming): string[] =>
  missing.map((name) => fields.find(({ field }) => field === name)?.label ?? name)

/** What changes in the mapping when `heading` gives `field`: another that gave it is left out. */
export const mappingWith = (
  { headings }: Incoming,
  heading: string,
  field: string,
): Record<string, string> => {
  const before = headings.filter((h) => h.heading !== heading && h.field === field && field !== '')
  return { ...Object.fromEntries(before.map((h) => [h.heading, ''])), [heading]: field }
}

const ENCODING_WORDS: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'UTF-8 编码',
  'UTF-8 BOM': 'UTF-8 编码（带标记）',
  GB18030: '国标编码（GBK/GB18030）',
  'UTF-16LE': 'UTF-16 编码',
  'UTF-16BE': 'UTF-16 编码',
}

const FORMAT_WORDS: Readonly<Record<Format, string>> = {
  CSV: 'CSV 表格',
  TSV: 'TSV 表格',
  XLSX: 'Excel 工作簿',
  GeoJSON: 'GeoJSON 图层',
  Shapefile: 'Shapefile 图层',
  KML: 'KML 图层',
  GPX: 'GPX 航点',
  JSON: 'JSON 文件',
}

/** 「CSV 表格 · 国标编码（GBK/GB18030） · 1,234 行」 */
export const writtenIn = ({ format, encoding, counts }: Incoming): string => {
  const written = encoding === null ? [] : [ENCODING_WORDS[encoding]]
  // A file of settings has no rows.
  const rows = format === 'JSON' ? [] : [`${countText(counts.rows)} 行`]
  return [FORMAT_WORDS[format], ...written, ...rows].join(' · ')
}

export const MODE_WORDS: Readonly<Record<MergeMode, string>> = {
  add: '只新增',
  update: '按编号更新',
  replace: '整表替换',
}

export const MODE_TELLS: Readonly<Record<MergeMode, string>> = {
  add: '只加入现有数据里没有的记录，已有的一律不动',
  update: '编号相同的，用表中填了的格改写；没有的加入；表中没有的保留',
  replace: '现有的整张表换成这份文件，文件里没有的记录会删除',
}

const EFFECTS = [
  ['added', '新增'],
  ['updated', '更新'],
  ['unchanged', '不变'],
  ['skipped', '跳过'],
  ['removed', '删除'],
] as const satisfies readonly (readonly [keyof Incoming['effect'], string])[]

/** What using a file does, by kind of change, in the order it is told. */
export const effectParts = (effect: Incoming['effect']): { key: string; word: string; count: number }[] =>
  EFFECTS.map(([key, word]) => ({ key, word, count: effect[key] }))

/** 「新增 12、更新 3、删除 2」; 「没有变化」 where nothing is. */
export const effectText = (effect: Incoming['effect']): string => {
  const parts = EFFECTS.filter(([key]) => effect[key] > 0 && key !== 'unchanged' && key !== 'skipped')
  return parts.map(([key, word]) => `${word} ${countText(effect[key])}`).join('、') || '没有变化'
}

/** What the reading came to, in one sentence for all who cannot see it. */
export const trayText = ({ incoming, refused }: Tray): string => {
  const sum = (of: 'accepted' | 'flagged' | 'rejected') =>
    countText(incoming.reduce((n, { counts }) => n + counts[of], 0))
  const broken = refused.length > 0 ? `，${refused.length} 处没有读入` : ''
  const rows = `${sum('accepted')} 行可用，${sum('flagged')} 行请核对，${sum('rejected')} 行未读入`
  return `已读 ${incoming.length} 份表：${rows}${broken}`
}

/** The years that dates without one may be of: around those the data speaks of, newest first. */
export const yearsFrom = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 2 }, (_, i) => last + 1 - i)
