/** The package as a whole: what does not depend on the day, where it comes from, and back to an earlier state of it. */

import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Briefing } from '../../model/briefing.ts'
import type { Day } from '../../model/day.ts'
import type { Bounds, LonLat } from '../../model/position.ts'
import type { District, Path, Surface } from '../../model/records.ts'
import type { Report } from '../../model/report.ts'
import type { Standard } from '../../model/standard.ts'

export interface AreaInfo {
  code: string
  name: string
  /** The name without 居委会/社区…, as a map label wants it. */
  shortName: string
  office: string | null
  relocation: boolean
  population: number | null
  group: string | null
  /** A point well inside, for the label. */
  label: LonLat
  bounds: Bounds
}

export interface OfficeInfo {
  name: string
  /** as a narrow list wants it */
  shortName: string
  bounds: Bounds
  /** codes of its areas */
  areas: string[]
}

/** The sites of `sites.csv`, in its order, as columns. NaN = no place on the map. */
export interface SiteColumns {
  count: number
  id: string[]
  name: string[]
  /** index into standard.kinds */
  kind: Uint8Array
  /** index into areas (largest share), -1 outside */
  area: Int32Array
  lon: Float64Array
  lat: Float64Array
  /** Lines and polygons. properties: index (of the site) */
  shapes: Feature<Path | Surface, { index: number }>[]
}

/** The problems, in the order of the file. NaN = no place on the map. */
export interface IssueColumns {
  count: number
  id: string[]
  /** index into sites, -1 none */
  site: Int32Array
  area: Int32Array
  /** index into standard.kinds, -1 none */
  kind: Int16Array
  lon: Float64Array
  lat: Float64Array
}

export interface HonourMark {
  kind: string
  name: string | null
  area: number
  lon: number
  lat: number
  day: Day | null
  count: number
  basis: string | null
}

export interface ActivityMark {
  kind: string
  title: string
  area: number
  lon: number
  lat: number
  day: Day
  photo: string | null
}

/** Everything about the package that does not depend on the day. */
export interface Overview {
  /** tells one state of the package from another: goes up whenever the engine holds another one */
  edition: number
  district: District
  /** The package's own as-of day. */
  asOf: Day
  /** First and last day any record speaks of. */
  firstDay: Day
  lastDay: Day
  standard: Standard
  areas: AreaInfo[]
  offices: OfficeInfo[]
  bounds: Bounds
  /** properties: code, index */
  areaShapes: FeatureCollection<Surface, { code: string; index: number }>
  /** 办事处 dissolved. properties: name */
  officeShapes: FeatureCollection<Polygon | MultiPolygon, { name: string }>
  /** properties: id, name */
  waterShapes: FeatureCollection<Path | Surface, { id: string; name: string }>
  basemap: FeatureCollection | null
  sites: SiteColumns
  issues: IssueColumns
  honours: HonourMark[]
  activities: ActivityMark[]
  report: Report
  /** the prepared presentations */
  briefings: Briefing[]
  /** Where photos of the package are fetched from, ending in a slash; '' = only the package itself has them. */
  base: string
  /** null = the package beside the page; else the user's own, when it was changed last (ISO time) and whether it outlives the page */
  own: { changedAt: string; kept: boolean } | null
}

/** A file of the host's package of which nothing, or hardly anything, has come for so long. */
export interface WaitingFor {
  path: string
  seconds: number
  /** bytes that have come in those seconds, too slowly; null where it has stood still for them */
  received: number | null
}

/** One state of the package in this browser. */
export interface Revision {
  number: number
  /** ISO time */
  at: string
  /** 导入 issues.xlsx：新增 12、更新 3 … */
  what: string
}

/** Where the package on screen comes from. */
export interface PackageState {
  /** host: what stands beside the page; own: what the user brought in, kept in this browser */
  source: 'host' | 'own'
  /** whether there is a package of the user's own to go back to */
  hasOwn: boolean
  /** newest first; the first is the present one */
  revisions: Revision[]
  /** bytes of the own package */
  size: number
  /** false: this browser keeps nothing, the own package lasts as long as the page */
  kept: boolean
  /** why the own package cannot be shown (it can still be exported or cleared); null = nothing is wrong */
  broken: string | null
  /** why nothing that this browser keeps can be read; it stays as it is, and changes last as long as the page. null = nothing is wrong */
  unkept: string | null
}

export interface PackageAnswers {
  /**
   * Reads the package shown last: the user's own, else the one at `base` (a URL ending in a slash). Throws an Error
   * whose message is for the user.
   * @param onWaiting called from then on, for as long as the page lives, with the files that do not arrive
   */
  load(
    base: string,
    onProgress: (done: number, of: number, what: string) => void,
    onWaiting: (files: WaitingFor[]) => void,
  ): Promise<Overview>
  /** Asks anew for a file that is waited for, or goes on without it, as one that could not be read. */
  hurry(path: string, how: 'again' | 'without'): Promise<void>
  /** Calls back whenever another window has changed the package of the user's own. */
  watch(onChange: () => void): Promise<void>
}

/** Where the package comes from, and its photos. */
export interface WorkspaceAnswers {
  packageState(): Promise<PackageState>
  /** The package of the user's own, or the one beside the page. */
  show(source: 'host' | 'own'): Promise<Overview>
  /** Takes back the newest revision. */
  undo(): Promise<Overview>
  /** Forgets the package of the user's own for good. */
  clear(): Promise<Overview>
  /** Takes up what another window has changed. */
  renew(): Promise<Overview>
  /** Asks the host again for the files that could not be read. */
  retry(): Promise<Overview>
  /** A photo of the own package as bytes; null where it is not there. */
  photo(path: string): Promise<{ mime: string; bytes: Uint8Array } | null>
  /** Why a photo beside the page cannot be shown; null where it is not there. */
  photoFault(path: string): Promise<string | null>
}
