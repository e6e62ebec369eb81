/** 脏/乱/差 and the categories as bars, worst loss first; what was not looked at says so instead of showing a bar. */
import type { CategoryFigure, CategoryState, Figures } from '../engine/api.ts'
import { type Standard, THEMES } from '../model/standard.ts'
import { classColour, classOf } from '../view/colours.ts'
import type { Metric } from '../view/state.ts'
import { useSession } from '../view/store.ts'
import { scoreText } from './format.ts'

const STATE_WORD: Record<CategoryState, string> = {
  scored: '',
  ledgerOnly: '仅据台账',
  unvisited: '未查',
  notApplicable: '不适用',
}

const Bar = ({ score, standard }: { score: number | null; standard: Standard }) => (
  <span className="bar-track">
    {score !== null && (
      <span
        style={{
          width: `${Math.max(1.5, score)}%`,
          background: classColour(classOf(standard, score), standard.grades.length),
        }}
      />
    )}
  </span>
)

export const Themes = ({ figures }: { figures: Figures }) => {
  const { overview, change, view } = useSession()
  if (overview === null) return null
  return (
    <div className="themes">
      {THEMES.map((theme) => {
        const on = view.metric.type === 'theme' && view.metric.id === theme
        return (
          <button
            key={theme}
            type="button"
            aria-pressed={on}
            title={`地图按“${theme}”着色`}
            onClick={() => change({ metric: on ? { type: 'score' } : { type: 'theme', id: theme } })}
          >
            <em>{theme}</em>
            <b className="num">{scoreText(figures.themes[theme])}</b>
            <Bar score={figures.themes[theme]} standard={overview.standard} />
          </button>
        )
      })}
    </div>
  )
}

/** What a category takes from the score, for their order. */
const loss = (category: CategoryFigure, standard: Standard): number => {
  const weight = standard.categories.find((c) => c.id === category.id)?.weight ?? 0
  return category.score === null ? -1 : weight * (100 - category.score)
}

export const Categories = ({ figures }: { figures: Figures }) => {
  const { overview, change, view } = useSession()
  if (overview === null) return null
  const { standard } = overview
  const rows = figures.categories
    .filter((c) => c.state !== 'notApplicable')
    .sort((a, b) => loss(b, standard) - loss(a, standard))
  const absent = figures.categories.filter((c) => c.state === 'notApplicable')
  const labelOf = (id: string) => standard.categories.find((c) => c.id === id)
  return (
    <div className="categories">
      {rows.map((row) => {
        const category = labelOf(row.id)
        const metric: Metric = { type: 'category', id: row.id }
        const on = view.metric.type === 'category' && view.metric.id === row.id
        return (
          <button
            key={row.id}
            type="button"
            aria-pressed={on}
            title={`${category?.part ?? ''} · ${category?.clause ?? ''}${category?.verified === '拟定' ? '（分值拟定）' : ''}`}
            onClick={() => change({ metric: on ? { type: 'score' } : metric })}
          >
            <span className="category-name">
              {category?.label}
              <small className="num">{category?.weight}</small>
            </span>
            <Bar score={row.score} standard={standard} />
            <b className="num">{row.score === null ? STATE_WORD[row.state] : scoreText(row.score)}</b>
            {row.state === 'ledgerOnly' && <small className="state-word">仅据台账</small>}
          </button>
        )
      })}
      {absent.length > 0 && (
        <p className="absent">不适用：{absent.map((c) => labelOf(c.id)?.label).join('、')}</p>
      )}
    </div>
  )
}
