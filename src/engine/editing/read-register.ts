/** The 整改登记 of a package, as lines. */
import { REGISTER_FILE } from '../../intake/contract.ts'
import { openNotebook } from '../../intake/notebook.ts'
import { openLookups } from '../../intake/tables/lookups.ts'
import { REGISTER } from '../../intake/tables/register.ts'
import { readTable } from '../../intake/tables/table.ts'
import type { RegisterLine } from '../../model/register.ts'
import type { PackageReading } from '../package/workspace.ts'

/** In the order of the file; none where nothing was changed by hand. */
export const registerOf = ({ files, opened }: PackageReading): RegisterLine[] => {
  const { model, standard } = opened
  const lookups = openLookups(standard, model.areas, model.waters, null)
  return readTable(REGISTER_FILE, files.get(REGISTER_FILE), REGISTER, lookups, openNotebook())
}
