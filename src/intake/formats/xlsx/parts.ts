/** The files of a workbook, by their paths in whatever case they are written; the big ones in pieces. */
import { MOST_PART_BYTES } from '../../limits.ts'
import type { Pace } from '../../pace.ts'
import { Refusal } from '../refusal.ts'
import { decodeText } from '../text.ts'
import { type PackedFile, unpack } from '../zip.ts'

export interface Parts {
  /** null where there is none; throws Refusal */
  text: (path: string) => Promise<string | null>
  /** bytes unpacked, 0 where there is none */
  size: (path: string) => number
  /** its text, some at a time, as often as asked; null where there is none. Throws a Refusal while it is walked. */
  pieces: (path: string) => (() => Generator<string, void, void>) | null
}

/** Bytes decoded at a time. */
const PIECE = 262_144

/** XML says itself how it is written; without a word it is UTF-8. */
const decoderOf = (head: Uint8Array): TextDecoder => {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be')
  const said = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(
    String.fromCharCode(...head.subarray(0, 200)).replace(/^ï»¿/, ''),
  )
  try {
    return new TextDecoder(said?.[1] ?? 'utf-8')
  } catch {
    return new TextDecoder()
  }
}

function* decoded(file: PackedFile): Generator<string, void, void> {
  let decoder: TextDecoder | null = null
  for (const piece of file.pieces())
    for (let at = 0; at < piece.length; at += PIECE) {
      decoder ??= decoderOf(piece)
      yield decoder.decode(piece.subarray(at, at + PIECE), { stream: true })
    }
}

export const openParts = (files: readonly PackedFile[], pace: Pace): Parts => {
  const byPath = new Map(files.map((file) => [file.path.toLowerCase(), file]))
  return {
    text: async (path) => {
      const file = byPath.get(path.toLowerCase())
      if (file === undefined) return null
      if (file.size > MOST_PART_BYTES)
        throw new Refusal(
          `工作簿里的 ${path} 有 ${Math.round(file.size / 1024 ** 2)} MB，超过上限 ${MOST_PART_BYTES / 1024 ** 2} MB，请把数据复制到新的工作簿再拖入`,
        )
      return decodeText(await unpack(file, pace))
    },
    size: (path) => byPath.get(path.toLowerCase())?.size ?? 0,
    pieces: (path) => {
      const file = byPath.get(path.toLowerCase())
      return file === undefined ? null : () => decoded(file)
    },
  }
}
