/** A problem being added takes the place of what is selected, until it is saved or put aside. */
import { lazy, type ReactNode, Suspense } from 'react'
import { useSession } from '../../view/store.ts'

const NewIssue = lazy(() => import('./NewIssue.tsx').then(({ NewIssue }) => ({ default: NewIssue })))

export const InHand = ({ children }: { children: ReactNode }) => {
  const spot = useSession((s) => (s.tool.type === 'add' ? s.tool.spot : null))
  const overview = useSession((s) => s.overview)
  if (spot === null || overview === null) return children
  return (
    <Suspense>
      <NewIssue spot={spot} overview={overview} />
    </Suspense>
  )
}
