/** The checks and surveys of an 居委会 as a whole: what was lost there has no other place. */
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { VisitList } from '../cards/VisitList.tsx'
import { useAnswer } from '../kit/engine.tsx'
import '../cards/cards.css'

export const AreaVisits = ({ code }: { code: string }) => {
  const asOf = useSession(dayOf)
  const { value } = useAnswer(['areaVisits', code, asOf], [0])
  return value === null || value.length === 0 ? null : <VisitList visits={value} of="居委会整体" />
}
