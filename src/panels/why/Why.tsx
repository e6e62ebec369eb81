/** 为什么是这个分: the score of an area, an office or the district, down to the records that cost it. */

import type { Explanation } from '../../engine/contract/ledger.ts'
import type { Scope } from '../../model/scope.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { officeWith } from '../../view/studies/of-office.ts'
import { studyView } from '../../view/studies/registry.ts'
import { chosenDay } from '../../view/timeline.ts'
import { Pending, useAnswer } from '../kit/engine.tsx'
import { AreaVisits } from './AreaVisits.tsx'
import { CATEGORIES, Categories } from './Categories.tsx'
import { LOSSES, Losses } from './Losses.tsx'
import { Responsible } from './Responsible.tsx'
import { ScoreHead } from './ScoreHead.tsx'
import { Themes } from './Themes.tsx'
import { Trend } from './Trend.tsx'
import { Waterfall } from './Waterfall.tsx'

const TrendOf = ({ of, explanation }: { of: Scope; explanation: Explanation }) => {
  const series = useSession((s) => s.series)
  const overview = useSession((s) => s.overview)
  const change = useSession((s) => s.change)
  const asOf = useSession(dayOf)
  const values =
    of === null ? series?.district : of.type === 'area' ? series?.areas[of.id] : series?.offices[of.id]
  if (!series || !values || overview === null) return null
  return (
    <section>
      <h3 className="head">
        得分走势<small>每天</small>
      </h3>
      <Trend
        days={series.days}
        values={values}
        standard={overview.standard}
        asOf={asOf}
        onDay={(day) => change({ asOf: chosenDay(overview, day) })}
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

/** From what an area lost to what to do about it. */
const ToPlan = ({ area }: { area: string }) => {
  const { overview, view, change } = useSession()
  const open = () =>
    change({
      study: studyView('plan', { area }),
      selection: null,
      ...(overview && { office: officeWith(area, view.office, overview) }),
    })
  return (
    <button type="button" className="text-button wide-button" onClick={open}>
      对策：先改哪些
    </button>
  )
}

export const Why = ({ of }: { of: Scope }) => {
  const asOf = useSession(dayOf)
  const about = `why ${of?.type ?? ''} ${of?.id ?? ''} `
  const asked = useAnswer(['explain', of, asOf], [0])
  const explanation = asked.value
  if (explanation === null) return <Pending of={asked}>正在计算…</Pending>
  return (
    <>
      <ScoreHead figures={explanation.figures} of={of} />
      {of?.type === 'area' && <ToPlan area={of.id} />}
      <Themes figures={explanation.figures} />
      <Responsible of={of} />
      <TrendOf of={of} explanation={explanation} />
      <Waterfall key={`waterfall ${about}`} explanation={explanation} onRest={listLosses} />
      <section id={CATEGORIES} tabIndex={-1}>
        <h3 className="head">
          为什么是这个分<small>点一类：地图按它着色，只看它的失分</small>
        </h3>
        <Categories explanation={explanation} />
      </section>
      <Losses key={about} explanation={explanation} />
      {of?.type === 'area' && <AreaVisits key={`visits ${about}`} code={of.id} />}
    </>
  )
}
