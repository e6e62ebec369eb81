/**
 * The package of the user's own as it lies in storage: its files, and for each revision the files it changed as they
 * were before. Every write says which state it starts from; when another window has written meanwhile it is refused.
 */

import type { PackageFiles } from '../../intake/package.ts'
import type { Revision } from '../contract/package.ts'
import type { ObjectStore, Storage, StoreName } from './storage.ts'

/** path → new bytes, null = the file goes */
export type Changes = ReadonlyMap<string, Uint8Array | null>

interface KeptRevision extends Revision {
  /** bytes kept so that it can be taken back */
  size: number
  /** the package came into being with it: taken back, there is none */
  first: boolean
  /** where photos came from before it */
  photoBase: string | null
}

export interface OwnPackage {
  /** bytes of its files */
  size: number
  /** where photos that are not among its files may be fetched from; null = nowhere */
  photoBase: string | null
  /** those that can be taken back, oldest first */
  revisions: KeptRevision[]
  /** ISO time of the last change */
  changedAt: string
}

export interface KeptState {
  /** goes up with every write: tells one state from another */
  stamp: number
  /** the package shown last */
  shown: 'host' | 'own'
  own: OwnPackage | null
}

/** Another window has written since this one read. The message is for the user. */
export class ConflictError extends Error {
  override name = 'ConflictError'
  constructor() {
    super('另一个窗口已经改动了数据，这次改动没有保存。请重新载入最新的数据，再做一次。')
  }
}

/** What lies in storage is not of the kind that was put there. The message is for the user. */
class StrangeError extends Error {
  override name = 'StrangeError'
}

/** How much is kept to take back: the newest revision always, older ones within both bounds. */
const MOST_REVISIONS = 100
const MOST_BYTES = 256 * 1024 * 1024

const FRESH: KeptState = { stamp: 0, shown: 'host', own: null }

type Stores = (name: StoreName) => ObjectStore

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRevision = (value: unknown): value is KeptRevision =>
  isRecord(value) &&
  Number.isSafeInteger(value.number) &&
  typeof value.at === 'string' &&
  typeof value.what === 'string' &&
  typeof value.size === 'number' &&
  typeof value.first === 'boolean' &&
  (value.photoBase === null || typeof value.photoBase === 'string')

const isOwn = (value: unknown): value is OwnPackage =>
  isRecord(value) &&
  typeof value.size === 'number' &&
  typeof value.changedAt === 'string' &&
  (value.photoBase === null || typeof value.photoBase === 'string') &&
  Array.isArray(value.revisions) &&
  value.revisions.every(isRevision)

const isState = (value: unknown): value is KeptState =>
  isRecord(value) &&
  Number.isSafeInteger(value.stamp) &&
  (value.shown === 'host' || value.shown === 'own') &&
  (value.own === null || isOwn(value.own))

/** Throws StrangeError where it is none: what is not understood is not written over either. */
const stateOf = async (store: Stores): Promise<KeptState> => {
  const value = await store('state').get('state')
  if (value === undefined) return FRESH
  if (!isState(value)) throw new StrangeError('保存的记录读不懂')
  return value
}

/** The state it starts from; throws where that is no longer the present one. */
const startFrom = async (store: Stores, stamp: number): Promise<KeptState> => {
  const state = await stateOf(store)
  if (state.stamp !== stamp) throw new ConflictError()
  return state
}

/** A view into a larger buffer would take the whole of it along into storage. */
const compact = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()

const fileOf = async (store: Stores, path: string): Promise<Uint8Array | null> => {
  const value = await store('files').get(path)
  if (value === undefined) return null
  if (!(value instanceof Uint8Array)) throw new StrangeError(`保存的 ${path} 不是文件内容`)
  return value
}

/** Null where there is nothing; throws StrangeError where it is something else. */
const changesOf = (value: unknown): Changes | null => {
  if (value === undefined) return null
  const isChange = ([path, bytes]: [unknown, unknown]) =>
    typeof path === 'string' && (bytes === null || bytes instanceof Uint8Array)
  if (!(value instanceof Map) || ![...value].every(isChange))
    throw new StrangeError('这次改动之前的文件读不懂，不能撤销')
  return value
}

/** Puts files in place. Gives them as they were before, and by how many bytes the package grows. */
const putFiles = async (store: Stores, changed: Changes) => {
  const before = new Map<string, Uint8Array | null>()
  let growth = 0
  for (const [path, bytes] of changed) {
    const was = await fileOf(store, path)
    before.set(path, was)
    growth += (bytes?.byteLength ?? 0) - (was?.byteLength ?? 0)
    if (bytes === null) await store('files').delete(path)
    else await store('files').put(path, compact(bytes))
  }
  return { before, growth }
}

const bytesIn = (files: Changes): number =>
  [...files.values()].reduce((sum, bytes) => sum + (bytes?.byteLength ?? 0), 0)

/** Revisions that stay within the bounds, oldest forgotten first; the newest always stays. */
const withinBounds = (revisions: readonly KeptRevision[], mostBytes: number): KeptRevision[] => {
  let bytes = 0
  const kept: KeptRevision[] = []
  for (const revision of [...revisions].reverse()) {
    bytes += revision.size
    if (kept.length > 0 && (kept.length >= MOST_REVISIONS || bytes > mostBytes)) break
    kept.unshift(revision)
  }
  return kept
}

