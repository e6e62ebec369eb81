/** Brings a package from a static host. */

import { PACKAGE_FILES, type PackageFiles, renamedFiles } from '../../intake/package.ts'
import type { Notice } from '../../model/report.ts'
import type { WaitingFor } from '../contract/package.ts'
import type { AskHost, HostFile } from './host-file.ts'

/** What a host gave. */
export interface HostPackage {
  files: PackageFiles
  /** path → why it did not come, of those that are not known to be absent */
  unread: ReadonlyMap<string, string>
  notes: readonly Notice[]
}

export interface FetchTells {
  onProgress: (done: number, of: number, what: string) => void
  /** the files of which nothing has come for a while, or hardly anything; none when it goes on */
  onWaiting: (waiting: WaitingFor[]) => void
}

export interface PackageFetcher {
  /** The whole package. */
  all: () => Promise<HostPackage>
  /** Those files of it again; the others stay. Where district.json is one of them, everything: it says where the others are. */
  again: (before: HostPackage, paths: readonly string[]) => Promise<HostPackage>
  /** Asks anew for a file that is waited for, or goes on without it. */
  hurry: (path: string, how: 'again' | 'without') => void
}

const DISTRICT = 'district.json'

/** ms without a byte after which a file is reported, and between two checks. */
const PATIENCE = 8000
const EVERY = 1000

/** The speed of a file is measured over so many times PATIENCE; below so many bytes a second it is slow. */
const LONG = 4
const SLOW = 1024

interface Awaited {
  started: number
  /** when bytes came last */
  since: number
  /** bytes that have come */
  bytes: number
  /** where the interval that is measured began, and whether the one before it was slow */
  mark: { at: number; bytes: number }
  slow: boolean
  hurry: (how: 'again' | 'without') => void
}

const MISSING_BUT_PAGE = '服务器对不存在的文件名也返回同一个网页，下列文件按“没有”处理'

/**
 * Fetches the files of the contract under `base` (ending in a slash). A file that is not there is left out; one that
 * does not come is told, and why.
 */
export const openFetcher = (
  base: string,
  { onProgress, onWaiting }: FetchTells,
  ask: AskHost,
  patience = PATIENCE,
): PackageFetcher => {
  const awaited = new Map<string, Awaited>()
  let told = 0
  let timer: ReturnType<typeof setInterval> | null = null
  const look = (): void => {
    const now = performance.now()
    const waiting = [...awaited].flatMap(([path, one]): WaitingFor[] => {
      const { at, bytes } = one.mark
      if (now - at >= LONG * patience) {
        one.slow = (one.bytes - bytes) * 1000 < SLOW * (now - at)
        one.mark = { at: now, bytes: one.bytes }
      }
      const tell = (from: number, received: number | null) => [
        { path, seconds: Math.round((now - from) / 1000), received },
      ]
      if (now - one.since >= patience) return tell(one.since, null)
      return one.slow ? tell(one.started, one.bytes) : []
    })
    if (waiting.length > 0 || told > 0) onWaiting(waiting)
    told = waiting.length
  }
  const watch = (path: string, one: Awaited): void => {
    awaited.set(path, one)
    timer ??= setInterval(look, Math.min(EVERY, patience))
  }
  const unwatch = (path: string): void => {
    awaited.delete(path)
    if (awaited.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
    look()
  }

  const bring = async (path: string, fresh: boolean): Promise<HostFile> => {
    if (!URL.canParse(path, base)) return { type: 'fault', reason: '路径有误' }
    for (let again = fresh; ; again = true) {
      const control = new AbortController()
      let wish: 'again' | 'without' | null = null
      const started = performance.now()
      const one: Awaited = {
        started,
        since: started,
        bytes: 0,
        mark: { at: started, bytes: 0 },
        slow: false,
        hurry: (how) => {
          wish = how
          control.abort()
        },
      }
      watch(path, one)
      try {
        const asking = ask(new URL(path, base), {
          signal: control.signal,
          fresh: again,
          onBytes: (count) => {
            one.since = performance.now()
            one.bytes += count
          },
        })
        // A body that has stalled may ignore the abort signal.
        const stopped = new Promise<never>((_, reject) => {
          control.signal.addEventListener('abort', () => reject(control.signal.reason))
        })
        return await Promise.race([asking, stopped])
      } catch (error) {
        if (wish === 'without') {
          const silent = performance.now() - one.since >= patience
          return { type: 'fault', reason: `${silent ? '一直没有收到数据' : '收得太慢'}，没有再等` }
        }
        if (wish !== 'again') return { type: 'fault', reason: `读取出错：${String(error)}` }
      } finally {
        unwatch(path)
      }
    }
  }

  const gather = async (
    before: HostPackage | null,
    paths: readonly string[] | null,
  ): Promise<HostPackage> => {
    const files = new Map(before?.files)
    const unread = new Map(before?.unread)
    const pages: string[] = []
    const wholly = paths === null || paths.includes(DISTRICT)
    const fetchOne = async (path: string): Promise<void> => {
      const file = await bring(path, before !== null)
      files.delete(path)
      unread.delete(path)
      if (file.type === 'here') files.set(path, file.bytes)
      else if (file.type === 'fault') unread.set(path, file.reason)
      else if (file.startPage) pages.push(path)
    }
    if (wholly) {
      files.clear()
      unread.clear()
      onProgress(0, PACKAGE_FILES.length, DISTRICT)
      await fetchOne(DISTRICT)
    }
    const names = renamedFiles(files.get(DISTRICT))
    const all = PACKAGE_FILES.filter((name) => name !== DISTRICT).map((name) => names[name] ?? name)
    const wanted = [...new Set(wholly ? all : (paths ?? []))]
    let done = wholly ? 1 : 0
    const of = wanted.length + done
    onProgress(done, of, wholly ? DISTRICT : (wanted[0] ?? ''))
    await Promise.all(
      wanted.map(async (path) => {
        await fetchOne(path)
        onProgress(++done, of, path)
      }),
    )
    const reason = `${MISSING_BUT_PAGE}：${pages.sort().join('、')}`
    const notes = pages.length === 0 ? [] : [{ file: '', line: 0, field: '', value: '', reason }]
    return { files, unread, notes: wholly ? notes : [...(before?.notes ?? []), ...notes] }
  }

  return {
    all: () => gather(null, null),
    again: gather,
    hurry: (path, how) => awaited.get(path)?.hurry(how),
  }
}
