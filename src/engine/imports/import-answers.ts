/** Answers about the import tray: files are read into it, settled, and used as one change of the package. */

import { MAPPINGS_FILE } from '../../intake/contract.ts'
import { type Form, readForms } from '../../intake/forms.ts'
import { MOST_DROPPED_BYTES, MOST_FILE_BYTES, megabytes } from '../../intake/limits.ts'
import { CancelledError, type OnProgress, openPace, type Pace } from '../../intake/pace.ts'
import { maskPeople } from '../../intake/people/mask.ts'
import { termKey } from '../../intake/tables/cells.ts'
import type { ImportAnswers, ImportChoice, Tray } from '../contract/data.ts'
import type { PackageReading, Revising, Workspace } from '../package/workspace.ts'
import { contextOf } from './context.ts'
import { takenFor, withChosen } from './forms.ts'
import type { TrayItem } from './item.ts'
import { openDropped } from './open-items.ts'
import { isOutline } from './outline.ts'
import { type Known, readTray } from './read-tray.ts'
import { type RejectedRow, rejectedFile } from './rejected-rows.ts'
import { shiftsOf } from './shifts.ts'
import { changesOf, checkSettled } from './tray-changes.ts'
import { incomingOf } from './tray-view.ts'

type Ground = Pick<Workspace, 'reading' | 'revise' | 'suppose'>

/** Told before a file is read into memory. @param taken bytes of the files before it in the same drop */
const tooBigReason = (size: number, taken: number): string | null => {
  if (size > MOST_FILE_BYTES)
    return `文件有 ${megabytes(size)}，超过上限 ${megabytes(MOST_FILE_BYTES)}，请分成几个再拖入`
  return taken + size > MOST_DROPPED_BYTES
    ? `一次拖入的文件合计超过上限 ${megabytes(MOST_DROPPED_BYTES)}，这个没有读入，请另外拖入`
    : null
}

/** The file a sheet is of. */
const fileOf = ({ name }: TrayItem): string => name.split(' · ')[0] as string

/** Of a workbook of which some sheets are known, those that are like no table (sums, notes) are left out at first. */
const setAside = (items: readonly TrayItem[]): void => {
  const known = new Set(items.filter(({ table }) => table !== null).map(fileOf))
  for (const item of items)
    if (
      item.table === null &&
      item.candidates.length === 0 &&
      item.name.includes(' · ') &&
      known.has(fileOf(item))
    )
      item.skip = true
}

/** Words mapped by hand, as they are compared; null takes a choice back. */
const withWords = (
  before: TrayItem['words'],
  chosen: NonNullable<ImportChoice['words']>,
): TrayItem['words'] => {
  const next: Record<string, Record<string, string>> = { ...before }
  for (const [field, words] of Object.entries(chosen)) {
    const own = { ...next[field] }
    for (const [word, meaning] of Object.entries(words))
      if (meaning === null) delete own[termKey(word)]
      else own[termKey(word)] = meaning
    next[field] = own
  }
  return next
}

