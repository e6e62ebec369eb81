/** The import tray on screen: one state at a time, and what each event makes of it. */
import type { ImportChoice, Incoming, Tray } from '../engine/contract/data.ts'

export interface Progress {
  done: number
  of: number
  what: string
}

/** What using one incoming file has changed. */
export type Used = Pick<Incoming, 'id' | 'name' | 'table' | 'mode' | 'effect'>

export type TrayPhase =
  /** nothing waits; `refused` = what could not be made use of at the last try */
  | { type: 'idle' }
  /** files are being read, beside those of `before` */
  | { type: 'reading'; progress: Progress; before: Tray | null }
  | { type: 'ready'; tray: Tray }
  /** something was settled and the file is read again; `tray` is how it will look, `before` how the engine last had it */
  | { type: 'settling'; progress: Progress; tray: Tray; before: Tray }
  | { type: 'using'; progress: Progress; tray: Tray }
  | { type: 'used'; used: Used[] }

export type TrayEvent =
  | { type: 'read' }
  | { type: 'progress'; progress: Progress }
  | { type: 'choose'; id: number; choice: ImportChoice }
  | { type: 'answered'; tray: Tray }
  /** cancelled, or failed: all is as it was before */
  | { type: 'stopped' }
  | { type: 'use' }
  | { type: 'used' }
  /** the tray is emptied, or what was used is put out of sight */
  | { type: 'emptied' }

const START: Progress = { done: 0, of: 0, what: '' }

/** What lies in the tray now; null where there is none to look at. */
export const trayOf = (phase: TrayPhase): Tray | null => {
  switch (phase.type) {
    case 'idle':
    case 'used':
      return null
    case 'reading':
      return phase.before
    case 'ready':
    case 'settling':
    case 'using':
      return phase.tray
  }
}

/** How far the work under way is; null where there is none. */
export const progressOf = (phase: TrayPhase): Progress | null => {
  switch (phase.type) {
    case 'idle':
    case 'used':
    case 'ready':
      return null
    case 'reading':
    case 'settling':
    case 'using':
      return phase.progress
  }
}

const isEmpty = ({ incoming, refused }: Tray): boolean => incoming.length + refused.length === 0

const lying = (tray: Tray | null): TrayPhase =>
  tray === null || isEmpty(tray) ? { type: 'idle' } : { type: 'ready', tray }

const withMeaning = (
  word: Incoming['words'][number],
  taken: string | null | undefined,
  { meanings }: Incoming,
): Incoming['words'][number] => {
  if (taken === undefined) return word
  if (taken === null) return { ...word, taken, label: '', how: 'unknown' }
  const named = [...(meanings[word.field] ?? []), ...word.likely].find(({ id }) => id === taken)
  return { ...word, taken, label: named?.label ?? taken, how: 'hand' }
}

/** The file as it will look with that choice, until the engine has read it again. */
const withChoice = (file: Incoming, choice: ImportChoice): Incoming => {
  const { table, mapping, datum, year, mode, skip, words, monthDay, infer, clashes, values } = choice
  const next = { ...file, mode: mode ?? file.mode, skip: skip ?? file.skip }
  if (year !== undefined) next.year = { ...file.year, chosen: year }
  if (monthDay !== undefined) next.month = { ...file.month, chosen: monthDay }
  if (infer !== undefined) next.infer = infer
  if (clashes !== undefined) next.clashes = { ...file.clashes, chosen: clashes }
  if (values !== undefined)
    next.common = file.common.map((one) => ({ ...one, value: values[one.field] ?? one.value }))
  if (words !== undefined)
    next.words = file.words.map((word) => withMeaning(word, words[word.field]?.[word.word], file))
  if (datum !== undefined && file.datum !== null) next.datum = { ...file.datum, chosen: datum }
  // Of another table the fields are not known yet: nothing can be mapped before they are.
  if (table !== undefined && table !== file.table)
    return {
      ...next,
      table,
      fields: [],
      missing: [],
      headings: file.headings.map((h) => ({ ...h, field: '' })),
    }
  if (mapping !== undefined) {
    next.headings = file.headings.map((h) => ({ ...h, field: mapping[h.heading] ?? h.field }))
    const given = new Set(next.headings.map(({ field }) => field))
    next.missing = file.fields.flatMap(({ field, required }) => (required && !given.has(field) ? field : []))
  }
  return next
}

const settled = (tray: Tray, id: number, choice: ImportChoice): Tray => ({
  ...tray,
  incoming: tray.incoming.map((file) => (file.id === id ? withChoice(file, choice) : file)),
})

const before = (phase: TrayPhase): TrayPhase => {
  switch (phase.type) {
    case 'reading':
    case 'settling':
      return lying(phase.before)
    case 'using':
      return lying(phase.tray)
    case 'idle':
    case 'ready':
    case 'used':
      return phase
  }
}

/** What lies in the tray once it is used: the changes of every file that was not left out. */
const usedOf = ({ incoming }: Tray): Used[] =>
  incoming
    .filter(({ skip }) => !skip)
    .map(({ id, name, table, mode, effect }) => ({ id, name, table, mode, effect }))

/** The state after an event; one that makes no sense in this state changes nothing. */
export const step = (phase: TrayPhase, event: TrayEvent): TrayPhase => {
  switch (event.type) {
    case 'read':
      return progressOf(phase) === null ? { type: 'reading', progress: START, before: trayOf(phase) } : phase
    case 'progress':
      return phase.type === 'reading' || phase.type === 'settling' || phase.type === 'using'
        ? { ...phase, progress: event.progress }
        : phase
    case 'choose': {
      if (phase.type !== 'ready' && phase.type !== 'settling') return phase
      const was = phase.type === 'ready' ? phase.tray : phase.before
      const tray = settled(phase.tray, event.id, event.choice)
      return { type: 'settling', progress: START, tray, before: was }
    }
    case 'answered':
      return phase.type === 'reading' || phase.type === 'settling' ? lying(event.tray) : phase
    case 'stopped':
      return before(phase)
    case 'use':
      return phase.type === 'ready' ? { type: 'using', progress: START, tray: phase.tray } : phase
    case 'used':
      return phase.type === 'using' ? { type: 'used', used: usedOf(phase.tray) } : phase
    case 'emptied':
      return { type: 'idle' }
  }
}
