/** KML, as Google Earth, 奥维 and survey apps write it. */
import { type Folder, kml, kmlWithFolders } from '@tmcw/togeojson'
import type { Feature, Geometry } from 'geojson'
import { MOST_SHEETS } from '../limits.ts'
import { atPace, type Pace, type Steps } from '../pace.ts'
import { cutKml, nameOfBatch } from './kml-cuts.ts'
import type { Encoding, Layer, OpenedFile } from './opened.ts'
import { Refusal } from './refusal.ts'
import { parseXml } from './xml-document.ts'

type Child = Folder | Feature<Geometry | null>

/** How it looks is not what it is. */
const STYLE =
  /^(styleUrl|styleHash|styleMapHash|visibility|@geometry-type|(icon|label|stroke|fill)(-[a-z-]+)?|stroke|fill)$/

const withoutStyle = (feature: Feature<Geometry | null>): unknown => ({
  ...feature,
  properties: Object.fromEntries(
    Object.entries(feature.properties ?? {})
      .filter(([key]) => !STYLE.test(key))
      // A description may come as { '@type': 'html', value }.
      .map(([key, value]) => [
        key,
        typeof value === 'object' && value !== null && 'value' in value ? value.value : value,
      ]),
  ),
})

/** Each folder that holds features of its own is a layer. */
const layersIn = (
  children: readonly Child[],
  name: string,
  inPlaceOf: (feature: Feature<Geometry | null>) => readonly Feature<Geometry | null>[],
): Layer[] => {
  const features = children
    .filter((child) => child.type === 'Feature')
    .flatMap(inPlaceOf)
    .map(withoutStyle)
  const folders = children.filter((child) => child.type === 'folder')
  return [
    ...(features.length > 0 ? [{ name, features, crs: null }] : []),
    ...folders.flatMap((folder) => {
      const own = String(folder.meta.name ?? '').trim()
      return layersIn(folder.children, [name, own].filter((part) => part !== '').join('/'), inPlaceOf)
    }),
  ]
}

function* layersOf(text: string): Steps<Layer[]> {
  const { outline, batches } = yield* cutKml(text)
  const root = parseXml(outline, 'KML', kmlWithFolders)
  const byName = new Map<string, Feature<Geometry | null>[]>()
  for (const [i, batch] of batches.entries()) {
    yield
    byName.set(nameOfBatch(i), parseXml(batch, 'KML', kml).features)
  }
  return layersIn(root.children, '', (feature) => byName.get(String(feature.properties?.name)) ?? [feature])
}

/** Throws Refusal. */
export const openKml = async (
  text: string,
  encoding: Encoding,
  pace: Pace,
  path: string,
): Promise<OpenedFile> => {
  const layers = await atPace(layersOf(text), pace, path)
  if (layers.length === 0) throw new Refusal('KML 里没有地标或图形')
  if (layers.length > MOST_SHEETS)
    throw new Refusal(
      `KML 里有图形的文件夹有 ${layers.length} 个，超过上限 ${MOST_SHEETS} 个，请合并后再拖入`,
    )
  return { type: 'layers', format: 'KML', encoding, layers }
}
