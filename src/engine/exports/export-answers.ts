/** The engine's answer to 导出. */
import { REGISTER_FILE } from '../../intake/contract.ts'
import { openLookups } from '../../intake/lookups.ts'
import { openNotebook } from '../../intake/notebook.ts'
import { readTable } from '../../intake/table.ts'
import { REGISTER } from '../../intake/tables/register.ts'
import type { RegisterLine } from '../../model/register.ts'
import type { DataEngine } from '../data-api.ts'
import type { Reading, Workspace } from '../workspace.ts'
import { exportFile } from './export-file.ts'

const registerOf = ({ files, opened }: Reading): RegisterLine[] => {
  const { model, standard } = opened
  const lookups = openLookups(standard, model.areas, model.waters, null)
  return readTable(REGISTER_FILE, files.get(REGISTER_FILE), REGISTER, lookups, openNotebook())
}

export const exportAnswers = (workspace: () => Workspace): Pick<DataEngine, 'exportFile'> => ({
  exportFile: async (what, form) =>
    exportFile(
      {
        opened: () => workspace().reading().opened,
        register: async () => registerOf(workspace().reading()),
        everything: () => workspace().everything(),
      },
      what,
      form,
    ),
})
