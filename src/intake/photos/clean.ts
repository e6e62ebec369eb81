/**
 * Photos without what a camera or a program wrote beside the picture: where, when and with what it was taken, by whom. The
 * picture itself keeps its bytes, and the way up it is held. Nothing of the product asks for the rest, so nothing is read.
 */
import { cleanBoxes } from './boxes.ts'
import { cleanGif } from './gif.ts'
import { cleanJpeg } from './jpeg.ts'
import { standsAt } from './pieces.ts'
import { cleanPng } from './png.ts'
import { cleanSvg } from './svg.ts'
import { cleanWebp } from './webp.ts'

/** A BMP can hold text only behind its end. */
const cleanBmp = (bytes: Uint8Array): Uint8Array | null => {
  if (!standsAt(bytes, 0, 'BM') || bytes.length < 54) return null
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(2, true)
  return size >= 54 && size <= bytes.length ? bytes.subarray(0, size) : bytes
}

const cleanPixels = (bytes: Uint8Array): Uint8Array | null =>
  cleanJpeg(bytes) ??
  cleanPng(bytes) ??
  cleanWebp(bytes) ??
  cleanGif(bytes) ??
  cleanBoxes(bytes) ??
  cleanBmp(bytes)

/** Told by its bytes, whatever it is called. Null where it is none of the pictures that are known, or broken. */
export const cleanPhoto = (bytes: Uint8Array): Uint8Array | null =>
  cleanPixels(bytes) ?? cleanSvg(bytes, cleanPixels)

/** Whether a file is called a picture. */
export const isPhotoName = (path: string): boolean =>
  /\.(?:jpe?g|jfif|png|webp|gif|bmp|avif|svg|hei[cf]|tiff?)$/i.test(path)
