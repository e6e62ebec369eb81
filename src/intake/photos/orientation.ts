/** Which way up a photo is held: the one thing of its EXIF that the picture needs. */

/** 1 = as it stands, 2–8 turned or mirrored (EXIF 2.3, tag 0x0112). */
export type Orientation = number

const TAG = 0x0112

/** The orientation in a TIFF block, as EXIF is written; 1 where it says none. */
export const orientationIn = (tiff: Uint8Array): Orientation => {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (tiff.length < 14) return 1
  const little = view.getUint16(0) === 0x4949
  const start = view.getUint32(4, little)
  if (start + 2 > tiff.length) return 1
  const count = view.getUint16(start, little)
  for (let i = 0; i < count; i++) {
    const at = start + 2 + 12 * i
    if (at + 12 > tiff.length) return 1
    if (view.getUint16(at, little) !== TAG) continue
    const value = view.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** A TIFF block that says the orientation and nothing else. */
export const orientationOnly = (orientation: Orientation): Uint8Array =>
  // MM, 42, IFD at 8: one entry (tag, SHORT, one value), no further IFD.
  Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, TAG >> 8, TAG & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  )
