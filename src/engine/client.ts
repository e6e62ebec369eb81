/** The typed way from the screen to the worker. */
import { proxy, wrap } from 'comlink'
import type { Engine } from './api.ts'

/** Starts the worker; it lives as long as the page. */
export const connectEngine = (): Engine => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const remote = wrap<Engine>(worker)
  return {
    load: (base, onProgress) => remote.load(base, proxy(onProgress)),
    board: (asOf, scope) => remote.board(asOf, scope),
    series: () => remote.series(),
    explain: (of, asOf) => remote.explain(of, asOf),
    site: (id, asOf) => remote.site(id, asOf),
    water: (id, asOf) => remote.water(id, asOf),
    issue: (id, asOf) => remote.issue(id, asOf),
    issues: (query) => remote.issues(query),
    issueLines: (indices, asOf) => remote.issueLines(indices, asOf),
    search: (text, limit) => remote.search(text, limit),
  }
}
