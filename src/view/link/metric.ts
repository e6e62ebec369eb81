/** What colours the 居委会, as `type` or `type:id` in the link. */
import type { Overview } from '../../engine/contract/package.ts'
import { THEMES, type Theme } from '../../model/themes.ts'
import type { Codec } from './codec.ts'
import { categoryIds } from './field.ts'

const PLAIN = ['score', 'coverage', 'open', 'overdue', 'change'] as const

export type Metric =
  | { type: (typeof PLAIN)[number] }
  | { type: 'theme'; id: Theme }
  | { type: 'category'; id: string }

export const metricText: Codec<Metric> = {
  write: (metric) => ('id' in metric ? `${metric.type}:${metric.id}` : metric.type),
  read: (text) => {
    const [name, id = ''] = text.split(/:(.*)/s)
    const theme = THEMES.find((one) => one === id)
    if (name === 'theme') return theme === undefined ? null : { type: name, id: theme }
    if (name === 'category') return id === '' ? null : { type: name, id }
    const type = PLAIN.find((one) => one === name)
    return type === undefined ? null : { type }
  },
}

export const knownMetric = (metric: Metric, overview: Overview): Metric =>
  metric.type === 'category' && !categoryIds(overview).includes(metric.id) ? { type: 'score' } : metric
