/** The ranking: the accessible map. Areas without a score stand apart at the end, never first or last. */
import { useState } from 'react'
import type { Figures } from '../engine/api.ts'
import { gradeColour } from '../view/colours.ts'
import { useSession } from '../view/store.ts'
import { changeText, scoreText, toneOf } from './format.ts'

const GradeChip = ({ grade }: { grade: string }) => {
  const standard = useSession((s) => s.overview?.standard)
  if (!standard) return null
  const known = standard.grades.some((g) => g.id === grade)
  return (
    <span className="grade" data-known={known}>
      <i style={{ background: gradeColour(standard, grade) }} />
      {grade}
    </span>
  )
}

export { GradeChip }

const RankRow = ({ figures, sort }: { figures: Figures; sort: 'area' | 'office' }) => {
  const { overview, view, hover, select, point, fly } = useSession()
  if (overview === null) return null
  const ref = { type: sort, id: figures.id } as const
  const open = figures.states.待整改 + figures.states.逾期 + figures.states.待复查
  const go = () => {
    select(ref)
    const bounds =
      sort === 'area'
        ? overview.areas.find((a) => a.code === figures.id)?.bounds
        : overview.offices.find((o) => o.name === figures.id)?.bounds
    if (bounds) fly({ type: 'bounds', bounds })
  }
  const on = view.selection?.type === sort && view.selection.id === figures.id
  const score = figures.score ?? figures.provisional
  return (
    <li>
      <button
        type="button"
        className="rank-row"
        aria-current={on}
        data-hover={hover?.type === sort && hover.id === figures.id}
        onClick={go}
        onMouseEnter={() => point(ref)}
        onMouseLeave={() => point(null)}
      >
        <span className="rank num">{figures.rank ?? '—'}</span>
        <span className="rank-name">
          <b>{figures.name}</b>
          <span>
            <GradeChip grade={figures.grade} />
            {figures.caps.length > 0 && sort === 'area' && <em className="veto">降级</em>}
            {figures.leftOut > 0 && <small>{figures.leftOut} 个未计</small>}
          </span>
        </span>
        <span className="rank-open num" title="未销号 / 其中逾期">
          {open}
          {figures.states.逾期 > 0 && <em> 逾{figures.states.逾期}</em>}
        </span>
        <span className="rank-score num">
          <b data-provisional={figures.score === null}>{scoreText(score)}</b>
          <i data-tone={toneOf(figures.change, 'up')}>
            {figures.score === null ? '暂计' : changeText(figures.change)}
          </i>
        </span>
        <span className="rank-bar">
          <span
            style={{ width: `${score ?? 0}%`, background: gradeColour(overview.standard, figures.grade) }}
          />
        </span>
      </button>
    </li>
  )
}

const byScore = (a: Figures, b: Figures) =>
  (b.score ?? -1) - (a.score ?? -1) || (b.provisional ?? -1) - (a.provisional ?? -1)

export const Ranking = () => {
  const { overview, board, view } = useSession()
  const [sort, setSort] = useState<'area' | 'office'>('area')
  const [group, setGroup] = useState('')
  if (overview === null || board === null) return null
  const groupOf = new Map(overview.areas.map((area) => [area.code, area.group]))
  const groups = overview.standard.areaGroups.filter((g) => overview.areas.some((area) => area.group === g))
  const rows = (sort === 'area' ? board.areas : board.offices)
    .filter(
      (f) =>
        sort === 'office' ||
        ((view.office === null || f.office === view.office) && (group === '' || groupOf.get(f.id) === group)),
    )
    .sort(byScore)
  return (
    <section className="ranking" id="ranking" tabIndex={-1} aria-label="排名">
      <div className="tabs" role="tablist">
        {(['area', 'office'] as const).map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            aria-selected={sort === tab}
            onClick={() => setSort(tab)}
          >
            {tab === 'area' ? '居委会' : '办事处'}
          </button>
        ))}
        {sort === 'area' && groups.length > 1 && (
          <select value={group} onChange={(event) => setGroup(event.target.value)} aria-label="分组">
            <option value="">全部分组</option>
            {groups.map((g) => (
              <option key={g}>{g}</option>
            ))}
          </select>
        )}
      </div>
      <ol>
        {rows.map((figures) => (
          <RankRow key={figures.id} figures={figures} sort={sort} />
        ))}
      </ol>
      {rows.length === 0 && <p className="empty">这个分组里没有居委会</p>}
    </section>
  )
}
