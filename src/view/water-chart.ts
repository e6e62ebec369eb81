/** The samples of one indicator against its limits, over the days of the window, as a drawing in a box of its own units. */
import type { WaterCard } from '../engine/contract/cards.ts'
import type { Day } from '../model/day.ts'
import type { WaterRule } from '../model/standard.ts'
import { linePath } from './chart/path.ts'
import { type Span, scaleOf } from './chart/scale.ts'

type Indicator = WaterRule['indicators'][number]
type Sample = WaterCard['samples'][number]

export interface WaterBox {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export interface WaterPoint {
  x: number
  y: number
  /** 0 clean, 1 轻度, 2 重度; null = counts as no measurement */
  cls: 0 | 1 | 2 | null
  bound: Sample['readings'][Indicator['id']]['bound']
  text: string
  station: string
  day: Day
  /** of the station chosen, or no station is */
  chosen: boolean
  /** where the one limit stands that replaces both for this sample; null where they hold */
  limitY: number | null
}

export interface WaterShape {
  /** clean, 轻度 and 重度 as bands from top to bottom of what is drawn */
  bands: { cls: 0 | 1 | 2; y: number; height: number }[]
  limits: { cls: 1 | 2; value: number; y: number }[]
  points: WaterPoint[]
  /** joins the exact data of a station, in order of days; '' when none is chosen */
  path: string
  ticks: { value: number; y: number }[]
  /** usable data of what is chosen, of them 轻度 or worse, and 重度 */
  counts: { data: number; light: number; heavy: number }
}

const PAD = 0.1

/** From the least to the greatest that is drawn: every value, and both limits with room beyond them. */
const rangeOf = (values: readonly number[], { light, heavy }: Indicator): Span => {
  const [low, high] = [Math.min(...values, light, heavy), Math.max(...values, light, heavy)]
  const pad = (high - low) * PAD || 1
  // No concentration or depth is less than nothing: room is made below it only for what can be.
  return [low >= 0 ? 0 : low - pad, high + pad]
}

/**
 * @param days the window: the first day that counts and the last
 * @param station null = all
 */
export const waterShape = (
  samples: readonly Sample[],
  indicator: Indicator,
  days: readonly [from: Day, to: Day],
  station: string | null,
  box: WaterBox,
): WaterShape => {
  const read = samples.map((sample) => ({ sample, reading: sample.readings[indicator.id] }))
  const known = read.flatMap(({ reading }) => [reading.value ?? [], reading.limit ?? []].flat())
  const [low, high] = rangeOf(known, indicator)
  const x = scaleOf(days, [box.left, box.width - box.right])
  const y = scaleOf([low, high], [box.height - box.bottom, box.top])
  const { light, heavy, worse } = indicator
  const edges = worse === 'low' ? [high, light, heavy, low] : [low, light, heavy, high]
  const chosen = (sample: Sample) => station === null || sample.station === station
  const points = read
    .flatMap(({ sample, reading }): WaterPoint[] =>
      reading.value === null
        ? []
        : [
            {
              x: x(sample.day),
              y: y(reading.value),
              cls: reading.cls,
              bound: reading.bound,
              text: reading.text,
              station: sample.station,
              day: sample.day,
              chosen: chosen(sample),
              limitY: reading.limit === null ? null : y(reading.limit),
            },
          ],
    )
    // What is chosen is drawn last, above the rest.
    .sort((a, b) => Number(a.chosen) - Number(b.chosen) || a.day - b.day)
  const counted = read.filter(({ sample, reading }) => chosen(sample) && reading.cls !== null)
  const atLeast = (cls: number) => counted.filter(({ reading }) => (reading.cls as number) >= cls).length
  return {
    bands: ([0, 1, 2] as const).map((cls) => {
      const [a, b] = [y(edges[cls] as number), y(edges[cls + 1] as number)]
      return { cls, y: Math.min(a, b), height: Math.abs(a - b) }
    }),
    limits: [
      { cls: 1, value: light, y: y(light) },
      { cls: 2, value: heavy, y: y(heavy) },
    ],
    points,
    path: station === null ? '' : linePath(points.filter((point) => point.chosen && point.bound === 'exact')),
    ticks: [low, high]
      .map((value) => (value === 0 ? 0 : Math.trunc(value)))
      .map((value) => ({ value, y: y(value) })),
    counts: { data: counted.length, light: atLeast(1), heavy: atLeast(2) },
  }
}
