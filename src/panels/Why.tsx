/** 为什么是这个分: the score of an area, an office or the district, down to the records that cost it. */
import { useState } from 'react'
import type { Explanation, LedgerLine, Ref } from '../engine/api.ts'
import { formatMonthDay } from '../model/day.ts'
import { dayOf } from '../view/issue-query.ts'
import { useSession } from '../view/store.ts'
import { Categories, Themes } from './Bars.tsx'
import { useAnswer } from './engine.tsx'
import { changeText, pointsText, scoreText, toneOf } from './format.ts'
import { goTo } from './goto.ts'
import { GradeChip } from './Ranking.tsx'
import { Trend } from './Trend.tsx'

const FIRST = 20

const Line = ({ line }: { line: LedgerLine }) => {
  const body = (
    <>
      <b className="num loss">−{pointsText(line.points)}</b>
      <span className="line-body">
        <span>{line.what}</span>
        <small>
          {formatMonthDay(line.day)} · {[line.where, line.itemText].filter(Boolean).join(' · ')}
        </small>
        <small className="clause">
          {line.categoryLabel} · {line.clause}
        </small>
      </span>
    </>
  )
  const { ref } = line
  return (
    <li>
      {ref === null ? (
        <div className="ledger-line">{body}</div>
      ) : (
        <button type="button" className="ledger-line" onClick={() => goTo(ref)}>
          {body}
        </button>
      )}
    </li>
  )
}

const Ledger = ({ explanation, category }: { explanation: Explanation; category: string | null }) => {
  const [all, setAll] = useState(false)
  const rows = explanation.ledger.filter((line) => category === null || line.category === category)
  const shown = all ? rows.slice(0, 400) : rows.slice(0, FIRST)
  const rest = rows.slice(shown.length).reduce((sum, line) => sum + line.points, 0)
  return (
    <>
      <ol className="ledger">
        {shown.map((line, i) => (
          <Line key={`${line.type} ${line.record} ${line.item} ${i}`} line={line} />
        ))}
      </ol>
      {rows.length > shown.length && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          其余 {rows.length - shown.length} 条，共失 {pointsText(rest)} 分
        </button>
      )}
      {rows.length === 0 && <p className="empty">没有失分记录</p>}
    </>
  )
}

const Losses = ({
  explanation,
  category,
  onChoose,
}: {
  explanation: Explanation
  category: string | null
  onChoose: (id: string | null) => void
}) => {
  const rows = explanation.losses.filter((row) => row.loss > 0.005).sort((a, b) => b.loss - a.loss)
  const most = rows[0]?.loss ?? 1
  return (
    <ul className="losses">
      {rows.map((row) => (
        <li key={row.category}>
          <button
            type="button"
            aria-pressed={category === row.category}
            onClick={() => onChoose(category === row.category ? null : row.category)}
          >
            <span>{row.label}</span>
            <i style={{ width: `${(100 * row.loss) / most}%` }} />
            <b className="num">−{pointsText(row.loss)}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}

const Head = ({ explanation, office }: { explanation: Explanation; office: boolean }) => {
  const { figures } = explanation
  const score = figures.score ?? figures.provisional
  const facts: [string, string][] = [
    ...(figures.weightCoverage === null
      ? []
      : [['已查分值', `${Math.round(figures.weightCoverage * 100)}%`] as [string, string]]),
    ['查过点位', `${figures.visited}/${figures.sites}`],
    ['未销号', String(figures.states.待整改 + figures.states.逾期 + figures.states.待复查)],
    ['逾期', String(figures.states.逾期)],
    ['整改指数', scoreText(figures.index)],
    ['荣誉', String(figures.honours)],
  ]
  return (
    <>
      <div className="score-head">
        <b className="num big" data-provisional={figures.score === null}>
          {scoreText(score)}
        </b>
        <div>
          <GradeChip grade={figures.grade} />
          <i data-tone={toneOf(figures.change, 'up')} className="num">
            {figures.change === null ? '' : `较一周前 ${changeText(figures.change)}`}
          </i>
          {figures.rank !== null && !office && <small>第 {figures.rank} 名</small>}
        </div>
      </div>
      {figures.score === null && (
        <p className="notice">查过的分值不足，不评定得分：上面是按已查部分的暂计分，不参加排名。</p>
      )}
      {figures.leftOut > 0 && <p className="notice">{figures.leftOut} 个居委会数据不足，没有计入平均。</p>}
      {figures.caps.map((cap) => (
        <p key={`${cap.rule} ${cap.record} ${cap.reason}`} className="notice veto-line">
          <b>最高评为“{cap.maxGrade}”</b> {cap.reason}
        </p>
      ))}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** @param of null = the district */
export const Why = ({ of }: { of: (Ref & { type: 'area' | 'office' }) | null }) => {
  const session = useSession()
  const { overview, series } = session
  const [category, setCategory] = useState<string | null>(null)
  const asOf = dayOf(session)
  const explanation = useAnswer(
    `why ${of?.type} ${of?.id} ${asOf}`,
    (engine) => engine.explain(of, asOf),
    true,
  )
  if (overview === null || explanation === null || (explanation.of?.id ?? null) !== (of?.id ?? null))
    return <p className="empty">正在计算…</p>
  const values =
    of === null ? series?.district : of.type === 'area' ? series?.areas[of.id] : series?.offices[of.id]
  const total = explanation.ledger.reduce((sum, line) => sum + line.points, 0)
  return (
    <>
      <Head explanation={explanation} office={of?.type !== 'area'} />
      <Themes figures={explanation.figures} />
      {series && values && (
        <section>
          <h3>得分走势</h3>
          <Trend
            days={series.days}
            values={values}
            standard={overview.standard}
            asOf={asOf}
            label={`${explanation.title}每周得分走势`}
          />
        </section>
      )}
      <section>
        <h3>
          各类得分<small>点击按此类着色</small>
        </h3>
        <Categories figures={explanation.figures} />
      </section>
      <section>
        <h3>
          为什么是这个分
          <small className="num">
            共失 {pointsText(total)} 分，{explanation.ledger.length} 条记录
          </small>
        </h3>
        <Losses explanation={explanation} category={category} onChoose={setCategory} />
        <Ledger key={category ?? ''} explanation={explanation} category={category} />
      </section>
    </>
  )
}
