/** A problem being added takes the place of what is selected, until it is saved or cancelled. */
import type { ReactNode } from 'react'
import { useSession } from '../../view/store.ts'
import { NO_TOOL } from '../../view/tool.ts'
import { later } from '../kit/later.tsx'

const NewIssue = later('新增问题', async () => (await import('./NewIssue.tsx')).NewIssue, {
  onClose: () => useSession.getState().take(NO_TOOL),
})

export const InHand = ({ children }: { children: ReactNode }) => {
  const spot = useSession((s) => (s.tool.type === 'add' ? s.tool.spot : null))
  const overview = useSession((s) => s.overview)
  if (spot === null || overview === null) return children
  return <NewIssue spot={spot} overview={overview} />
}
