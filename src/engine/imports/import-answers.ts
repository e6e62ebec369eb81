/** Answers about the import tray: files are read into it, settled, and used as one change of the package. */

import { PACKAGE_FILES, REGISTER_FILE } from '../../intake/contract.ts'
import { renamedFiles } from '../../intake/district.ts'
import { MOST_DROPPED_BYTES, MOST_FILE_BYTES, megabytes } from '../../intake/limits.ts'
import { CancelledError, type OnProgress, openPace, type Pace } from '../../intake/pace.ts'
import { maskPeople } from '../../intake/people/mask.ts'
import { formatDay } from '../../model/day.ts'
import type { ImportAnswers, Tray } from '../contract/data.ts'
import type { PackageReading, Workspace } from '../package/workspace.ts'
import { type MergeEffect, missingOf, type TrayItem } from './item.ts'
import { mappedTo, memoryKey, memoryOf, rememberedOf, withChosen } from './mappings.ts'
import { openDropped } from './open-items.ts'
import { isWholeFile } from './read-file.ts'
import { changesAnything, type Known, readTray } from './read-tray.ts'
import { type RejectedRow, rejectedFile } from './rejected-rows.ts'
import { incomingOf } from './tray-view.ts'

type Ground = Pick<Workspace, 'reading' | 'revise' | 'recall' | 'remember'>

const nameList = (items: readonly TrayItem[]): string => {
  const nameOf = ({ name, whole }: TrayItem): string => {
    const parts = name.split('/')
    // Sheets of one workbook are one file, and so is a whole package.
    return ((whole === null ? parts.at(-1) : parts[0]) as string).split(' · ')[0] as string
  }
  const names = [...new Set(items.map(nameOf))]
  return names.length > 1 ? `${names[0]} 等 ${names.length} 个文件` : (names[0] ?? '')
}

/** 「导入 台账.xlsx：新增 12、更新 3」 */
const labelOf = (items: readonly TrayItem[]): string => {
  const sum = (of: keyof MergeEffect) =>
    items.reduce((total, item) => total + (item.findings?.effect[of] ?? 0), 0)
  const parts = (
    [
      ['新增', 'added'],
      ['更新', 'updated'],
      ['删除', 'removed'],
    ] as const
  ).flatMap(([word, of]) => (sum(of) > 0 ? [`${word} ${sum(of)}`] : []))
  return `导入 ${nameList(items)}${parts.length > 0 ? `：${parts.join('、')}` : ''}`
}

/** Refuses what is not settled yet. */
const checkSettled = (items: readonly TrayItem[]): void => {
  for (const item of items) {
    if (item.table === null) throw new Error(`还不知道“${item.name}”是什么表：请选定，或设为不导入。`)
    const missing = missingOf(item)
    if (missing.length === 0) continue
    const labels = incomingOf(item).fields.filter(({ field }) => missing.includes(field))
    const names = labels.map(({ label }) => `“${label}”`).join('、')
    throw new Error(`“${item.name}”缺少${names}：请指定是哪一列，或设为不导入。`)
  }
}

/** A rubric or a setting that cannot be read is not left out in silence: nothing is used. */
const checkWhole = (items: readonly TrayItem[]): void => {
  for (const { table, findings, name } of items) {
    const why = findings?.rejected[0]
    if (table === null || !isWholeFile(table) || why === undefined) continue
    throw new Error(why.reason.includes(name) ? why.reason : `“${name}”${why.reason}。`)
  }
}

/** Told before a file is read into memory. @param taken bytes of the files before it in the same drop */
const tooBigReason = (size: number, taken: number): string | null => {
  if (size > MOST_FILE_BYTES)
    return `文件有 ${megabytes(size)}，超过上限 ${megabytes(MOST_FILE_BYTES)}，请分成几个再拖入`
  return taken + size > MOST_DROPPED_BYTES
    ? `一次拖入的文件合计超过上限 ${megabytes(MOST_DROPPED_BYTES)}，这个没有读入，请另外拖入`
    : null
}

