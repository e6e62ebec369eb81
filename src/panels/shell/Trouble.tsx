/** What went wrong while the screen was in use, until it is put aside. */
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'

export const Trouble = () => {
  const trouble = useSession((s) => s.trouble)
  if (trouble === null) return null
  return (
    <div className="toast" role="alert">
      <span>{trouble}</span>
      <button
        type="button"
        className="tool"
        aria-label="知道了"
        // Told above an open window, it leaves the focus there.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => useSession.setState({ trouble: null })}
      >
        <Glyph name="close" />
      </button>
    </div>
  )
}
