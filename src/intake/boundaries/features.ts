/** What the GeoJSON files share: their features, and the properties of a feature under any of their names. */
import type { Feature } from 'geojson'
import type { Notice } from '../../model/report.ts'
import { readJson } from '../formats/json.ts'
import { MOST_SHAPES } from '../limits.ts'
import type { Notebook } from '../notebook.ts'
import { keyFault, maskedReason, maskPeople } from '../people/mask.ts'
import { headingKey, plain } from '../tables/cells.ts'
import { featuresOf } from './geometry.ts'

/** The features of an optional file; null where it is absent or, as is told, cannot be read. */
export const optionalFeatures = (
  file: string,
  bytes: Uint8Array | undefined,
  notebook: Notebook,
): Feature[] | null => {
  if (bytes === undefined) {
    notebook.absent(file)
    return null
  }
  const { json, fault } = readJson(bytes, 'GeoJSON')
  const features = featuresOf(json)
  if (features === null) notebook.unreadable(file, fault ?? '不是有效的 GeoJSON')
  else notebook.count(file, features.length)
  return features
}

/** The features of a file of shapes, which are all compared or drawn; told, and none, where they are too many. */
export const boundedShapes = (
  file: string,
  features: readonly unknown[],
  notebook: Notebook,
): readonly unknown[] => {
  if (features.length <= MOST_SHAPES) return features
  const reason = `有 ${features.length} 个图形，超过上限 ${MOST_SHAPES} 个，整个文件没有读入`
  notebook.reject({ file, line: 0, field: '', value: '', reason })
  return []
}

/** Field → the names its property may have, compared as headings are. */
export type Aliases<Field extends string> = Readonly<Record<Field, readonly string[]>>

/** A feature as a file of any origin has it: even `null` may stand in the list. */
export interface RawFeature<Field extends string> {
  /** its ordinal in the file, the first = 1 */
  line: number
  /** a property under any of its names, as trimmed text; '' where there is none */
  text: (field: Field) => string
  /** the feature's own id (beside its properties), plain; '' where there is none */
  ownId: string
  geometry: unknown
  /** `GeometryCollection`, …, or 空: what a notice shows of a geometry */
  geometryType: string
  notice: (field: string, value: string, reason: string) => Notice
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : ''

/** The members of an object; none of anything else. */
export const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** Properties that name a record: a feature with a number of a person in one is refused. */
const KEYS = ['id', 'code'] as const

/**
 * The features of `file` with their properties found by name, and what leads to a person taken out of them. One that is
 * named by such a number is rejected and left out.
 */
export const readFeatures = <Field extends string>(
  file: string,
  features: readonly unknown[],
  aliases: Aliases<Field>,
  notebook: Notebook,
): RawFeature<Field>[] => {
  const keys = new Map<Field, string[]>(
    (Object.keys(aliases) as Field[]).map((field) => [field, [field, ...aliases[field]].map(headingKey)]),
  )
  return features.flatMap((value, i) => {
    const { properties, geometry, id } = membersOf(value)
    const byKey = new Map<string, { name: string; text: string }>()
    for (const [name, property] of Object.entries(membersOf(properties))) {
      const key = headingKey(name)
      if (!byKey.get(key)?.text) byKey.set(key, { name, text: textOf(property) })
    }
    const line = i + 1
    const given = (field: string) =>
      keys
        .get(field as Field)
        ?.map((key) => byKey.get(key))
        .find((property) => property?.text) ?? { name: '', text: '' }
    const named = KEYS.filter((field) => Object.hasOwn(aliases, field))
    const ownId = named.includes('id') ? plain(textOf(id)) : ''
    for (const [field, key] of [...named.map((field) => [field, given(field).text]), ['id', ownId]] as [
      string,
      string,
    ][]) {
      const refused = keyFault(
        key,
        field === 'id' && key === ownId ? 'id' : (aliases[field as Field][0] ?? field),
      )
      if (refused === null) continue
      const reason = `${refused.reason}，此要素没有读入`
      notebook.reject({ file, line, field, value: refused.shown, reason })
      return []
    }
    const masked = new Set<Field>()
    const feature: RawFeature<Field> = {
      line,
      text: (field) => {
        const { name, text: raw } = given(field)
        const { text, found } = maskPeople(raw, name)
        if (found.length > 0 && !masked.has(field)) {
          masked.add(field)
          notebook.flag({
            file,
            line,
            field,
            value: text,
            reason: maskedReason(`“${aliases[field][0]}”`, found),
          })
        }
        return text
      },
      ownId,
      geometry,
      geometryType: textOf(membersOf(geometry).type) || '空',
      notice: (field, shown, reason) => ({ file, line, field, value: shown, reason }),
    }
    return [feature]
  })
}
