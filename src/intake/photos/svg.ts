/** Drawings without remarks, notes of the program that drew them, and numbers of people in their words. */
import { maskPeople } from '../people/mask.ts'
import { decodeText } from '../text.ts'

const REMARKS = /<!--[\s\S]*?-->|<(metadata|rdf:RDF|sodipodi:namedview)\b[\s\S]*?(?:<\/\1>|\/>)/gi
/** Paths of the computer it was drawn on, for one. */
const NOTES = /\s(?:sodipodi|inkscape):[\w-]+=(?:"[^"]*"|'[^']*')/g
const WORDS = />([^<]+)</g
const NAMES = /(\s(?:id|class|title|alt|aria-label|data-[\w-]+)=)("[^"]*"|'[^']*')/g
const PICTURES = /data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)/g

const bytesOf = (base64: string): Uint8Array | null => {
  try {
    return Uint8Array.from(atob(base64.replace(/\s+/g, '')), (c) => c.charCodeAt(0))
  } catch {
    return null
  }
}

const base64Of = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/**
 * Null where it is no SVG.
 * @param cleanPicture does the same for the pictures inside
 */
export const cleanSvg = (
  bytes: Uint8Array,
  cleanPicture: (picture: Uint8Array) => Uint8Array | null,
): Uint8Array | null => {
  const text = decodeText(bytes)
  if (!/^\ufeff?\s*<[\s\S]{0,4000}?<?svg\b/i.test(text)) return null
  const clean = text
    .replace(REMARKS, '')
    .replace(NOTES, '')
    .replace(WORDS, (_, words: string) => `>${maskPeople(words).text}<`)
    .replace(NAMES, (_, name: string, value: string) => `${name}${maskPeople(value).text}`)
    .replace(PICTURES, (whole, base64: string) => {
      const picture = bytesOf(base64)
      const kept = picture === null ? null : cleanPicture(picture)
      return kept === null ? 'data:,' : `${whole.slice(0, whole.indexOf(',') + 1)}${base64Of(kept)}`
    })
  return clean === text ? bytes : new TextEncoder().encode(clean)
}
