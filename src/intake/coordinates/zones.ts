/**
 * The Gauss-Krüger zones of CGCS2000. The numbers of the 3° zones (25–45) and of the 6° zones (13–23) never meet, so the
 * number alone tells which it is.
 */
import type { Datum } from '../../model/datum.ts'

export interface Zone {
  number: number
  /** central meridian, degrees */
  meridian: number
  /** degrees of longitude it is wide */
  width: 3 | 6
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

export const ZONES: readonly Zone[] = [
  ...range(25, 45).map((number): Zone => ({ number, meridian: 3 * number, width: 3 })),
  ...range(13, 23).map((number): Zone => ({ number, meridian: 6 * number - 3, width: 6 })),
]

const byNumber = new Map(ZONES.map((zone) => [zone.number, zone]))

/** The zone of that number; undefined where China has none. */
export const zoneOf = (number: number): Zone | undefined => byNumber.get(number)

/** The datum without the swap of its columns, and whether they are swapped. */
export const unswapped = (datum: Datum): { plain: Datum; swapped: boolean } => {
  const swapped = datum.endsWith('-swapped')
  return { plain: (swapped ? datum.slice(0, -'-swapped'.length) : datum) as Datum, swapped }
}

/** The zone of a datum in metres; null for one in degrees or of a zone there is not. */
export const zoneOfDatum = (datum: Datum): Zone | null => {
  const number = /^CGCS2000-GK-(\d+)/.exec(datum)?.[1]
  return (number === undefined ? undefined : zoneOf(Number(number))) ?? null
}
