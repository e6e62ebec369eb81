/** The engine's answer to 导出. */
import type { DataEngine } from '../data-api.ts'
import { registerOf } from '../editing/read-register.ts'
import type { Workspace } from '../workspace.ts'
import { exportFile } from './export-file.ts'

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
