/** The main figures, each with its change since a week before; pressing one leads to the records behind it. */
import type { Kpi } from '../../engine/contract/board.ts'
import { incompleteText } from '../../model/report.ts'
import { kpiLead, leadText } from '../../view/leads.ts'
import { useSession } from '../../view/store.ts'
import { follow } from '../kit/follow.ts'
import { changeText, toneOf } from '../kit/format.ts'
import { Rolling } from '../kit/Rolling.tsx'
import { IndexLead } from '../why/IndexLead.tsx'
import './kpis.css'

const words = ({ label, value, unit, digits, note }: Kpi, leads: string): string =>
  `${label} ${value === null ? '没有数据' : `${value.toFixed(digits)} ${unit}`}，${note}：${leads}`

/** The index is made of counts over several lists of problems: what it is made of comes first. */
const IndexFigure = ({ kpi }: { kpi: Kpi }) => {
  const office = useSession((s) => s.view.office)
  return (
    <IndexLead
      label={words(kpi, '看怎样算出来')}
      title={`${kpi.note}：看怎样算出来`}
      within={office === null ? null : { type: 'office', id: office }}
    />
  )
}

const FigureLead = ({ kpi, id }: { kpi: Kpi; id: Exclude<Kpi['id'], 'index'> }) => {
  const office = useSession((s) => s.view.office)
  const lead = kpiLead(id, office)
  return (
    <button
      type="button"
      className="lead"
      aria-label={words(kpi, leadText(lead))}
      title={`${kpi.note}：${leadText(lead)}`}
      onClick={() => follow(lead)}
    />
  )
}

const Figure = ({ kpi, doubt }: { kpi: Kpi; doubt: string }) => {
  const change = changeText(kpi.change, kpi.digits)
  return (
    <div className="kpi" data-kpi={kpi.id}>
      <dt>{kpi.label}</dt>
      <dd className="kpi-figure num">
        <span>
          <b>{kpi.value === null ? '—' : <Rolling value={kpi.value} digits={kpi.digits} />}</b>
          {kpi.value !== null && <small>{kpi.unit}</small>}
          {doubt !== '' && (
            <em className="kpi-doubt" title={doubt}>
              不完整
            </em>
          )}
        </span>
        {change !== '' && (
          <i data-tone={toneOf(kpi.change, kpi.better, kpi.digits)} title="与一周前相比">
            {change}
          </i>
        )}
      </dd>
      <dd className="kpi-note">{kpi.note}</dd>
      <dd>{kpi.id === 'index' ? <IndexFigure kpi={kpi} /> : <FigureLead kpi={kpi} id={kpi.id} />}</dd>
    </div>
  )
}

/** @param ids which of them, in this order; all when absent */
export const Kpis = ({ ids }: { ids?: readonly Kpi['id'][] | undefined }) => {
  const all = useSession((s) => s.board?.kpis) ?? []
  const report = useSession((s) => s.overview?.report)
  const doubt = report === undefined ? '' : incompleteText(report)
  const kpis = ids ? ids.flatMap((id) => all.find((kpi) => kpi.id === id) ?? []) : all
  return (
    <dl className="kpis" aria-label="主要指标">
      {kpis.map((kpi) => (
        <Figure key={kpi.id} kpi={kpi} doubt={doubt} />
      ))}
    </dl>
  )
}
