/** Features as the rows of a sheet: their properties, and the place of those that are points. */

import { membersOf } from '../boundaries/features.ts'
import { headingKey } from '../tables/cells.ts'
import { FROM_SITE, PLACE_FROM } from '../tables/extras.ts'
import { familyOf } from './layer-family.ts'
import type { Layer, Sheet, SheetRow } from './opened.ts'

/** Headings of what a point itself says; they stand before the properties, which may say it once more. */
export const POINT_HEADINGS = ['经度', '纬度'] as const

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

const isFilled = (value: unknown): boolean => textOf(value) !== ''

/** The names of all properties, in the order in which they are met. */
export const propertyNames = (features: readonly unknown[]): string[] => {
  const names = new Set<string>()
  for (const feature of features)
    for (const name of Object.keys(membersOf(membersOf(feature).properties))) names.add(name)
  return [...names]
}

const pointOf = (geometry: unknown): unknown[] => {
  const { type, coordinates } = membersOf(geometry)
  const list = Array.isArray(coordinates) ? coordinates : []
  if (type === 'Point') return list
  return type === 'MultiPoint' && list.length === 1 && Array.isArray(list[0]) ? list[0] : []
}

/** Whether a feature has a shape that a row of a table cannot hold. */
export const losesShape = (feature: unknown): boolean => {
  const { geometry } = membersOf(feature)
  return membersOf(geometry).type !== undefined && pointOf(geometry).length === 0
}

/** A row for each feature; its line is the ordinal of the feature, the first = 1. */
export const sheetOfLayer = ({ name, features, faults, passed = [] }: Layer): Sheet => {
  const names = propertyNames(features)
  // The feature's own id serves where no property is one.
  const ownId =
    !names.some((name) => headingKey(name) === 'id') && features.some((f) => isFilled(membersOf(f).id))
  const points = familyOf(features) === 'point'
  const row = (feature: unknown, i: number): SheetRow => {
    const { properties, geometry } = membersOf(feature)
    const values = membersOf(properties)
    // A problem of our own layers that is drawn at its site has no place of its own.
    const [x, y] = values[PLACE_FROM] === FROM_SITE ? [] : pointOf(geometry)
    const place = points ? [textOf(x), textOf(y)] : []
    const cells = [...place, ...names.map((key) => textOf(values[key]))]
    const line = i + 1
    const all = ownId ? [...cells, textOf(membersOf(feature).id)] : cells
    return { line, cells: all, fault: faults?.get(line) ?? null }
  }
  const walk = function* (): Generator<SheetRow> {
    for (let i = 0; i < features.length; i++) yield row(features[i], i)
  }
  return {
    name,
    header: {
      line: 0,
      cells: [...(points ? POINT_HEADINGS : []), ...names, ...(ownId ? ['id'] : [])],
      fault: null,
    },
    rows: walk,
    walk,
    about: features.length,
    passed: [...passed],
  }
}
