/** Photos as cameras, phones and programs leave them: a picture, and beside it what tells of people. */
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'

/** Stands wherever a photo may hold words: in its clean form it is nowhere. */
export const SECRET = 'SECRET 13800000000'

export const bytesOf = (...parts: (string | number | readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number'
        ? [part]
        : typeof part === 'string'
          ? [...part].map((c) => c.charCodeAt(0))
          : [...part],
    ),
  )

const big = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256)
const little = (value: number, size: number): number[] => big(value, size).reverse()

/** TIFF with an orientation (0 = says none), the name of an owner and, in its second IFD, a small picture. */
export const exif = (orientation: number, isLittle = false): Uint8Array => {
  const n = isLittle ? little : big
  const text = bytesOf(SECRET, 0)
  const entries = orientation === 0 ? 1 : 2
  const [ifd1, owner] = [8 + 2 + 12 * entries + 4, 8 + 2 + 12 * entries + 4 + 6]
  return bytesOf(
    isLittle ? 'II' : 'MM',
    n(42, 2),
    n(8, 4),
    n(entries, 2),
    orientation === 0 ? [] : [...n(0x0112, 2), ...n(3, 2), ...n(1, 4), ...n(orientation, 2), 0, 0],
    [...n(0x013b, 2), ...n(2, 2), ...n(text.length, 4), ...n(owner, 4)],
    n(ifd1, 4),
    n(0, 2),
    n(0, 4),
    text,
    [0xff, 0xd8, 0xff, 0xdb, 0, 3, 1, 0xff, 0xd9],
    SECRET,
  )
}

const segment = (marker: number, ...parts: Parameters<typeof bytesOf>): Uint8Array => {
  const content = bytesOf(...parts)
  return bytesOf(0xff, marker, big(content.length + 2, 2), content)
}

/** A real one, without any of it. */
export const bareJpeg = (): Uint8Array =>
  new Uint8Array(readFileSync(new URL('../../pictures/light.jpg', import.meta.url)))

/** Behind the first two bytes of a JPEG and behind its end. */
export const dirtyJpeg = (bare: Uint8Array, tiff: Uint8Array): Uint8Array =>
  bytesOf(
    bare.subarray(0, 2),
    segment(0xe1, 'Exif\0\0', tiff),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', `<x:xmpmeta>${SECRET}</x:xmpmeta>`),
    segment(0xed, 'Photoshop 3.0\0', SECRET),
    segment(0xe2, 'MPF\0', SECRET),
    segment(0xeb, 'JP', SECRET),
    segment(0xe0, 'JFXX\0', 0x10, SECRET),
    segment(0xfe, SECRET),
    bare.subarray(2, bare.length),
    // A film, and another picture, as phones append them.
    bytesOf('MotionPhoto', SECRET, 0xff, 0xd8, 0xff, 0xd9),
  )

const crc = (bytes: Uint8Array): number => {
  let rest = ~0
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  }
  return ~rest >>> 0
}

const chunk = (type: string, ...parts: Parameters<typeof bytesOf>): Uint8Array => {
  const content = bytesOf(...parts)
  const named = bytesOf(type, content)
  return bytesOf(big(content.length, 4), named, big(crc(named), 4))
}

const PNG = bytesOf(0x89, 'PNG\r\n', 0x1a, '\n')
const IHDR = chunk('IHDR', big(2, 4), big(1, 4), 8, 2, 0, 0, 0)
/** Red and blue beside each other. */
const IDAT = chunk('IDAT', deflateSync(bytesOf(0, [255, 0, 0], [0, 0, 255])))
const GAMA = chunk('gAMA', big(45455, 4))
const IEND = chunk('IEND')

export const barePng = (orientation = 1): Uint8Array =>
  bytesOf(
    PNG,
    IHDR,
    orientation === 1
      ? []
      : chunk(
          'eXIf',
          'MM',
          [0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation],
          [0, 0, 0, 0, 0, 0],
        ),
    GAMA,
    IDAT,
    IEND,
  )
export const dirtyPng = (tiff: Uint8Array): Uint8Array =>
  bytesOf(
    PNG,
    IHDR,
    GAMA,
    chunk('tEXt', 'Author\0', SECRET),
    chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', SECRET),
    chunk('zTXt', 'Comment\0\0', deflateSync(bytesOf(SECRET))),
    chunk('tIME', [7, 0xe3, 5, 27, 9, 0, 0]),
    chunk('eXIf', tiff),
    chunk('prVt', SECRET),
    IDAT,
    IEND,
    SECRET,
  )

