/** How the screen looks from where one sits: light or dark, size of type. */
import { useId } from 'react'
import type { ViewState } from '../view/state.ts'
import { useSession } from '../view/store.ts'
import { Glyph } from './Glyph.tsx'
import { usePopup } from './popup.ts'
import { Segments } from './Segments.tsx'

const THEMES = [
  ['auto', '跟随系统'],
  ['light', '浅色'],
  ['dark', '深色'],
] as const satisfies readonly (readonly [ViewState['theme'], string])[]

const DISPLAYS = [
  ['auto', '自动'],
  ['desk', '桌面'],
  ['room', '会议室'],
  ['wall', '大屏'],
] as const satisfies readonly (readonly [ViewState['display'], string])[]

export const DisplayMenu = () => {
  const theme = useSession((s) => s.view.theme)
  const display = useSession((s) => s.view.display)
  const change = useSession((s) => s.change)
  const { open, setOpen, box, button } = usePopup()
  const id = useId()
  return (
    <div className="menu" ref={box}>
      <button
        ref={button}
        type="button"
        className="tool"
        aria-expanded={open}
        aria-controls={id}
        aria-label="显示设置：配色与字号"
        title="显示设置：配色与字号"
        onClick={() => setOpen(!open)}
      >
        <Glyph name="size" />
      </button>
      {open && (
        <div className="menu-box" id={id}>
          <h2>配色</h2>
          <Segments
            label="配色"
            options={THEMES}
            value={theme}
            onChange={(next) => change({ theme: next })}
          />
          <h2>字号</h2>
          <Segments
            label="字号"
            options={DISPLAYS}
            value={display}
            onChange={(next) => change({ display: next })}
          />
        </div>
      )}
    </div>
  )
}
