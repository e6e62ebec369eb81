/** What can be chosen about an export, given the package and the view. */

import type { ExportWhat } from '../engine/contract/data.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { Datum } from '../model/datum.ts'
import type { Scope } from '../model/scope.ts'
import type { Selection } from './link/state.ts'

export type ExportLayer = Extract<ExportWhat, { type: 'layers' }>['layers'][number]

export const EXPORT_LAYERS = [
  ['areas', '居委会'],
  ['sites', '点位'],
  ['issues', '问题'],
  ['waters', '水体'],
  ['honours', '荣誉'],
] as const satisfies readonly (readonly [ExportLayer, string])[]

/** Coordinate systems in use, the Gauss-Krüger zone being the 3° one the district lies in. */
export const exportDatums = ({
  bounds: [west, , east],
}: Pick<Overview, 'bounds'>): readonly (readonly [Datum, string])[] => {
  const zone = Math.round((west + east) / 2 / 3)
  return [
    ['WGS84', 'WGS84 / CGCS2000 经纬度'],
    ['GCJ-02', 'GCJ-02（高德、腾讯）'],
    ['BD-09', 'BD-09（百度）'],
    [`CGCS2000-GK-${zone}`, `CGCS2000 高斯 3° 带 ${zone}（米）`],
  ]
}

/** `area:411671011001`, `office:太昊路办事处`, '' for all. */
export const scopeKey = (scope: Scope): string => (scope === null ? '' : `${scope.type}:${scope.id}`)

/** Everything, then every 办事处 with its 居委会. */
export const scoreScopes = ({ areas, offices }: Pick<Overview, 'areas' | 'offices'>) => {
  const areaOf = (code: string, name: string) => ({ scope: { type: 'area', id: code } as const, name })
  return {
    offices: offices.map(({ name }) => ({
      scope: { type: 'office', id: name } as const,
      name,
      areas: areas.filter((area) => area.office === name).map((area) => areaOf(area.code, area.name)),
    })),
    others: areas.filter((area) => area.office === null).map((area) => areaOf(area.code, area.name)),
  }
}

/** The scope of that key. */
export const scopeOf = (key: string): Scope => {
  const [type, ...id] = key.split(':')
  return type === 'area' || type === 'office' ? { type, id: id.join(':') } : null
}

/** What is selected, where scores can be taken out of it; else the office the screen is narrowed to. */
export const firstScope = (selection: Selection, office: string | null): Scope => {
  if (selection?.type === 'area' || selection?.type === 'office')
    return { type: selection.type, id: selection.id }
  return office === null ? null : { type: 'office', id: office }
}
