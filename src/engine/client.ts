/** The typed way from the screen to the worker. */
import { proxy, wrap } from 'comlink'
import type { Engine } from './api.ts'

type Call = (...args: unknown[]) => Promise<unknown>

/** A callback stays on this side and is called from the worker. */
const carried = (arg: unknown): unknown => (typeof arg === 'function' ? proxy(arg as object) : arg)

/** Starts the worker; it lives as long as the page. */
export const connectEngine = (): Engine => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const remote = wrap<Record<string, Call>>(worker)
  return new Proxy({} as Engine, {
    get: (_, name) =>
      // Asked whether it is a promise, it must say no.
      typeof name === 'string' && name !== 'then'
        ? (...args: unknown[]) => (remote[name] as Call)(...args.map(carried))
        : undefined,
  })
}
