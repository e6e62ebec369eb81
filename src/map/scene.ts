/** What the map is to show, worked out from the answers: features with their colours, labels, the points left in. Pure. */
import type { Feature, FeatureCollection, Point } from 'geojson'
import type { FilterSpecification } from 'maplibre-gl'
import type { AreaInfo, Board, LonLat, Overview, Ref } from '../engine/api.ts'
import type { Path, Surface } from '../model/records.ts'
import { shownOf } from '../view/classes.ts'
import { kindColour, NO_DATA, waterColour } from '../view/colours.ts'
import type { ViewState } from '../view/link/state.ts'
import { hasOwnPlace } from '../view/new-issue.ts'
import type { Overlay } from '../view/overlay.ts'
import { pointOf } from '../view/selection.ts'
import type { Tool } from '../view/tool.ts'

export interface AreaPaint {
  colour: string
  hatched: boolean
  /** 0 = as it is, towards 1 = drawn back */
  dim: number
}

/** The area (index) a selection is about, -1 none. */
const areaOfSelection = (selection: Ref | null, overview: Overview): number => {
  if (selection === null) return -1
  switch (selection.type) {
    case 'area':
      return overview.areas.findIndex((area) => area.code === selection.id)
    case 'site': {
      const at = overview.sites.id.indexOf(selection.id)
      return at < 0 ? -1 : (overview.sites.area[at] as number)
    }
    case 'issue': {
      const at = overview.issues.id.indexOf(selection.id)
      return at < 0 ? -1 : (overview.issues.area[at] as number)
    }
    case 'office':
    case 'water':
      return -1
  }
}

/** How far areas draw back: outside the office asked for, and beside the one selected. */
const FILTERED_OUT = 0.68
const BESIDE = 0.24
/** Opacity of the name and figure of an area filtered out: it recedes and keeps a contrast of 4.5 : 1 on what it stands on. */
const FADED = 0.62

/** @param overlay a study's own colours come before those of the metric */
export const paintAreas = (
  overview: Overview,
  board: Board,
  view: ViewState,
  overlay: Overlay | null,
): AreaPaint[] => {
  const office = view.office ?? (view.selection?.type === 'office' ? view.selection.id : null)
  const lifted = areaOfSelection(view.selection, overview)
  return overview.areas.map((area, i) => {
    const figures = board.areas[i]
    const shown = figures ? shownOf(view.metric, figures, overview.standard) : null
    const dim =
      office !== null && area.office !== office ? FILTERED_OUT : lifted >= 0 && lifted !== i ? BESIDE : 0
    const own = overlay?.areas?.[i]
    const colour = own === undefined ? (shown?.colour ?? null) : own.colour
    return { colour: colour ?? NO_DATA, hatched: colour === null, dim }
  })
}

/** Which areas the layers for some of them draw: by code, so that the borders of an area are read once. */
export const areaFilters = (overview: Overview, paints: readonly AreaPaint[], selection: Ref | null) => {
  const among = (areas: readonly AreaInfo[]): FilterSpecification => [
    'in',
    ['get', 'code'],
    ['literal', areas.map((area) => area.code)],
  ]
  const lifted = areaOfSelection(selection, overview)
  const selected = among(overview.areas.filter((_, i) => i === lifted))
  return {
    'area-hatch': among(overview.areas.filter((_, i) => paints[i]?.hatched)),
    'area-relocation': among(overview.areas.filter((area) => area.relocation)),
    'area-halo': selected,
    'area-selected': selected,
  }
}

export const labelFeatures = (
  overview: Overview,
  board: Board,
  view: ViewState,
  overlay: Overlay | null,
): FeatureCollection<Point> => {
  const paints = paintAreas(overview, board, view, overlay)
  return {
    type: 'FeatureCollection',
    features: overview.areas.map((area, i): Feature<Point> => {
      const figures = board.areas[i]
      const shown = figures ? shownOf(view.metric, figures, overview.standard) : null
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: area.label },
        properties: {
          name: area.shortName,
          figure: overlay?.areas?.[i]?.figure ?? shown?.figure ?? '',
          size: paints[i]?.hatched ? 0.72 : 1.12,
          // The worst are placed first; the others shrink, move or yield.
          order: -(shown?.urgency ?? 0),
          opacity: paints[i]?.dim === FILTERED_OUT ? FADED : 1,
        },
      }
    }),
  }
}

