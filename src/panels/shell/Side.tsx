/** Right: what is selected, the study that is open, or how the whole stands. */
import { useSession } from '../../view/store.ts'
import { Detail } from '../cards/Detail.tsx'
import { InHand } from '../edit/InHand.tsx'
import { Boundary } from '../kit/Boundary.tsx'
import { Study } from '../studies/Study.tsx'
import { Standing } from './Standing.tsx'

export const Side = () => {
  const selection = useSession((s) => s.view.selection)
  const study = useSession((s) => s.view.study)
  return (
    <Boundary what="排名与解释" resetOn={selection ?? study}>
      <InHand>
        {selection !== null ? (
          <Detail of={selection} />
        ) : study !== null ? (
          <Study of={study} />
        ) : (
          <Standing />
        )}
      </InHand>
    </Boundary>
  )
}
