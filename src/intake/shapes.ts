/** The GeoJSON files: areas, waters, and the lines and polygons of sites. */
import type { Feature } from 'geojson'
import type { Area, Path, Surface, Water } from '../model/records.ts'
import { parseCode, parseNumber } from './cells.ts'
import { PackageError } from './error.ts'
import { featuresOf, joinSurfaces, readPath, readPoint, readSurface } from './geometry.ts'
import type { Notebook } from './notebook.ts'
import { decodeJson } from './text.ts'

const ALIASES = {
  code: ['code', '代码', '居委会代码', '编码', 'CODE', '统计用区划代码'],
  name: ['name', '名称', '居委会', 'NAME', 'Name'],
  office: ['office', '办事处', '街道', '所属办事处'],
  relocation: ['relocation', '待拆迁'],
  population: ['population', '人口'],
  group: ['group', '分组', '类别'],
  id: ['id', '编号', 'ID'],
  responsible: ['responsible', '责任单位'],
} as const

/** A property under any of its names, as trimmed text; '' where there is none. */
const property = (feature: Feature, field: keyof typeof ALIASES): string => {
  const properties = (feature?.properties ?? {}) as Record<string, unknown>
  for (const name of ALIASES[field]) {
    const value = properties[name]
    if (value !== undefined && value !== null && value !== '') return String(value).trim()
  }
  return ''
}

const isYes = (text: string): boolean => /^(true|1|是|y|yes|待拆迁)$/i.test(text)

/** The features of an optional file; a file that cannot be read is told and taken as absent. */
const optionalFeatures = (file: string, bytes: Uint8Array | undefined, notebook: Notebook): Feature[] => {
  if (bytes === undefined) {
    notebook.absent(file)
    return []
  }
  let features: Feature[] | null = null
  try {
    features = featuresOf(decodeJson(bytes))
  } catch {
    // Told below.
  }
  if (features === null) {
    notebook.reject({ file, line: 0, field: '', value: '', reason: '不是有效的 GeoJSON，整个文件没有读入' })
    return []
  }
  notebook.count(file, features.length)
  return features
}

/** `areas.geojson`, the one file that must be there. Throws PackageError when it gives no area at all. */
export const readAreas = (file: string, bytes: Uint8Array | undefined, notebook: Notebook): Area[] => {
  if (bytes === undefined) throw new PackageError(`数据文件夹里没有 ${file}，无法知道有哪些居委会。`)
  let features: Feature[] | null
  try {
    features = featuresOf(decodeJson(bytes))
  } catch {
    throw new PackageError(`${file} 不是有效的 JSON，无法读入居委会边界。`)
  }
  if (features === null) throw new PackageError(`${file} 不是 GeoJSON 要素集合，无法读入居委会边界。`)
  notebook.count(file, features.length)

  const areas = new Map<string, Area>()
  features.forEach((feature, i) => {
    const line = i + 1
    const tell = (field: string, value: string, reason: string) => ({ file, line, field, value, reason })
    const [givenCode, givenName] = [parseCode(property(feature, 'code')), property(feature, 'name')]
    const label = givenName || givenCode
    if (label === '') {
      notebook.reject(tell('code', '', `第 ${line} 个要素既没有代码也没有名称，没有读入`))
      return
    }
    let closed = false
    const geometry = readSurface(feature.geometry, () => {
      closed = true
    })
    if (geometry === null) {
      const type = feature.geometry?.type ?? '空'
      notebook.reject(tell('geometry', type, `“${label}”的图形应为有效的 Polygon 或 MultiPolygon，没有读入`))
      return
    }
    if (closed) notebook.flag(tell('geometry', label, '边界没有闭合，已自动闭合'))
    if (givenCode === '') notebook.flag(tell('code', givenName, '没有代码，以名称代替'))
    if (givenName === '') notebook.flag(tell('name', givenCode, '没有名称，以代码代替'))
    const code = givenCode || givenName
    const before = areas.get(code)
    if (before) {
      notebook.flag(tell('code', code, `代码与第 ${before.line} 个要素重复，作为同一居委会的另一部分合并`))
      before.geometry = joinSurfaces([before.geometry, geometry])
      return
    }
    const people = property(feature, 'population')
    const population = people === '' ? null : parseNumber(people)
    if (people !== '' && population === null)
      notebook.flag(tell('population', people, '人口不是数字，按未填处理'))
    const relocation = isYes(property(feature, 'relocation'))
    areas.set(code, {
      code,
      name: givenName || givenCode,
      office: property(feature, 'office') || null,
      relocation,
      population,
      group: property(feature, 'group') || (relocation ? '待拆迁' : null),
      geometry,
      line,
    })
  })
  if (areas.size === 0)
    throw new PackageError(`${file} 里没有一个可用的居委会（需要代码、名称和多边形边界）。`)
  return [...areas.values()]
}

/** `waters.geojson`. */
export const readWaters = (file: string, bytes: Uint8Array | undefined, notebook: Notebook): Water[] => {
  const seen = new Map<string, number>()
  return optionalFeatures(file, bytes, notebook).flatMap((feature, i): Water[] => {
    const line = i + 1
    const id = property(feature, 'id') || (feature?.id === undefined ? '' : String(feature.id))
    const name = property(feature, 'name') || id
    const refuse = (field: string, value: string, reason: string): Water[] => {
      notebook.reject({ file, line, field, value, reason })
      return []
    }
    if (id === '') return refuse('id', name, '没有水体编号，没有读入')
    const before = seen.get(id)
    if (before !== undefined) return refuse('id', id, `水体编号与第 ${before} 个要素重复，没有读入`)
    const geometry = readPath(feature.geometry) ?? readSurface(feature.geometry)
    if (geometry === null)
      return refuse(
        'geometry',
        feature.geometry?.type ?? '空',
        `“${name}”的图形应为有效的线或多边形，没有读入`,
      )
    seen.set(id, line)
    return [{ id, name, responsible: property(feature, 'responsible') || null, geometry, line }]
  })
}

export type SiteShape = Path | Surface | { lon: number; lat: number }

/** `sites.geojson`, by id; `unused` tells of shapes that no site has asked for. */
export const readSiteShapes = (
  file: string,
  bytes: Uint8Array | undefined,
  notebook: Notebook,
): { shapes: Map<string, SiteShape>; unused: (known: ReadonlySet<string>) => void } => {
  const shapes = new Map<string, SiteShape>()
  const lines = new Map<string, number>()
  optionalFeatures(file, bytes, notebook).forEach((feature, i) => {
    const line = i + 1
    const id = property(feature, 'id') || (feature?.id === undefined ? '' : String(feature.id))
    const refuse = (field: string, value: string, reason: string) =>
      notebook.reject({ file, line, field, value, reason })
    const shape =
      readPath(feature?.geometry) ?? readSurface(feature?.geometry) ?? readPoint(feature?.geometry)
    if (id === '') refuse('id', '', '没有点位编号，没有读入')
    else if (shape === null)
      refuse('geometry', feature.geometry?.type ?? '空', `点位“${id}”的图形无效，没有读入`)
    else if (shapes.has(id)) refuse('id', id, `点位编号与第 ${lines.get(id)} 个要素重复，没有读入`)
    else {
      shapes.set(id, shape)
      lines.set(id, line)
    }
  })
  return {
    shapes,
    unused: (known) => {
      for (const [id, line] of lines)
        if (!known.has(id))
          notebook.reject({
            file,
            line,
            field: 'id',
            value: id,
            reason: 'sites.csv 里没有这个点位编号，图形没有用上',
          })
    },
  }
}