export const importAnswers = (workspace: () => Ground): ImportAnswers => {
  let items: TrayItem[] = []
  let refused: Tray['refused'] = []
  let lost: Tray['refused'] = []
  let alongside = new Map<string, Uint8Array>()
  let nextId = 1
  // Never reused, not even after a cancel: it is the key under which what was read is cached.
  let nextVersion = 1
  const known: Known = new Map()
  /** goes up when the work under way is to stop */
  let stopped = 0
  /** goes up with whatever is asked for, so that what only looks ahead gives way */
  let asked = 0
  let seen: PackageReading['opened'] | null = null
  let packages = 0

  let last: Promise<unknown> = Promise.resolve()
  /** One thing after the other; `cancel` stops what was asked for before it. */
  const inTurn = <A>(
    onProgress: OnProgress,
    act: (pace: Pace) => Promise<A>,
    isOver: (() => boolean) | null = null,
  ): Promise<A> => {
    const since = stopped
    if (isOver === null) asked++
    const isCancelled = () => stopped !== since || (isOver?.() ?? false)
    const turn = last.then(() => {
      if (isCancelled()) throw new CancelledError()
      return act(openPace(onProgress, isCancelled))
    })
    last = turn.catch(() => undefined)
    return turn
  }

  /** Tells one state of the package from another. */
  const versionOf = ({ opened }: PackageReading): string => {
    if (opened !== seen) {
      seen = opened
      packages++
    }
    return String(packages)
  }

  const read = async (pace: Pace): Promise<Tray> => {
    const reading = workspace().reading()
    const { context } = await readTray(items, reading, versionOf(reading), known, pace, { keep: false })
    return { incoming: items.map((item) => incomingOf(item, context)), refused: [...refused] }
  }

  /** The forms remembered: those that came with a package in the tray before those of the package shown. */
  const forms = (): Form[] => [
    ...readForms(alongside.get(MAPPINGS_FILE)),
    ...readForms(workspace().reading().files.get(MAPPINGS_FILE)),
  ]

  /** Puts other items in place, and the old ones back when reading them does not come to its end. */
  const settle = async (next: TrayItem[], pace: Pace): Promise<Tray> => {
    const before = items
    items = next
    try {
      return await read(pace)
    } catch (error) {
      items = before
      throw error
    }
  }

  const find = (id: number): TrayItem => {
    const item = items.find((one) => one.id === id)
    if (item === undefined) throw new Error('这个文件已不在导入清单里，请重新拖入。')
    return item
  }

  const inspect: ImportAnswers['inspect'] = (files, onProgress) =>
    inTurn(onProgress, async (pace) => {
      const sources = []
      const tooBig: Tray['refused'] = []
      let taken = 0
      for (const [i, { path, blob }] of files.entries()) {
        await pace.rest(i, files.length, maskPeople(path).text)
        const why = tooBigReason(blob.size, taken)
        if (why !== null) tooBig.push({ name: maskPeople(path).text, reason: why })
        else {
          taken += blob.size
          sources.push({ path, bytes: new Uint8Array(await blob.arrayBuffer()) })
        }
      }
      const dropped = await openDropped(sources, () => nextId++, pace)
      const reading = workspace().reading()
      const context = contextOf(reading.opened, versionOf(reading))
      const remembered = [...readForms(dropped.alongside.get(MAPPINGS_FILE)), ...forms()]
      const fresh: TrayItem[] = []
      for (const one of dropped.items) {
        await pace.rest(fresh.length, dropped.items.length, one.name)
        fresh.push({ ...takenFor(one, one.table, remembered, context), id: nextId++ })
      }
      setAside(fresh)
      const outlines = fresh.filter((item) => isOutline(item, context))
      for (const outline of outlines) fresh.splice(fresh.indexOf(outline), 1)
      const [oldRefused, oldLost, oldAlongside] = [refused, lost, alongside]
      const reason = '这是县区或更大范围的轮廓，不是居委会边界，没有读入：请用一个居委会一个图形的文件'
      refused = [...refused, ...tooBig, ...dropped.refused, ...outlines.map(({ name }) => ({ name, reason }))]
      lost = [...lost, ...dropped.lost]
      alongside = new Map([...alongside, ...dropped.alongside])
      try {
        return await settle([...items, ...fresh], pace)
      } catch (error) {
        refused = oldRefused
        lost = oldLost
        alongside = oldAlongside
        throw error
      }
    })

  const choose: ImportAnswers['choose'] = (id, choice, onProgress) =>
    inTurn(onProgress, async (pace) => {
      const old = find(id)
      let item: TrayItem = { ...old, version: nextVersion++, findings: null }
      const { table, mapping, datum, year, mode, skip, monthDay, values, words, infer, clashes, hiddenRows } =
        choice
      const reading = workspace().reading()
      if (table !== undefined && table !== item.table)
        item = takenFor(item, table, forms(), contextOf(reading.opened, versionOf(reading)))
      if (mapping !== undefined) item = withChosen(item, mapping)
      if (monthDay !== undefined) item = { ...item, monthDay }
      if (values !== undefined) item = { ...item, values: { ...item.values, ...values } }
      if (words !== undefined) item = { ...item, words: withWords(item.words, words) }
      if (infer !== undefined) item = { ...item, infer }
      if (clashes !== undefined) item = { ...item, clashes }
      if (hiddenRows !== undefined) item = { ...item, hiddenRows }
      // Other columns may tell other places.
      if (table !== undefined || mapping !== undefined) item = { ...item, datumIn: null }
      if (datum !== undefined) item = { ...item, datumByHand: datum }
      if (year !== undefined) item = { ...item, year }
      if (mode !== undefined) item = { ...item, mode, modeByHand: true }
      if (skip !== undefined) item = { ...item, skip, findings: skip ? old.findings : null }
      const next = item
      return settle(
        items.map((one) => (one === old ? next : one)),
        pace,
      )
    })

  const forget = (): void => {
    items = []
    refused = []
    lost = []
    alongside = new Map()
    known.clear()
  }

  /** @param photos whether pictures are to be read, too: no score rests on them */
  const changes = (used: readonly TrayItem[], pace: Pace, photos: boolean): Promise<Revising> => {
    const reading = workspace().reading()
    return changesOf(
      { items, used, lost, alongside, forms: forms() },
      reading,
      versionOf(reading),
      known,
      pace,
      photos,
    )
  }

  /** What the scores become; another wish of the user's comes first and stops it. */
  const preview: ImportAnswers['preview'] = (onProgress) => {
    const mine = ++asked
    return inTurn(
      onProgress,
      async (pace) => {
        const used = items.filter(({ skip }) => !skip)
        checkSettled(used)
        const { opened } = workspace().reading()
        return shiftsOf(opened, await workspace().suppose(await changes(used, pace, false), pace))
      },
      () => asked !== mine,
    )
  }

  const use: ImportAnswers['use'] = async (onProgress) =>
    inTurn(onProgress, async (pace) => {
      const used = items.filter(({ skip }) => !skip)
      if (used.length === 0) throw new Error('没有要导入的文件。')
      checkSettled(used)
      const overview = await workspace().revise(() => changes(used, pace, true), pace)
      forget()
      return overview
    })

  return {
    inspect,
    choose,
    cancel: async () => {
      stopped++
    },
    discard: async () => {
      stopped++
      await last
      forget()
    },
    rejectedRows: (id) =>
      inTurn(
        () => {},
        async (pace) => {
          const item = find(id)
          const rows: RejectedRow[] = []
          const reading = workspace().reading()
          await readTray(items, reading, versionOf(reading), known, pace, {
            keep: false,
            rejected: { item, tell: (row, notices) => rows.push({ row, notices }) },
          })
          return rejectedFile(item, rows)
        },
      ),
    preview,
    use,
  }
}