const riff = (...parts: Uint8Array[]): Uint8Array => {
  const content = bytesOf('WEBP', ...parts)
  return bytesOf('RIFF', little(content.length, 4), content)
}
const webpChunk = (type: string, ...parts: Parameters<typeof bytesOf>): Uint8Array => {
  const content = bytesOf(...parts)
  return bytesOf(type, little(content.length, 4), content, content.length % 2 === 1 ? 0 : [])
}
/** One pixel, lossless. */
const VP8L = webpChunk('VP8L', Buffer.from('LwAAABAHEBERiIj+BwA=', 'base64'))
const vp8x = (flags: number) => webpChunk('VP8X', flags, [0, 0, 0, 0, 0, 0, 0, 0, 0])
export const bareWebp = (orientation = 1): Uint8Array =>
  orientation === 1
    ? riff(vp8x(0), VP8L)
    : riff(
        vp8x(8),
        VP8L,
        webpChunk(
          'EXIF',
          'MM',
          [0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation],
          [0, 0, 0, 0, 0, 0],
        ),
      )
export const dirtyWebp = (tiff: Uint8Array): Uint8Array =>
  bytesOf(
    riff(
      vp8x(0x0c),
      webpChunk('what', SECRET),
      VP8L,
      webpChunk('EXIF', 'Exif\0\0', tiff),
      webpChunk('XMP ', SECRET),
    ),
    SECRET,
  )

const GIF_HEAD = bytesOf('GIF89a', [1, 0, 1, 0, 0x80, 0, 0], [255, 0, 0], [0, 0, 0])
const GIF_LOOP = bytesOf(0x21, 0xff, 11, 'NETSCAPE2.0', [3, 1, 0, 0, 0])
const GIF_IMAGE = bytesOf(
  [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
  [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0],
  [2, 2, 0x44, 1, 0],
)
export const bareGif = (): Uint8Array => bytesOf(GIF_HEAD, GIF_LOOP, GIF_IMAGE, 0x3b)
export const dirtyGif = (): Uint8Array =>
  bytesOf(
    GIF_HEAD,
    GIF_LOOP,
    [0x21, 0xfe, SECRET.length],
    SECRET,
    0,
    [0x21, 0xff, 11],
    'XMP DataXMP',
    SECRET.length,
    SECRET,
    0,
    GIF_IMAGE,
    0x3b,
    SECRET,
  )

const box = (type: string, ...parts: Parameters<typeof bytesOf>): Uint8Array => {
  const content = bytesOf(...parts)
  return bytesOf(big(content.length + 8, 4), type, content)
}
const infe = (id: number, type: string) => box('infe', [2, 0, 0, 0], big(id, 2), [0, 0], type, 0)
/** An AVIF or HEIC in its outline: a picture of ten bytes, EXIF and XMP in the same block, boxes that are none of it. */
export const boxed = (brand: string): { dirty: Uint8Array; picture: Uint8Array } => {
  const picture = bytesOf('0123456789')
  const words = bytesOf([0, 0, 0, 0], exif(6))
  const xmp = bytesOf(`<x:xmpmeta>${SECRET}</x:xmpmeta>`)
  const head = box('ftyp', brand, [0, 0, 0, 0], 'mif1')
  const iinf = box('iinf', [0, 0, 0, 0], big(3, 2), infe(1, 'av01'), infe(2, 'Exif'), infe(3, 'mime'))
  const metaOf = (start: number) =>
    box(
      'meta',
      [0, 0, 0, 0],
      iinf,
      box(
        'iloc',
        [0, 0, 0, 0, 0x44, 0],
        big(3, 2),
        ...[
          [1, start, picture.length],
          [2, start + picture.length, words.length],
          [3, start + picture.length + words.length, xmp.length],
        ].map(([id = 0, from = 0, length = 0]) => [
          ...big(id, 2),
          0,
          0,
          0,
          1,
          ...big(from, 4),
          ...big(length, 4),
        ]),
      ),
    )
  const start = head.length + metaOf(0).length + 8
  return {
    dirty: bytesOf(
      head,
      metaOf(start),
      box('mdat', picture, words, xmp),
      box('uuid', SECRET),
      box('mpvd', SECRET),
    ),
    picture,
  }
}
