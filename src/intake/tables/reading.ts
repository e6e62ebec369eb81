/** A measured value as sheets write it: 「12.5」「＜0.025」「≥15」「1.09×10³」「ND」「清澈见底」「/」. */
import type { Reading } from '../../model/records.ts'
import { flattenPowers, parseNumber, plain, type UnitFactors } from './cells.ts'

const NOTHING = /^([-－—–/\\*]*|无|未测|未监测|n\/?a|null)$/i
const NOT_DETECTED = /^(n\.?d\.?|未检出|低于检出限)$/i

/** How a censored value is marked. Those that include their limit come first: 「小于等于」 also begins with 「小于」. */
const CENSORED = [
  ['atMost', /^(<=|=<|[≤≦⩽]|小于或?等于|不大于|不高于|不超过|不多于)|及?以[下内]$/],
  ['atLeast', /^(>=|=>|[≥≧⩾]|大于或?等于|不小于|不低于|不少于)|及?以上$/],
  ['below', /^(<|小于|低于|不足)/],
  ['above', /^(>|大于|高于|超过)/],
] as const

/** The reading in the column's own unit, or null where the cell makes no sense. */
export const parseReading = (text: string, units: UnitFactors = {}): Reading | null => {
  const t = plain(flattenPowers(text))
  if (NOTHING.test(t)) return { type: 'none' }
  if (NOT_DETECTED.test(t)) return { type: 'notDetected' }
  if (/^(清澈)?见底$/.test(t)) return { type: 'clearToBottom' }
  for (const [type, mark] of CENSORED) {
    if (!mark.test(t)) continue
    const limit = parseNumber(t.replace(mark, ''), units)
    return limit === null ? null : { type, limit }
  }
  // 「0.02L」: below the detection limit 0.02 (HJ sheets).
  const lab = /^(\d+\.?\d*)\s*L$/i.exec(t)
  if (lab) return { type: 'below', limit: Number(lab[1]) }
  const value = parseNumber(t, units)
  return value === null ? null : { type: 'value', value }
}
