/** The kinds of place as the layer list shows them. */
import type { Kind } from '../model/standard.ts'

export interface KindGroup {
  name: string
  kinds: Kind[]
  /** places of all its kinds */
  count: number
}

/** Kinds under their headings, in the order of the standard; 居委会 and waters are layers of their own. */
export const kindGroups = (kinds: readonly Kind[], counts: Readonly<Record<string, number>>): KindGroup[] => {
  const groups = new Map<string, KindGroup>()
  for (const kind of kinds) {
    if (kind.entity) continue
    const group = groups.get(kind.group) ?? { name: kind.group, kinds: [], count: 0 }
    group.kinds.push(kind)
    group.count += counts[kind.id] ?? 0
    groups.set(kind.group, group)
  }
  return [...groups.values()]
}

/** The hidden kinds after `ids` are hidden or shown, in the order of the standard. */
export const hideKinds = (
  kinds: readonly Kind[],
  hidden: readonly string[],
  ids: readonly string[],
  hide: boolean,
): string[] => kinds.map((kind) => kind.id).filter((id) => (ids.includes(id) ? hide : hidden.includes(id)))

/** Whether all, some or none of a group's kinds are drawn. */
export const shownOfGroup = (group: KindGroup, hidden: readonly string[]): 'all' | 'some' | 'none' => {
  const off = group.kinds.filter((kind) => hidden.includes(kind.id)).length
  return off === 0 ? 'all' : off === group.kinds.length ? 'none' : 'some'
}
