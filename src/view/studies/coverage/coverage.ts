/** 排查覆盖 as the screen shows it: classes of coverage, sizes of land, the span of places a score may hold. Pure. */

import type { AreaInfo } from '../../../engine/contract/package.ts'
import type { BlindSpot, Coverage, ScoreInterval } from '../../../engine/contract/studies/coverage.ts'
import type { LonLat } from '../../../model/position.ts'
import { rankRanges } from '../../../scoring/score/confidence.ts'
import { CLASS_COLOURS } from '../../colours.ts'
import type { Legend } from '../../legend.ts'
import { inOrder, marksOf, type Overlay } from '../../overlay.ts'

/** Fixed breaks of the share of the built-up land near a visit, percent; the best class first. */
const SHARE_BREAKS = [95, 90, 80, 60] as const
/** Fixed breaks of the width of an interval, points; the narrowest first. */
const WIDTH_BREAKS = [4, 6, 8, 12] as const

const BLIND = '#c2185b'

/** Blind spots that bear their number on the map. */
export const NUMBERED = 12

const shareColour = (share: number | null): string | null => {
  if (share === null) return null
  const at = SHARE_BREAKS.findIndex((bound) => 100 * share >= bound)
  return CLASS_COLOURS[at < 0 ? SHARE_BREAKS.length : at] ?? null
}

const widthColour = (width: number | null): string | null => {
  if (width === null) return null
  const at = WIDTH_BREAKS.findIndex((bound) => width < bound)
  return CLASS_COLOURS[at < 0 ? WIDTH_BREAKS.length : at] ?? null
}

const shareLegend = ({ whole }: Coverage): Legend => ({
  title: whole ? '排查覆盖的面积' : '建成区排查覆盖',
  unit: '%',
  classes: [
    ...SHARE_BREAKS.map((bound, i) => ({
      label: i === 0 ? `≥ ${bound}` : `${bound} 至 ${SHARE_BREAKS[i - 1]}`,
      colour: CLASS_COLOURS[i] as string,
    })),
    { label: `< ${SHARE_BREAKS[3]}`, colour: CLASS_COLOURS[4] },
    { label: '盲区', colour: BLIND },
  ],
  noData: '没有建成区',
})

const widthLegend: Legend = {
  title: '得分的 90% 区间宽度',
  unit: '分',
  classes: [
    ...WIDTH_BREAKS.map((bound, i) => ({
      label: i === 0 ? `< ${bound}` : `${WIDTH_BREAKS[i - 1]} 至 ${bound}`,
      colour: CLASS_COLOURS[i] as string,
    })),
    { label: `≥ ${WIDTH_BREAKS[3]}`, colour: CLASS_COLOURS[4] },
  ],
  noData: '没有得分',
}

/** 「0.8 公顷」; two digits where one would show nothing. */
export const hectaresText = (hectares: number): string =>
  `${hectares.toFixed(hectares > 0 && hectares < 0.95 ? 2 : 1)} 公顷`

/** 「12 亩」: fifteen to the hectare. */
export const muText = (hectares: number): string => {
  const mu = 15 * hectares
  return `${mu.toFixed(mu < 9.5 ? 1 : 0)} 亩`
}

/** Where a blind spot is, in words: 「新民路以南，杨脑居委会」. */
export const blindName = ({ street, areaName }: BlindSpot): string =>
  [street, areaName].filter(Boolean).join('，')

/** Land and what of it is covered, of the areas listed. */
export const landOf = (areas: readonly Coverage['areas'][number][]) => {
  const [land, covered] = areas.reduce(
    ([all, near], area) => [all + area.land, near + area.covered] as const,
    [0, 0] as readonly [number, number],
  )
  return { land, covered, share: land > 0 ? covered / land : null }
}

/** Degrees about the label of an area that a mark leaves free: some 400 m to either side, 250 m up and down. */
const LABEL = [0.0044, 0.0023] as const

