/** 责任链条 in words. */
import type { Overview } from '../engine/contract/package.ts'
import type { Link } from '../scoring/closure/duties.ts'

export const LINK_WORDS: Readonly<Record<Link, string>> = {
  office: '办事处',
  area: '居委会',
  unit: '责任单位',
  lead: '牵头单位',
  support: '分包单位',
  grid: '网格',
  source: '来源',
}

/** What one link of a sort is called; null = what no record names. */
export const linkName = (type: Link, id: string | null, { areas }: Pick<Overview, 'areas'>): string => {
  if (id === null || id === '')
    return type === 'office' || type === 'area' ? `不属任何${LINK_WORDS[type]}` : `未填${LINK_WORDS[type]}`
  return type === 'area' ? (areas.find(({ code }) => code === id)?.name ?? id) : id
}

/** 「牵头单位：太昊路办事处」. */
export const linkText = (link: { type: Link; id: string }, overview: Pick<Overview, 'areas'>): string =>
  link.id === ''
    ? linkName(link.type, null, overview)
    : `${LINK_WORDS[link.type]}：${linkName(link.type, link.id, overview)}`
