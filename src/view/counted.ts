/** The same engine, telling how many of its answers are still awaited: the page is at rest when none is. */
import type { Engine } from '../engine/api.ts'

/** @param onCount called with the number of open questions whenever it changes */
export const counted = (engine: Engine, onCount: (open: number) => void): Engine => {
  let open = 0
  const wait = async <A>(answer: Promise<A>): Promise<A> => {
    onCount(++open)
    try {
      return await answer
    } finally {
      onCount(--open)
    }
  }
  return {
    load: (base, onProgress) => wait(engine.load(base, onProgress)),
    board: (asOf, scope) => wait(engine.board(asOf, scope)),
    series: () => wait(engine.series()),
    explain: (of, asOf) => wait(engine.explain(of, asOf)),
    site: (id, asOf) => wait(engine.site(id, asOf)),
    water: (id, asOf) => wait(engine.water(id, asOf)),
    issue: (id, asOf) => wait(engine.issue(id, asOf)),
    issues: (query) => wait(engine.issues(query)),
    issueLines: (indices, asOf) => wait(engine.issueLines(indices, asOf)),
    search: (text, limit) => wait(engine.search(text, limit)),
  }
}
