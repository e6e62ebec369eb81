/** The 通报 being edited: kept while the page is open, whatever else is shown meanwhile. */
import { create } from 'zustand'
import type { Day } from '../../../model/day.ts'
import type { BulletinDraft, BulletinRow } from '../../documents/bulletin.ts'

/** What a draft was made of. */
export interface BulletinSpan {
  from: Day
  to: Day
  office: string | null
}

interface Bulletin {
  /** null = nothing drafted yet */
  of: BulletinSpan | null
  draft: BulletinDraft | null
  /** changed by hand since it was drafted or taken out last: would be lost with the page */
  edited: boolean
  begin: (of: BulletinSpan, draft: BulletinDraft) => void
  edit: (patch: Partial<BulletinDraft>) => void
  editRow: (id: number, patch: Partial<BulletinRow>) => void
  addRow: () => void
  removeRow: (id: number) => void
  takenOut: () => void
}

const EMPTY_ROW: Omit<BulletinRow, 'id'> = {
  place: '',
  problem: '',
  jurisdiction: '',
  unit: '',
  due: '',
}

export const useBulletin = create<Bulletin>()((set) => {
  const change = (to: (draft: BulletinDraft) => BulletinDraft) =>
    set(({ draft }) => (draft === null ? {} : { draft: to(draft), edited: true }))
  const changeRows = (to: (rows: BulletinRow[]) => BulletinRow[]) =>
    change((draft) => ({ ...draft, rows: to(draft.rows) }))
  return {
    of: null,
    draft: null,
    edited: false,
    begin: (of, draft) => set({ of, draft, edited: false }),
    edit: (patch) => change((draft) => ({ ...draft, ...patch })),
    editRow: (id, patch) =>
      changeRows((rows) => rows.map((row) => (row.id === id ? { ...row, ...patch } : row))),
    addRow: () =>
      changeRows((rows) => [...rows, { ...EMPTY_ROW, id: 1 + Math.max(-1, ...rows.map(({ id }) => id)) }]),
    removeRow: (id) => changeRows((rows) => rows.filter((row) => row.id !== id)),
    takenOut: () => set({ edited: false }),
  }
})
