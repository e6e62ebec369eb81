/** 脏、乱、差: three figures, each of which can colour the map. */
import type { Figures } from '../../engine/contract/board.ts'
import { THEMES } from '../../model/themes.ts'
import { useSession } from '../../view/store.ts'
import { scoreText } from '../kit/format.ts'
import { ScoreBar } from '../kit/ScoreBar.tsx'
import './themes.css'

export const Themes = ({ figures }: { figures: Figures }) => {
  const standard = useSession((s) => s.overview?.standard)
  const metric = useSession((s) => s.view.metric)
  const change = useSession((s) => s.change)
  if (!standard) return null
  return (
    <div className="themes">
      {THEMES.map((theme) => {
        const on = metric.type === 'theme' && metric.id === theme
        return (
          <button
            key={theme}
            type="button"
            aria-pressed={on}
            title={on ? '地图改回按综合得分着色' : `地图按“${theme}”着色`}
            onClick={() => change({ metric: on ? { type: 'score' } : { type: 'theme', id: theme } })}
          >
            <em>{theme}</em>
            <b className="num">{scoreText(figures.themes[theme])}</b>
            <ScoreBar score={figures.themes[theme]} standard={standard} />
          </button>
        )
      })}
    </div>
  )
}
