/** A measured value as sheets write it: 「12.5」「＜0.025」「1.09×10³」「ND」「清澈见底」「/」. */
import type { Reading } from '../model/records.ts'
import { flattenPowers, parseNumber, plain, type Units } from './cells.ts'

const NOTHING = /^([-－—–/\\*]*|无|未测|未监测|n\/?a|null)$/i
const NOT_DETECTED = /^(n\.?d\.?|未检出|低于检出限)$/i
const BELOW = /^(<=?|≤|小于等于|小于|低于|不足)\s*/
const ABOVE = /^(>=?|≥|大于等于|大于|高于|超过)\s*/

/** The reading in the column's own unit, or null where the cell makes no sense. */
export const parseReading = (text: string, units: Units = {}): Reading | null => {
  const t = plain(flattenPowers(text))
  if (NOTHING.test(t)) return { type: 'none' }
  if (NOT_DETECTED.test(t)) return { type: 'notDetected' }
  if (/^(清澈)?见底$/.test(t)) return { type: 'clearToBottom' }
  const limit = (mark: RegExp) => parseNumber(t.replace(mark, ''), units)
  if (BELOW.test(t)) {
    const value = limit(BELOW)
    return value === null ? null : { type: 'below', limit: value }
  }
  if (ABOVE.test(t)) {
    const value = limit(ABOVE)
    return value === null ? null : { type: 'above', limit: value }
  }
  // 「0.02L」: below the detection limit 0.02 (HJ sheets).
  const lab = /^(\d+\.?\d*)\s*L$/i.exec(t)
  if (lab) return { type: 'below', limit: Number(lab[1]) }
  const value = parseNumber(t, units)
  return value === null ? null : { type: 'value', value }
}
