/**
 * What is drawn all over the district comes in two sources: one of few, coarse tiles for the whole of it, and one of fine
 * tiles for what is drawn exactly from nearby. A frame costs as much as there are layers times tiles in it.
 */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { EMPTY } from './spec.ts'

/** Zoom from which lines are drawn from the fine tiles: below, a coarse one is off by less than half a pixel. */
export const NEAR_FROM = 15
/** A tile of this zoom is 16 km long, with a grid of 2 m: a district lies in a few of them. */
const COARSE = 11
/** A grid of 0.25 m, at whatever zoom. */
const FINE = 14
/** Points need no grid: a name or a count stands within some metres of its place. */
const LOOSE = 9

type Given = { promoteId?: string; tolerance?: number }

const source = (maxzoom: number, given: Given): SourceSpecification => ({
  type: 'geojson',
  data: EMPTY,
  maxzoom,
  buffer: 32,
  ...given,
})

/** Of what is drawn alike from far and near. */
export const coarse = (given: Given = {}) => source(COARSE, given)
/** Of what stands exactly where it is. */
export const fine = (given: Given = {}) => source(FINE, given)
/** Of names and counts. */
export const loose = (given: Given = {}) => source(LOOSE, given)

/** The name of a layer or source that is there for nearby. */
export const near = <Id extends string>(id: Id) => `${id}-near` as const

/** The sources that come in two. */
export const TWINS = ['base', 'areas', 'waters'] as const
type Twin = (typeof TWINS)[number]

const isTwin = (id: unknown): id is Twin => (TWINS as readonly unknown[]).includes(id)

/** Adds to a source of two its other one. */
export const inTwo = <Id extends Twin>(id: Id, given: Given = {}): Record<string, SourceSpecification> => ({
  [id]: coarse(given),
  [near(id)]: fine(given),
})

/**
 * A line over a source of two becomes two layers, one for far and one for nearby; colours and names stay as they are: the
 * edge of a colour lies under a line.
 */
export const farAndNear = (layer: LayerSpecification): LayerSpecification[] =>
  layer.type === 'line' && isTwin(layer.source)
    ? [
        { ...layer, maxzoom: NEAR_FROM },
        { ...layer, id: near(layer.id), source: near(layer.source), minzoom: NEAR_FROM },
      ]
    : [layer]

/** A layer, and the one that stands for it nearby. */
export const both = <Id extends string>(id: Id) => [id, near(id)] as const
