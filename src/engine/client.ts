/** The typed client of the engine's worker. */

import { proxy, wrap } from 'comlink'
import type { Engine } from './contract/engine.ts'
import { canFail } from './package/patience.ts'
import { STARTED } from './started.ts'

type Call = (...args: unknown[]) => Promise<unknown>

/** A callback stays on this side and is called from the worker. */
const carried = (arg: unknown): unknown => (typeof arg === 'function' ? proxy(arg as object) : arg)

const notStarted = (detail: string): Error =>
  new Error(
    `数据引擎没有启动${detail === '' ? '' : `（${detail}）`}，数据读不进来：请点“重试”。仍不行时，请核对网站的 assets 文件夹是否完整，或换用较新的 Chrome、Edge、Firefox。`,
  )

/**
 * Starts the worker; it lives as long as the page. Where it does not start (its file is not there, is not allowed, or
 * not understood), every question asked of it is answered with an Error that says so.
 * @param openWorker the worker of worker.ts
 */
export const connectEngine = (openWorker: () => Worker): Engine => {
  const { fail, unlessFailed } = canFail()
  let remote: Record<string, Call> = {}
  try {
    const worker = openWorker()
    let started = false
    worker.addEventListener('message', ({ data }) => {
      if (data === STARTED) started = true
    })
    worker.addEventListener('error', ({ message }) => {
      // After the start, an error in the worker rejects the answer it belongs to.
      if (!started) fail(notStarted(message ?? ''))
    })
    remote = wrap<Record<string, Call>>(worker) as unknown as Record<string, Call>
  } catch (error) {
    fail(notStarted(error instanceof Error ? error.message : ''))
  }
  return new Proxy({} as Engine, {
    get: (_, name) =>
      // With a `then`, `await` would take the proxy for a promise.
      typeof name === 'string' && name !== 'then'
        ? (...args: unknown[]) => unlessFailed(() => (remote[name] as Call)(...args.map(carried)))
        : undefined,
  })
}
