/** Features carried over from any coordinate system into WGS84 degrees. */

import { membersOf } from '../../intake/boundaries/features.ts'
import { toWGS84 } from '../../intake/coordinates/convert.ts'
import type { Datum } from '../../model/datum.ts'

const isPosition = (value: readonly unknown[]): value is [number, number] =>
  typeof value[0] === 'number' && typeof value[1] === 'number'

const moved = (coordinates: unknown, datum: Datum): unknown => {
  if (!Array.isArray(coordinates)) return coordinates
  if (!isPosition(coordinates)) return coordinates.map((part) => moved(part, datum))
  // What cannot be of that system stays as it is: whoever reads the shape says what is wrong with it.
  return toWGS84(datum, coordinates[0], coordinates[1]) ?? coordinates
}

/** A geometry in WGS84 degrees, Z values dropped; what is no geometry is given back. */
export const geometryInWGS84 = (geometry: unknown, datum: Datum): unknown => {
  const shape = membersOf(geometry)
  if (Array.isArray(shape.geometries))
    return { ...shape, geometries: shape.geometries.map((part) => geometryInWGS84(part, datum)) }
  return Array.isArray(shape.coordinates)
    ? { ...shape, coordinates: moved(shape.coordinates, datum) }
    : geometry
}

/** Every position of a geometry as its file has it. */
export function* positionsIn(geometry: unknown): Generator<[number, number]> {
  const { coordinates, geometries } = membersOf(geometry)
  if (Array.isArray(geometries)) for (const part of geometries) yield* positionsIn(part)
  function* walk(value: unknown): Generator<[number, number]> {
    if (!Array.isArray(value)) return
    if (isPosition(value)) yield [value[0], value[1]]
    else for (const part of value) yield* walk(part)
  }
  yield* walk(coordinates)
}
