/** What is wrong between the boundaries of neighbours, in words: overlaps, gaps and slivers, with their size and place. */
import type { Position } from 'geojson'
import { groupBy } from '../../model/group.ts'
import type { Area } from '../../model/records.ts'
import type { Notice } from '../../model/report.ts'
import { finish, type Steps } from '../pace.ts'
import { collectEdges } from './edges.ts'
import { type Gap, gapsBetween } from './gaps.ts'
import { overlapCandidates, overlapsAmong } from './overlaps.ts'

/** m²: less than this is rounding, and nobody's land. */
const TRIVIAL = 1
/** Metres: a gap narrower than this on the mean is a sliver left by drawing a border twice. */
const SLIVER = 5
/** m² of a 亩. */
const MU = 2000 / 3

const sizeText = (size: number): string => {
  const metres = `${Math.round(size)} 平方米`
  return size < MU ? metres : `${metres}（约 ${(size / MU).toFixed(1)} 亩）`
}

const placeText = ([lon, lat]: Position): string =>
  `${(lon as number).toFixed(6)}, ${(lat as number).toFixed(6)} 附近`

const SHOWN = 4

const namesText = (areas: readonly Area[]): string => {
  const shown = areas
    .slice(0, SHOWN)
    .map((area) => `“${area.name}”`)
    .join('、')
  return areas.length > SHOWN ? `${shown}等 ${areas.length} 个居委会` : shown
}

const gapText = (gaps: readonly Gap[], around: readonly Area[]): string => {
  const total = gaps.reduce((sum, gap) => sum + gap.size, 0)
  const largest = gaps.reduce((a, b) => (b.size > a.size ? b : a))
  const what = gaps.every((gap) => gap.width < SLIVER) ? '缝隙' : '空白'
  const where = around.length === 1 ? `${namesText(around)}里面` : `${namesText(around)}之间`
  const [size, place] = [sizeText(total), placeText(largest.at)]
  const count =
    gaps.length === 1
      ? `有一处${what}，${size}，在 ${place}`
      : `有 ${gaps.length} 处${what}，共 ${size}，最大的 ${sizeText(largest.size)}，在 ${place}`
  return `${where}${count}，没有划入任何居委会，请核对边界`
}

/** Pairs of neighbours that are named one by one. */
const MOST_NAMED = 20

/** `neighbourFaults` in steps. */
export function* neighbourSteps(file: string, areas: readonly Area[]): Steps<Notice[]> {
  if (areas.length === 0) return []
  const edges = yield* collectEdges(areas)
  const tell = (indices: readonly number[], reason: (of: Area[]) => string): Notice => {
    const of = indices.map((i) => areas[i] as Area)
    return {
      file,
      line: of[0]?.line ?? 0,
      field: 'geometry',
      value: of.map((area) => area.name).join('、'),
      reason: reason(of),
    }
  }
  const ofFile = (reason: string): Notice => ({ file, line: 0, field: 'geometry', value: '', reason })
  const candidates = yield* overlapCandidates(areas, edges)
  if (candidates === null)
    return [ofFile('边界的线段互相交叠太密，没有检查居委会之间的重叠和缝隙，请在 GIS 软件里核对')]
  const { overlaps: found, unknown } = yield* overlapsAmong(areas, candidates, TRIVIAL)
  const overlaps = found.map(({ areas: pair, size, at }) =>
    tell(
      pair,
      (of) =>
        `${namesText(of)}的边界重叠 ${sizeText(size)}，在 ${placeText(at)}，那里的点位可能归错，请核对边界`,
    ),
  )
  const unsized = unknown
    .slice(0, MOST_NAMED)
    .map((pair) =>
      tell(pair, (of) => `${namesText(of)}的边界可能重叠，点或交叉太多，没有算出多大，请在 GIS 软件里核对`),
    )
  if (unknown.length > MOST_NAMED)
    unsized.push(ofFile(`还有 ${unknown.length - MOST_NAMED} 对居委会的边界可能重叠，没有算出多大，请核对`))
  const between = yield* gapsBetween(areas, edges, candidates.length > 0, TRIVIAL)
  if (between === null)
    unsized.push(ofFile(`边界有重叠，又有 ${edges.count} 个点，没有检查居委会之间的缝隙，请先修好重叠`))
  const byNeighbours = groupBy(between ?? [], (gap) => gap.areas.join(' '))
  const gaps = [...byNeighbours.values()].map((list) =>
    tell((list[0] as Gap).areas, (around) => gapText(list, around)),
  )
  return [...overlaps, ...unsized, ...gaps]
}

/**
 * Overlaps (one notice a pair), and the gaps and slivers that areas enclose (one notice for those between the same
 * areas), from 1 m² on. An enclave that another area fills is no fault. Areas are as intake reads them:
 * counter-clockwise.
 */
export const neighbourFaults = (file: string, areas: readonly Area[]): Notice[] =>
  finish(neighbourSteps(file, areas))