export interface KeptPackage {
  kept: boolean
  state: () => Promise<KeptState>
  /**
   * The state together with its files: those `wanted` names, given district.json (the others, photos, stay where they
   * are); null = all.
   */
  read: (
    wanted: ((district: Uint8Array | null) => string[]) | null,
  ) => Promise<{ state: KeptState; files: Map<string, Uint8Array> }>
  file: (path: string) => Promise<Uint8Array | null>
  /** of all its files */
  paths: () => Promise<string[]>
  /** What the newest revision changed, as it was before; null where nothing can be taken back. */
  before: (revision: number) => Promise<Changes | null>
  /**
   * Writes a revision. `base`: the files of the package it comes into being from, null when there is one already.
   * @param photoBase where photos come from with it
   */
  revise: (
    stamp: number,
    revision: Omit<Revision, 'number'>,
    base: PackageFiles | null,
    changed: Changes,
    photoBase: string | null,
  ) => Promise<KeptState>
  /** Takes back the newest revision. */
  undo: (stamp: number, at: string) => Promise<KeptState>
  clear: (stamp: number) => Promise<KeptState>
  show: (source: 'host' | 'own') => Promise<KeptState>
}

/** @param mostBytes kept to take back revisions, beside the newest */
export const openKeptPackage = (storage: Storage, mostBytes = MOST_BYTES): KeptPackage => {
  const { transact } = storage
  /** Writes the next state and gives it. */
  const settle = async (store: Stores, next: Omit<KeptState, 'stamp'>, was: KeptState) => {
    const state = { ...next, stamp: was.stamp + 1 }
    await store('state').put('state', state)
    return state
  }
  const wipe = async (store: Stores) => {
    await store('files').clear()
    await store('before').clear()
  }
  return {
    kept: storage.kept,
    state: () => transact('readonly', stateOf),
    read: (wanted) =>
      transact('readonly', async (store) => {
        const state = await stateOf(store)
        const paths = wanted
          ? wanted(await fileOf(store, 'district.json'))
          : (await store('files').keys()).map(String)
        const files = new Map<string, Uint8Array>()
        for (const path of paths) {
          // Taken out as a whole, what is no file is left behind; to be shown, it must be whole.
          const bytes = await fileOf(store, path).catch((error: unknown) => {
            if (wanted === null && error instanceof StrangeError) return null
            throw error
          })
          if (bytes !== null) files.set(path, bytes)
        }
        return { state, files }
      }),
    file: (path) => transact('readonly', (store) => fileOf(store, path)),
    paths: () => transact('readonly', async (store) => (await store('files').keys()).map(String)),
    before: (revision) =>
      transact('readonly', async (store) => changesOf(await store('before').get(revision))),
    revise: (stamp, { at, what }, base, changed, photoBase) =>
      transact('readwrite', async (store) => {
        const was = await startFrom(store, stamp)
        if (base !== null) await wipe(store)
        const first = base === null ? null : await putFiles(store, base)
        const { before, growth } = await putFiles(store, changed)
        // Numbers are never used again: the stamp that a revision was written with is a number of its own.
        const number = was.stamp + 1
        const revision: KeptRevision = {
          number,
          at,
          what,
          size: first === null ? bytesIn(before) : 0,
          first: first !== null,
          photoBase: was.own?.photoBase ?? null,
        }
        if (first === null) await store('before').put(number, before)
        const all = [...(first === null ? (was.own?.revisions ?? []) : []), revision]
        const revisions = withinBounds(all, mostBytes)
        for (const forgotten of all.slice(0, all.length - revisions.length))
          await store('before').delete(forgotten.number)
        const size = (first === null ? (was.own?.size ?? 0) : first.growth) + growth
        return settle(store, { shown: 'own', own: { size, photoBase, revisions, changedAt: at } }, was)
      }),
    undo: (stamp, at) =>
      transact('readwrite', async (store) => {
        const was = await startFrom(store, stamp)
        const newest = was.own?.revisions.at(-1)
        if (was.own === null || newest === undefined) return was
        if (newest.first) {
          await wipe(store)
          return settle(store, { shown: 'host', own: null }, was)
        }
        const before = changesOf(await store('before').get(newest.number))
        if (before === null) throw new StrangeError('这次改动之前的文件没有保存下来，不能撤销')
        const { growth } = await putFiles(store, before)
        await store('before').delete(newest.number)
        const own: OwnPackage = {
          size: was.own.size + growth,
          photoBase: newest.photoBase,
          revisions: was.own.revisions.slice(0, -1),
          changedAt: at,
        }
        return settle(store, { shown: 'own', own }, was)
      }),
    clear: (stamp) =>
      transact('readwrite', async (store) => {
        const was = await startFrom(store, stamp)
        await wipe(store)
        return settle(store, { shown: 'host', own: null }, was)
      }),
    show: (shown) =>
      transact('readwrite', async (store) => {
        // Which package a window shows is no change of the data: no stamp, so that other windows are not refused for it.
        const state = { ...(await stateOf(store)), shown }
        await store('state').put('state', state)
        return state
      }),
  }
}
