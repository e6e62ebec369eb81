/** The problems at a glance: how many in each state, and which are drawn. */
import { ISSUE_STATES, type IssueState } from '../../model/state.ts'
import { figureText } from '../../view/absent.ts'
import { useSession } from '../../view/store.ts'
import { StateGlyph } from '../kit/Glyph.tsx'
import { Toggle } from '../kit/Toggle.tsx'

export const StateToggles = () => {
  const { overview, board, view, change } = useSession()
  const figures = view.office === null ? board?.district : board?.offices.find((o) => o.id === view.office)
  const flip = (state: IssueState, on: boolean) =>
    change({
      states: ISSUE_STATES.filter((s) => (s === state ? on : view.states.includes(s))),
      issuesShown: true,
    })
  return (
    <fieldset className="states">
      <legend>问题状态</legend>
      {ISSUE_STATES.map((state) => (
        <Toggle key={state} on={view.states.includes(state)} onChange={(on) => flip(state, on)}>
          <StateGlyph state={state} />
          <span>{state}</span>
          <b className="num">{figureText(overview, 'issues.csv', figures?.states[state])}</b>
        </Toggle>
      ))}
    </fieldset>
  )
}
