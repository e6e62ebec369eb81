/** How the screen looks from where one sits: light or dark, size of type. */
import { type Finish, type FinishAsked, keepFinish } from '../../view/finish.ts'
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

const FINISHES = [
  ['auto', '自动'],
  ['fine', '精细'],
  ['plain', '流畅'],
] as const satisfies readonly (readonly [FinishAsked, string])[]

const MEASURED: Record<Finish, string> = {
  fine: '本机绘图快：边缘平滑，有阴影和飞行动画。',
  plain: '本机绘图较慢：不做平滑、阴影和动画，画面更快。',
}

export const DisplayMenu = () => {
  const theme = useSession((s) => s.view.theme)
  const display = useSession((s) => s.view.display)
  const change = useSession((s) => s.change)
  const asked = useSession((s) => s.finishAsked)
  const measured = useSession((s) => s.finishMeasured)
  return (
    <PopMenu aria-label="显示设置：配色、字号与画质" glyph="size">
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
          <h2>画质</h2>
          <Segments
            label="画质"
            options={FINISHES}
            value={asked}
            onChange={(next) => {
              keepFinish(next)
              useSession.setState({ finishAsked: next })
            }}
          />
          {asked === 'auto' && measured !== null && <small>{MEASURED[measured]}</small>}
        </>
      )}
    </PopMenu>
  )
}
