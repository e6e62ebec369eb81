/** A disc that MapLibre can colour and edge: its alpha is the distance to the rim, as signed distance fields have it. */

/** What MapLibre takes for the rim, of 255, and how far it looks to either side, px. */
const RIM = 191
const REACH = 8

/** @param diameter px */
export const discImage = (diameter: number): { width: number; height: number; data: Uint8ClampedArray } => {
  const size = diameter + 2 * REACH
  const data = new Uint8ClampedArray(4 * size * size)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const outside = Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) - diameter / 2
      data[4 * (y * size + x) + 3] = RIM - (outside * RIM) / REACH
    }
  return { width: size, height: size, data }
}
