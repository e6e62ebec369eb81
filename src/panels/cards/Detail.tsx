/** Everything about what is selected, with buttons to go up and to close. */
import type { Ref } from '../../engine/contract/cards.ts'
import { goTo } from '../../view/goto.ts'
import { existsIn, parentOf, titleOf } from '../../view/selection.ts'
import { useSession } from '../../view/store.ts'
import { studyLabel } from '../../view/studies/registry.ts'
import { BackHead } from '../kit/BackHead.tsx'
import { Paged } from '../kit/Paged.tsx'
import { Why } from '../why/Why.tsx'
import { IssueCard } from './IssueCard.tsx'
import { SiteCard } from './SiteCard.tsx'
import { WaterCard } from './WaterCard.tsx'
import './detail.css'

const Body = ({ of }: { of: Ref }) => {
  switch (of.type) {
    case 'area':
      return <Why of={{ type: 'area', id: of.id }} />
    case 'office':
      return <Why of={{ type: 'office', id: of.id }} />
    case 'site':
      return <SiteCard id={of.id} />
    case 'issue':
      return <IssueCard id={of.id} />
    case 'water':
      return <WaterCard id={of.id} />
  }
}

export const Detail = ({ of }: { of: Ref }) => {
  const overview = useSession((s) => s.overview)
  const study = useSession((s) => s.view.study)
  if (overview === null) return null
  // Back to the study that led here, if one did.
  const parent = study === null ? parentOf(of, overview) : null
  const title = titleOf(of, overview)
  const up = study !== null ? studyLabel(study) : parent === null ? '排名' : titleOf(parent, overview)
  return (
    <article className="detail" aria-label={title}>
      <BackHead
        title={title}
        up={up}
        onUp={() => goTo(parent)}
        close="关闭，回到全区"
        onClose={() => goTo(null)}
      />
      <Paged className="detail-body" key={`${of.type} ${of.id}`}>
        {existsIn(overview, of) ? (
          <Body of={of} />
        ) : (
          <p className="empty">当前数据里没有“{of.id}”：链接可能来自另一份数据。按 Esc 回到全区。</p>
        )}
      </Paged>
    </article>
  )
}
