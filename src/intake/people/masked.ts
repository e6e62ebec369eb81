/** What stands in the place of a number that was taken out. */

export type Personal = '身份证号' | '手机号' | '电话' | '银行卡号'

export const hidden = (what: Personal): string => `（已隐去${what}）`

/** Where such a number was; read as a name or an id its brackets are plain ones. */
export const MASKED = /[（(]已隐去(身份证号|手机号|电话|银行卡号)[）)]/g

/** From where to where in the text as it stands. */
export interface Found {
  from: number
  to: number
  what: Personal
}
