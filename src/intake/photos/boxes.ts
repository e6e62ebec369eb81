/**
 * AVIF and HEIC without EXIF, XMP and boxes that are none of the picture. Everything in them is found by its place in the
 * file, so what goes is blanked where it stands. Which way up they are held is said by the picture itself, not by EXIF.
 */
import { standsAt, textAt } from './pieces.ts'

interface Box {
  type: string
  /** of its content */
  from: number
  to: number
}

const boxesIn = (bytes: Uint8Array, from: number, to: number): Box[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    let size = view.getUint32(at)
    let head = 8
    if (size === 1 && at + 16 <= to) {
      size = Number(view.getBigUint64(at + 8))
      head = 16
    } else if (size === 0) size = to - at
    if (size < head || at + size > to) break
    boxes.push({ type: textAt(bytes, at + 4, 4), from: at + head, to: at + size })
    at += size
  }
  return boxes
}

/** Numbers of a box, one after the other. */
const openReading = (bytes: Uint8Array, start: number) => {
  let at = start
  return {
    place: () => at,
    skip: (count: number) => {
      at += count
    },
    /** a number of so many bytes */
    number: (size: number): number => {
      let value = 0
      for (let i = 0; i < size; i++) value = value * 256 + (bytes[at++] ?? 0)
      return value
    },
  }
}

/** The numbers of the items that are EXIF, XMP or other texts. */
const textItems = (bytes: Uint8Array, iinf: Box): Set<number> => {
  const items = new Set<number>()
  const head = bytes[iinf.from] === 0 ? 6 : 8
  for (const { type, from } of boxesIn(bytes, iinf.from + head, iinf.to)) {
    const version = bytes[from] ?? 0
    if (type !== 'infe' || version < 2) continue
    const read = openReading(bytes, from + 4)
    const id = read.number(version === 2 ? 2 : 4)
    read.skip(2)
    if (/^(?:Exif|mime|uri )$/.test(textAt(bytes, read.place(), 4))) items.add(id)
  }
  return items
}

/** Where in the file those items stand. */
const extentsOf = (
  bytes: Uint8Array,
  iloc: Box,
  idat: Box | undefined,
  items: ReadonlySet<number>,
): [from: number, to: number][] => {
  const version = bytes[iloc.from] ?? 0
  const read = openReading(bytes, iloc.from + 4)
  const [a, b] = [read.number(1), read.number(1)]
  const sizes = { offset: a >> 4, length: a & 15, base: b >> 4, index: version > 0 ? b & 15 : 0 }
  const count = read.number(version < 2 ? 2 : 4)
  const extents: [number, number][] = []
  for (let i = 0; i < count && read.place() < iloc.to; i++) {
    const id = read.number(version < 2 ? 2 : 4)
    const inside = version > 0 ? read.number(2) & 15 : 0
    read.skip(2)
    const base = read.number(sizes.base) + (inside === 1 ? (idat?.from ?? 0) : 0)
    const parts = read.number(2)
    for (let part = 0; part < parts && read.place() < iloc.to; part++) {
      read.skip(sizes.index)
      const from = base + read.number(sizes.offset)
      const length = read.number(sizes.length)
      if (items.has(id)) extents.push([from, length === 0 ? bytes.length : from + length])
    }
  }
  return extents
}

const PICTURE: ReadonlySet<string> = new Set(['ftyp', 'styp', 'meta', 'mdat', 'moov', 'free', 'skip', 'wide'])

/** Turns a box into a `free` box of the same size. */
const free = (bytes: Uint8Array, { from, to }: Box, head = 8): void => {
  bytes.set([0x66, 0x72, 0x65, 0x65], from - head + 4)
  bytes.fill(0, from, to)
}

/** Null where it is neither, or cannot be followed. */
export const cleanBoxes = (given: Uint8Array): Uint8Array | null => {
  if (
    !standsAt(given, 4, 'ftyp') ||
    !/^(?:avi[fs]|hei[cfmsx]|hev[cmsx]|mif1|msf1)$/.test(textAt(given, 8, 4))
  )
    return null
  const bytes = given.slice()
  const boxes = boxesIn(bytes, 0, bytes.length)
  const meta = boxes.find(({ type }) => type === 'meta')
  if (meta === undefined) return null
  const inside = boxesIn(bytes, meta.from + 4, meta.to)
  const find = (type: string) => inside.find((box) => box.type === type)
  const [iinf, iloc] = [find('iinf'), find('iloc')]
  if (iinf === undefined || iloc === undefined) return null
  const extents = extentsOf(bytes, iloc, find('idat'), textItems(bytes, iinf))
  for (const box of [
    ...boxes.filter(({ type }) => !PICTURE.has(type)),
    ...inside.filter(({ type }) => type === 'uuid'),
  ])
    free(bytes, box)
  for (const moov of boxes.filter(({ type }) => type === 'moov'))
    for (const box of boxesIn(bytes, moov.from, moov.to))
      if (/^(?:udta|meta|uuid)$/.test(box.type)) free(bytes, box)
  for (const [from, to] of extents) bytes.fill(0, from, Math.min(to, bytes.length))
  return bytes
}
