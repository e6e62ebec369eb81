/** Values as text in a link, and back. A reader answers null for what cannot be meant; '' says nothing. */
import { type Day, formatDay, parseDay } from '../../model/day.ts'

export interface Codec<T> {
  write: (value: T) => string
  read: (text: string) => T | null
}

export const word: Codec<string> = { write: (text) => text, read: (text) => text || null }

export const day: Codec<Day> = { write: formatDay, read: parseDay }

/** One of a few words. */
export const choice = <const T extends string>(words: readonly T[]): Codec<T> => ({
  write: (value) => value,
  read: (text) => words.find((value) => value === text) ?? null,
})

/** One of a few numbers. */
export const figure = <const T extends number>(figures: readonly T[]): Codec<T> => ({
  write: String,
  read: (text) => figures.find((value) => String(value) === text) ?? null,
})

/** A whole number of at least `least`, cut to the range `least`..`most`. */
export const count = (least: number, most = Number.MAX_SAFE_INTEGER): Codec<number> => ({
  write: String,
  read: (text) => (/^\d+$/.test(text) ? Math.min(most, Math.max(least, Number(text))) : null),
})

/** On, or nothing. */
export const sign = (mark: string): Codec<boolean> => ({
  write: (value) => (value ? mark : ''),
  read: (text) => text === mark,
})

/** Escapes the separators of lists in a text. */
export const escaped = (text: string, signs: string): string =>
  [...text].map((one) => (`%${signs}`.includes(one) ? `%${hexOf(one)}` : one)).join('')

const hexOf = (one: string): string => one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')

/** A text that was never escaped, or was cut short in a chat, stays as it stands. */
export const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Texts that are not empty, in their order. */
export const list = (separator = ','): Codec<string[]> => ({
  write: (texts) => texts.map((text) => escaped(text, separator)).join(separator),
  read: (text) => text.split(separator).filter(Boolean).map(unescaped),
})
