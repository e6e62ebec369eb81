/** What every part of the detail of an incoming file is given. */
import type { ImportChoice, Incoming } from '../../engine/contract/data.ts'

export interface PartProps {
  file: Incoming
  settle: (choice: ImportChoice) => void
}
