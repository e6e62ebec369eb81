/**
 * The package at work: its files, what they mean, and where they come from. The host's lies beside the page; a change
 * makes a package of the user's own of it, which is kept in this browser and can be taken back step by step.
 */

import { BESIDE_FILES, PACKAGE_FILES, type PackageFile } from '../../intake/contract.ts'
import { atPace, type Pace, UNPACED } from '../../intake/pace.ts'
import { type PackageFiles, packageSteps, readPackage, renamedFiles } from '../../intake/package.ts'
import { overviewOf } from '../answers/overview.ts'
import type { Overview, PackageState } from '../contract/package.ts'
import type { HostPackage } from './fetch.ts'
import type { HostFile } from './host-file.ts'
import {
  type Changes,
  ConflictError,
  type KeptPackage,
  type KeptState,
  openKeptPackage,
} from './kept-package.ts'
import { type Opened, openIntake, withBriefings } from './open.ts'
import { within } from './patience.ts'
import { sampleStandard } from './sample-standard.ts'
import { openPassing, type Storage } from './storage.ts'

/** What the workspace stands on; tests bring their own. */
export interface Ground {
  /** the host's package; with `again` those files of it once more, the others as they were */
  fetchHost: (again?: { before: HostPackage; paths: readonly string[] }) => Promise<HostPackage>
  /** one photo of a host */
  fetchPhoto: (url: string) => Promise<HostFile>
  /** where photos of the host's package are fetched from, ending in a slash */
  hostBase: string
  storage: Storage
  /** ISO time with its zone */
  now: () => string
  /** tells other windows that the kept package is another one now */
  announce: () => void
}

/** A package as it is read. */
export interface PackageReading {
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
  check?: (after: PackageReading, before: PackageReading) => void
}

