/**
 * Whether another version of the site was deployed meanwhile: its old files, which late parts come from, are gone then.
 */
import { useSession } from './store.ts'

/** Addresses of the scripts that a page starts with; their names change with every build. */
const entriesOf = (page: ParentNode, base: string): string =>
  [...page.querySelectorAll('script[type="module"][src]')]
    .map((script) => new URL(script.getAttribute('src') ?? '', base).href)
    .join('\n')

let looking: Promise<void> | null = null

const look = async (): Promise<void> => {
  const base = document.baseURI
  try {
    const answer = await fetch(base.split('#')[0] as string, { cache: 'no-store' })
    if (!answer.ok) return
    const there = entriesOf(new DOMParser().parseFromString(await answer.text(), 'text/html'), base)
    // A page without scripts (a login, a notice of the host) is no version of this one.
    if (there !== '' && there !== entriesOf(document, base)) useSession.setState({ newer: true })
  } catch {
    // Without a network nothing can be said about the site.
  }
}

/** Asks the host which version it has now; another one becomes `newer` of the session. Asks once at a time. Never throws. */
export const lookForNewer = (): Promise<void> => {
  looking ??= look().finally(() => {
    looking = null
  })
  return looking
}

/** Looks for a newer version whenever a part of the page cannot be had. */
export const watchParts = (): void => {
  addEventListener('vite:preloadError', () => void lookForNewer())
}
