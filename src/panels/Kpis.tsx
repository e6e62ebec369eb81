/** The main figures, each with its change since a week before. */
import type { Kpi } from '../engine/api.ts'
import { useSession } from '../view/store.ts'
import { changeText, toneOf } from './format.ts'
import { Rolling } from './Rolling.tsx'

const Figure = ({ kpi }: { kpi: Kpi }) => {
  const change = changeText(kpi.change, kpi.digits)
  return (
    <div className="kpi" data-kpi={kpi.id} title={kpi.note}>
      <dt>{kpi.label}</dt>
      <dd className="kpi-figure num">
        <span>
          <b>{kpi.value === null ? '—' : <Rolling value={kpi.value} digits={kpi.digits} />}</b>
          {kpi.value !== null && <small>{kpi.unit}</small>}
        </span>
        {change !== '' && (
          <i data-tone={toneOf(kpi.change, kpi.better, kpi.digits)} title="与一周前相比">
            {change}
          </i>
        )}
      </dd>
      <dd className="kpi-note">{kpi.note}</dd>
    </div>
  )
}

/** @param ids which of them, in this order; all when absent */
export const Kpis = ({ ids }: { ids?: readonly Kpi['id'][] }) => {
  const all = useSession((s) => s.board?.kpis) ?? []
  const kpis = ids ? ids.flatMap((id) => all.find((kpi) => kpi.id === id) ?? []) : all
  return (
    <dl className="kpis" aria-label="主要指标">
      {kpis.map((kpi) => (
        <Figure key={kpi.id} kpi={kpi} />
      ))}
    </dl>
  )
}