export interface Workspace {
  /** Opens the package shown last: the user's own where there is one, else the host's. */
  start: () => Promise<Overview>
  /** What is shown. Throws before `start`. */
  reading: () => PackageReading
  /**
   * Makes the next revision of the package shown. Throws, and changes nothing, when the result is no package, when `check`
   * does, when another window has changed it, or when there is no room.
   * @param make called when it is its turn, so that it starts from the files as they are by then
   * @param pace gives way while what comes of it is read; where it throws, nothing is changed
   */
  revise: (make: () => Revising | Promise<Revising>, pace?: Pace) => Promise<Overview>
  /** The package as such a revision would make it; nothing is changed. */
  suppose: (revision: Revising, pace: Pace) => Promise<Opened>
  undo: () => Promise<Overview>
  clear: () => Promise<Overview>
  show: (source: 'host' | 'own') => Promise<Overview>
  /** Takes up what another window has written. */
  renew: () => Promise<Overview>
  /** Asks the host again for what could not be read of its package. */
  retry: () => Promise<Overview>
  state: () => Promise<PackageState>
  /** A file of the package shown, photos included; null where it is not there. */
  file: (path: string) => Promise<Uint8Array | null>
  /** Why a photo that a host should have cannot be shown; null where it is not there. */
  photoFault: (path: string) => Promise<string | null>
  /**
   * Everything that belongs to the package, photos too, to be taken elsewhere; of the own one where it is broken.
   * `lacks`: path → why it could not be had
   */
  everything: () => Promise<{ files: Map<string, Uint8Array>; lacks: ReadonlyMap<string, string> }>
  /** `Overview.edition` of what is shown */
  edition: () => number
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

const readingOf = ({ files, opened }: Pick<Present, 'files' | 'opened'>): PackageReading => {
  const renamed = renamedFiles(files.get('district.json'))
  return { files, opened, pathOf: (file) => renamed[file] ?? file }
}

/** The package with a change that touches its presentations alone; null for any other change. */
const openBriefings = ({ pathOf, opened }: PackageReading, changed: Changes): Opened | null => {
  const path = pathOf('scenes.json')
  return changed.size === 1 && changed.has(path)
    ? withBriefings(opened, path, changed.get(path) ?? undefined)
    : null
}

const openFiles = (files: PackageFiles): Opened => openIntake(readPackage(files, sampleStandard))

/** The same for callers that yield in between. */
const openAtPace = async (files: PackageFiles, pace: Pace): Promise<Opened> => {
  const intake = await atPace(packageSteps(files, sampleStandard), pace, '检查改动后的数据')
  await pace.rest(0, 1, '检查改动后的数据')
  const opened = openIntake(intake)
  // The last moment at which it can be given up: from here on it is written.
  await pace.rest(0, 1, '写入')
  return opened
}

const openHostPackage = ({ files, unread, notes }: HostPackage): Opened =>
  openIntake(readPackage(files, sampleStandard, { unread, notes }))

/** ms until what is kept is taken for unreadable: its state, and its files */
const STATE_WITHIN = 5000
const FILES_WITHIN = 60_000

/** Paths the model is read from; everything else (photos) is fetched when it is looked at. */
const readPaths = (files: Pick<PackageFiles, 'get'>): string[] => {
  const renamed = renamedFiles(files.get('district.json'))
  return [...BESIDE_FILES, ...PACKAGE_FILES.map((name) => renamed[name] ?? name)]
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

const each = async <A>(list: readonly A[], act: (one: A) => Promise<void>): Promise<void> => {
  const waiting = [...list]
  const worker = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await act(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '原因不明'
  return error.name === 'ImpatientError' ? '浏览器的存储没有回答' : error.message.replace(/。$/, '')
}

/** Why nothing kept can be read. */
const unkeptBy = (cause: string): string =>
  `本机保存的数据读不出来（${cause}），没有动它；现在显示的是随页面提供的数据，这次打开后的改动关闭页面就没有了，请及时导出。`

/** Why a kept package cannot be shown. */
const brokenBy = (error: unknown): string =>
  `保存在本机的自有数据打不开（${causeOf(error)}），现在显示的是随页面提供的数据。自有数据仍在：可以导出备份，或清除后重新导入。`

export const openWorkspace = (ground: Ground): Workspace => {
  let keeper: KeptPackage = openKeptPackage(ground.storage)
  let present: Present | null = null
  let broken: string | null = null
  let unkept = ground.storage.fault === null ? null : unkeptBy(ground.storage.fault)
  let host: Promise<HostPackage> | null = null
  let edition = 0

  const shown = (): Present => {
    if (present === null) throw new Error('数据尚未读入')
    return present
  }

  /** Fetched once, and again after a failure. */
  const hostPackage = (): Promise<HostPackage> => {
    host ??= ground.fetchHost().catch((error: unknown) => {
      host = null
      throw error
    })
    return host
  }

  const adopt = (next: Present): Overview => {
    present = next
    edition++
    const { source, opened, state } = next
    const own = source === 'own' ? state.own : null
    if (own === null) return overviewOf(opened, ground.hostBase, null, edition)
    const { changedAt, photoBase } = own
    return overviewOf(opened, photoBase ?? '', { changedAt, kept: keeper.kept }, edition)
  }

  const adoptHost = (brought: HostPackage, state: KeptState): Overview =>
    adopt({ source: 'host', files: brought.files, opened: openHostPackage(brought), state })

  const showHost = async (state: KeptState): Promise<Overview> => adoptHost(await hostPackage(), state)

  /** The state at the start; where it cannot be read, what is kept stays untouched and nothing is kept any more. */
  const firstState = async (): Promise<KeptState> => {
    try {
      return await within(STATE_WITHIN, keeper.state())
    } catch (error) {
      unkept = unkeptBy(causeOf(error))
      keeper = openKeptPackage(openPassing())
      return keeper.state()
    }
  }

  const showOwn = async (): Promise<Overview> => {
    const { state, files } = await within(
      FILES_WITHIN,
      keeper.read((district) => readPaths(new Map(district === null ? [] : [['district.json', district]]))),
    )
    return adopt({ source: 'own', files, opened: openFiles(files), state })
  }

  const showKept = async (): Promise<Overview> => {
    const state = present === null ? await firstState() : await keeper.state()
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

  const revise: Workspace['revise'] = (make, pace = UNPACED) =>
    inTurn(async () => {
      const { source, files, state } = shown()
      if (source === 'host' && state.own !== null)
        throw new Error(
          '现在显示的是随页面提供的数据，而本机还保存着一份自有数据：请先切换到自有数据再改动；若不再需要它，请先清除。',
        )
      const { what, changed: brought, whole = false, check } = await make()
      const lacking = source === 'host' && !whole ? [...(await hostPackage()).unread] : []
      const [first] = lacking
      if (first !== undefined)
        throw new Error(
          `${first[0]} 没有读到（${first[1]}），现在改动会丢掉它的记录：请先点“重试”把它读入，再做改动。`,
        )
      const there = !whole ? [] : source === 'own' ? await keeper.paths() : files.keys()
      const changed: Changes = new Map([...[...there].map((path) => [path, null] as const), ...brought])
      const next = await readable(source, files, changed)
      const was = readingOf(shown())
      const opened = openBriefings(was, changed) ?? (await openAtPace(next, pace))
      check?.(readingOf({ files: next, opened }), was)
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
        const before = await hostPackage()
        openHostPackage(before)
        const written = await keeper.undo(state.stamp, ground.now())
        ground.announce()
        return adoptHost(before, written)
      }
      const changed = await keeper.before(newest.number)
      if (changed === null) throw new ConflictError()
      const next = await readable(source, files, changed)
      const opened = openBriefings(readingOf(shown()), changed) ?? openFiles(next)
      const written = await keeper.undo(state.stamp, ground.now())
      ground.announce()
      return adopt({ source: 'own', files: next, opened, state: written })
    })

  const fetchMissing = async (
    found: Map<string, Uint8Array>,
    lacks: Map<string, string>,
    base: string,
    opened: Opened,
  ): Promise<void> => {
    await each(
      photoPaths(opened).filter((path) => !found.has(path)),
      async (path) => {
        if (!URL.canParse(path, base)) return
        const { href } = new URL(path, base)
        if (!href.startsWith(base)) return
        const photo = await ground.fetchPhoto(href)
        if (photo.type === 'here') found.set(path, photo.bytes)
        else if (photo.type === 'fault') lacks.set(path, photo.reason)
      },
    )
  }

  return {
    start: () => inTurn(showKept),
    renew: () => inTurn(showKept),
    retry: () =>
      inTurn(async () => {
        const { source, opened } = shown()
        if (source === 'own') return showOwn()
        const before = await hostPackage()
        const paths = opened.report.unread.map(({ file }) => file)
        const next = await ground.fetchHost(paths.length === 0 ? undefined : { before, paths })
        const overview = adoptHost(next, await keeper.state())
        host = Promise.resolve(next)
        return overview
      }),
    reading: () => readingOf(shown()),
    revise,
    suppose: ({ changed, whole }, pace) =>
      openAtPace(withChanges(whole ? new Map() : shown().files, changed), pace),
    undo,
    clear: () =>
      inTurn(async () => {
        const files = await hostPackage()
        openHostPackage(files)
        const state = await keeper.clear(shown().state.stamp)
        broken = null
        ground.announce()
        return adoptHost(files, state)
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
        unkept,
      }
    },
    file: async (path) =>
      shown().files.get(path) ?? (shown().source === 'own' ? await keeper.file(path) : null),
    photoFault: async (path) => {
      const { source, state } = shown()
      const base = source === 'host' ? ground.hostBase : (state.own?.photoBase ?? null)
      if (base === null || !URL.canParse(path, base)) return null
      const photo = await ground.fetchPhoto(new URL(path, base).href)
      if (photo.type === 'absent') return null
      return photo.type === 'fault' ? photo.reason : '不是图片，或已损坏'
    },
    everything: async () => {
      const { source, files, opened, state } = shown()
      if (source === 'host' && broken === null) {
        const all = new Map(files)
        const lacks = new Map((await hostPackage()).unread)
        await fetchMissing(all, lacks, ground.hostBase, opened)
        return { files: all, lacks }
      }
      const all = (await keeper.read(null)).files
      const lacks = new Map<string, string>()
      const photoBase = state.own?.photoBase ?? null
      if (broken === null && photoBase !== null) await fetchMissing(all, lacks, photoBase, opened)
      return { files: all, lacks }
    },
    edition: () => edition,
  }
}
