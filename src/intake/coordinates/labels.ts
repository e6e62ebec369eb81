/** What the screen calls the coordinate systems. */
import type { Datum } from '../../model/datum.ts'
import { unswapped, ZONES, zoneOfDatum } from './zones.ts'

const DEGREES = [
  ['WGS84', 'WGS84 / CGCS2000 经纬度'],
  ['GCJ-02', 'GCJ-02（高德、腾讯）'],
  ['BD-09', 'BD-09（百度）'],
] as const

/** Every coordinate system there is, in the order of a list to choose from: degrees, 3° zones, 6° zones. */
export const DATUM_LABELS: ReadonlyMap<Datum, string> = new Map<Datum, string>([
  ...DEGREES,
  ...DEGREES.map(([datum, label]) => [`${datum}-swapped`, `${label}，纬度在前`] as const),
  ...ZONES.flatMap(({ number, meridian, width }) => {
    const label = `CGCS2000 高斯 ${width}° 带 ${number}（中央经线 ${meridian}°）`
    return [
      [`CGCS2000-GK-${number}`, label],
      [`CGCS2000-GK-${number}-swapped`, `${label}，北坐标在前`],
    ] as const
  }),
])

/** The same in a sentence: 「GCJ-02」「BD-09（纬度在前）」「高斯 3° 带 38」. */
export const shortLabel = (datum: Datum): string => {
  const { plain, swapped } = unswapped(datum)
  const zone = zoneOfDatum(plain)
  const name = zone === null ? plain : `高斯 ${zone.width}° 带 ${zone.number}`
  if (!swapped) return name
  return `${name}（${zone === null ? '纬度' : '北坐标'}在前）`
}
