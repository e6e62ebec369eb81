/** What can be done at a place: note a problem, put the place where it belongs. */
import { pointOf } from '../../view/selection.ts'
import { useSession } from '../../view/store.ts'
import { useEditable } from './editable.ts'
import { MoveButton, MoveRefused, useMoving } from './Moving.tsx'
import './edit-actions.css'

export const SiteActions = ({ id }: { id: string }) => {
  const editable = useEditable()
  const overview = useSession((s) => s.overview)
  const take = useSession((s) => s.take)
  const moving = useMoving('site', id)
  if (!editable || overview === null) return null
  const at = pointOf({ type: 'site', id }, overview) ?? [Number.NaN, Number.NaN]
  return (
    <section className="edit" aria-label="处理这个点位">
      <fieldset className="edit-actions" aria-label="处理">
        <button
          type="button"
          className="text-button"
          onClick={() => take({ type: 'add', spot: { at, site: id } })}
        >
          新增问题
        </button>
        <MoveButton moving={moving} />
      </fieldset>
      <MoveRefused moving={moving} />
    </section>
  )
}