/** A package that takes the place of the whole would lose the records of a file that could not be read. */
const checkNoneLost = (lost: Tray['refused']): void => {
  const [first] = lost
  if (first === undefined) return
  const more = lost.length > 1 ? `（另有 ${lost.length - 1} 个文件）` : ''
  throw new Error(
    `“${first.name}”没有读入（${first.reason}）${more}：整包使用会缺它的记录。请修好后重新拖入；确实不要它，请从数据包里去掉再拖入。`,
  )
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
  let seen: PackageReading['opened'] | null = null
  let packages = 0

  let last: Promise<unknown> = Promise.resolve()
  /** One thing after the other; `cancel` stops what was asked for before it. */
  const inTurn = <A>(onProgress: OnProgress, act: (pace: Pace) => Promise<A>): Promise<A> => {
    const since = stopped
    const isCancelled = () => stopped !== since
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
    await readTray(items, reading, versionOf(reading), known, pace, { keep: false })
    return { incoming: items.map(incomingOf), refused: [...refused] }
  }

  const memory = async (table: TrayItem['table']) =>
    rememberedOf(table === null ? null : await workspace().recall(memoryKey(table)))

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
      const { opened } = workspace().reading()
      const year = Number(formatDay(opened.intake.asOf).slice(0, 4))
      const fresh: TrayItem[] = []
      for (const one of dropped.items) {
        await pace.rest(fresh.length, dropped.items.length, one.name)
        fresh.push({ ...mappedTo(one, one.table, await memory(one.table)), id: nextId++, year })
      }
      const [oldRefused, oldLost, oldAlongside] = [refused, lost, alongside]
      refused = [...refused, ...tooBig, ...dropped.refused]
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
      const { table, mapping, datum, year, mode, skip } = choice
      if (table !== undefined && table !== item.table) item = mappedTo(item, table, await memory(table))
      if (mapping !== undefined) item = withChosen(item, mapping)
      // Other columns may tell other places.
      if (table !== undefined || mapping !== undefined) item = { ...item, datumIn: null }
      if (datum !== undefined) item = { ...item, datumByHand: datum }
      if (year !== undefined) item = { ...item, year }
      if (mode !== undefined) item = { ...item, mode, modeByHand: true }
      if (skip !== undefined) item = { ...item, skip, findings: skip ? old.findings : null }
      const next = item
      const tray = await settle(
        items.map((one) => (one === old ? next : one)),
        pace,
      )
      if (mapping !== undefined && next.table !== null)
        await workspace().remember(memoryKey(next.table), memoryOf(next, await memory(next.table)))
      return tray
    })

  const forget = (): void => {
    items = []
    refused = []
    lost = []
    alongside = new Map()
    known.clear()
  }

  const use: ImportAnswers['use'] = async (onProgress) =>
    inTurn(onProgress, async (pace) => {
      const used = items.filter(({ skip }) => !skip)
      if (used.length === 0) throw new Error('没有要导入的文件。')
      checkSettled(used)
      const overview = await workspace().revise(async () => {
        const reading = workspace().reading()
        const { changed, register } = await readTray(items, reading, versionOf(reading), known, pace, {
          keep: true,
        })
        checkWhole(used)
        const boundaries = used.find(({ table, whole }) => table === 'areas.geojson' && whole !== null)
        const whole = boundaries !== undefined && boundaries.mode === 'replace'
        if (whole) checkNoneLost(lost)
        const district = changed.get('district.json') ?? reading.files.get('district.json')
        const renamed = renamedFiles(whole ? changed.get('district.json') : district)
        const files = new Map<string, Uint8Array | null>(
          whole || used.some((item) => item.whole !== null) || alongside.size > 0 ? alongside : [],
        )
        if (!whole)
          for (const file of PACKAGE_FILES) {
            const [from, to] = [reading.pathOf(file), renamed[file] ?? file]
            const bytes = reading.files.get(from)
            if (from === to || bytes === undefined) continue
            files.set(from, null)
            files.set(to, bytes)
          }
        const skipped = items.filter(({ skip, whole: of }) => skip && of !== null)
        for (const { table } of skipped) {
          if (!whole || table === null || table === 'register') continue
          const bytes = reading.files.get(reading.pathOf(table))
          if (bytes !== undefined) files.set(renamed[table] ?? table, bytes)
        }
        for (const [table, bytes] of changed) {
          const own = used.filter((item) => item.table === table)
          const different = own.some(({ findings }) => findings !== null && changesAnything(findings.effect))
          if (whole || different) files.set(renamed[table] ?? table, bytes)
        }
        for (const [file, bytes] of register?.files() ?? [])
          files.set(file === REGISTER_FILE ? file : (renamed[file] ?? file), bytes)
        if (files.size === 0) throw new Error('这些文件与现有数据没有不同，没有需要改动的。')
        return { what: labelOf(used), changed: files, whole }
      }, pace)
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
    use,
  }
}
