/** `sites.geojson`: the line, the polygon or the point of sites, by id. */
import { isPath } from '../../model/geometry.ts'
import type { Path, Site, Surface } from '../../model/records.ts'
import type { Notebook } from '../notebook.ts'
import type { Steps } from '../pace.ts'
import { plain } from '../tables/cells.ts'
import { type Aliases, boundedShapes, readFeatures } from './features.ts'
import { joinShapes, openAllowance, readPathOrSurface, readPoint } from './geometry.ts'

export const SITE_SHAPE_PROPERTIES = {
  id: ['编号', '点位编号', '点位代码', '点位ID'],
} satisfies Aliases<string>

/** Joins shapes to `sites` (of equal ids, to the first), which it changes; in steps. */
export function* siteShapeSteps(
  file: string,
  given: readonly unknown[],
  sites: readonly Site[],
  notebook: Notebook,
): Steps<void> {
  const byId = new Map([...sites].reverse().map((site) => [site.id, site]))
  /** the parts of each site, joined at the end */
  const parts = new Map<Site, (Path | Surface)[]>()
  const allowance = openAllowance()
  const features = boundedShapes(file, given, notebook)
  for (const feature of readFeatures(file, features, SITE_SHAPE_PROPERTIES, notebook)) {
    yield
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
        const shape = readPathOrSurface(feature.geometry, (what) => mendings.add(what), allowance)
        if ('fault' in shape) {
          refuse('geometry', feature.geometryType, `点位“${id}”的图形没有读入：${shape.fault}`)
          continue
        }
        for (const what of mendings) notebook.flag(feature.notice('geometry', id, what))
        const own = parts.get(site) ?? (site.geometry === null ? [] : [site.geometry])
        const [first] = own
        if (first !== undefined && isPath(first) !== isPath(shape))
          refuse('id', id, '点位编号重复，一个是线、一个是面，不能合并，没有读入')
        else {
          if (first !== undefined)
            notebook.flag(feature.notice('id', id, '点位编号重复，作为同一点位的另一部分合并'))
          own.push(shape)
          parts.set(site, own)
        }
      }
    }
  }
  for (const [site, own] of parts) site.geometry = joinShapes(own)
}
