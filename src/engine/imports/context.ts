/** What incoming rows refer to: the package shown, with what the tray already brings to it. */
import type { FeatureCollection } from 'geojson'
import { type Lookups, openLookups } from '../../intake/tables/lookups.ts'
import type { Day } from '../../model/day.ts'
import type { Area, Site, Water } from '../../model/records.ts'
import { oncePer } from '../../model/remembered.ts'
import type { Standard } from '../../model/standard.ts'
import { type AreaIndex, indexAreas } from '../../placing/areas.ts'
import type { Opened } from '../package/open.ts'

export interface Context {
  /** tells one state from another */
  version: string
  standard: Standard
  areas: readonly Area[]
  waters: readonly Water[]
  sites: readonly Site[]
  /** what lies under the district; null = nothing */
  basemap: FeatureCollection | null
  limit: Day | null
  asOf: Day
}

export const contextOf = ({ intake, model, standard }: Opened, version: string): Context => ({
  version,
  standard,
  areas: model.areas,
  waters: model.waters,
  sites: model.sites,
  basemap: intake.basemap,
  limit: intake.model.district.asOf,
  asOf: intake.asOf,
})

/** Lookups for rows that may name sites; without them for the rows that are the sites. */
export const lookupsIn = (context: Context, withSites: boolean): Lookups => {
  const { standard, areas, waters, limit, sites } = context
  const lookups = openLookups(standard, areas, waters, limit)
  if (withSites) lookups.addSites(sites)
  return lookups
}

const indexOf = oncePer(indexAreas)

/** The index of the areas, made once. */
export const areaIndexIn = ({ areas }: Context): AreaIndex => indexOf(areas)
