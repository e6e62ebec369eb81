/**
 * The data itself: bring files in, take them out, mend them in place. The worker holds the package as files; every change
 * makes a new revision of them, which can be undone, and is kept in this browser.
 */

import type { PackageFile } from '../../intake/contract.ts'
import type { Encoding, Format } from '../../intake/formats/opened.ts'
import type { MergeMode } from '../../intake/tables/merge.ts'
import type { HowSure, Meaning, Word } from '../../intake/words/word-fields.ts'
import type { Briefing } from '../../model/briefing.ts'
import type { Datum, DatumEvidence } from '../../model/datum.ts'
import type { Day } from '../../model/day.ts'
import type { NoticeKind } from '../../model/notice-kinds.ts'
import type { LonLat } from '../../model/position.ts'
import type { RegisterLine } from '../../model/register.ts'
import type { Notice } from '../../model/report.ts'
import type { Scope } from '../../model/scope.ts'
import type { IssueQuery } from './issues.ts'
import type { Overview } from './package.ts'
import type { Task } from './studies/plan.ts'

/** One word of a column and what it is taken for. */
export interface WordFound extends Word {
  /** null = nobody knows it; '' = taken for nothing by hand */
  taken: string | null
  /** what that is called */
  label: string
  how: HowSure
  /** what it most likely stands for, the likeliest first */
  likely: Meaning[]
}

/** A row whose number another thing has. */
export interface ClashRow {
  line: number
  id: string
  /** the number it is given instead, where both are kept */
  made: string
  /** where the other stands */
  where: string
  /** what each of them says, side by side */
  before: string[]
  now: string[]
}

/** A row that changes one there is. */
export interface UpdateRow {
  line: number
  id: string
  cells: { label: string; before: string; after: string }[]
}

/** Rows that count for the score, and those that do not, by the reason. */
export interface ScoringCount {
  /** '' = they count */
  reason: string
  count: number
  lines: number[]
}

/** A field that no column gives and all rows may have in common. */
export interface CommonValue {
  field: string
  label: string
  /** '' = none */
  value: string
  from: 'title' | 'hand' | null
  /** what it may be; null = a day */
  options: Meaning[] | null
}

/** One file (or worksheet, or layer) waiting to be used. */
export interface Incoming {
  id: number
  /** path as dropped, and the worksheet or layer where there are several */
  name: string
  format: Format
  encoding: Encoding | null
  /** what it was taken for, `register` = a 整改登记; null = not known, to be chosen by hand */
  table: PackageFile | 'register' | null
  /** tables it may be, best first */
  candidates: { table: PackageFile | 'register'; score: number }[]
  /** headings (properties) of the file with a sample value and the field each is taken for; '' = left out */
  headings: { heading: string; sample: string; field: string; remembered: boolean }[]
  /** fields of the table: the Chinese name, and whether it is required */
  fields: { field: string; label: string; required: boolean }[]
  /** required fields that no heading gives: it cannot be used until they are mapped */
  missing: string[]
  /** null where it has no coordinates */
  datum: { proposed: Datum; chosen: Datum; evidence: DatumEvidence[]; sentence: string } | null
  /** dates without a year were met: which year they are taken to be of, null = it has to be asked */
  year: { asked: boolean; chosen: number | null }
  /** dates of which only the month is told were met: which day of it they are taken to be */
  month: { asked: boolean; chosen: 'first' | 'last' }
  /** what was settled for the last file of its form is settled again */
  remembered: boolean
  common: CommonValue[]
  words: WordFound[]
  /** field → all that its words may stand for, where one of them is not known */
  meanings: Record<string, Meaning[]>
  /** whether problems that name no item are looked for in their descriptions; null = it is not asked */
  infer: boolean | null
  clashes: { count: number; rows: ClashRow[]; chosen: 'both' | 'same' }
  /** rows that do not show in the file, by hand or by a filter */
  hiddenRows: { count: number; chosen: 'read' | 'leave' }
  updates: { count: number; rows: UpdateRow[] }
  /** the first hundred that would be deleted */
  removes: string[]
  scoring: ScoringCount[]
  mode: MergeMode
  /** the first rows as understood, under the names of `fields` */
  first: Record<string, string>[]
  counts: { rows: number; accepted: number; flagged: number; rejected: number; masked: number }
  /** of each kind the first hundred; all are in the downloads */
  rejected: Notice[]
  flagged: Notice[]
  rejectedKinds: NoticeKind[]
  flaggedKinds: NoticeKind[]
  passed: { line: number; text: string; reason: string }[]
  /** what using it would do to the table there is */
  effect: { added: number; updated: number; unchanged: number; removed: number; skipped: number }
  skip: boolean
}

