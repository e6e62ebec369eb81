/**
 * The package at work: its files, what they mean, and where they come from. The host's lies beside the page; a change
 * makes a package of the user's own of it, which is kept in this browser and can be taken back step by step.
 */
import { PACKAGE_FILES, type PackageFile, REGISTER_FILE } from '../intake/contract.ts'
import { type PackageFiles, readPackage, renamedFiles } from '../intake/package.ts'
import type { Overview } from './api.ts'
import type { PackageState } from './data-api.ts'
import {
  type Changes,
  ConflictError,
  type KeptPackage,
  type KeptState,
  openKeptPackage,
} from './kept-package.ts'
import { type Opened, openIntake } from './open.ts'
import { overviewOf } from './overview.ts'

import { sampleStandard } from './sample-standard.ts'
import type { Storage } from './storage.ts'

/** What the workspace stands on; tests bring their own. */
export interface Ground {
  /** the host's package; throws an Error for the user when it is out of reach */
  fetchHost: () => Promise<PackageFiles>
  /** one photo of a host, null where it is not there */
  fetchPhoto: (url: string) => Promise<Uint8Array | null>
  /** where photos of the host's package are fetched from, ending in a slash */
  hostBase: string
  storage: Storage
  /** ISO time with its zone */
  now: () => string
  /** tells other windows that the kept package is another one now */
  announce: () => void
}

/** A package as it is read. */
export interface Reading {
  /** its files, without photos */
  files: PackageFiles
  opened: Opened
  /** where a file of the contract stands in it */
  pathOf: (file: PackageFile) => string
}

/** A change on its way. */
export interface Revising {
  /** one line for the list of revisions: 「导入 issues.xlsx：新增 12、更新 3」 */
  what: string
  changed: Changes
  /** a package takes the place of the whole: every file that `changed` does not bring goes */
  whole?: boolean
  /** looks at what would come of it; throws an Error for the user when it must not be */
  check?: (after: Reading, before: Reading) => void
}

export interface Workspace {
  /** Opens the package shown last: the user's own where there is one, else the host's. */
  start: () => Promise<Overview>
  /** What is shown. Throws before `start`. */
  reading: () => Reading
  /**
   * Makes the next revision of the package shown. Throws, and changes nothing, when the result is no package, when `check`
   * does, when another window has changed it, or when there is no room.
   * @param make called when it is its turn, so that it starts from the files as they are by then
   */
  revise: (make: () => Revising | Promise<Revising>) => Promise<Overview>
  undo: () => Promise<Overview>
  clear: () => Promise<Overview>
  show: (source: 'host' | 'own') => Promise<Overview>
  /** Takes up what another window has written. */
  renew: () => Promise<Overview>
  state: () => Promise<PackageState>
  /** A file of the package shown, photos included; null where it is not there. */
  file: (path: string) => Promise<Uint8Array | null>
  /** Everything that belongs to the package, photos too, to be taken elsewhere; of the own one where it is broken. */
  everything: () => Promise<Map<string, Uint8Array>>
  recall: (key: string) => Promise<unknown>
  remember: (key: string, value: unknown) => Promise<void>
}

interface Present {
  source: 'host' | 'own'
  files: PackageFiles
  opened: Opened
  /** the kept state it was read from */
  state: KeptState
}

/** Photos fetched at a time. */
const AT_ONCE = 6

const readingOf = ({ files, opened }: Pick<Present, 'files' | 'opened'>): Reading => {
  const renamed = renamedFiles(files.get('district.json'))
  return { files, opened, pathOf: (file) => renamed[file] ?? file }
}

const openFiles = (files: PackageFiles): Opened => openIntake(readPackage(files, sampleStandard))

/** Paths the model is read from; everything else (photos) is fetched when it is looked at. */
const readPaths = (files: Pick<PackageFiles, 'get'>): string[] => {
  const renamed = renamedFiles(files.get('district.json'))
  return [REGISTER_FILE, ...PACKAGE_FILES.map((name) => renamed[name] ?? name)]
}

const withChanges = (files: PackageFiles, changed: Changes): Map<string, Uint8Array> => {
  const next = new Map(files)
  for (const [path, bytes] of changed)
    if (bytes === null) next.delete(path)
    else next.set(path, bytes)
  return next
}

const photoPaths = ({ model }: Opened): string[] => [
  ...new Set([
    ...model.issues.flatMap((issue) => [issue.photoBefore ?? [], issue.photoAfter ?? []].flat()),
    ...model.activities.flatMap((activity) => activity.photo ?? []),
  ]),
]

