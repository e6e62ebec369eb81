/** What a page and its worker hold, after everything that is no longer used was collected. */
import type { CDPSession, Page } from 'playwright-core'

export interface Held {
  /** bytes of the page's heap, and of its workers' together */
  page: number
  workers: number
  nodes: number
  listeners: number
}

type Ask = (method: string) => Promise<unknown>

/** Asks a worker in the browser's own protocol, through the session of its page. */
const askWorker = (session: CDPSession, sessionId: string): Ask => {
  let last = 0
  const waiting = new Map<number, (result: unknown) => void>()
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return
    const { id, result } = JSON.parse(event.message) as { id?: number; result?: unknown }
    if (id === undefined) return
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  return (method) =>
    new Promise((done, failed) => {
      const id = ++last
      waiting.set(id, done)
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
        .catch(failed)
    })
}

const heapOf = async (ask: Ask): Promise<number> => {
  // What is let go in one collection may hold what only the next one finds.
  for (let i = 0; i < 3; i++) await ask('HeapProfiler.collectGarbage')
  return ((await ask('Runtime.getHeapUsage')) as { usedSize: number }).usedSize
}

/** @returns asks what is held now; call it while nothing happens in the page */
export const watchMemory = async (page: Page): Promise<() => Promise<Held>> => {
  const session = await page.context().newCDPSession(page)
  const workers = new Map<string, Ask>()
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.set(sessionId, askWorker(session, sessionId))
  })
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId))
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  return async () => {
    let inWorkers = 0
    for (const ask of workers.values()) inWorkers += await heapOf(ask)
    const inPage = await heapOf((method) => session.send(method as never))
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
    return { page: inPage, workers: inWorkers, nodes, listeners: jsEventListeners }
  }
}
