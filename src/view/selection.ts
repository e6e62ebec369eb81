/** What is selected, in the words and places of the package. */

import type { Ref } from '../engine/contract/cards.ts'
import type { Overview } from '../engine/contract/package.ts'
import { boxOf, isSurface, linesOf, ringsOf } from '../model/geometry.ts'
import type { Bounds, LonLat } from '../model/position.ts'
import type { Path, Surface } from '../model/records.ts'

const lookUp = (ref: Ref, overview: Overview): number => {
  switch (ref.type) {
    case 'area':
      return overview.areas.findIndex((area) => area.code === ref.id)
    case 'office':
      return overview.offices.findIndex((office) => office.name === ref.id)
    case 'site':
      return overview.sites.id.indexOf(ref.id)
    case 'issue':
      return overview.issues.id.indexOf(ref.id)
    case 'water':
      return overview.waterShapes.features.findIndex((f) => f.properties.id === ref.id)
  }
}

/** What was looked for: the map asks where the selection is on every draw, and there may be a million problems. */
const found = new WeakMap<Ref, { overview: Overview; at: number }>()

/** Where a ref stands among those of its sort; -1 = this package has no such thing. */
const indexOf = (ref: Ref, overview: Overview): number => {
  const known = found.get(ref)
  if (known?.overview === overview) return known.at
  const at = lookUp(ref, overview)
  found.set(ref, { overview, at })
  return at
}

export const existsIn = (overview: Overview, ref: Ref): boolean => indexOf(ref, overview) >= 0

export const titleOf = (ref: Ref, overview: Overview): string => {
  const at = indexOf(ref, overview)
  if (at < 0) return ref.id
  switch (ref.type) {
    case 'area':
      return overview.areas[at]?.name ?? ref.id
    case 'office':
      return ref.id
    case 'site':
      return overview.sites.name[at] ?? ref.id
    case 'issue':
      return '问题'
    case 'water':
      return overview.waterShapes.features[at]?.properties.name ?? ref.id
  }
}

/** What a selection lies in, to go up to: a place in its 居委会, a 居委会 in its 办事处; null = the district. */
export const parentOf = (ref: Ref, overview: Overview): Ref | null => {
  const at = indexOf(ref, overview)
  if (at < 0) return null
  const inArea = (index: number | undefined): Ref | null => {
    const area = overview.areas[index ?? -1]
    return area ? { type: 'area', id: area.code } : null
  }
  switch (ref.type) {
    case 'area': {
      const office = overview.areas[at]?.office ?? null
      return office === null ? null : { type: 'office', id: office }
    }
    case 'site':
      return inArea(overview.sites.area[at])
    case 'issue': {
      const site = overview.sites.id[overview.issues.site[at] ?? -1]
      return site === undefined ? inArea(overview.issues.area[at]) : { type: 'site', id: site }
    }
    case 'office':
    case 'water':
      return null
  }
}

/** The line or outline of a place or a water body that has one. */
export const shapeOf = (ref: Ref, overview: Overview): Path | Surface | null => {
  const at = indexOf(ref, overview)
  switch (ref.type) {
    case 'site':
      return overview.sites.shapes.find(({ properties }) => properties.index === at)?.geometry ?? null
    case 'water':
      return overview.waterShapes.features[at]?.geometry ?? null
    case 'area':
    case 'office':
    case 'issue':
      return null
  }
}

/** The box around a shape; null where there is none. */
const boundsOfShape = (shape: Path | Surface | null): Bounds | null => {
  if (shape === null) return null
  const { west, south, east, north } = boxOf((isSurface(shape) ? ringsOf(shape) : linesOf(shape)).flat())
  return [west, south, east, north]
}

/** The box of a ref that covers ground by itself; null for one that is a point, or unknown. */
export const boundsOf = (ref: Ref, overview: Overview): Bounds | null => {
  const at = indexOf(ref, overview)
  switch (ref.type) {
    case 'area':
      return overview.areas[at]?.bounds ?? null
    case 'office':
      return overview.offices[at]?.bounds ?? null
    case 'site':
    case 'water':
    case 'issue':
      return boundsOfShape(shapeOf(ref, overview))
  }
}

/** Where a place or problem stands; null for what has no single place, or none that is known. */
export const pointOf = (ref: Ref | null, overview: Overview): LonLat | null => {
  if (ref?.type !== 'site' && ref?.type !== 'issue') return null
  const columns = ref.type === 'site' ? overview.sites : overview.issues
  const at = indexOf(ref, overview)
  const [lon, lat] = [columns.lon[at], columns.lat[at]]
  return lon === undefined || lat === undefined || !Number.isFinite(lon) ? null : [lon, lat]
}

/** The 居委会 (code) that everything selected is about; null = none. */
export const areaOfRef = (ref: Ref | null, overview: Overview): string | null => {
  for (let up = ref; up !== null; up = parentOf(up, overview)) if (up.type === 'area') return up.id
  return null
}
