/** Where a cell stands by its address. */

/** BC12 → column 54, row 11, both from 0; null where it is no address. */
export const placeOf = (address: string): { column: number; row: number } | null => {
  const m = /^\$?([a-z]{1,3})\$?(\d+)$/i.exec(address)
  if (m === null) return null
  let column = 0
  for (const letter of (m[1] as string).toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { column: column - 1, row: Number(m[2]) - 1 }
}

/** 0 → A, 27 → AB. */
export const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

/** The column alone: of each of many millions of cells. */
export const columnOf = (address: string): number | null => {
  let column = 0
  let at = 0
  for (let code = address.charCodeAt(at); code > 64 && code < 91; code = address.charCodeAt(++at))
    column = column * 26 + code - 64
  const digits = at
  while (address.charCodeAt(at) > 47 && address.charCodeAt(at) < 58) at++
  const isUsual = digits > 0 && digits < 4 && at > digits && at === address.length
  return isUsual ? column - 1 : (placeOf(address)?.column ?? null)
}
