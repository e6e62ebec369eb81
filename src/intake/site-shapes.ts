/** `sites.geojson`: the line, the polygon or the point of sites, by id. */
import type { Path, Site, Surface } from '../model/records.ts'
import { plain } from './cells.ts'
import { type Aliases, optionalFeatures, type RawFeature, readFeatures } from './features.ts'
import { joinShapes, readPathOrSurface, readPoint } from './geometry.ts'
import type { Notebook } from './notebook.ts'

export const SITE_SHAPE_PROPERTIES = {
  id: ['编号', '点位编号', '点位代码', '点位ID'],
} satisfies Aliases<string>

/** Gives a site the shape of a feature, unless it has one that it cannot be joined to. */
const attach = (
  site: Site,
  shape: Path | Surface,
  feature: RawFeature<keyof typeof SITE_SHAPE_PROPERTIES>,
  notebook: Notebook,
): void => {
  const joined = site.geometry === null ? shape : joinShapes(site.geometry, shape)
  if (joined === null)
    notebook.reject(feature.notice('id', site.id, '点位编号重复，一个是线、一个是面，不能合并，没有读入'))
  else {
    if (site.geometry !== null)
      notebook.flag(feature.notice('id', site.id, '点位编号重复，作为同一点位的另一部分合并'))
    site.geometry = joined
  }
}

/** Joins the shapes of `sites.geojson` to `sites` (of equal ids, to the first), which it changes. */
export const joinSiteShapes = (
  file: string,
  bytes: Uint8Array | undefined,
  sites: readonly Site[],
  notebook: Notebook,
): void => {
  const byId = new Map([...sites].reverse().map((site) => [site.id, site]))
  for (const feature of readFeatures(
    file,
    optionalFeatures(file, bytes, notebook) ?? [],
    SITE_SHAPE_PROPERTIES,
    notebook,
  )) {
    const id = plain(feature.text('id')) || feature.ownId
    const site = byId.get(id)
    const refuse = (field: string, value: string, reason: string) =>
      notebook.reject(feature.notice(field, value, reason))
    if (id === '') refuse('id', '', '没有点位编号，没有读入')
    else if (site === undefined) refuse('id', id, 'sites.csv 里没有这个点位编号，图形没有用上')
    else {
      const point = readPoint(feature.geometry)
      if (point !== null && site.lon === null) Object.assign(site, point)
      else if (point !== null)
        notebook.flag(feature.notice('geometry', id, 'sites.csv 已有坐标，以 sites.csv 为准'))
      else {
        const mendings = new Set<string>()
        const shape = readPathOrSurface(feature.geometry, (what) => mendings.add(what))
        if ('fault' in shape)
          refuse('geometry', feature.geometryType, `点位“${id}”的图形没有读入：${shape.fault}`)
        else {
          for (const what of mendings) notebook.flag(feature.notice('geometry', id, what))
          attach(site, shape, feature, notebook)
        }
      }
    }
  }
}
