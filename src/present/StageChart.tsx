/** The one chart or list of a scene: what is selected, the study that is open, or who stands where. */
import { useRef } from 'react'
import type { Figures } from '../engine/contract/board.ts'
import type { Scope } from '../model/scope.ts'
import { Detail } from '../panels/cards/Detail.tsx'
import { WaterCharts } from '../panels/cards/WaterCharts.tsx'
import { Boundary } from '../panels/kit/Boundary.tsx'
import { Pending, useAnswer } from '../panels/kit/engine.tsx'
import { rankText } from '../panels/kit/format.ts'
import { GradeChip } from '../panels/kit/GradeChip.tsx'
import { usePages } from '../panels/kit/pages.ts'
import { Rolling } from '../panels/kit/Rolling.tsx'
import { Study } from '../panels/studies/Study.tsx'
import { Waterfall } from '../panels/why/Waterfall.tsx'
import { dayOf } from '../view/issue-query.ts'
import { RANKING_ORDERS, rankingOf } from '../view/ranking.ts'
import { useSession } from '../view/store.ts'
import { vetoText } from '../view/veto.ts'
import { StageRow } from './StageRow.tsx'

const Score = ({ figures, title }: { figures: Figures; title: string }) => {
  const standard = useSession((s) => s.overview?.standard)
  const office = useSession((s) => s.view.office)
  const score = figures.score ?? figures.provisional
  return (
    <header className="stage-score">
      <h2>{title}</h2>
      <p>
        <b className="num">{score === null ? '—' : <Rolling value={score} digits={1} />}</b>
        <GradeChip grade={figures.grade} />
        {figures.rank !== null && <span className="num">{rankText(figures.rank, office)}</span>}
        {figures.score === null && score !== null && <span>暂计，数据不足</span>}
      </p>
      {standard &&
        figures.caps.map((cap) => (
          <p key={`${cap.rule} ${cap.record}`} className="stage-veto">
            一票否决：{vetoText(standard, cap)}
          </p>
        ))}
    </header>
  )
}

const WhyOf = ({ of }: { of: Scope }) => {
  const asOf = useSession(dayOf)
  const { value, ...asked } = useAnswer(['explain', of, asOf], [0])
  if (value === null) return <Pending of={{ value, ...asked }}>正在计算…</Pending>
  return (
    <>
      <Score figures={value.figures} title={value.title} />
      <div className="stage-chart">
        <Waterfall explanation={value} onRest={() => {}} />
      </div>
    </>
  )
}

const WaterOf = ({ id }: { id: string }) => {
  const asOf = useSession(dayOf)
  const overview = useSession((s) => s.overview)
  const { value, ...asked } = useAnswer(['water', id, asOf], [0])
  if (value === null || overview === null) return <Pending of={{ value, ...asked }}>正在读取…</Pending>
  return (
    <>
      <header className="stage-score">
        <h2>{value.name}</h2>
        <p>
          <b>{value.figure.grade ?? '没有监测'}</b>
        </p>
      </header>
      <div className="stage-chart">
        <WaterCharts card={value} overview={overview} station={null} low />
      </div>
    </>
  )
}

/** rows that leave room for more than a line each */
const FULL = 5

const Standings = ({ of }: { of: 'area' | 'office' }) => {
  const { overview, board, view } = useSession()
  const list = useRef<HTMLOListElement>(null)
  const ranking =
    overview === null || board === null
      ? null
      : rankingOf(overview, board, {
          of,
          office: view.office,
          group: of === 'area' ? view.group : null,
          ...RANKING_ORDERS[view.order],
        })
  const rows = ranking === null ? [] : [...ranking.ranked, ...ranking.unranked]
  const { from, to, page, pages } = usePages(list, rows.length, 0, true)
  return (
    <>
      <header className="stage-score">
        <h2>{of === 'area' ? '居委会' : '办事处'}得分排名</h2>
      </header>
      <div className="stage-list scrolls">
        <ol ref={list}>
          {rows.slice(from, to).map((row) => (
            <StageRow key={row.figures.id} row={row} of={of} full={rows.length <= FULL} />
          ))}
        </ol>
        {pages > 1 && (
          <p className="num">
            {page + 1} / {pages}
          </p>
        )}
      </div>
    </>
  )
}

const Chart = () => {
  const selection = useSession((s) => s.view.selection)
  const study = useSession((s) => s.view.study)
  const standing = useSession((s) => s.view.standing)
  const office = useSession((s) => s.view.office)
  if (selection !== null)
    switch (selection.type) {
      case 'area':
      case 'office':
        return <WhyOf of={{ type: selection.type, id: selection.id }} />
      case 'water':
        return <WaterOf id={selection.id} />
      case 'site':
      case 'issue':
        return <Detail of={selection} />
    }
  if (study !== null) return <Study of={study} />
  if (standing === 'why') return <WhyOf of={office === null ? null : { type: 'office', id: office }} />
  return <Standings key={standing} of={standing} />
}

export const StageChart = () => {
  const selection = useSession((s) => s.view.selection)
  const study = useSession((s) => s.view.study)
  return (
    <Boundary what="图表" resetOn={selection ?? study}>
      <Chart />
    </Boundary>
  )
}
