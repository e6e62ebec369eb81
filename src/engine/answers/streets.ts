/** The named streets of the package, laid out once. */
import { indexStreets, type Streets } from '../../placing/roads/streets.ts'
import type { Opened } from '../package/open.ts'

const kept = new WeakMap<Opened, Streets>()

export const streetsOf = (opened: Opened): Streets => {
  let made = kept.get(opened)
  if (made === undefined) {
    made = indexStreets(opened.intake.basemap)
    kept.set(opened, made)
  }
  return made
}
