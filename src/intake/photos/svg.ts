/** Drawings without remarks, notes of the program that drew them, and numbers of people in their words. */

import { decodeText } from '../formats/text.ts'
import { maskPeople } from '../people/mask.ts'

const REMARKS =
  /<!--(?:(?!<!--)[\s\S])*?-->|<(metadata|rdf:RDF|sodipodi:namedview)\b[^<>]*(?:\/>|(?<!\/)>(?:(?!<\1\b)[\s\S])*?<\/\1\s*>)/gi
/** Paths of the computer it was drawn on, for one. */
const NOTES = /\s(?:sodipodi|inkscape):[\w-]+=(?:"[^"]*"|'[^']*')/g
const WORDS = />([^<]+)</g
const NAMES = /(\s(?:id|class|title|alt|aria-label|data-[\w-]+)=)("[^"]*"|'[^']*')/g
const LINKS = /(\s(?:xlink:)?href\s*=\s*)("(?!data:)[^"]*"|'(?!data:)[^']*')/gi
/** Addresses that are a number to call. */
const CALLS = /^["']\s*(?:tel|sms|callto|fax):/i
/** Instructions to programs, but for the declaration of XML. */
const INSTRUCTIONS = /<\?(?!xml\s)(?:(?!<\?)[\s\S])*?\?>/gi
const CDATA = /<!\[CDATA\[((?:(?!<!\[CDATA\[)[\s\S])*?)\]\]>/g
/** A line of words, the pieces of which may be set apart. */
const LINES = /(<text(?:\s[^<>]*)?(?<!\/)>)((?:(?!<text[\s>])[\s\S])*?)(<\/text\s*>)/gi
const PICTURES = /data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)/g

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Words as they are read: &#49; is 1. Names that only some drawings explain stay. */
const readAs = (written: string): string =>
  written.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, ten, sixteen, name) => {
      if (name !== undefined) return NAMED[name] as string
      const code = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )

const writtenAs = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Words or the value of an attribute without numbers; to the letter where there are none. */
const masked = (written: string): string => {
  const { text, found } = maskPeople(readAs(written))
  return found.length === 0 ? written : writtenAs(text)
}

/** In its quotation marks. */
const maskedValue = (quoted: string): string => {
  const mark = quoted.charAt(0)
  return `${mark}${masked(quoted.slice(1, -1)).replaceAll(mark, mark === '"' ? '&quot;' : '&apos;')}${mark}`
}

/** A line without numbers that go on from one of its pieces to the next: such a line loses its pieces. */
const maskedLine = (inside: string): string => {
  if (!inside.includes('<')) return masked(inside)
  // A piece with a place of its own stands apart from what is before it.
  const words = readAs(
    inside
      .replace(CDATA, (_, words: string) => writtenAs(words))
      .replace(/<[^<>]*>/g, (tag) => (/\s(?:x|y|dy)\s*=/.test(tag) ? '\n' : '')),
  )
  const { text, found } = maskPeople(words)
  if (found.length === 0) return inside
  const pieces = inside.includes('<![CDATA[') ? null : `>${inside}<`.replace(WORDS, maskedWords).slice(1, -1)
  const left = pieces === null ? '' : readAs(pieces.replace(/<[^<>]*>/g, ''))
  return pieces !== null && maskPeople(left).found.length === 0 && pieces !== inside
    ? pieces
    : writtenAs(text.trim())
}

const maskedWords = (_: string, words: string): string => `>${masked(words)}<`

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
    .replace(INSTRUCTIONS, (whole) => (maskPeople(whole).found.length === 0 ? whole : ''))
    .replace(LINES, (_, start: string, inside: string, end: string) => `${start}${maskedLine(inside)}${end}`)
    .replace(CDATA, (_, words: string) => `<![CDATA[${maskPeople(words).text}]]>`)
    .replace(WORDS, maskedWords)
    .replace(LINKS, (_, name: string, value: string) =>
      CALLS.test(readAs(value)) ? '' : `${name}${maskedValue(value)}`,
    )
    .replace(NAMES, (_, name: string, value: string) => `${name}${maskedValue(value)}`)
    .replace(PICTURES, (whole, base64: string) => {
      const picture = bytesOf(base64)
      const kept = picture === null ? null : cleanPicture(picture)
      return kept === null ? 'data:,' : `${whole.slice(0, whole.indexOf(',') + 1)}${base64Of(kept)}`
    })
  return clean === text ? bytes : new TextEncoder().encode(clean)
}
