/** The 台账, whose code comes when it is first opened. */
import { later } from '../kit/later.tsx'

export const Ledger = later('问题台账', async () => (await import('./LedgerSheet.tsx')).LedgerSheet, {
  resetOn: ({ view }) => view.ledger,
  onClose: ({ onClose }) => onClose(),
})
