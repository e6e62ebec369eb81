/** What is left to be settled about an incoming file, and how what was settled is told. */
import type { Incoming } from '../engine/contract/data.ts'
import { countText } from './count-text.ts'
import { linesText } from './notice-groups.ts'

type Word = Incoming['words'][number]

/** Words nobody knows, and those settled by hand just now: they stay where they were while the user works in them. */
export const openWords = ({ words }: Incoming): Word[] =>
  words.filter(({ how }) => how === 'unknown' || how === 'hand')

/** Words that were known: by the standard, or from the last file of this form. */
export const knownWords = ({ words }: Incoming): Word[] =>
  words.filter(({ how }) => how === 'known' || how === 'remembered')

/** The name of a field as the user knows it. */
export const fieldLabel = ({ fields }: Incoming, field: string): string =>
  fields.find((one) => one.field === field)?.label ?? field

/** What all rows have in common: what is missing or told by the title, before what may be given besides. */
export const commonAsked = ({ common, missing }: Incoming) => {
  const asked = common.filter(({ field, value }) => missing.includes(field) || value !== '')
  return { asked, others: common.filter((one) => !asked.includes(one)) }
}

/** 「42 个问题：31 个计分，11 个不计分」 */
export const scoringText = ({ scoring }: Incoming): string => {
  const sum = (counts: boolean) =>
    scoring.reduce((n, { reason, count }) => n + ((reason === '') === counts ? count : 0), 0)
  const [yes, no] = [sum(true), sum(false)]
  return `${countText(yes + no)} 个问题：${countText(yes)} 个计分${no > 0 ? `，${countText(no)} 个不计分` : ''}`
}

/** 「没有检查项 8 个：3、4、5、7 等 8 行」 for each reason. */
export const unscoredTexts = ({ scoring }: Incoming): string[] =>
  scoring
    .filter(({ reason }) => reason !== '')
    .map(({ reason, count, lines }) => `${reason} ${countText(count)} 个（行 ${linesText(lines, count)}）`)
