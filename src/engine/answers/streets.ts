/** The named streets of the package, laid out once. */
import { oncePer } from '../../model/remembered.ts'
import { indexStreets } from '../../placing/roads/streets.ts'
import type { Opened } from '../package/open.ts'

export const streetsOf = oncePer(({ intake }: Opened) => indexStreets(intake.basemap))
