/** GPX, as hand-held receivers and walking apps write it: its waypoints; the ways walked are no places. */
import { gpx } from '@tmcw/togeojson'
import type { Feature, Geometry } from 'geojson'
import type { Pace } from '../pace.ts'
import type { Encoding, OpenedFile } from './opened.ts'
import { Refusal } from './refusal.ts'
import { parseXml } from './xml-document.ts'

const isPlace = ({ geometry }: Feature<Geometry | null>): boolean => geometry?.type === 'Point'

/** Throws Refusal. */
export const openGpx = async (
  text: string,
  encoding: Encoding,
  pace: Pace,
  path: string,
): Promise<OpenedFile> => {
  const { features } = parseXml(text, 'GPX', gpx)
  await pace.rest(0, 1, path)
  const places = features.filter(isPlace)
  if (places.length === 0)
    throw new Refusal('GPX 里只有走过的轨迹，没有航点：请在手机或手持机上把点位存成航点，再导出')
  // What the receiver writes beside the name and the note is of no use here.
  const named = places.map((feature) => ({
    type: 'Feature',
    geometry: feature.geometry,
    properties: Object.fromEntries(
      Object.entries(feature.properties ?? {}).filter(([key]) =>
        ['name', 'desc', 'cmt', 'type', 'time'].includes(key),
      ),
    ),
  }))
  return { type: 'layers', format: 'GPX', encoding, layers: [{ name: '', features: named, crs: null }] }
}