/** Where the number of a blind spot stands: inside, or where that would hide the name of the area at its far edge. */
const markOf = ({ at, outline }: BlindSpot, label: LonLat | undefined): LonLat => {
  if (label === undefined) return at
  // In units of the free space: under 1 the name is hidden.
  const away = ([lon = 0, lat = 0]: readonly number[]) =>
    Math.max(Math.abs(lon - label[0]) / LABEL[0], Math.abs(lat - label[1]) / LABEL[1])
  if (away(at) > 1) return at
  const [lon, lat] = (outline.coordinates[0] ?? []).reduce<readonly number[]>(
    (far, corner) => (away(corner) > away(far) ? corner : far),
    at,
  )
  return [lon ?? at[0], lat ?? at[1]]
}

export const coverageOverlay = (coverage: Coverage, areas: readonly AreaInfo[]): Overlay => {
  const labels = new Map(areas.map((area) => [area.code, area.label]))
  const { blind } = coverage
  return {
    quiet: true,
    legend: shareLegend(coverage),
    areas: inOrder(areas, coverage.areas, ({ share }) => ({
      colour: shareColour(share),
      figure: share === null ? '没有建成区' : `${(100 * share).toFixed(1)}%`,
    })),
    fills: {
      type: 'FeatureCollection',
      features: blind.map(({ outline }) => ({
        type: 'Feature',
        geometry: outline,
        properties: { colour: BLIND, opacity: 0.6 },
      })),
    },
    lines: {
      type: 'FeatureCollection',
      features: blind.map(({ outline }) => ({
        type: 'Feature',
        geometry: { type: 'MultiLineString', coordinates: outline.coordinates },
        properties: { colour: BLIND, width: 1.2 },
      })),
    },
    marks: marksOf(
      blind.slice(0, NUMBERED).map((spot, i) => ({
        at: markOf(spot, labels.get(spot.areaCode)),
        colour: BLIND,
        text: String(i + 1),
        size: 9,
      })),
    ),
  }
}

/** An area of the 得分把握 list: its interval and the places it may hold among those listed. */
export interface SureRow extends ScoreInterval {
  name: string
  /** 1 = best, equals share one; null = 数据不足 */
  rank: number | null
  /** several areas hold that rank */
  tied: boolean
  range: { best: number; worst: number } | null
}

/** The best first, those without a score last. */
export const sureRows = (intervals: readonly ScoreInterval[], areas: readonly AreaInfo[]): SureRow[] => {
  const infos = new Map(areas.map((area) => [area.code, area]))
  const listed = intervals.filter(({ total }) => total !== null)
  const scored = listed.filter(({ score }) => score !== null)
  const ranges = new Map(rankRanges(scored).map((range, i) => [scored[i]?.code, range]))
  const ahead = (score: number) => scored.filter((other) => (other.score as number) > score).length
  return listed
    .map((row): SureRow => {
      const { score } = row
      return {
        ...row,
        name: infos.get(row.code)?.shortName ?? row.code,
        rank: score === null ? null : 1 + ahead(score),
        tied: score !== null && scored.filter((other) => other.score === score).length > 1,
        range: ranges.get(row.code) ?? null,
      }
    })
    .sort(
      (a, b) =>
        Number(a.score === null) - Number(b.score === null) || (b.total as number) - (a.total as number),
    )
}

/** 「第 3–7 名」「第 1 名」「并列第 3 名」. */
export const placesText = ({ rank, tied, range }: Pick<SureRow, 'rank' | 'tied' | 'range'>): string => {
  if (rank === null || range === null) return '不参加排名'
  if (range.best !== range.worst) return `第 ${range.best}–${range.worst} 名`
  return `${tied ? '并列' : ''}第 ${rank} 名`
}

export const intervalText = ({ low, high }: Pick<ScoreInterval, 'low' | 'high'>): string =>
  low === null || high === null ? '—' : `${low.toFixed(1)}–${high.toFixed(1)}`

export const intervalOverlay = (
  intervals: readonly ScoreInterval[],
  areas: readonly AreaInfo[],
): Overlay => ({
  quiet: true,
  legend: widthLegend,
  areas: inOrder(areas, intervals, ({ low, high }) => ({
    colour: widthColour(low === null || high === null ? null : high - low),
    figure: low === null || high === null ? '没有得分' : `${low.toFixed(0)}–${high.toFixed(0)}`,
  })),
})