const within = async <A>(list: readonly A[], act: (one: A) => Promise<void>): Promise<void> => {
  const waiting = [...list]
  const worker = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await act(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** Why a kept package cannot be shown. */
const brokenBy = (error: unknown): string =>
  `保存在本机的自有数据打不开（${error instanceof Error ? error.message : '原因不明'}），现在显示的是随页面提供的数据。自有数据仍在：可以导出备份，或清除后重新导入。`

export const openWorkspace = (ground: Ground): Workspace => {
  const keeper: KeptPackage = openKeptPackage(ground.storage)
  let present: Present | null = null
  let broken: string | null = null
  let host: Promise<PackageFiles> | null = null

  const shown = (): Present => {
    if (present === null) throw new Error('数据尚未读入')
    return present
  }

  /** Fetched once, and again after a failure. */
  const hostFiles = (): Promise<PackageFiles> => {
    host ??= ground.fetchHost().catch((error: unknown) => {
      host = null
      throw error
    })
    return host
  }

  const adopt = (next: Present): Overview => {
    present = next
    const { source, opened, state } = next
    const own = source === 'own' ? state.own : null
    if (own === null) return overviewOf(opened, ground.hostBase)
    return overviewOf(opened, own.photoBase ?? '', { changedAt: own.changedAt, kept: keeper.kept })
  }

  const showHost = async (state: KeptState): Promise<Overview> => {
    const files = await hostFiles()
    return adopt({ source: 'host', files, opened: openFiles(files), state })
  }

  const showOwn = async (): Promise<Overview> => {
    const { state, files } = await keeper.read((district) =>
      readPaths(new Map(district === null ? [] : [['district.json', district]])),
    )
    return adopt({ source: 'own', files, opened: openFiles(files), state })
  }

  const showKept = async (): Promise<Overview> => {
    const state = await keeper.state()
    broken = null
    if (state.own === null || state.shown === 'host') return showHost(state)
    try {
      return await showOwn()
    } catch (error) {
      broken = brokenBy(error)
      return showHost(state)
    }
  }

  // One thing after the other: two changes at once must not both start from the same state.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <A>(act: () => Promise<A>): Promise<A> => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }

  /** The files read for the model once `changed` is in place; one that only now is read comes from storage. */
  const readable = async (source: 'host' | 'own', files: PackageFiles, changed: Changes) => {
    const all = withChanges(files, changed)
    const next = new Map<string, Uint8Array>()
    for (const path of readPaths(all)) {
      const stored = source === 'own' && !files.has(path) && !changed.has(path)
      const bytes = all.get(path) ?? (stored ? await keeper.file(path) : null)
      if (bytes) next.set(path, bytes)
    }
    return next
  }

  const revise: Workspace['revise'] = (make) =>
    inTurn(async () => {
      const { source, files, state } = shown()
      if (source === 'host' && state.own !== null)
        throw new Error(
          '现在显示的是随页面提供的数据，而本机还保存着一份自有数据：请先切换到自有数据再改动；若不再需要它，请先清除。',
        )
      const { what, changed: brought, whole = false, check } = await make()
      const there = !whole ? [] : source === 'own' ? await keeper.paths() : files.keys()
      const changed: Changes = new Map([...[...there].map((path) => [path, null] as const), ...brought])
      const next = await readable(source, files, changed)
      const opened = openFiles(next)
      check?.(readingOf({ files: next, opened }), readingOf(shown()))
      const photoBase = whole ? null : source === 'host' ? ground.hostBase : (state.own?.photoBase ?? null)
      const base = source === 'host' ? files : null
      const written = await keeper.revise(state.stamp, { at: ground.now(), what }, base, changed, photoBase)
      ground.announce()
      return adopt({ source: 'own', files: next, opened, state: written })
    })

  const undo: Workspace['undo'] = () =>
    inTurn(async () => {
      const { source, files, state } = shown()
      const newest = state.own?.revisions.at(-1)
      if (source === 'host' || newest === undefined) throw new Error('没有可以撤销的改动。')
      if (newest.first) {
        // Read first: where the host is out of reach nothing is taken back.
        const before = await hostFiles()
        const opened = openFiles(before)
        const written = await keeper.undo(state.stamp, ground.now())
        ground.announce()
        return adopt({ source: 'host', files: before, opened, state: written })
      }
      const changed = await keeper.before(newest.number)
      if (changed === null) throw new ConflictError()
      const next = await readable(source, files, changed)
      const opened = openFiles(next)
      const written = await keeper.undo(state.stamp, ground.now())
      ground.announce()
      return adopt({ source: 'own', files: next, opened, state: written })
    })

  const fetchMissing = async (
    found: Map<string, Uint8Array>,
    base: string,
    opened: Opened,
  ): Promise<void> => {
    await within(
      photoPaths(opened).filter((path) => !found.has(path)),
      async (path) => {
        if (!URL.canParse(path, base)) return
        const { href } = new URL(path, base)
        const bytes = href.startsWith(base) ? await ground.fetchPhoto(href) : null
        if (bytes !== null) found.set(path, bytes)
      },
    )
  }

  return {
    start: () => inTurn(showKept),
    renew: () => inTurn(showKept),
    reading: () => readingOf(shown()),
    revise,
    undo,
    clear: () =>
      inTurn(async () => {
        const files = await hostFiles()
        const opened = openFiles(files)
        const state = await keeper.clear(shown().state.stamp)
        broken = null
        ground.announce()
        return adopt({ source: 'host', files, opened, state })
      }),
    show: (source) =>
      inTurn(async () => {
        if (source === 'host') {
          const overview = await showHost(await keeper.state())
          await keeper.show('host')
          return overview
        }
        if ((await keeper.state()).own === null) throw new Error('本机没有保存自有数据。')
        const overview = await showOwn()
        await keeper.show('own')
        broken = null
        return overview
      }),
    state: async () => {
      const { source } = shown()
      const { own } = await keeper.state()
      return {
        source,
        hasOwn: own !== null,
        revisions: (own?.revisions ?? []).map(({ number, at, what }) => ({ number, at, what })).reverse(),
        size: own?.size ?? 0,
        kept: keeper.kept,
        broken,
      }
    },
    file: async (path) =>
      shown().files.get(path) ?? (shown().source === 'own' ? await keeper.file(path) : null),
    everything: async () => {
      const { source, files, opened, state } = shown()
      if (source === 'host' && broken === null) {
        const all = new Map(files)
        await fetchMissing(all, ground.hostBase, opened)
        return all
      }
      const all = (await keeper.read(null)).files
      const photoBase = state.own?.photoBase ?? null
      if (broken === null && photoBase !== null) await fetchMissing(all, photoBase, opened)
      return all
    },
    recall: keeper.recall,
    remember: keeper.remember,
  }
}
