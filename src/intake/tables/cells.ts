/** Cells into values: what a clerk may have typed where a number, a code, a date or a name is meant. */

/** What NFKC leaves as it is, as most cells are. */
const PLAIN = /^[\x20-\x7e]*$/

/** Trimmed, with full-width forms made plain. */
export const plain = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFKC')).trim()

/** Units that may stand behind a number (plain, lower case) → what they multiply it by. */
export type UnitFactors = Readonly<Record<string, number>>

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** 「1.09×10³」 → 「1.09e3」; to be done first, since the plain form of ³ is 3. */
export const flattenPowers = (text: string): string =>
  text.replace(/[×xX*]\s*10\s*\^?\s*([⁻⁰¹²³⁴-⁹]+|[-−]?\d+)/u, (_, digits: string) => {
    const flat = [...digits].map((d) =>
      SUPERSCRIPTS.includes(d) ? SUPERSCRIPTS.indexOf(d) : d === '⁻' || d === '−' ? '-' : d,
    )
    return `e${flat.join('')}`
  })

const USUAL = /^-?\d{1,15}(?:\.\d{1,15})?$/

/**
 * A number, or null: 12 · １２．５ · −3 · 1,234 · 1.09×10³ · 25cm where `units` knows cm. A unit that is not among
 * `units` makes it no number: 0.25m must not pass for 0.25 cm.
 */
export const parseNumber = (text: string, units: UnitFactors = {}): number | null => {
  // As nearly all are written.
  if (USUAL.test(text)) return Number(text)
  const t = plain(flattenPowers(text))
    .replace(/[−﹣]/g, '-')
    .replace(/\s+/g, '')
    .replace(/^([+-]?)(\d{1,3}(?:,\d{3})+)(?![\d,])/, (_, sign: string, digits: string) =>
      [sign, digits.replaceAll(',', '')].join(''),
    )
  const m = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(.*)$/i.exec(t)
  if (m === null) return null
  const unit = (m[2] as string).toLowerCase()
  if (unit !== '' && !Object.hasOwn(units, unit)) return null
  const factor = unit === '' ? 1 : (units[unit] as number)
  // Limits are compared exactly, so 0.07 m has to be 7 cm and not 7.000000000000001.
  const value = factor === 1 ? Number(m[1]) : Number((Number(m[1]) * factor).toPrecision(12))
  return Number.isFinite(value) ? value : null
}

const COUNTED: UnitFactors = { 份: 1, 人: 1, 个: 1, 处: 1, 户: 1, 家: 1, 条: 1, 起: 1, 枚: 1, 块: 1 }

/** A whole number ≥ 0, or null. */
export const parseCount = (text: string): number | null => {
  const value = parseNumber(text, COUNTED)
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null
}

/** A code as text: full-width digits made plain, what spreadsheets add (`'…`, `="…"`, 「.0」) dropped. */
export const parseCode = (text: string): string => {
  const code = plain(text)
  if (!code.startsWith('=') && !code.startsWith("'") && !code.includes('.')) return code
  return code
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .replace(/^(\d+)\.0+$/, '$1')
}

/** Whether a spreadsheet has turned a long code into 4.11671E+11. */
export const isMangledCode = (text: string): boolean => /^\d(\.\d+)?e\+?\d{2}$/i.test(plain(text))

/** How a heading is compared: without case, spaces, brackets, slashes and underscores. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\ufeff/, '')
    .replace(/[\s()[\]{}_\-/:“”"'*]+/g, '')

/** How a term of the standard is compared: without case, spaces and quotation marks. */
export const termKey = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[\s“”"'‘’《》]+/g, '')
