/** `waters.geojson`: water bodies, by id. */
import { isPath } from '../../model/geometry.ts'
import type { Water } from '../../model/records.ts'
import type { Notebook } from '../notebook.ts'
import type { Steps } from '../pace.ts'
import { keyFault } from '../people/mask.ts'
import { plain } from '../tables/cells.ts'
import { type Aliases, boundedShapes, type RawFeature, readFeatures } from './features.ts'
import { type Allowance, joinShapes, openAllowance, readPathOrSurface } from './geometry.ts'

export const WATER_PROPERTIES = {
  id: ['编号', '水体编号', '代码'],
  name: ['名称', '水体名称', '水体'],
  responsible: ['责任单位', '管理单位'],
} satisfies Aliases<string>

/** The water of a feature; null after rejecting it. */
const readWater = (
  feature: RawFeature<keyof typeof WATER_PROPERTIES>,
  notebook: Notebook,
  allowance: Allowance,
): Water | null => {
  const { notice, line } = feature
  const givenId = plain(feature.text('id')) || feature.ownId
  const givenName = plain(feature.text('name'))
  const id = givenId || givenName
  if (id === '') {
    notebook.reject(notice('id', '', '既没有编号也没有名称，没有读入'))
    return null
  }
  const refused = givenId === '' ? keyFault(givenName, '名称') : null
  if (refused !== null) {
    notebook.reject(notice('name', refused.shown, `${refused.reason}，没有读入`))
    return null
  }
  const name = givenName || id
  const mendings = new Set<string>()
  const geometry = readPathOrSurface(feature.geometry, (what) => mendings.add(what), allowance)
  if ('fault' in geometry) {
    notebook.reject(notice('geometry', feature.geometryType, `“${name}”没有读入：${geometry.fault}`))
    return null
  }
  for (const what of mendings) notebook.flag(notice('geometry', name, what))
  if (givenId === '') notebook.flag(notice('id', '', `“${name}”没有编号，以名称代替`))
  return { id, name, responsible: feature.text('responsible') || null, geometry, line }
}

/** The waters, in the order of the file, the parts of one id joined; in steps. */
export function* waterSteps(file: string, given: readonly unknown[], notebook: Notebook): Steps<Water[]> {
  const features = boundedShapes(file, given, notebook)
  const waters = new Map<string, Water>()
  /** the parts of each water, joined at the end */
  const parts = new Map<Water, Water['geometry'][]>()
  const allowance = openAllowance()
  for (const feature of readFeatures(file, features, WATER_PROPERTIES, notebook)) {
    yield
    const water = readWater(feature, notebook, allowance)
    if (water === null) continue
    const before = waters.get(water.id)
    if (before === undefined) {
      waters.set(water.id, water)
      parts.set(water, [water.geometry])
      continue
    }
    const same = `编号与第 ${before.line} 个要素重复`
    if (isPath(before.geometry) !== isPath(water.geometry))
      notebook.reject(feature.notice('id', water.id, `${same}，一个是线、一个是面，不能合并，没有读入`))
    else {
      notebook.flag(feature.notice('id', water.id, `${same}，作为同一水体的另一段合并`))
      parts.get(before)?.push(water.geometry)
    }
  }
  for (const [water, own] of parts) water.geometry = joinShapes(own)
  return [...waters.values()]
}
