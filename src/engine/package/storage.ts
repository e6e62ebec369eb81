/**
 * Where this browser keeps things: four object stores of keys and values in IndexedDB, and the same in memory where the
 * browser refuses it (some private windows, some pages opened from disk). What they hold is defined in kept-package.ts.
 */
import { type IDBPTransaction, openDB } from 'idb'
import { within } from './patience.ts'

const STORES = ['files', 'before', 'state', 'values'] as const
export type StoreName = (typeof STORES)[number]
type Key = string | number

/** One object store within a transaction. */
export interface ObjectStore {
  get: (key: Key) => Promise<unknown>
  put: (key: Key, value: unknown) => Promise<void>
  delete: (key: Key) => Promise<void>
  clear: () => Promise<void>
  keys: () => Promise<Key[]>
}

export interface Storage {
  /** whether it outlives the page */
  kept: boolean
  /** why what was kept before cannot be reached, a Chinese clause; null = nothing is wrong, or nothing was ever kept */
  fault: string | null
  /**
   * Runs `work` on all object stores at once: everything it writes is there afterwards, or nothing when it throws. It may wait
   * for those only, for nothing else. Throws a StorageError when there is no room.
   */
  transact: <A>(
    mode: 'readonly' | 'readwrite',
    work: (store: (name: StoreName) => ObjectStore) => Promise<A>,
  ) => Promise<A>
}

/** The browser did not keep what it was given. The message is for the user. */
class StorageError extends Error {
  override name = 'StorageError'
}

const messageOf = (error: unknown): string =>
  error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)
    ? '浏览器的存储空间不够，这次改动没有保存，原来的数据没有变。请先导出数据包，清理磁盘或浏览器空间后再试。'
    : '浏览器没能保存，这次改动没有生效，原来的数据没有变。请先导出数据包，再重新打开页面试一次。'

type Transaction = IDBPTransaction<unknown, StoreName[], 'readonly' | 'readwrite'>

const storeOf = (tx: Transaction, name: StoreName): ObjectStore => {
  // A transaction opened for reading has no writing calls: asked to write, it throws as IndexedDB itself would.
  const store = tx.objectStore(name) as ReturnType<
    IDBPTransaction<unknown, StoreName[], 'readwrite'>['objectStore']
  >
  return {
    get: (key) => store.get(key),
    put: async (key, value) => {
      await store.put(value, key)
    },
    delete: (key) => store.delete(key),
    clear: () => store.clear(),
    keys: async () => (await store.getAllKeys()) as Key[],
  }
}

/** Some browsers neither open nor refuse; the page must not wait for them. In ms. */
const PATIENCE = 5000

/** The object stores are not the expected ones. */
class StoreError extends Error {
  override name = 'StoreError'
}

const openDatabase = async (name: string, patience: number) => {
  const opening = openDB(name, 1, {
    upgrade: (fresh) => {
      for (const store of STORES) fresh.createObjectStore(store)
    },
    // A page of a later version that has to change the object stores must not wait for this one.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  })
  try {
    return await within(patience, opening)
  } catch (error) {
    // It may still open when nobody waits for it any more.
    opening.then(
      (database) => database.close(),
      () => undefined,
    )
    throw error
  }
}

const openKept = async (name: string, patience: number): Promise<Storage> => {
  const database = await openDatabase(name, patience)
  if (STORES.some((store) => !database.objectStoreNames.contains(store))) {
    database.close()
    throw new StoreError()
  }
  return {
    kept: true,
    fault: null,
    transact: async (mode, work) => {
      let tx: Transaction | null = null
      let thrown: unknown = null
      try {
        tx = database.transaction([...STORES], mode) as Transaction
        const open = tx
        // Told of below, by what `work` meets or by `done` itself.
        open.done.catch(() => undefined)
        const answer = await work((store) => storeOf(open, store)).catch((error: unknown) => {
          thrown = error
          throw error
        })
        await open.done
        return answer
      } catch (error) {
        const own = error === thrown && !(error instanceof DOMException)
        try {
          tx?.abort()
        } catch {
          // It is over already: that is why we are here.
        }
        throw own ? error : new StorageError(messageOf(tx?.error ?? error))
      }
    },
  }
}

/** Object stores that last as long as the page. @param fault why they have to serve, where others should */
export const openPassing = (fault: string | null = null): Storage => {
  let stores = new Map<StoreName, Map<Key, unknown>>()
  return {
    kept: false,
    fault,
    transact: async (_, work) => {
      const copy = new Map(STORES.map((name) => [name, new Map(stores.get(name))]))
      const answer = await work((name) => {
        const store = copy.get(name) as Map<Key, unknown>
        return {
          get: async (key) => store.get(key),
          put: async (key, value) => void store.set(key, value),
          delete: async (key) => void store.delete(key),
          clear: async () => store.clear(),
          keys: async () => [...store.keys()],
        }
      })
      stores = copy
      return answer
    },
  }
}

/** Errors of a browser that keeps nothing for this page at all: nothing was kept before either. */
const REFUSED: readonly string[] = ['SecurityError', 'InvalidStateError']

/** Null where there is nothing to be missed. */
const faultOf = (error: unknown): string | null => {
  const { name = '' } = error instanceof Object ? (error as { name?: string }) : {}
  if (!('indexedDB' in globalThis) || REFUSED.includes(name)) return null
  switch (name) {
    case 'VersionError':
      return '是较新版本的页面保存的'
    case 'StoreError':
      return '存储的结构不对'
    case 'ImpatientError':
      return '浏览器的存储没有回答，可能被另一个窗口占用'
    default:
      return '浏览器的存储打不开'
  }
}

/** The object stores of that database; passing ones where the browser keeps nothing, or not as expected. Never throws. */
export const openStorage = async (name: string, patience = PATIENCE): Promise<Storage> => {
  try {
    return await openKept(name, patience)
  } catch (error) {
    return openPassing(faultOf(error))
  }
}
