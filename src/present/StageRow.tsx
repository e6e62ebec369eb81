/** Who stands where, for a hall: the whole name, the score, and what is open. */

import { openOf } from '../model/state.ts'
import { changeText, scoreText, toneOf } from '../panels/kit/format.ts'
import { GradeChip } from '../panels/kit/GradeChip.tsx'
import { figureText } from '../view/absent.ts'
import { gradeColour } from '../view/colours.ts'
import { goTo } from '../view/goto.ts'
import type { RankingRow } from '../view/ranking.ts'
import { useSession } from '../view/store.ts'

interface StageRowProps {
  row: RankingRow
  of: 'area' | 'office'
  /** there is room for what is open, and for the change in a week */
  full: boolean
}

export const StageRow = ({ row, of, full }: StageRowProps) => {
  const { figures, rank, label } = row
  const overview = useSession((s) => s.overview)
  if (overview === null) return null
  const score = figures.score ?? figures.provisional
  const overdue = figures.states.逾期
  return (
    <li>
      <button type="button" className="stage-row" onClick={() => goTo({ type: of, id: figures.id })}>
        <span className="num">{rank ?? '—'}</span>
        <b>{of === 'office' ? figures.name : label}</b>
        <GradeChip grade={figures.grade} />
        {figures.caps.length > 0 && of === 'area' && <em>否决</em>}
        <b className="num">{scoreText(score)}</b>
        <i>
          <i style={{ width: `${score ?? 0}%`, background: gradeColour(overview.standard, figures.grade) }} />
        </i>
        {!full && overdue > 0 && <small className="num stage-late">逾期 {overdue}</small>}
        {full && (
          <small className="num">
            未销号 {figureText(overview, 'issues.csv', openOf(figures))}
            {overdue > 0 && <em>，逾期 {overdue}</em>}
            {figures.score === null && '，暂计，数据不足'}
            {figures.score !== null && figures.change !== null && (
              <span data-tone={toneOf(figures.change, 'up')}>一周 {changeText(figures.change)}</span>
            )}
          </small>
        )}
      </button>
    </li>
  )
}
