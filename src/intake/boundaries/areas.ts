/** `areas.geojson`, the one file that must be there. */
import { addTo } from '../../model/group.ts'
import type { Area } from '../../model/records.ts'
import { datumOfCrs } from '../coordinates/crs.ts'
import { PackageError } from '../error.ts'
import { crsOf } from '../formats/geojson.ts'
import { readJson } from '../formats/json.ts'
import { MOST_AREAS_COMPARED, MOST_SHAPES } from '../limits.ts'
import type { Notebook } from '../notebook.ts'
import type { Steps } from '../pace.ts'
import { keyFault } from '../people/mask.ts'
import { parseCode, parseCount, plain } from '../tables/cells.ts'
import { neighbourSteps } from './faults.ts'
import { type Aliases, membersOf, type RawFeature, readFeatures } from './features.ts'
import {
  type Allowance,
  featuresOf,
  hasHeights,
  joinSurfaces,
  openAllowance,
  readSurface,
} from './geometry.ts'

export const AREA_PROPERTIES = {
  // XZQDM, XZQMC, ZLDWDM, ZLDWMC: 行政区 and 坐落单位 in the tables of land surveys.
  code: [
    '代码',
    '居委会代码',
    '社区代码',
    '编码',
    '居委会编码',
    '统计用区划代码',
    '区划代码',
    '行政区划代码',
    '行政区代码',
    '村代码',
    'adcode',
    'XZQDM',
    'ZLDWDM',
  ],
  name: [
    '名称',
    '居委会',
    '居委会名称',
    '社区',
    '社区名称',
    '行政区名称',
    '村名',
    '村名称',
    'XZQMC',
    'ZLDWMC',
  ],
  office: [
    '办事处',
    '街道',
    '所属办事处',
    '街道办事处',
    '所属街道',
    '街道名称',
    '办事处名称',
    '乡镇',
    '乡镇街道',
    '镇街',
  ],
  relocation: ['待拆迁', '是否待拆迁', '拆迁'],
  population: ['人口', '人口数', '常住人口'],
  group: ['分组', '类别', '类型'],
} satisfies Aliases<string>

type AreaFeature = RawFeature<keyof typeof AREA_PROPERTIES>

const YES = /^(true|1|是|y|yes|待拆迁|拆迁)$/i
const NO = /^(|false|0|否|n|no|无)$/i

export const isYes = (text: string): boolean => YES.test(plain(text))
export const isYesOrNo = (text: string): boolean => isYes(text) || NO.test(plain(text))

const readPopulation = (feature: AreaFeature, notebook: Notebook): number | null => {
  const text = feature.text('population')
  const population = text === '' ? null : parseCount(text)
  if (text !== '' && population === null)
    notebook.flag(feature.notice('population', text, '人口应为不小于 0 的整数，按未填处理'))
  return population
}

const readRelocation = (feature: AreaFeature, notebook: Notebook): boolean => {
  const text = feature.text('relocation')
  if (!isYesOrNo(text)) notebook.flag(feature.notice('relocation', text, '待拆迁应填“是”或“否”，按“否”处理'))
  return isYes(text)
}

/** The area of a feature; null after rejecting it. */
const readArea = (feature: AreaFeature, notebook: Notebook, allowance: Allowance): Area | null => {
  const { notice, line } = feature
  const givenCode = parseCode(feature.text('code'))
  const givenName = plain(feature.text('name'))
  const label = givenName || givenCode
  if (label === '') {
    notebook.reject(notice('code', '', '既没有代码也没有名称，没有读入'))
    return null
  }
  const refused = givenCode === '' ? keyFault(givenName, '名称') : null
  if (refused !== null) {
    notebook.reject(notice('name', refused.shown, `${refused.reason}，没有读入`))
    return null
  }
  const mendings = new Set<string>()
  const geometry = readSurface(feature.geometry, (what) => mendings.add(what), allowance)
  if ('fault' in geometry) {
    notebook.reject(notice('geometry', feature.geometryType, `“${label}”没有读入：${geometry.fault}`))
    return null
  }
  for (const what of mendings) notebook.flag(notice('geometry', label, what))
  if (givenCode === '') notebook.flag(notice('code', '', `“${givenName}”没有代码，以名称代替`))
  if (givenName === '') notebook.flag(notice('name', '', `“${givenCode}”没有名称，以代码代替`))
  const relocation = readRelocation(feature, notebook)
  return {
    code: givenCode || givenName,
    name: label,
    office: feature.text('office') || null,
    relocation,
    population: readPopulation(feature, notebook),
    group: feature.text('group') || (relocation ? '待拆迁' : null),
    geometry,
    line,
  }
}

