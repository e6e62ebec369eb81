/** The engine's answer to 导出; what makes the files is loaded when one is asked for. */
import type { DataEngine } from '../data-api.ts'
import { registerOf } from '../editing/read-register.ts'
import type { Workspace } from '../workspace.ts'

export const exportAnswers = (workspace: () => Workspace): Pick<DataEngine, 'exportFile'> => ({
  exportFile: async (what, form) => {
    const { exportFile } = await import('./export-file.ts')
    const source = {
      opened: () => workspace().reading().opened,
      register: async () => registerOf(workspace().reading()),
      everything: () => workspace().everything(),
    }
    return exportFile(source, what, form)
  },
})
