/** Which coordinate system a table's places are in: the one under which they fall where they say they are. */
import { toWGS84 } from '../../intake/coordinates/convert.ts'
import { ZONES } from '../../intake/coordinates/zones.ts'
import type { Datum, DatumEvidence } from '../../model/datum.ts'
import type { AreaIndex } from '../areas.ts'
import { chooseDatum, type DatumFit, datumOfFigures, tellingPlaces } from './choice.ts'

const IN_DEGREES: readonly Datum[] = [
  'WGS84',
  'GCJ-02',
  'BD-09',
  'WGS84-swapped',
  'GCJ-02-swapped',
  'BD-09-swapped',
]

/** The Gauss-Krüger zones a district at `lon` may be surveyed in, its own and the neighbouring ones; both orders. */
const inMetres = (lon: number): Datum[] =>
  ZONES.filter((zone) => Math.abs(zone.meridian - lon) <= zone.width * 1.25)
    .sort((a, b) => a.width - b.width || Math.abs(a.meridian - lon) - Math.abs(b.meridian - lon))
    .flatMap(({ number }): Datum[] => [`CGCS2000-GK-${number}`, `CGCS2000-GK-${number}-swapped`])

/** Everything that places near `lon` (degrees) may be written in, the likeliest first. */
export const candidateDatums = (lon: number): Datum[] => [...IN_DEGREES, ...inMetres(lon)]

/**
 * Tries every system the numbers allow. Places are what two columns say, unread; `declared` is the index of the area a
 * row declares, or -1. Of many places 3000 are tried, evenly over the file.
 * @param hint what the file says of itself: proposed where nothing else is ahead
 */
export const datumFit = (
  index: AreaIndex,
  places: readonly { x: number; y: number; declared: number }[],
  hint: Datum | null,
): DatumFit => {
  const { tried, declaring } = tellingPlaces(places)
  const candidates = new Set(candidateDatums(index.edges.at[0] ?? 0))
  if (hint !== null) candidates.add(hint)
  const evidence: DatumEvidence[] = []
  for (const datum of candidates) {
    let possible = 0
    let inDeclared = 0
    let inDistrict = 0
    for (const { x, y, declared } of tried) {
      const at = toWGS84(datum, x, y)
      if (at === null) continue
      possible++
      const areas = index.areasAt(at[0], at[1])
      if (areas.length > 0) inDistrict++
      if (areas.includes(declared)) inDeclared++
    }
    if (possible > 0)
      evidence.push({ datum, of: tried.length, inDeclared: declaring ? inDeclared : null, inDistrict })
  }
  const first = tried.find(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  return chooseDatum(evidence, hint, first === undefined ? 'WGS84' : datumOfFigures(first.x, first.y))
}