/** What the user may settle about an incoming file. */
export interface ImportChoice {
  table?: PackageFile | 'register'
  mapping?: Record<string, string>
  datum?: Datum
  year?: number
  monthDay?: 'first' | 'last'
  /** field → the value of all rows; '' = none */
  values?: Record<string, string>
  /** field → word → what it stands for; '' = nothing; null = as before */
  words?: Record<string, Record<string, string | null>>
  infer?: boolean
  clashes?: 'both' | 'same'
  hiddenRows?: 'read' | 'leave'
  mode?: MergeMode
  skip?: boolean
}

/** What an import does to the score of an area; null = 数据不足, or no such area. */
export interface ScoreShift {
  code: string
  name: string
  office: string | null
  before: number | null
  after: number | null
  gradeBefore: string | null
  gradeAfter: string
}

/** What lies in the import tray. */
export interface Tray {
  incoming: Incoming[]
  /** files nothing could be made of */
  refused: { name: string; reason: string }[]
}

/** One change made by hand to a record (整改登记). */
export type Edit =
  | { type: 'set'; record: 'issue' | 'site'; id: string; fields: Record<string, string> }
  | { type: 'newIssue'; fields: Record<string, string> }

export type ExportWhat =
  | { type: 'issues'; query: IssueQuery; splitByOffice: boolean }
  | { type: 'ranking'; asOf: Day; of: Scope }
  /** score sheet with ledger */
  | { type: 'scores'; asOf: Day; of: Scope; splitByOffice: boolean }
  /** 整改任务单: these actions, or halves of them, with what they gain the scope */
  | { type: 'tasks'; asOf: Day; of: Scope; tasks: Task[] }
  | { type: 'report' }
  | { type: 'register' }
  | {
      type: 'layers'
      asOf: Day
      of: Scope
      layers: ('areas' | 'sites' | 'issues' | 'waters' | 'honours')[]
      datum: Datum
    }
  /** an empty table to fill in; null = a workbook of all */
  | { type: 'template'; table: PackageFile | null }
  /** the whole package as a zip */
  | { type: 'package' }

export type ExportForm = 'xlsx' | 'csv' | 'csv-gb18030' | 'geojson' | 'zip'

export interface SavedFile {
  name: string
  /** MIME type */
  mime: string
  bytes: Uint8Array
  /** what is not in it that belongs into it; absent where nothing is amiss */
  lacks?: string
}

/** 导入: what lies in the tray, and its way into the package. */
export interface ImportAnswers {
  /** Reads files into the tray (beside what is in it). `onProgress` gives rows done of about so many. */
  inspect(
    files: { path: string; blob: Blob }[],
    onProgress: (done: number, of: number, what: string) => void,
  ): Promise<Tray>
  /** Settles something about one incoming file and reads it again with that. */
  choose(
    id: number,
    choice: ImportChoice,
    onProgress: (done: number, of: number, what: string) => void,
  ): Promise<Tray>
  /** Stops the reading under way; its promise rejects with a message that says 已取消. */
  cancel(): Promise<void>
  /** Empties the tray. */
  discard(): Promise<void>
  /** The rejected rows of one incoming file, in its own encoding, with the reason in a last column. */
  rejectedRows(id: number): Promise<SavedFile>
  /** The areas whose scores what is in the tray would move. Rejects with 已取消 as soon as anything else is asked for. */
  preview(onProgress: (done: number, of: number, what: string) => void): Promise<ScoreShift[]>
  /** Uses everything in the tray that is not skipped; a new revision. */
  use(onProgress: (done: number, of: number, what: string) => void): Promise<Overview>
}

/** 整改登记: changes by hand. */
export interface EditAnswers {
  /** Makes changes by hand: one revision. Throws with a message when a record is not there or a value makes no sense. */
  edit(edits: Edit[]): Promise<Overview>
  /**
   * Puts these presentations in place of those there are: one revision. Throws with a message when a text in them leads to
   * a person.
   * @param what one line for the list of revisions
   */
  keepBriefings(briefings: Briefing[], what: string): Promise<Overview>
  register(): Promise<RegisterLine[]>
  /** The raw cells of a record as they stand in the package, by code name of the field; null where there is none. */
  fieldsOf(record: 'issue' | 'site', id: string): Promise<Record<string, string> | null>
  /** 居委会 (code and name) at a place, for a problem added on the map; null outside all. */
  areaAt(at: LonLat): Promise<{ code: string; name: string } | null>
}

/** 导出. */
export interface ExportAnswers {
  exportFile(what: ExportWhat, form: ExportForm): Promise<SavedFile>
}
