/** The lists a figure leads to, for figures that stand for more than problems: places, waters, honours, 居委会 of a class. */
import type { Board, WaterFigure } from '../../../engine/contract/board.ts'
import type { HonourMark, Overview } from '../../../engine/contract/package.ts'
import type { Day } from '../../../model/day.ts'
import { isInScope, type Scope } from '../../../model/scope.ts'
import { kindColour } from '../../colours.ts'
import { marksOf, type Overlay } from '../../overlay.ts'

/** As it is kept in the link: a code or the name of an office. */
export const withinOf = (text: string | null, { areas, offices }: Overview): Scope =>
  text !== null && areas.some(({ code }) => code === text)
    ? { type: 'area', id: text }
    : text !== null && offices.some(({ name }) => name === text)
      ? { type: 'office', id: text }
      : null

/** Whether the area with this index lies within; -1 (outside all) lies in none, not even in the district. */
const inside = ({ areas }: Overview, within: Scope, index: number): boolean => {
  const area = areas[index]
  return area !== undefined && isInScope(within, area)
}

export interface PlaceLine {
  /** index into Overview.sites */
  index: number
  id: string
  name: string
  /** index into the standard's kinds */
  kind: number
  area: string
  lastVisit: Day | null
}

/**
 * The places within, by whether a visit of the window counts for them: those not looked at come by how long ago the last
 * one was, never first; the others latest first. One all of whose items are 不适用 is neither.
 */
export const placesVisited = (
  overview: Overview,
  board: Board,
  within: Scope,
): { unvisited: PlaceLine[]; visited: PlaceLine[] } => {
  const { sites, areas, standard } = overview
  const [unvisited, visited]: [PlaceLine[], PlaceLine[]] = [[], []]
  for (let i = 0; i < sites.count; i++) {
    const area = sites.area[i] as number
    if (!inside(overview, within, area) || board.sites.waived[i] === 1) continue
    const last = board.sites.lastVisit[i] as number
    const line: PlaceLine = {
      index: i,
      id: sites.id[i] as string,
      name: sites.name[i] as string,
      kind: sites.kind[i] as number,
      area: areas[area]?.shortName ?? '',
      lastVisit: Number.isNaN(last) ? null : last,
    }
    if (last > board.asOf - standard.window) visited.push(line)
    else unvisited.push(line)
  }
  return {
    unvisited: unvisited.sort(
      (a, b) => (a.lastVisit ?? -Infinity) - (b.lastVisit ?? -Infinity) || a.kind - b.kind,
    ),
    visited: visited.sort((a, b) => (b.lastVisit as number) - (a.lastVisit as number)),
  }
}

/** The water bodies with a share within, the worst first, those without a grade last. */
export const watersWithin = (overview: Overview, board: Board, within: Scope): WaterFigure[] => {
  const { clean, light, heavy } = overview.standard.water.grades
  const order = [heavy, light, clean]
  const place = ({ grade }: WaterFigure) => (grade === null ? order.length : order.indexOf(grade))
  return board.waters
    .filter(({ areas }) => within === null || areas.some((area) => inside(overview, within, area)))
    .sort((a, b) => place(a) - place(b))
}

/** The honours within that were given by the day, the latest first. */
export const honoursWithin = (overview: Overview, within: Scope, asOf: Day): HonourMark[] =>
  overview.honours
    .filter(({ area, day }) => inside(overview, within, area) && (day === null || day <= asOf))
    .sort((a, b) => (b.day ?? -Infinity) - (a.day ?? -Infinity))

/** The places listed, as dots on the map in the colour of their kind. */
export const placesOverlay = (
  places: readonly PlaceLine[],
  { sites, standard }: Pick<Overview, 'sites' | 'standard'>,
): Overlay => ({
  quiet: true,
  marks: marksOf(
    places.map(({ index, kind }) => ({
      at: [sites.lon[index] as number, sites.lat[index] as number],
      colour: kindColour(standard.kinds[kind]),
      size: 5,
    })),
  ),
})
