/** One line of the ranking: pressing it selects and flies there, pointing at it highlights it on the map. */
import { openOf } from '../../model/state.ts'
import { figureText } from '../../view/absent.ts'
import { gradeColour } from '../../view/colours.ts'
import { goTo } from '../../view/goto.ts'
import type { RankingRow } from '../../view/ranking.ts'
import { useSession } from '../../view/store.ts'
import { changeText, scoreText, toneOf } from '../kit/format.ts'
import { GradeChip } from '../kit/GradeChip.tsx'

interface RankRowProps {
  row: RankingRow
  of: 'area' | 'office'
  /** the places it may hold, in words */
  places?: string | undefined
}

export const RankRow = ({ row, of, places }: RankRowProps) => {
  const { figures, rank, label } = row
  const ref = { type: of, id: figures.id } as const
  const overview = useSession((s) => s.overview)
  const standard = overview?.standard
  const pointed = useSession((s) => s.hover?.type === of && s.hover.id === figures.id)
  const current = useSession((s) => s.view.selection?.type === of && s.view.selection.id === figures.id)
  const point = useSession((s) => s.point)
  if (!standard) return null
  const overdue = figures.states.逾期
  const score = figures.score ?? figures.provisional
  return (
    <li>
      <button
        type="button"
        className="rank-row"
        aria-current={current}
        data-hover={pointed}
        onClick={() => goTo(ref)}
        onMouseEnter={() => point(ref)}
        onMouseLeave={() => point(null)}
        onFocus={() => point(ref)}
        onBlur={() => point(null)}
      >
        <span className="rank num" title={places}>
          {rank ?? '—'}
        </span>
        <span className="rank-name">
          <b title={figures.name}>
            {label}
            <span className="suffix">
              {figures.name.startsWith(label) ? figures.name.slice(label.length) : figures.name}
            </span>
          </b>
          <GradeChip grade={figures.grade} />
          {figures.caps.length > 0 && of === 'area' && (
            <span className="veto" title={figures.caps.map((cap) => cap.reason).join('；')}>
              否决
            </span>
          )}
          {figures.leftOut > 0 && <small>{figures.leftOut} 个未计</small>}
        </span>
        <span className="rank-open num">
          {figureText(overview, 'issues.csv', openOf(figures))}
          <em title="其中逾期">{overdue > 0 ? `逾${overdue}` : ''}</em>
        </span>
        <span className="rank-change num" data-tone={toneOf(figures.change, 'up')}>
          {figures.score !== null ? changeText(figures.change) : score === null ? '' : '暂计'}
        </span>
        <b className="rank-score num" title={places} data-provisional={figures.score === null}>
          {scoreText(score)}
        </b>
        <span className="rank-bar">
          <span style={{ width: `${score ?? 0}%`, background: gradeColour(standard, figures.grade) }} />
        </span>
      </button>
    </li>
  )
}
