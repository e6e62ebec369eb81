/** What the point layers have in common. Each is made anew, data and all, when what it is drawn from has changed. */
import type { Layer } from '@deck.gl/core'
import type { Level } from '../../view/level.ts'
import type { Drawn } from '../drawn.ts'
import type { Part } from '../part.ts'
import type { Atlas } from './atlas.ts'

export interface DrawnPoints extends Drawn, Level {
  atlas: Atlas
  /** the heat is shown or has been */
  heated: boolean
}

/** Where a layer is put into the style. */
export interface LayerPlace {
  /** id of the style's layer that points stand below */
  beforeId: string | undefined
  /** id of the layer that what is selected stands below */
  aboveId: string | undefined
}

export type PointPart = Part<DrawnPoints, object, LayerPlace, Layer[]>

/** A row of the table; `draw` knows its inputs by what `needs` gives. */
export const pointPart = <Inputs extends object>(
  part: Part<DrawnPoints, Inputs, LayerPlace, Layer[]>,
): PointPart => part

/** The same list every time: another one would be another input. */
export const NONE: readonly never[] = []
export const NO_INDEX = new Uint32Array()

export const FLAT = { parameters: { depthCompare: 'always' } } as const

/** Icons from the atlas, their size in px. */
export const iconsOf = ({ image, mapping }: Atlas) => ({
  ...FLAT,
  pickable: true,
  iconAtlas: image as never,
  iconMapping: mapping,
  sizeUnits: 'pixels' as const,
})
