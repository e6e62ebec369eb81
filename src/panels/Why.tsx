/** 为什么是这个分: the score of an area, an office or the district, down to the records that cost it. */
import type { Explanation } from '../engine/api.ts'
import { dayOf } from '../view/issue-query.ts'
import { useSession } from '../view/store.ts'
import { Categories } from './Categories.tsx'
import { useAnswer } from './engine.tsx'
import { LOSSES, Losses } from './Losses.tsx'
import { ScoreHead } from './ScoreHead.tsx'
import { Themes } from './Themes.tsx'
import { Trend } from './Trend.tsx'
import { Waterfall } from './Waterfall.tsx'
import './why.css'

/** null = the district */
export type Scope = { type: 'area' | 'office'; id: string } | null

const TrendOf = ({ of, explanation }: { of: Scope; explanation: Explanation }) => {
  const series = useSession((s) => s.series)
  const standard = useSession((s) => s.overview?.standard)
  const asOf = useSession(dayOf)
  const values =
    of === null ? series?.district : of.type === 'area' ? series?.areas[of.id] : series?.offices[of.id]
  if (!series || !values || !standard) return null
  return (
    <section>
      <h3 className="head">
        得分走势<small>每天</small>
      </h3>
      <Trend
        days={series.days}
        values={values}
        standard={standard}
        asOf={asOf}
        label={`${explanation.title}每天的得分走势`}
      />
    </section>
  )
}

/** The records of a category, one by one, in sight. */
const listLosses = (category: string) => {
  useSession.getState().change({ metric: { type: 'category', id: category } })
  requestAnimationFrame(() => document.getElementById(LOSSES)?.focus())
}

export const Why = ({ of }: { of: Scope }) => {
  const asOf = useSession(dayOf)
  const about = `why ${of?.type ?? ''} ${of?.id ?? ''} `
  const explanation = useAnswer(`${about}${asOf}`, (engine) => engine.explain(of, asOf), about)
  if (explanation === null) return <p className="empty">正在计算…</p>
  return (
    <>
      <ScoreHead figures={explanation.figures} alone={of?.type === 'area'} />
      <Themes figures={explanation.figures} />
      <TrendOf of={of} explanation={explanation} />
      <Waterfall key={`waterfall ${about}`} explanation={explanation} onRest={listLosses} />
      <section>
        <h3 className="head">
          为什么是这个分<small>点一类：地图按它着色，只看它的失分</small>
        </h3>
        <Categories explanation={explanation} />
      </section>
      <Losses key={about} explanation={explanation} />
    </>
  )
}
