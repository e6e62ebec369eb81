/** Long work in the worker: it yields to other requests, reports its progress and can be cancelled. */

export type OnProgress = (done: number, of: number, what: string) => void

export interface Pace {
  /** Whether it is time to yield; cheap enough to ask every few hundred rows. */
  isDue: () => boolean
  /** Reports the progress and yields to other requests. Throws when the work has been cancelled. */
  rest: (done: number, of: number, what: string) => Promise<void>
}

/** Milliseconds of work between two yields. */
const STRETCH = 50
/** Milliseconds between two reports of progress. */
const TELLING = 100

/** The work was stopped by who asked for it. */
export class CancelledError extends Error {
  override name = 'CancelledError'
  constructor() {
    super('已取消')
  }
}

export const openPace = (onProgress: OnProgress, isCancelled: () => boolean): Pace => {
  let rested = performance.now()
  let told = 0
  return {
    isDue: () => performance.now() - rested > STRETCH,
    rest: async (done, of, what) => {
      if (performance.now() - told > TELLING) {
        onProgress(done, of, what)
        told = performance.now()
      }
      await new Promise((resolve) => setTimeout(resolve))
      rested = performance.now()
      if (isCancelled()) throw new CancelledError()
    },
  }
}

/** For work without a screen: never yields. */
export const UNPACED: Pace = { isDue: () => false, rest: async () => {} }

/** Work in small steps, each between two yields (of about a millisecond or less), which ends with an answer. */
export type Steps<T> = Generator<void, T, void>

/** Runs the work to its answer without yielding. */
export const finish = <T>(steps: Steps<T>): T => {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Runs the work to its answer, yielding between its steps. */
export const atPace = async <T>(steps: Steps<T>, pace: Pace, what: string): Promise<T> => {
  for (let done = 1; ; done++) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (pace.isDue()) await pace.rest(done, done + 1, what)
  }
}
