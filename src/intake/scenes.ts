/** `scenes.json`: the scenes of a report, a list of them or an object that holds one. */
import { foreignObject, jsonFault } from './formats/json.ts'
import { decodeJson } from './formats/text.ts'
import type { Notebook } from './notebook.ts'

/** The scenes as they stand; null where the file is absent or, as is told, is none. */
export const readScenes = (file: string, bytes: Uint8Array | undefined, notebook: Notebook): unknown => {
  if (bytes === undefined) {
    notebook.absent(file)
    return null
  }
  const broken = jsonFault(bytes)
  const json: unknown = broken === null ? decodeJson(bytes) : null
  const fault =
    broken ??
    (typeof json === 'object' && json !== null
      ? Array.isArray(json)
        ? null
        : foreignObject(json, ['scenes'])
      : '应为场景的列表')
  if (fault === null) return json
  notebook.unreadable(file, fault)
  return null
}
