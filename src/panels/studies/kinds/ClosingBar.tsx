/** How far the places of a kind are closed down: from in operation to closed, as parts of a whole. */
import type { KindState } from '../../../engine/contract/studies/kinds.ts'
import { closingColour } from '../../../view/studies/kinds/kinds.ts'

export const stateName = (state: string | null): string => state ?? '未填状态'

export const ClosingBar = ({ states }: { states: readonly KindState[] }) => (
  <i
    className="closing-bar"
    title={states
      .filter(({ now }) => now > 0)
      .map(({ state, now }) => `${stateName(state)} ${now}`)
      .join('，')}
  >
    {states.map(
      ({ state, grade, now }) =>
        now > 0 && <i key={state} style={{ flexGrow: now, background: closingColour({ grade }) }} />,
    )}
  </i>
)
