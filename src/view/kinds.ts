/** The kinds of place as the layer list shows them. */
import type { Overview } from '../engine/contract/package.ts'
import { oncePer } from '../model/remembered.ts'
import { isInScope, officeScope } from '../model/scope.ts'
import type { Kind } from '../model/standard.ts'
import type { ViewState } from './link/state.ts'
import { isQuiet, type Overlay } from './overlay.ts'

export interface KindGroup {
  name: string
  kinds: Kind[]
  /** places of all its kinds */
  count: number
}

/** Number of places of each kind id, of an office where one is asked for. */
export const kindCounts = (
  { standard, areas, sites }: Pick<Overview, 'standard' | 'areas' | 'sites'>,
  office: string | null,
): Record<string, number> => {
  const scope = officeScope(office)
  const counts: Record<string, number> = Object.fromEntries(standard.kinds.map(({ id }) => [id, 0]))
  for (let i = 0; i < sites.count; i++) {
    const kind = standard.kinds[sites.kind[i] as number]?.id
    if (kind !== undefined && isInScope(scope, areas[sites.area[i] as number]))
      counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
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

/** The ids of all kinds but one. Kept: what is drawn again is told by whether this is another list. */
const othersOf = oncePer((kinds: readonly Kind[]) => {
  const ids = kinds.map(({ id }) => id)
  return new Map(ids.map((id) => [id, ids.filter((other) => other !== id)]))
})

/** Which places are drawn. */
export type SiteFilter = Pick<ViewState, 'sitesShown' | 'hiddenKinds' | 'office'>

/** What of the layers is drawn while a study may have its own say. */
export const siteFilterOf = (
  { sitesShown, hiddenKinds, office }: SiteFilter,
  kinds: readonly Kind[],
  overlay: Overlay | null,
): SiteFilter => {
  const others = overlay?.kind === undefined ? undefined : othersOf(kinds).get(overlay.kind)
  return others === undefined
    ? { sitesShown: sitesShown && !isQuiet(overlay), hiddenKinds, office }
    : { sitesShown: true, hiddenKinds: others, office }
}

/** How many kinds of place are asked for: all there are, some picked out, or a single one. */
export type Asked = 'all' | 'some' | 'one'

export const askedOf = (kinds: readonly Kind[], hidden: readonly string[]): Asked => {
  const shown = kinds.filter(({ id, entity }) => !entity && !hidden.includes(id)).length
  if (shown === 1) return 'one'
  return hidden.length === 0 ? 'all' : 'some'
}

/** Whether all, some or none of a group's kinds are drawn. */
export const shownOfGroup = (group: KindGroup, hidden: readonly string[]): 'all' | 'some' | 'none' => {
  const off = group.kinds.filter((kind) => hidden.includes(kind.id)).length
  return off === 0 ? 'all' : off === group.kinds.length ? 'none' : 'some'
}
