/** The coordinate system a file declares of itself: the .prj of a Shapefile, the `crs` of a GeoJSON, an EPSG code. */
import type { Datum } from '../../model/datum.ts'
import { zoneOf } from './zones.ts'

/** Zones of CGCS2000 by EPSG code: first code, first zone, how many. Without a prefix, codes go by central meridian. */
const GK_CODES: readonly (readonly [code: number, zone: number, zones: number])[] = [
  [4491, 13, 11],
  [4502, 13, 11],
  [4513, 25, 21],
  [4534, 25, 21],
]

/** WGS 84, its 3D twin, and CGCS2000 in degrees. */
const DEGREE_CODES = [4326, 4979, 4490, 4480]

const gk = (zone: number): Datum | null =>
  zoneOf(zone) === undefined ? null : (`CGCS2000-GK-${zone}` as Datum)

const ofCode = (code: number): Datum | null => {
  if (DEGREE_CODES.includes(code)) return 'WGS84'
  for (const [first, zone, zones] of GK_CODES)
    if (code >= first && code < first + zones) return gk(zone + code - first)
  return null
}

const numberAfter = (text: string, pattern: RegExp): number | null => {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

/** The zone of a false easting with a prefix, else the 3° zone of the central meridian (a 6° zone there is the same). */
const ofProjection = (meridian: number | null, falseEasting: number | null): Datum | null => {
  if (meridian === null || falseEasting === null) return null
  const prefix = Math.floor(falseEasting / 1e6)
  if (falseEasting - prefix * 1e6 !== 500_000) return null
  if (prefix === 0) return meridian % 3 === 0 ? gk(meridian / 3) : null
  return zoneOf(prefix)?.meridian === meridian ? gk(prefix) : null
}

const CGCS2000 = /CGCS[\s_]*2000|China[\s_]*(Geodetic[\s_]*Coordinate[\s_]*System[\s_]*)?2000/i
/** WGS 84 and CGCS2000 are one at this scale; of other datums (北京54, 西安80) the shift is not known. */
const MODERN = /WGS[\s_]*(19)?84|GRS[\s_]*(19)?80/i

const ofWkt = (wkt: string): Datum | null => {
  if (!CGCS2000.test(wkt) && !MODERN.test(wkt.replace(/XIAN[\s_]*(19)?80/gi, ''))) return null
  if (/^\s*(GEOGCS|GEOGCRS|GEODCRS|GEODETICCRS)/i.test(wkt)) return 'WGS84'
  if (!/Gauss[\s_]*Kr|Transverse[\s_]*Mercator/i.test(wkt)) return null
  if (/PARAMETER\["scale[^"]*",\s*0/i.test(wkt)) return null
  return ofProjection(
    numberAfter(wkt, /PARAMETER\["(?:central_meridian|longitude of natural origin)",\s*(-?[\d.]+)/i),
    numberAfter(wkt, /PARAMETER\["false[\s_]easting",\s*(-?[\d.]+)/i),
  )
}

const ofProjString = (text: string): Datum | null => {
  if (/\+proj=longlat/.test(text)) return /WGS84|GRS80/.test(text) ? 'WGS84' : null
  if (!/\+proj=tmerc/.test(text) || !/GRS80|WGS84/.test(text) || /\+k(_0)?=0/.test(text)) return null
  return ofProjection(numberAfter(text, /\+lon_0=(-?[\d.]+)/), numberAfter(text, /\+x_0=(-?[\d.]+)/))
}

/** Characters of a declaration that are looked at: the longest WKT has some thousand. */
const LONGEST = 10_000

/**
 * The datum of a WKT, a PROJ string, `EPSG:4547`, a bare code or `urn:ogc:def:crs:…`. Null where nothing is declared or
 * the system is none of ours. x is taken to be east, as files have it whatever the register of codes says.
 */
export const datumOfCrs = (crs: string | null): Datum | null => {
  const text = crs?.slice(0, LONGEST).trim() ?? ''
  if (text === '') return null
  if (/^[A-Z]+\s*\[/i.test(text)) return ofWkt(text)
  if (text.includes('+proj=')) return ofProjString(text)
  if (/CRS:?84h?$/i.test(text)) return 'WGS84'
  if (/GCJ-?_?02/i.test(text)) return 'GCJ-02'
  if (/BD-?_?09(LL)?$/i.test(text)) return 'BD-09'
  const code = /(?:^|EPSG\D*(?:[\d.]+[:/])?:*)(\d{4,6})$/i.exec(text)?.[1]
  if (code !== undefined) return ofCode(Number(code))
  return /^(WGS[\s_-]*(19)?84|CGCS[\s_-]*2000)$/i.test(text) ? 'WGS84' : null
}
