/** Bytes into text: what staff save from Excel and WPS is UTF-8 with or without a BOM, GB18030, or UTF-16. */

/** The byte order mark decides; else strict UTF-8; else GB18030, which reads any bytes. */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** JSON of a file, its BOM dropped. Throws SyntaxError as JSON.parse does. */
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(decodeText(bytes).replace(/^\ufeff/, ''))
