/** How a number in a cell is to be read by the format it is shown in. */

/** `zeros` = a code filled up with zeros to that many digits; `affixed` = with text that only the format holds */
export type NumberShape =
  | { type: 'plain' }
  | { type: 'date' }
  | { type: 'zeros'; digits: number }
  | { type: 'affixed'; before: string; after: string; digits: number }

const PLAIN: NumberShape = { type: 'plain' }

/** Numbers of the built-in formats that are dates or times, in any language (ECMA-376 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** What is shown as written, and what stands in brackets (colour, language, condition), says nothing. */
const bare = (code: string): string =>
  (code.split(';')[0] as string)
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')

/** 「0.00"m"」, 「"GC-"000」: text about the figures, which a clerk sees and the value does not hold. Null where there is none. */
const affixed = (code: string): NumberShape | null => {
  const section = (code.split(';')[0] as string)
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
  const m = /^((?:"[^"]*"|\\.)*)([#0?,]+(?:\.[#0?]+)?)((?:"[^"]*"|\\.)*)$/.exec(section.trim())
  const said = (text: string | undefined) => (text ?? '').replace(/"([^"]*)"|\\(.)/g, '$1$2')
  const [before, after] = [said(m?.[1]), said(m?.[3])]
  if (m === null || !/[\p{L}\d°′″]/u.test(before + after)) return null
  const whole = m[2] as string
  return { type: 'affixed', before, after: after.trim(), digits: /^0{2,}$/.test(whole) ? whole.length : 0 }
}

const WORDS = /general|standard|通用格式|常规/i

/** What a format says of a number: `code` is empty where the format is a built-in one. */
export const shownAs = (id: number, code: string): NumberShape => {
  if (code === '') return isBuiltInDate(id) ? { type: 'date' } : PLAIN
  const text = affixed(code)
  if (text !== null) return text
  const format = bare(code)
  if (/^0{2,}$/.test(format.trim())) return { type: 'zeros', digits: format.trim().length }
  const seconds = format.replace(/s+\.0+/gi, 's')
  return !WORDS.test(format) && /[ymdhs]/i.test(seconds) && !/[0#?%]/.test(seconds) ? { type: 'date' } : PLAIN
}