interface Parsed {
  features: readonly unknown[]
  /** the coordinate system the file names, if any */
  crs: string | null
}

/** Throws PackageError when they cannot be had. */
export const areasIn = (file: string, bytes: Uint8Array | undefined): Parsed => {
  if (bytes === undefined) throw new PackageError(`数据文件夹里没有 ${file}，无法知道有哪些居委会。`)
  const { json, fault } = readJson(bytes)
  if (fault !== null) throw new PackageError(`${file} ${fault}，无法读入居委会边界。`)
  const features = featuresOf(json)
  if (features === null) throw new PackageError(`${file} 不是 GeoJSON 要素集合，无法读入居委会边界。`)
  return { features, crs: crsOf(json) }
}

/** Tells, once for the file, of a coordinate system that is not the package's and of heights that are left out. */
const tellOfFile = (
  file: string,
  features: readonly unknown[],
  crs: string | null,
  notebook: Notebook,
): void => {
  const tell = (field: string, value: string, reason: string) =>
    notebook.flag({ file, line: 0, field, value, reason })
  if (crs !== null && datumOfCrs(crs) !== 'WGS84')
    tell('crs', crs, '文件声明了另一种坐标系，这里按 WGS84 经纬度读入；位置不对时，请用“导入”并选定坐标系')
  const heights = features.filter((feature) => hasHeights(membersOf(feature).geometry)).length
  if (heights > 0) tell('geometry', '', `${heights} 个图形带有高程（Z 值），已略去`)
}

/**
 * The areas, in the order of the file, the parts of one code joined; in steps. Throws PackageError when there is none at
 * all.
 * @param compare whether neighbours are held against each other
 */
export function* areaSteps(
  file: string,
  { features, crs }: Parsed,
  notebook: Notebook,
  compare = true,
): Steps<Area[]> {
  notebook.count(file, features.length)
  if (features.length > MOST_SHAPES)
    throw new PackageError(
      `${file} 有 ${features.length} 个图形，超过上限 ${MOST_SHAPES} 个，不像居委会边界，没有读入。`,
    )
  yield
  const areas = new Map<string, Area>()
  /** the parts of each area, joined at the end */
  const parts = new Map<Area, Area['geometry'][]>()
  const allowance = openAllowance()
  for (const feature of readFeatures(file, features, AREA_PROPERTIES, notebook)) {
    yield
    const area = readArea(feature, notebook, allowance)
    if (area === null) continue
    const before = areas.get(area.code)
    addTo(parts, before ?? area, area.geometry)
    if (before === undefined) {
      areas.set(area.code, area)
      continue
    }
    const named = before.name === area.name ? '' : `，名称以“${before.name}”为准`
    const reason = `代码与第 ${before.line} 个要素重复，作为同一居委会的另一部分合并${named}`
    notebook.flag(feature.notice('code', area.code, reason))
  }
  for (const [area, own] of parts) area.geometry = joinSurfaces(own)
  tellOfFile(file, features, crs, notebook)
  const list = [...areas.values()]
  if (compare && list.length <= MOST_AREAS_COMPARED)
    for (const notice of yield* neighbourSteps(file, list)) notebook.flag(notice)
  else if (compare) {
    const reason = `有 ${list.length} 个居委会，超过 ${MOST_AREAS_COMPARED} 个，没有检查它们之间的重叠和缝隙，请在 GIS 软件里核对`
    notebook.flag({ file, line: 0, field: 'geometry', value: '', reason })
  }
  if (list.length > 0) return list
  const why = notebook.report.rejected.find((notice) => notice.file === file)
  throw new PackageError(
    why
      ? `${file} 里没有一个可用的居委会（第 ${why.line} 个要素：${why.reason}）。`
      : `${file} 里没有一个可用的居委会（需要代码、名称和多边形边界）。`,
  )
}
