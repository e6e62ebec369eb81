/** What may never answer is not waited for without end. */

/** The promise, or after so many ms a rejection with an Error named `ImpatientError`. */
export const within = <A>(ms: number, promise: Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    const late = new Error('no answer')
    late.name = 'ImpatientError'
    const timer = setTimeout(() => reject(late), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })

export interface Failing {
  /** whoever waits is told, and whoever asks later */
  fail: (error: Error) => void
  /** the answer, or a rejection as soon as it is known that none will come; then it is not asked for at all */
  unlessFailed: <A>(ask: () => Promise<A>) => Promise<A>
}

/**
 * What many ask and what may turn out never to answer. A `Promise.race` with one promise for the failure would do the same,
 * but while that promise is pending it holds every race it was in, with its answer: all answers ever given.
 */
export const canFail = (): Failing => {
  let failed: Error | null = null
  const waiting = new Set<(error: Error) => void>()
  return {
    fail: (error) => {
      failed ??= error
      for (const reject of waiting) reject(failed)
      waiting.clear()
    },
    unlessFailed: (ask) =>
      new Promise((resolve, reject) => {
        if (failed !== null) {
          reject(failed)
          return
        }
        waiting.add(reject)
        ask()
          .then(resolve, reject)
          .finally(() => waiting.delete(reject))
      }),
  }
}
