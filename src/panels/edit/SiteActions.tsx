/** What can be done at a place: note a problem, put the place where it belongs. */
import type { SiteCard } from '../../engine/contract/cards.ts'
import { useSession } from '../../view/store.ts'
import { useEditable } from './editable.ts'
import { MoveButton, MoveRefused, useMoving } from './Moving.tsx'
import './edit-actions.css'

export const SiteActions = ({ card: { id, lon, lat } }: { card: Pick<SiteCard, 'id' | 'lon' | 'lat'> }) => {
  const editable = useEditable()
  const take = useSession((s) => s.take)
  const moving = useMoving('site', id)
  if (!editable) return null
  return (
    <section className="edit" aria-label="处理这个点位">
      <fieldset className="edit-actions" aria-label="处理">
        <button
          type="button"
          className="text-button"
          onClick={() => take({ type: 'add', spot: { at: [lon, lat], site: id } })}
        >
          新增问题
        </button>
        <MoveButton moving={moving} />
      </fieldset>
      <MoveRefused moving={moving} />
    </section>
  )
}
