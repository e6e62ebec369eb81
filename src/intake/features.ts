/** What the GeoJSON files share: their features, and the properties of a feature under any of their names. */
import type { Feature } from 'geojson'
import type { Notice } from '../model/report.ts'
import { headingKey, plain } from './cells.ts'
import { featuresOf } from './geometry.ts'
import type { Notebook } from './notebook.ts'
import { maskedReason, maskPeople } from './privacy.ts'
import { decodeJson, markupOf } from './text.ts'

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
  let features: Feature[] | null = null
  try {
    features = featuresOf(decodeJson(bytes))
  } catch {
    // Told below.
  }
  if (features === null) notebook.unreadable(file, markupOf(bytes) ?? '不是有效的 GeoJSON')
  else notebook.count(file, features.length)
  return features
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

/** Properties that name a record and are kept to the letter; all others are texts in which people may be. */
const KEYS: ReadonlySet<string> = new Set(['id', 'code'])

/** The features of `file` with their properties found by name, and what leads to a person taken out of them. */
export const readFeatures = <Field extends string>(
  file: string,
  features: readonly unknown[],
  aliases: Aliases<Field>,
  notebook: Notebook,
): RawFeature<Field>[] => {
  const keys = new Map<Field, string[]>(
    (Object.keys(aliases) as Field[]).map((field) => [field, [field, ...aliases[field]].map(headingKey)]),
  )
  return features.map((value, i) => {
    const { properties, geometry, id } = membersOf(value)
    const byKey = new Map<string, string>()
    for (const [name, property] of Object.entries(membersOf(properties))) {
      const key = headingKey(name)
      if (!byKey.get(key)) byKey.set(key, textOf(property))
    }
    const line = i + 1
    const masked = new Set<Field>()
    return {
      line,
      text: (field) => {
        const given = keys.get(field)?.map((key) => byKey.get(key))
        const raw = given?.find(Boolean) ?? ''
        if (KEYS.has(field)) return raw
        const { text, found } = maskPeople(raw)
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
      ownId: plain(textOf(id)),
      geometry,
      geometryType: textOf(membersOf(geometry).type) || '空',
      notice: (field, shown, reason) => ({ file, line, field, value: shown, reason }),
    }
  })
}
