/** What may never answer is not waited for without end. */

/** The promise, or after so many ms a rejection with an Error named `ImpatientError`. */
export const within = <A>(ms: number, promise: Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    const late = new Error('no answer')
    late.name = 'ImpatientError'
    const timer = setTimeout(() => reject(late), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
