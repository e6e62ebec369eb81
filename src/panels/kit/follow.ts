/** Going where a figure leads: one way for every figure on the screen. */
import { type Lead, leadPatch } from '../../view/leads.ts'
import { useSession } from '../../view/store.ts'

export const follow = (lead: Lead): void => {
  const { view, overview, change } = useSession.getState()
  if (overview === null) return
  change(leadPatch(lead, view, overview))
  useSession.setState({ led: { ...lead } })
}
