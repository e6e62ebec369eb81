/** 集聚与反弹 as the screen shows it: how it is asked, how gatherings are called and drawn. Pure. */
import type {
  Cluster,
  ClusterQuery,
  Clusters,
  ReboundRate,
  ReboundSite,
} from '../../../engine/contract/studies/clusters.ts'
import { ISSUE_STATES } from '../../../model/state.ts'
import { USUAL_CLUSTERS } from '../../../model/study-defaults.ts'
import { STATE_MARKS } from '../../colours.ts'
import { marksOf, type Overlay } from '../../overlay.ts'
import type { ClustersOptions } from './options.ts'

const GATHERED = '#b3261e'
const RETURNED = '#a3344b'
/** Gatherings and places that bear their number on the map. */
export const NUMBERED = 20

export const clusterWays = ({
  of,
  metres,
  least,
}: Pick<ClustersOptions, 'of' | 'metres' | 'least'>): Omit<ClusterQuery, 'asOf' | 'scope'> => ({
  of,
  metres: metres ?? USUAL_CLUSTERS[of].metres,
  least: least ?? USUAL_CLUSTERS[of].least,
})

/** 「太昊路与五一路一带，郑洼居委会」. */
export const clusterName = ({ street, areaName }: Pick<Cluster, 'street' | 'areaName'>): string =>
  [street, areaName].filter(Boolean).join('，') || '位置不明'

/** 「逾期 3 · 待整改 2 · 待复查 1」, what weighs most first, nothing of what there is none. */
export const statesText = ({ states }: Pick<Cluster, 'states'>): string =>
  (['逾期', '待整改', '待复查', '已销号'] as const)
    .filter((state) => states[state] > 0)
    .map((state) => `${state} ${states[state]}`)
    .join(' · ')

/** Rebounds of a hundred closed, null where none was closed. */
export const reboundShare = ({ closed, rebounds }: ReboundRate): number | null =>
  closed === 0 ? null : rebounds / closed

/** Areas have a neutral colour behind the clusters. */
const GROUND = '#e3e0d7'

const counts = (areas: number, of: readonly number[]): Overlay['areas'] =>
  Array.from({ length: areas }, (_, i) => {
    const own = of.filter((area) => area === i).length
    return { colour: GROUND, figure: own === 0 ? '' : `${own}` }
  })

/** @param areas how many there are */
export const clustersOverlay = ({ clusters, points }: Clusters, areas: number): Overlay => ({
  quiet: true,
  areas: counts(
    areas,
    points.map(({ area }) => area),
  ),
  legend: {
    title: '问题集聚',
    unit: '个',
    classes: [
      { label: '集聚范围', colour: GATHERED },
      ...ISSUE_STATES.filter((state) => points.some((point) => point.state === state)).map((state) => ({
        label: state,
        colour: STATE_MARKS[state].colour,
      })),
    ],
    noData: '',
    opaque: true,
  },
  fills: {
    type: 'FeatureCollection',
    features: clusters.map(({ outline }) => ({
      type: 'Feature',
      geometry: outline,
      properties: { colour: GATHERED, opacity: 0.22 },
    })),
  },
  lines: {
    type: 'FeatureCollection',
    features: clusters.map(({ outline }) => ({
      type: 'Feature',
      geometry: { type: 'MultiLineString', coordinates: outline.coordinates },
      properties: { colour: GATHERED, width: 2 },
    })),
  },
  marks: marksOf([
    ...points.map(({ at, state }) => ({ at, colour: STATE_MARKS[state ?? '待整改'].colour, size: 4 })),
    ...clusters.slice(0, NUMBERED).map(({ outline }, i) => ({
      // At the top of the outline: the problems inside stay to be seen.
      at: topOf(outline.coordinates[0] ?? []),
      colour: GATHERED,
      text: String(i + 1),
      size: 10,
    })),
  ]),
})

const topOf = (ring: readonly (readonly number[])[]): number[] => {
  const [first = [0, 0]] = ring
  return [...ring.reduce((top, at) => ((at[1] as number) > (top[1] as number) ? at : top), first)]
}

/** Places where it came back more than once, by how often. @param codes of the areas, in their order */
export const reboundsOverlay = (sites: readonly ReboundSite[], codes: readonly string[]): Overlay => ({
  quiet: true,
  areas: counts(
    codes.length,
    sites.flatMap(({ areaCode, events }) => events.map(() => codes.indexOf(areaCode ?? ''))),
  ),
  legend: {
    title: '反弹',
    unit: '次',
    classes: [{ label: '反弹两次以上的点位', colour: RETURNED }],
    noData: '',
    opaque: true,
  },
  marks: marksOf(
    sites
      .filter(({ events }) => events.length > 1)
      // Drawn last = on top: the most often.
      .toReversed()
      .map(({ at, events }) => ({
        at,
        colour: RETURNED,
        size: 3 + 2 * Math.sqrt(events.length),
        ...(events.length > 3 ? { text: String(events.length) } : {}),
      })),
  ),
})
