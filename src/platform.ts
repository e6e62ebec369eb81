/**
 * Where the engine's worker and the district package come from: on a host, from beside the page. Another way to bring
 * them (one file, offline) puts another of these in its place, and the rest of the program does not know.
 */

/** The engine in a thread of its own. Throws where the browser does not allow it. */
export const openEngineWorker = (): Worker =>
  new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module' })

/**
 * The folder `?data=` names, else `data/` beside the page; ends in a slash. Only a folder of the page's own origin is
 * taken: a link must not make the page read from elsewhere. On `file://` there is no origin to compare, so none is taken.
 * @param page the page's address, @param base what relative addresses start from
 */
export const packageBase = (page: string, base: string): string => {
  const own = new URL('./data/', base)
  const asked = new URL(page).searchParams.get('data')
  if (asked === null || asked.trim() === '' || !URL.canParse(asked, base)) return own.href
  const folder = new URL(asked, base)
  if (folder.origin === 'null' || folder.origin !== new URL(page).origin) return own.href
  const path = folder.pathname.endsWith('/') ? folder.pathname : `${folder.pathname}/`
  return new URL(path, folder.origin).href
}
