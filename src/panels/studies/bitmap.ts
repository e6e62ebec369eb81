/** Pictures of a paper as bitmaps, and photos of the package by their addresses: what only a browser can do. */
import type { Engine } from '../../engine/contract/engine.ts'
import type { Overview } from '../../engine/contract/package.ts'
import type { Picture } from '../../view/documents/blocks.ts'
import type { Bitmap } from '../../view/documents/docx.ts'
import { photoUrl } from '../../view/photo-url.ts'

/** Null for what is no picture, or is not there. */
const loaded = (address: string): Promise<HTMLImageElement | null> =>
  new Promise((done) => {
    const image = new Image()
    image.onload = () => done(image)
    image.onerror = () => done(null)
    image.src = address
  })

/** Pixels a side of a photo may have in a paper. */
const MOST = 1000

/** Null where it cannot be had. */
export const bitmapOf = async ({ source }: Picture): Promise<Bitmap | null> => {
  if (source === null) return null
  const drawn = 'svg' in source
  const address = drawn ? URL.createObjectURL(new Blob([source.svg], { type: 'image/svg+xml' })) : source.url
  try {
    const image = await loaded(address)
    if (image === null) return null
    const { naturalWidth, naturalHeight } = image
    const scale = drawn ? 2 : Math.min(1, MOST / Math.max(naturalWidth, naturalHeight, 1))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(naturalHeight * scale))
    const pen = canvas.getContext('2d')
    if (pen === null) return null
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    const mime = drawn ? 'image/png' : 'image/jpeg'
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, mime, 0.85))
    if (blob === null) return null
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return { bytes, type: drawn ? 'png' : 'jpg', width: canvas.width, height: canvas.height }
  } finally {
    if (drawn) URL.revokeObjectURL(address)
  }
}

export interface PhotoAddresses {
  /** null = the photo is not there */
  of: (path: string) => string | null
  /** gives back what was taken for them */
  release: () => void
}

/** Where each photo can be shown from; each is tried. */
export const photoAddresses = async (
  engine: Engine,
  { base, own }: Overview,
  paths: readonly string[],
): Promise<PhotoAddresses> => {
  const found = new Map<string, string>()
  const made: string[] = []
  for (const path of new Set(paths)) {
    const photo = own === null ? null : await engine.photo(path)
    let address = photoUrl(path, base)
    if (photo !== null) {
      address = URL.createObjectURL(new Blob([photo.bytes as Uint8Array<ArrayBuffer>], { type: photo.mime }))
      made.push(address)
    }
    if (address !== null && (await loaded(address)) !== null) found.set(path, address)
  }
  return {
    of: (path) => found.get(path) ?? null,
    release: () => {
      for (const address of made) URL.revokeObjectURL(address)
    },
  }
}
