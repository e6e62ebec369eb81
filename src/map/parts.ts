/** The parts of the map that MapLibre draws, in the order of drawing: what each is drawn from, and how. */
import type { FeatureCollection, GeoJSON } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { AreaInfo, Overview } from '../engine/contract/package.ts'
import { NO_DATA } from '../view/colours.ts'
import { askedOf, siteFilterOf } from '../view/kinds.ts'
import { levelOf } from '../view/level.ts'
import { OWN } from './basemaps/own.ts'
import { countFeatures } from './counts.ts'
import { discImage } from './disc.ts'
import type { Drawn } from './drawn.ts'
import { hatchImage } from './hatch.ts'
import { paletteOf } from './palette.ts'
import type { Part } from './part.ts'
import { pickedFeatures } from './picked.ts'
import {
  among,
  areaDims,
  areaOfSelection,
  type Colouring,
  groupOf,
  labelFeatures,
  officeOf,
  reachFeatures,
  shownAreas,
  siteShapeFeatures,
  toolFeatures,
  waterFeatures,
} from './scene.ts'
import { DISC } from './style/counts.ts'
import { both, near, type TWINS } from './style/near.ts'
import { EMPTY } from './style/spec.ts'
import { layersAtTimes, layersOf } from './style/style.ts'

type Surface = Pick<
  MapLibreMap,
  | 'addImage'
  | 'getCanvas'
  | 'getSource'
  | 'hasImage'
  | 'removeImage'
  | 'setFeatureState'
  | 'setFilter'
  | 'setLayoutProperty'
  | 'setPaintProperty'
>

/** A row of the table; `draw` knows its inputs by what `needs` gives. */
const row = <Inputs extends object>(part: Part<Drawn, Inputs, Surface>): Part<Drawn, object, Surface> => part

/** Shows some layers, or asks nothing of them. */
const show = (map: Surface, layers: readonly string[], shown: boolean): void => {
  for (const layer of layers) map.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none')
}

const fill = (map: Surface, source: string, data: GeoJSON): void => {
  ;(map.getSource(source) as GeoJSONSource | undefined)?.setData(data)
}

/** Of what is there only at times. */
const fillAtTimes = (map: Surface, source: string, data: FeatureCollection): void => {
  const some = data.features.length > 0
  // Emptied too: its layers may be shown again before other data is there.
  fill(map, source, data)
  show(map, layersAtTimes(source), some)
}

const setAreas = (
  map: Surface,
  areas: readonly AreaInfo[],
  state: (area: AreaInfo, index: number) => object,
  sources: readonly string[] = ['areas'],
): void =>
  areas.forEach((area, id) => {
    for (const source of sources) map.setFeatureState({ source, id }, state(area, id))
  })

/** Makes layers draw only some of the areas. */
const limit = (map: Surface, layers: readonly string[], ...some: Parameters<typeof among>): void => {
  for (const layer of layers) map.setFilter(layer, among(...some))
}

/** Offices follow the areas: their edges are drawn in one layer. */
const shapesOf = ({ areaShapes, officeShapes }: Pick<Overview, 'areaShapes' | 'officeShapes'>): GeoJSON => ({
  type: 'FeatureCollection',
  features: [...areaShapes.features, ...officeShapes.features],
})

const colouring = ({ overview, board, view, overlay }: Drawn): Colouring => ({
  areas: overview.areas,
  standard: overview.standard,
  figures: board.areas,
  metric: view.metric,
  own: overlay?.areas,
})

/** How places are shown at the zoom of the map. */
const placesAt = (
  { standard }: Overview,
  hiddenKinds: readonly string[],
  { zoom, scale }: Pick<Drawn, 'zoom' | 'scale'>,
) => levelOf(zoom, scale, askedOf(standard.kinds, hiddenKinds))

