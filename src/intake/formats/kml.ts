/** KML, as Google Earth, 奥维 and survey apps write it. */
import { type Folder, kmlWithFolders } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import type { Feature, Geometry } from 'geojson'
import type { Encoding, Layer, Opened } from './opened.ts'
import { Refusal } from './refusal.ts'

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
const layersIn = (children: readonly Child[], name: string): Layer[] => {
  const features = children.filter((child) => child.type === 'Feature').map(withoutStyle)
  const folders = children.filter((child) => child.type === 'folder')
  return [
    ...(features.length > 0 ? [{ name, features, crs: null }] : []),
    ...folders.flatMap((folder) => {
      const own = String(folder.meta.name ?? '').trim()
      return layersIn(folder.children, [name, own].filter((part) => part !== '').join('/'))
    }),
  ]
}

const parse = (text: string) => {
  try {
    // Warnings and errors that can be read past are; what is fatal throws.
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level === 'fatalError') throw new Error(message)
      },
    })
    return kmlWithFolders(parser.parseFromString(text, 'text/xml'))
  } catch {
    throw new Refusal('KML 已损坏或不完整，请重新导出')
  }
}

/** Throws Refusal. */
export const openKml = (text: string, encoding: Encoding): Opened => {
  const layers = layersIn(parse(text).children, '')
  if (layers.length === 0) throw new Refusal('KML 里没有地标或图形')
  return { type: 'layers', format: 'KML', encoding, layers }
}
