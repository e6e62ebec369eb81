/** 整改登记: what was changed by hand, one line a field. */

export interface RegisterLine {
  /** ISO time at which it was made */
  at: string
  /** 销号, 改派, 新增问题 … */
  action: string
  record: 'issue' | 'site'
  id: string
  /** Chinese name of the field */
  field: string
  before: string
  after: string
}

/** How the register calls what was changed. */
export const RECORD_WORDS = { issue: '问题', site: '点位' } as const satisfies Record<
  RegisterLine['record'],
  string
>
