/** What a figure or a question is about: an area (居委会), an office (办事处), or the whole district. */
import type { Area } from './records.ts'

/** `id`: code of the area, name of the office; null = the district */
export type Scope = { type: 'area' | 'office'; id: string } | null

/** @param office null = the district */
export const officeScope = (office: string | null): Scope =>
  office === null ? null : { type: 'office', id: office }

/** @param area undefined, outside every area, lies in no area and no office */
export const isInScope = (scope: Scope, area: Pick<Area, 'code' | 'office'> | undefined): boolean =>
  scope === null || (scope.type === 'area' ? area?.code : area?.office) === scope.id

/** Indices of the areas of a scope; none where it names none of them. */
export const areasInScope = (scope: Scope, areas: readonly Pick<Area, 'code' | 'office'>[]): number[] =>
  areas.flatMap((area, i) => (isInScope(scope, area) ? [i] : []))
