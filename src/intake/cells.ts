/** Cells into values: what a clerk may have typed where a number, a code or a coordinate is meant. */

/** Trimmed, with full-width forms made plain. */
export const plain = (text: string): string => text.normalize('NFKC').trim()

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const UNIT = /(?:cm|mm|m|mg\/l|mv|厘米|毫米|米|份|人|个|处|度|°)$/i

/** A number, or null: 12 · １２．５ · −3 · 1,234 · 1.09×10³ · 25cm. */
export const parseNumber = (text: string): number | null => {
  const power = text.replace(/[×xX*]\s*10\s*(\^?)\s*([⁻⁰¹²³⁴-⁹]+|[-−]?\d+)/u, (_, __, digits: string) => {
    const plainDigits = [...digits].map((d) =>
      SUPERSCRIPTS.includes(d) ? SUPERSCRIPTS.indexOf(d) : d === '⁻' ? '-' : d,
    )
    return `e${plainDigits.join('')}`
  })
  const t = plain(power)
    .replace(/[−－﹣]/g, '-')
    .replace(/\s+/g, '')
    .replace(UNIT, '')
  const ungrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(t) ? t.replaceAll(',', '') : t
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(ungrouped)) return null
  const value = Number(ungrouped)
  return Number.isFinite(value) ? value : null
}

/** A code as text: full-width digits made plain, the 「.0」 of a spreadsheet dropped. */
export const parseCode = (text: string): string =>
  plain(text)
    .replace(/^'/, '')
    .replace(/^(\d+)\.0+$/, '$1')

/** Whether a spreadsheet has turned a long code into 4.11671E+11. */
export const isMangledCode = (text: string): boolean => /^\d(\.\d+)?e\+?\d{2}$/i.test(plain(text))

/** How a heading is compared: without case, spaces, brackets, slashes and underscores. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\ufeff/, '')
    .replace(/[\s()[\]{}_\-/:：“”"'*]+/g, '')
