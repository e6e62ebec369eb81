/** What was taken out of a JSON file, told in its report: one row each. */
import type { Notebook } from '../notebook.ts'
import { maskedReason, type Tell } from './mask.ts'

/** @param line of the feature the value is of; 0 = of the file */
export const maskedNotices =
  (file: string, notebook: Pick<Notebook, 'flag'>, line = 0): Tell =>
  (path, { text, found }) =>
    notebook.flag({ file, line, field: path, value: text, reason: maskedReason(`“${path}”`, found) })