const ofOverlay = (part: 'fills' | 'lines' | 'marks') =>
  row({
    id: `overlay-${part}`,
    needs: ({ overlay }) => ({ data: overlay?.[part] ?? EMPTY }),
    draw: ({ data }, map) => fillAtTimes(map, `overlay-${part}`, data),
  })

const basemapNeeded = ({ overview: { basemap } }: Drawn) => ({ basemap })

const shapesNeeded = ({ overview: { areaShapes, officeShapes } }: Drawn) => ({ areaShapes, officeShapes })

const watersNeeded = ({ overview: { waterShapes, standard }, board: { waters } }: Drawn) => ({
  waterShapes,
  waters,
  standard,
})

/** Reaches come after the bodies they are part of. */
const watersOf = ({ waterShapes, waters, standard }: ReturnType<typeof watersNeeded>): GeoJSON => ({
  type: 'FeatureCollection',
  features: [
    ...waterFeatures(waterShapes, waters, standard).features,
    ...reachFeatures(waters, standard).features,
  ],
})

export const PARTS: readonly Part<Drawn, object, Surface>[] = [
  row({
    id: 'style',
    needs: ({ dark, scale }) => ({ dark, scale }),
    draw: ({ dark, scale }, map) => {
      for (const { id, paint = {}, layout = {} } of layersOf(OWN, paletteOf(dark), scale)) {
        for (const [name, value] of Object.entries(paint))
          map.setPaintProperty(id, name as never, value as never)
        for (const [name, value] of Object.entries(layout))
          map.setLayoutProperty(id, name as never, value as never)
      }
    },
  }),
  row({
    id: 'hatch',
    needs: ({ scale }) => ({ scale }),
    draw: ({ scale }, map) => {
      const ratio = Math.max(1, Math.round(devicePixelRatio * scale))
      if (map.hasImage('hatch')) map.removeImage('hatch')
      map.addImage('hatch', hatchImage(8 * ratio), { pixelRatio: ratio / scale })
      if (!map.hasImage('disc')) map.addImage('disc', discImage(2 * DISC), { pixelRatio: 2, sdf: true })
    },
  }),
  row({
    id: 'basemap',
    needs: basemapNeeded,
    draw: (inputs, map) => {
      for (const [source, each] of Object.entries(OWN.data(inputs))) fill(map, source, each)
    },
  }),
  row({
    id: 'area-shapes',
    needs: shapesNeeded,
    draw: (inputs, map) => fill(map, 'areas', shapesOf(inputs)),
  }),
  row({
    id: 'area-colours',
    needs: colouring,
    draw: (inputs, map) => {
      const shown = shownAreas(inputs)
      setAreas(map, inputs.areas, (_, i) => ({ colour: shown[i]?.colour ?? NO_DATA }))
      limit(map, ['area-hatch'], inputs.areas, (_, i) => shown[i]?.colour === null)
      limit(
        map,
        [...both('area-demoted-band'), ...both('area-demoted')],
        inputs.areas,
        (_, i) => shown[i]?.demoted === true,
      )
    },
  }),
  row({
    id: 'area-labels',
    needs: (drawn) => ({ ...colouring(drawn), office: officeOf(drawn.view), group: groupOf(drawn.view) }),
    draw: ({ office, group, ...inputs }, map) =>
      fill(map, 'area-labels', labelFeatures(inputs, { office, group })),
  }),
  row({
    id: 'area-dims',
    needs: ({ overview, view }) => ({
      areas: overview.areas,
      office: officeOf(view),
      group: groupOf(view),
      lifted: areaOfSelection(view.selection, overview),
    }),
    draw: ({ areas, office, group, lifted }, map) => {
      const dims = areaDims(areas, { office, group }, lifted)
      setAreas(map, areas, (_, i) => ({ dim: dims[i] }))
      show(
        map,
        ['area-dim'],
        dims.some((dim) => dim > 0),
      )
    },
  }),
  row({
    id: 'area-selected',
    needs: ({ overview, view }) => ({
      areas: overview.areas,
      lifted: areaOfSelection(view.selection, overview),
    }),
    draw: ({ areas, lifted }, map) => {
      const layers = [...both('area-halo'), ...both('area-selected')]
      limit(map, layers, areas, (_, i) => i === lifted)
      show(map, layers, lifted !== null && lifted >= 0)
    },
  }),
  row({
    id: 'area-relocation',
    needs: ({ overview: { areas } }) => ({ areas }),
    draw: ({ areas }, map) => limit(map, both('area-relocation'), areas, ({ relocation }) => relocation),
  }),
  row({
    id: 'area-hover',
    needs: ({ overview: { areas }, hover }) => ({ areas, code: hover?.type === 'area' ? hover.id : null }),
    draw: ({ areas, code }, map) => {
      setAreas(map, areas, (area) => ({ hover: area.code === code }), both('areas'))
      show(map, both('area-hover'), code !== null)
    },
  }),
  row({
    id: 'waters',
    needs: watersNeeded,
    draw: (inputs, map) => fill(map, 'waters', watersOf(inputs)),
  }),
  row({
    id: 'waters-shown',
    needs: ({ view: { watersShown } }) => ({ watersShown }),
    draw: ({ watersShown }, map) =>
      show(map, [...both('water-casing'), ...both('water'), 'water-name'], watersShown),
  }),
  row({
    id: 'site-shapes',
    needs: ({ overview, view, overlay, ...drawn }) => {
      const filter = siteFilterOf(view, overview.standard.kinds, overlay)
      // They come when the icons of their places do.
      const sitesShown = filter.sitesShown && placesAt(overview, filter.hiddenKinds, drawn).alone
      return { overview, ...filter, sitesShown }
    },
    draw: ({ overview, ...filter }, map) =>
      fillAtTimes(map, 'site-shapes', siteShapeFeatures(overview, filter)),
  }),
  row({
    id: 'picked-shape',
    needs: ({ overview, view: { selection } }) => ({ overview, selection }),
    draw: ({ overview, selection }, map) => fillAtTimes(map, 'picked', pickedFeatures(selection, overview)),
  }),
  row({
    id: 'counts',
    needs: ({ overview, board, view, overlay, ...drawn }) => {
      const filter = siteFilterOf(view, overview.standard.kinds, overlay)
      const { gathered } = placesAt(overview, filter.hiddenKinds, drawn)
      const shown = filter.sitesShown && gathered !== null && !view.heat
      return {
        overview,
        overdue: board.sites.overdue,
        ...filter,
        sitesShown: shown,
        gathered: shown ? gathered : null,
        scale: drawn.scale,
      }
    },
    draw: ({ overview, overdue, gathered, scale, ...filter }, map) =>
      fillAtTimes(map, 'counts', countFeatures(overview, overdue, filter, gathered, scale)),
  }),
  ofOverlay('fills'),
  ofOverlay('lines'),
  ofOverlay('marks'),
  row({
    id: 'tool',
    needs: ({ tool, overview }) => ({ tool, overview }),
    draw: ({ tool, overview }, map) => {
      fillAtTimes(map, 'tool', toolFeatures(tool, overview))
      map.getCanvas().style.cursor = tool.type === 'none' ? '' : 'crosshair'
    },
  }),
]

const nearby = <Inputs extends object>(
  source: (typeof TWINS)[number],
  needs: (drawn: Drawn) => Inputs,
  data: (inputs: Inputs) => GeoJSON,
) => row({ id: near(source), needs, draw: (inputs, map) => fill(map, near(source), data(inputs)) })

/** The fine halves of the sources of two: the first picture of a whole district does without them. */
export const NEARBY: readonly Part<Drawn, object, Surface>[] = [
  nearby('base', basemapNeeded, (inputs) => OWN.data(inputs).base ?? EMPTY),
  nearby('areas', shapesNeeded, shapesOf),
  nearby('waters', watersNeeded, watersOf),
]
