/** Asks one question at a time and takes only the newest answer: what is overtaken while it waits is never asked. */
export const latest = <Q, A>(
  ask: (question: Q) => Promise<A>,
  take: (answer: A) => void,
  fail: (error: unknown) => void,
): ((question: Q) => void) => {
  let busy = false
  let next: { question: Q } | null = null
  const run = async (question: Q): Promise<void> => {
    busy = true
    try {
      const answer = await ask(question)
      if (next === null) take(answer)
    } catch (error) {
      if (next === null) fail(error)
    }
    busy = false
    if (next !== null) {
      const { question: newer } = next
      next = null
      void run(newer)
    }
  }
  return (question) => {
    if (busy) next = { question }
    else void run(question)
  }
}
