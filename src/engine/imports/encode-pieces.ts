/** A long text into the bytes of a file. */
import type { Pace } from '../../intake/pace.ts'

/** @param pieces of the text, made as they are asked for */
export const encodePieces = async (
  pieces: Iterable<string>,
  pace: Pace,
  what: string,
): Promise<Uint8Array> => {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  let length = 0
  for (const piece of pieces) {
    const part = encoder.encode(piece)
    parts.push(part)
    length += part.length
    if (pace.isDue()) await pace.rest(parts.length, parts.length + 1, what)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The text of a GeoJSON file, a feature at a time. */
export function* piecesOfFeatures(features: readonly unknown[]): Generator<string> {
  yield '{"type":"FeatureCollection","features":['
  for (const [i, feature] of features.entries()) yield `${i === 0 ? '' : ','}${JSON.stringify(feature)}`
  yield ']}'
}
