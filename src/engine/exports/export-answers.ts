/** The engine's answer to 导出; what makes the files is loaded when one is asked for. */

import { part } from '../../model/part.ts'
import type { ExportAnswers } from '../contract/data.ts'
import { registerOf } from '../editing/read-register.ts'
import type { Workspace } from '../package/workspace.ts'

export const exportAnswers = (workspace: () => Workspace): ExportAnswers => ({
  exportFile: async (what, form) => {
    const { exportFile } = await part('导出', () => import('./export-file.ts'))
    const source = {
      opened: () => workspace().reading().opened,
      register: async () => registerOf(workspace().reading()),
      everything: () => workspace().everything(),
    }
    return exportFile(source, what, form)
  },
})
