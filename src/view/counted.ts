/** The same engine, telling how many of its answers are still awaited: the page is idle when none is. */
import type { Engine } from '../engine/contract/engine.ts'

type Call = (...args: unknown[]) => Promise<unknown>

/**
 * @param onCount called with the number of open questions whenever it changes
 * @param onFault called with what an answer failed with, which is thrown all the same
 */
export const counted = (
  engine: Engine,
  onCount: (open: number) => void,
  onFault: (error: unknown) => void,
): Engine => {
  let open = 0
  return new Proxy(engine, {
    get: (target, name) => {
      const ask = (target as unknown as Record<string | symbol, Call | undefined>)[name]
      if (ask === undefined) return undefined
      return async (...args: unknown[]) => {
        onCount(++open)
        try {
          return await ask(...args)
        } catch (error) {
          onFault(error)
          throw error
        } finally {
          onCount(--open)
        }
      }
    },
  })
}
