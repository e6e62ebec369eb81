/** The way to the prepared presentations, and to preparing one. */
import { useSession } from '../../view/store.ts'
import { useEditable } from '../edit/editable.ts'
import { Glyph } from '../kit/Glyph.tsx'

export const BriefingButton = () => {
  const editable = useEditable()
  const preparing = useSession((s) => s.preparing)
  const any = useSession((s) => (s.overview?.briefings.length ?? 0) > 0)
  if (!editable && !any) return null
  return (
    <button
      type="button"
      className="tool tool-word"
      aria-expanded={preparing !== null}
      onClick={() => useSession.setState({ preparing: preparing === null ? 0 : null })}
    >
      <Glyph name="play" />
      <span>汇报</span>
    </button>
  )
}
