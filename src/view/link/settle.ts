/** A link may come from another package, or an older one: what this one does not have is left at its default. */
import type { Overview } from '../../engine/contract/package.ts'
import type { Metric, ViewState } from './state.ts'

const settleMetric = (metric: Metric, { standard }: Overview): Metric =>
  metric.type === 'category' && !standard.categories.some((category) => category.id === metric.id)
    ? { type: 'score' }
    : metric

/**
 * The view as this package can show it. The selection stays as it is: the panel says that there is no such thing, which
 * tells more than an empty one.
 */
export const settle = (view: ViewState, overview: Overview): ViewState => {
  const { standard, areas, offices } = overview
  const known = (list: readonly string[], among: readonly { id: string }[]) =>
    list.filter((id) => among.some((one) => one.id === id))
  const { ledger } = view
  return {
    ...view,
    metric: settleMetric(view.metric, overview),
    office: offices.some((office) => office.name === view.office) ? view.office : null,
    hiddenKinds: known(view.hiddenKinds, standard.kinds),
    ledger: {
      ...ledger,
      area: areas.some((area) => area.code === ledger.area) ? ledger.area : null,
      kinds: known(ledger.kinds, standard.kinds),
      severities: known(ledger.severities, standard.severity.levels),
      sources: known(ledger.sources, standard.sources),
    },
  }
}
