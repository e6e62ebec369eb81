/** 整改登记 as it is read: one entry for what was done at once, newest first. */
import type { RegisterLine } from '../model/register.ts'

export interface RegisterEntry extends Pick<RegisterLine, 'at' | 'action' | 'record' | 'id'> {
  /** 1 = the oldest */
  number: number
  changes: Pick<RegisterLine, 'field' | 'before' | 'after'>[]
}

/** @param lines in the order of the file, oldest first */
export const registerEntries = (lines: readonly RegisterLine[]): RegisterEntry[] => {
  const entries: RegisterEntry[] = []
  for (const { at, action, record, id, ...change } of lines) {
    const last = entries.at(-1)
    const same =
      last !== undefined &&
      last.at === at &&
      last.action === action &&
      last.record === record &&
      last.id === id &&
      !last.changes.some(({ field }) => field === change.field)
    if (same) last.changes.push(change)
    else entries.push({ number: entries.length + 1, at, action, record, id, changes: [change] })
  }
  return entries.reverse()
}

/** 「2019-05-27 09:30」, as it was in China. */
export const registerTime = (at: string): string => at.slice(0, 16).replace('T', ' ')
