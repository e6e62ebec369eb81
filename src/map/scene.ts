/** What the map is to show, worked out from the answers: features with their colours, labels, the points left in. Pure. */

import type { Feature, FeatureCollection, Point } from 'geojson'
import type { FilterSpecification } from 'maplibre-gl'
import type { Board } from '../engine/contract/board.ts'
import type { Ref } from '../engine/contract/cards.ts'
import type { AreaInfo, Overview } from '../engine/contract/package.ts'
import type { LonLat } from '../model/position.ts'
import type { Path, Surface } from '../model/records.ts'
import type { Standard } from '../model/standard.ts'
import { type Shown, shownOf } from '../view/classes.ts'
import { kindColour, waterColour } from '../view/colours.ts'
import type { SiteFilter } from '../view/kinds.ts'
import type { Metric, ViewState } from '../view/link/state.ts'
import { hasOwnPlace } from '../view/new-issue.ts'
import type { Overlay } from '../view/overlay.ts'
import { areaOfRef, existsIn, pointOf } from '../view/selection.ts'
import type { Tool } from '../view/tool.ts'

/** The area (index) a selection is about: -1 where it lies in none, or in several; null where nothing is to stand out. */
export const areaOfSelection = (selection: Ref | null, overview: Overview): number | null => {
  if (selection === null || selection.type === 'office' || !existsIn(overview, selection)) return null
  const code = areaOfRef(selection, overview)
  return overview.areas.findIndex((area) => area.code === code)
}

/** How much areas are faded: outside the office asked for, and beside the one selected. */
const FILTERED_OUT = 0.68
const BESIDE = 0.34
/** Opacity of the name and figure of an area filtered out: faded, with a contrast of 4.5 : 1 on its background. */
const FADED = 0.62

/** The office that was asked for: by the filter, else by selecting it. */
export const officeOf = ({ office, selection }: Pick<ViewState, 'office' | 'selection'>): string | null =>
  office ?? (selection?.type === 'office' ? selection.id : null)

/** Whose areas are asked for; null = of all. */
export interface AskedFor {
  office: string | null
  group: string | null
}

const isAsked = (area: AreaInfo, { office, group }: AskedFor): boolean =>
  (office === null || area.office === office) && (group === null || area.group === group)

/** The group of areas that the ranking lists, for as long as it is what is looked at. */
export const groupOf = ({ group, study, standing }: Pick<ViewState, 'group' | 'study' | 'standing'>) =>
  study === null && standing === 'area' ? group : null

/**
 * How much each area is faded, with the points in it: 0 = as it is, towards 1.
 * @param lifted index of the area that what is selected lies in, see `areaOfSelection`
 */
export const areaDims = (areas: readonly AreaInfo[], asked: AskedFor, lifted: number | null): number[] =>
  areas.map((area, i) => {
    if (!isAsked(area, asked)) return FILTERED_OUT
    return lifted !== null && lifted !== i ? BESIDE : 0
  })

/** What the areas are coloured by. */
export interface Colouring {
  areas: readonly AreaInfo[]
  standard: Standard
  figures: Board['areas']
  metric: Metric
  /** a study's own colours and figures come before those of the metric */
  own: Overlay['areas']
}

/** An area that a study says nothing of: the bare land, which is the colour of no class, and no figure on it. */
const UNSAID: Shown = { colour: 'transparent', figure: '', urgency: 0, demoted: false }

export const shownAreas = ({ areas, standard, figures, metric, own }: Colouring): Shown[] =>
  areas.map((_, i) => {
    const each = figures[i]
    const shown = each
      ? shownOf(metric, each, standard)
      : { colour: null, figure: '', urgency: 0, demoted: false }
    if (own?.[i] === null) return UNSAID
    // Of a study's own colour nothing is said but what it says itself.
    return own?.[i] ? { ...shown, demoted: false, ...own[i] } : shown
  })

/** Lets some areas pass: by code, so that the borders of an area are read once. */
export const among = (
  areas: readonly AreaInfo[],
  which: (area: AreaInfo, index: number) => boolean,
): FilterSpecification => ['in', ['get', 'code'], ['literal', areas.filter(which).map((area) => area.code)]]

export const labelFeatures = (colouring: Colouring, asked: AskedFor): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: shownAreas(colouring).map(({ colour, figure, urgency, demoted }, i): Feature<Point> => {
    const area = colouring.areas[i] as AreaInfo
    const late = colouring.metric.type === 'overdue' ? 0 : (colouring.figures[i]?.states.逾期 ?? 0)
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: area.label },
      properties: {
        name: area.shortName,
        figure,
        size: colour === null ? 0.72 : 1.12,
        tag: demoted ? '\n否决' : '',
        // A study's figures are its own.
        late: colouring.own || late === 0 ? '' : `${demoted ? ' ' : '\n'}逾期 ${late}`,
        // The worst are placed first; the others shrink, move or yield.
        order: -urgency,
        opacity: isAsked(area, asked) ? 1 : FADED,
      },
    }
  }),
})

export const waterFeatures = (
  shapes: Overview['waterShapes'],
  waters: Board['waters'],
  standard: Standard,
): FeatureCollection => {
  const grades = new Map(waters.map(({ id, grade }) => [id, grade]))
  return {
    type: 'FeatureCollection',
    features: shapes.features.map((feature) => ({
      ...feature,
      properties: {
        ...feature.properties,
        colour: waterColour(standard, grades.get(feature.properties.id) ?? null),
      },
    })),
  }
}

export const reachFeatures = (waters: Board['waters'], standard: Standard): FeatureCollection => {
  const colour = waterColour(standard, standard.water.grades.heavy)
  return {
    type: 'FeatureCollection',
    features: waters.flatMap(({ id, reaches }) =>
      reaches.map(
        (coordinates): Feature => ({
          type: 'Feature',
          geometry: { type: 'LineString', coordinates },
          properties: { id, colour, reach: true },
        }),
      ),
    ),
  }
}

/** Sites that are drawn: of a kind shown, in the office asked for. Indices. */
export const shownSites = (overview: Overview, view: SiteFilter): number[] => {
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
export const placeGroups = (overview: Overview, view: SiteFilter): PlaceGroup[] => {
  const groups = overview.standard.kinds.map(({ id, label }): PlaceGroup => ({ id, label, sites: [] }))
  for (const i of shownSites(overview, view)) groups[overview.sites.kind[i] as number]?.sites.push(i)
  return groups.filter((group) => group.sites.length > 0)
}

export const siteShapeFeatures = (
  overview: Overview,
  view: SiteFilter,
): FeatureCollection<Path | Surface> => {
  const { sites, standard } = overview
  const shown = new Set(shownSites(overview, view))
  return {
    type: 'FeatureCollection',
    features: sites.shapes
      .filter((shape) => shown.has(shape.properties.index))
      .map((shape) => {
        const { index } = shape.properties
        const colour = kindColour(standard.kinds[sites.kind[index] as number])
        return { ...shape, properties: { id: sites.id[index], colour } }
      }),
  }
}

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
