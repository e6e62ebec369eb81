/** One thing in the import tray: a sheet, a layer or a whole file, with what has been settled about it. */

import { membersOf } from '../../intake/boundaries/features.ts'
import { fieldsOf, PAIR, TABLE_FILES, type Target } from '../../intake/contract-fields.ts'
import type { Encoding, Format, Layer, Sheet, SheetRow } from '../../intake/formats/opened.ts'
import type { Form } from '../../intake/forms.ts'
import { hasIdentity } from '../../intake/tables/identity.ts'
import type { MergeMode } from '../../intake/tables/merge.ts'
import type { Period } from '../../intake/tables/period.ts'
import type { TableCandidate } from '../../intake/tables/recognise.ts'
import type { Datum, DatumEvidence } from '../../model/datum.ts'
import { type NoticeList, openNoticeList } from '../../model/notice-kinds.ts'
import type { Notice } from '../../model/report.ts'
import type { ClashRow, ScoringCount, UpdateRow, WordFound } from '../contract/data.ts'
import type { Located } from './locate.ts'

export type Body =
  | { type: 'sheet'; sheet: Sheet }
  /** `sheet` has a row for each feature, so that it can be read as a table */
  | { type: 'layer'; layer: Layer; sheet: Sheet }
  /** a file of the contract that is taken as it is */
  | { type: 'file'; bytes: Uint8Array }

export interface MergeEffect {
  added: number
  updated: number
  unchanged: number
  removed: number
  skipped: number
}

/** What reading an item gave. */
export interface Findings {
  counts: { rows: number; accepted: number; flagged: number; rejected: number; masked: number }
  rejected: NoticeList
  flagged: NoticeList
  passed: { line: number; text: string; reason: string }[]
  first: Record<string, string>[]
  effect: MergeEffect
  /** cells with a date that does not say its year; of which only the month is told */
  yearless: number
  months: number
  words: WordFound[]
  clashes: { count: number; rows: ClashRow[] }
  updates: { count: number; rows: UpdateRow[] }
  removes: string[]
  /** lines of rows that do not show in the file */
  hiddenRows: number[]
  /** rows without coordinates that were placed by their words */
  located: { line: number; how: Located['how']; by: string }[]
  /** photos of the rows used, by their path in the package, where they were asked for */
  photos: ReadonlyMap<string, Uint8Array>
  scoring: ScoringCount[]
}

export interface TrayItem {
  id: number
  name: string
  format: Format
  encoding: Encoding | null
  body: Body
  candidates: readonly TableCandidate[]
  table: Target | null
  /** without numbers of people, as is `name`: the cells of the sheet itself stand as they are in the file */
  headings: readonly string[]
  /** what was taken out of its name and headings */
  hidden: readonly Notice[]
  samples: readonly string[]
  /** field of each heading, '' = left out */
  mapping: readonly string[]
  remembered: readonly boolean[]
  /** null where it tells no place, or has not been looked at yet */
  datum: { proposed: Datum; chosen: Datum; evidence: DatumEvidence[]; sentence: string } | null
  /** the coordinate system chosen by hand */
  datumByHand: Datum | null
  /** version of the context its datum was proposed in */
  datumIn: string | null
  year: number
  /** which day is meant where only the month is told */
  monthDay: 'first' | 'last'
  /** the first and last day its title speaks of, and the day it was filled in */
  period: Period
  /** field → the value of all rows, where no column gives it */
  values: Readonly<Record<string, string>>
  /** of them those that its name or title tells */
  valuesTold: Readonly<Record<string, string>>
  /** field → word (as terms are compared) → what it stands for */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** the item of a problem that names none is looked for in its description */
  infer: boolean
  /** rows whose number another thing has: both are kept, or they are the same after all */
  clashes: 'both' | 'same'
  /** rows that do not show in the file are read like others, or left out */
  hiddenRows: 'read' | 'leave'
  /** what was chosen for the last file of this form is chosen again */
  form: Form | null
  mode: MergeMode
  /** the mode was chosen by hand, or comes with the package */
  modeByHand: boolean
  skip: boolean
  /** the package it came in, to take the place of the whole; null = it came by itself or with parts of one */
  whole: number | null
  /** another one whenever anything is settled about it */
  version: number
  findings: Findings | null
}

export const noFindings = (): Findings => ({
  counts: { rows: 0, accepted: 0, flagged: 0, rejected: 0, masked: 0 },
  rejected: openNoticeList(),
  flagged: openNoticeList(),
  passed: [],
  first: [],
  effect: { added: 0, updated: 0, unchanged: 0, removed: 0, skipped: 0 },
  yearless: 0,
  months: 0,
  words: [],
  clashes: { count: 0, rows: [] },
  updates: { count: 0, rows: [] },
  removes: [],
  hiddenRows: [],
  located: [],
  photos: new Map(),
  scoring: [],
})

/** Whether the features of a layer are told apart by an id beside their properties. */
const haveOwnIds = (body: Body): boolean =>
  body.type === 'layer' && body.layer.features.some((feature) => membersOf(feature).id !== undefined)

/** Whether rows without a number are given one. A package that takes the place of the whole is read as it is. */
export const makesIds = ({ table, whole }: Pick<TrayItem, 'table' | 'whole'>): boolean =>
  whole === null && table !== null && table !== 'register' && hasIdentity(table)

/** Required fields that neither a heading nor one value for all rows gives. A boundary or a water body goes by its code or by its name. */
export const missingOf = ({ table, mapping, values, body, whole }: TrayItem): string[] => {
  if (table === null || body.type === 'file') return []
  const has = (field: string) => mapping.includes(field) || (values[field] ?? '') !== ''
  if (table === 'areas.geojson') return has('code') || has('name') ? [] : ['code']
  if (table === 'waters.geojson') return has('id') || has('name') || haveOwnIds(body) ? [] : ['name']
  if (table === 'sites.geojson') return has('id') || haveOwnIds(body) ? [] : ['id']
  return fieldsOf(table)
    .filter(
      ({ field, required }) => required && !has(field) && !(field === 'id' && makesIds({ table, whole })),
    )
    .map(({ field }) => field)
}

/** Whether it can be read as what it is taken for. */
export const isUsable = (item: TrayItem): boolean => item.table !== null && missingOf(item).length === 0

/** Whether the mapped columns tell a place. */
export const tellsPlaces = ({ mapping }: Pick<TrayItem, 'mapping'>): boolean =>
  mapping.includes(PAIR) || (mapping.includes('lon') && mapping.includes('lat'))

/** Whether it is read row by row. */
export const isTable = ({ table }: Pick<TrayItem, 'table'>): boolean =>
  table !== null && (table === 'register' || TABLE_FILES.has(table))

/** What a reading of the tray is to give. */
export interface ItemWish {
  /** whether the merged files are wanted, or only what would become of them */
  keep: boolean
  /** whether the photos of the rows are wanted as well */
  photos?: boolean
  /** told of every row of this item that is not used */
  rejected?: { item: TrayItem; tell: (row: SheetRow, notices: readonly Notice[]) => void }
}
