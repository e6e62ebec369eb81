/** The categories as bars, largest loss first; what was not looked at says so instead of showing a bar. */

import type { Explanation } from '../../engine/contract/ledger.ts'
import type { Category } from '../../model/standard.ts'
import type { CategoryState } from '../../scoring/score/category.ts'
import { useSession } from '../../view/store.ts'
import { pointsText, scoreText } from '../kit/format.ts'
import { ScoreBar } from '../kit/ScoreBar.tsx'
import { Clause } from './Clause.tsx'
import './categories.css'

const STATE_WORD: Record<CategoryState, string> = {
  scored: '',
  ledgerOnly: '仅据台账',
  unvisited: '未查',
  notApplicable: '不适用',
}

/** Where a category comes from, as a tooltip. */
const sourceOf = ({ part, clause, verified }: Category): string =>
  [part, clause, verified === '拟定' ? '分值拟定，待核' : ''].filter(Boolean).join(' · ')

/** Where the categories stand in the panel. */
export const CATEGORIES = 'categories'

type Loss = Explanation['losses'][number]

const Row = ({ row, category }: { row: Loss; category: Category | undefined }) => {
  const standard = useSession((s) => s.overview?.standard)
  const on = useSession((s) => s.view.metric.type === 'category' && s.view.metric.id === row.category)
  const change = useSession((s) => s.change)
  if (!standard) return null
  return (
    <button
      type="button"
      className="row category"
      aria-pressed={on}
      title={category ? sourceOf(category) : undefined}
      onClick={() => change({ metric: on ? { type: 'score' } : { type: 'category', id: row.category } })}
    >
      <span className="category-name">{row.label}</span>
      <small className="num">{category?.weight ?? row.weight}</small>
      {row.score === null ? (
        <span className="category-state" data-state={row.state}>
          {STATE_WORD[row.state]}
        </span>
      ) : (
        <ScoreBar score={row.score} standard={standard} />
      )}
      <b className="num">{scoreText(row.score)}</b>
      <span className="category-loss num">{row.loss > 0.005 ? `−${pointsText(row.loss)}` : ''}</span>
      {category && (
        <small className="category-clause">
          <Clause clause={category.clause} verified={category.verified} />
        </small>
      )}
      {row.state === 'ledgerOnly' && row.score !== null && (
        <small className="ledger-only">近期没有检查，仅据台账扣分</small>
      )}
    </button>
  )
}

export const Categories = ({ explanation }: { explanation: Explanation }) => {
  const standard = useSession((s) => s.overview?.standard)
  if (!standard) return null
  const { losses } = explanation
  const rows = losses.filter((row) => row.state !== 'notApplicable')
  const absent = losses.filter((row) => row.state === 'notApplicable')
  const ordered = [...rows].sort(
    (a, b) => Number(a.score === null) - Number(b.score === null) || b.loss - a.loss,
  )
  return (
    <div>
      <div className="category category-head" aria-hidden="true">
        <span>分类</span>
        <small>分值</small>
        <span />
        <b>得分</b>
        <span>失分</span>
      </div>
      {ordered.map((row) => (
        <Row
          key={row.category}
          row={row}
          category={standard.categories.find((category) => category.id === row.category)}
        />
      ))}
      {absent.length > 0 && <p className="absent">不适用：{absent.map((row) => row.label).join('、')}</p>}
    </div>
  )
}
