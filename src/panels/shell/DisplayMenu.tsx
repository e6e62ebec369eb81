/** How the screen looks from where one sits: light or dark, size of type. */
import type { ViewState } from '../../view/link/state.ts'
import { useSession } from '../../view/store.ts'
import { PopMenu } from '../kit/PopMenu.tsx'
import { Segments } from '../kit/Segments.tsx'

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
  return (
    <PopMenu aria-label="显示设置：配色与字号" glyph="size">
      {() => (
        <>
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
        </>
      )}
    </PopMenu>
  )
}
