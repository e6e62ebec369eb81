/** Search hits under headings. */
import type { SearchHit } from '../engine/contract/search.ts'

export interface HitGroup {
  label: string
  hits: SearchHit[]
}

const LABELS: Record<SearchHit['ref']['type'], string> = {
  area: '居委会',
  office: '办事处',
  water: '水体',
  site: '点位',
  kind: '类别',
  responsible: '责任单位',
  issue: '问题',
}

/** Groups in the order of their best hit, hits in the order they came. */
export const groupHits = (hits: readonly SearchHit[]): HitGroup[] => {
  const groups = new Map<string, HitGroup>()
  for (const hit of hits) {
    const label = LABELS[hit.ref.type]
    const group = groups.get(label) ?? { label, hits: [] }
    group.hits.push(hit)
    groups.set(label, group)
  }
  return [...groups.values()]
}

/** A hit's identity in the list. */
export const hitKey = (hit: SearchHit): string => `${hit.ref.type}:${hit.ref.id}`
