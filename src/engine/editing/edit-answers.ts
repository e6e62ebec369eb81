/** Answers about changes by hand. */

import { placePoint } from '../../placing/place.ts'
import type { EditAnswers } from '../contract/data.ts'
import type { Workspace } from '../package/workspace.ts'
import { briefingsRevision } from './briefings.ts'
import { checkEdited } from './check.ts'
import { applyEdits, cellsOf } from './edits.ts'
import { registerOf } from './read-register.ts'

/** @param now ISO time for the register */
export const editAnswers = (workspace: () => Workspace, now: () => string): EditAnswers => ({
  edit: async (edits) =>
    workspace().revise(() => {
      const { what, changes, touched } = applyEdits(workspace().reading(), edits, now())
      return { what, changed: changes, check: (after, before) => checkEdited(before, after, touched) }
    }),
  keepBriefings: async (briefings, what) =>
    workspace().revise(() => briefingsRevision(workspace().reading(), briefings, what)),
  register: async () => registerOf(workspace().reading()),
  fieldsOf: async (record, id) => cellsOf(workspace().reading(), record, id),
  areaAt: async ([lon, lat]) => {
    const { model, places, standard } = workspace().reading().opened
    const area = model.areas[placePoint(places.index, lon, lat, -1, standard.tolerance).area]
    return area === undefined ? null : { code: area.code, name: area.name }
  },
})
