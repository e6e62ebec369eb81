/**
 * The view state as the hash of the URL, and back. Readable keys, defaults left out, a version in front so that old links
 * keep working; a part that makes no sense is left at its default, never a fault.
 */
import { VIEW, type ViewState } from './state.ts'

const VERSION = '1'

/** `v=1&d=2019-05-27&…`, without the `#`; '' for the default view. */
export const writeHash = (view: ViewState): string => {
  const link = new URLSearchParams()
  VIEW.write(view, link)
  // Colons and commas are allowed in a fragment; left as they are, a link can be read.
  const text = link.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return text === '' ? '' : `v=${VERSION}&${text}`
}

/** Reads a hash (with or without `#`). Never throws. */
export const readHash = (hash: string): ViewState => VIEW.read(new URLSearchParams(hash.replace(/^#/, '')))
