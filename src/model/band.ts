import type { Band } from './standard.ts'

/** Whether a number of defects contradicts the result of its band. */
export const disagrees = (band: Pick<Band, 'minDefects' | 'maxDefects'>, defects: number): boolean =>
  defects < band.minDefects || (band.maxDefects !== null && defects > band.maxDefects)