export const waterFeatures = (overview: Overview, board: Board): FeatureCollection => ({
  type: 'FeatureCollection',
  features: overview.waterShapes.features.map((feature) => ({
    ...feature,
    properties: {
      ...feature.properties,
      colour: waterColour(
        overview.standard,
        board.waters.find((water) => water.id === feature.properties.id)?.grade ?? null,
      ),
    },
  })),
})

export const reachFeatures = (overview: Overview, board: Board): FeatureCollection => ({
  type: 'FeatureCollection',
  features: board.waters.flatMap((water) =>
    water.reaches.map((coordinates) => ({
      type: 'Feature' as const,
      geometry: { type: 'LineString' as const, coordinates },
      properties: {
        id: water.id,
        colour: waterColour(overview.standard, overview.standard.water.grades.heavy),
      },
    })),
  ),
})

/** Sites that are drawn: of a kind shown, in the office asked for. Indices. */
export const shownSites = (overview: Overview, view: ViewState): number[] => {
  if (!view.sitesShown) return []
  const hidden = new Set(view.hiddenKinds)
  const hiddenKind = overview.standard.kinds.map((kind) => hidden.has(kind.id))
  const offices = overview.areas.map((area) => view.office === null || area.office === view.office)
  const found: number[] = []
  const { count, kind, area } = overview.sites
  for (let i = 0; i < count; i++) {
    const at = area[i] as number
    if (!hiddenKind[kind[i] as number] && (at < 0 ? view.office === null : offices[at])) found.push(i)
  }
  return found
}

export interface PlaceGroup {
  /** id of the kind */
  id: string
  label: string
  /** indices of its sites */
  sites: number[]
}

/** The sites that would be drawn, by kind in the order of the standard: the list in place of the points. */
export const placeGroups = (overview: Overview, view: ViewState): PlaceGroup[] => {
  const groups = overview.standard.kinds.map(({ id, label }): PlaceGroup => ({ id, label, sites: [] }))
  for (const i of shownSites(overview, view)) groups[overview.sites.kind[i] as number]?.sites.push(i)
  return groups.filter((group) => group.sites.length > 0)
}

export const siteShapeFeatures = (
  overview: Overview,
  shown: ReadonlySet<number>,
): FeatureCollection<Path | Surface> => ({
  type: 'FeatureCollection',
  features: overview.sites.shapes
    .filter((shape) => shown.has(shape.properties.index))
    .map((shape) => {
      const { index } = shape.properties
      return {
        ...shape,
        properties: {
          id: overview.sites.id[index],
          colour: kindColour(overview.standard.kinds[overview.sites.kind[index] as number]),
        },
      }
    }),
})

const pointAt = (at: LonLat, role: 'from' | 'to'): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: at },
  properties: { role },
})

/** What a tool has put in place: where to, and for a move from where. */
export const toolFeatures = (tool: Tool, overview: Overview): FeatureCollection => {
  const features: Feature[] = []
  switch (tool.type) {
    case 'none':
      break
    case 'add': {
      if (tool.spot === null) break
      const { at, site } = tool.spot
      const place = site === null ? null : pointOf({ type: 'site', id: site }, overview)
      features.push(pointAt(hasOwnPlace(tool.spot, overview) ? at : (place ?? at), 'to'))
      break
    }
    case 'move': {
      const { from, to } = tool
      if (from !== null && to !== null)
        features.push({
          type: 'Feature',
          geometry: { type: 'LineString', coordinates: [from, to] },
          properties: { role: 'way' },
        })
      if (from !== null) features.push(pointAt(from, 'from'))
      if (to !== null) features.push(pointAt(to, 'to'))
    }
  }
  return { type: 'FeatureCollection', features }
}
