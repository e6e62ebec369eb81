/** Pieces of bytes: found in a file, and put together to one. */

export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

/** Whether a text (Latin letters) stands in the bytes at that place. */
export const standsAt = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((c, i) => bytes[at + i] === c.charCodeAt(0))

export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/** The bytes behind a mark they begin with, all of them where they do not. */
export const behind = (bytes: Uint8Array, mark: string): Uint8Array =>
  standsAt(bytes, 0, mark) ? bytes.subarray(mark.length) : bytes
