/** What a view is called when it becomes a scene: by what it speaks of. */
import type { Overview } from '../../engine/contract/package.ts'
import { legendOf } from '../classes.ts'
import type { ViewState } from '../link/state.ts'
import { titleOf } from '../selection.ts'
import { studyLabel } from '../studies/registry.ts'

export const titleOfView = ({ selection, study, office, metric }: ViewState, overview: Overview): string => {
  const what =
    selection !== null
      ? titleOf(selection, overview)
      : study !== null
        ? studyLabel(study)
        : legendOf(metric, overview.standard).title
  return office === null || what === office ? what : `${office}：${what}`
}
