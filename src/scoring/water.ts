/**
 * 黑臭水体 grades of stations, reaches and bodies: 《城市黑臭水体整治工作指南》(建城〔2015〕130号). Thresholds and shares are
 * `water` of the standard.
 */
import { lineSlice, lineString, nearestPointOnLine } from '@turf/turf'
import type { Position } from 'geojson'
import type { Day } from '../model/day.ts'
import { isPath, linesOf, nearestAlong } from '../model/geometry.ts'
import type { Depth, Reading, Water, WaterSample } from '../model/records.ts'
import { oncePer } from '../model/remembered.ts'
import type { IndicatorId, Standard, WaterRule } from '../model/standard.ts'
import { METRES_PER_DEGREE, metresBetween, metresPerLon } from '../placing/earth.ts'
import type { Prepared } from './rows/prepare.ts'

/** 0 clean, 1 轻度, 2 重度. */
export type WaterClass = 0 | 1 | 2

/** How many data of one indicator at a station reach each class: what its grade is decided by. */
export interface IndicatorCount {
  id: IndicatorId
  /** usable measurements in the window */
  data: number
  /** of them 轻度 or worse, and 重度 */
  light: number
  heavy: number
}

export interface StationGrade {
  name: string
  lon: number | null
  lat: number | null
  /** the standard's word; null without a usable measurement */
  grade: string | null
  /** which rule decided, in words */
  rule: string
  /** samples in the window with a usable reading */
  samples: number
  /** in the order of the standard's indicators */
  counts: IndicatorCount[]
}

export interface WaterGrade {
  id: string
  grade: string | null
  /** which rule decided, in words */
  rule: string
  /** why the evidence is thin; empty = enough. A station or sample without one usable reading is none */
  insufficient: string[]
  /** stations whose distance could not be checked: they have no coordinates */
  unlocated: number
  /** in order along the body */
  stations: StationGrade[]
  /** reaches between three or more consecutive 重度 stations */
  reaches: Position[][]
  /** day of the latest sample in the window with a usable reading */
  latest: Day | null
}

type Indicator = WaterRule['indicators'][number]

const classOfValue = (value: number, indicator: Pick<Indicator, 'worse' | 'light' | 'heavy'>): WaterClass => {
  if (indicator.worse === 'low') return value >= indicator.light ? 0 : value >= indicator.heavy ? 1 : 2
  return value <= indicator.light ? 0 : value <= indicator.heavy ? 1 : 2
}

/**
 * The class of one reading, or null where it is no measurement. A censored value counts only when every value it may
 * stand for is of one class.
 */
export const classOfReading = (
  reading: Reading,
  indicator: Pick<Indicator, 'id' | 'worse' | 'light' | 'heavy'>,
): WaterClass | null => {
  const low = indicator.worse === 'low'
  switch (reading.type) {
    case 'none':
      return null
    case 'value':
      return classOfValue(reading.value, indicator)
    case 'below':
      // From 0 up to, not including, the limit.
      return reading.limit <= (low ? indicator.heavy : indicator.light) ? (low ? 2 : 0) : null
    case 'above':
      return reading.limit >= (low ? indicator.light : indicator.heavy) ? (low ? 0 : 2) : null
    case 'atMost':
    case 'atLeast': {
      // What holds its limit is of one class only where the limit is of the class at that end.
      const end = low === (reading.type === 'atMost') ? 2 : 0
      return classOfValue(reading.limit, indicator) === end ? end : null
    }
    case 'notDetected':
      // Under a limit not given: of what may only be too much, that is clean; of what may be too little, it says nothing.
      return low ? null : 0
    case 'clearToBottom':
      return indicator.id === 'transparency' ? 0 : null
  }
}

/** A limit is compared exactly: 0.4 · 3 has to be 1.2 and not 1.2000000000000002. */
const limitAt = (depth: number, shallow: WaterRule['shallow']): number =>
  Number((shallow.factor * depth).toPrecision(12))

/** The one limit that replaces both transparency limits under `shallow.depth` cm of water; null where they hold. */
export const shallowLimit = (
  { depth }: WaterSample,
  { id }: Pick<Indicator, 'id'>,
  { shallow }: WaterRule,
): number | null =>
  id === 'transparency' && typeof depth === 'number' && depth < shallow.depth ? limitAt(depth, shallow) : null

/** The class of a transparency against the one limit of shallow water; null = no measurement. */
const classAgainst = (reading: Reading, limit: number): WaterClass | null => {
  switch (reading.type) {
    case 'value':
      return reading.value < limit ? 2 : 1
    case 'below':
      return reading.limit <= limit ? 2 : null
    case 'atMost':
      return reading.limit < limit ? 2 : null
    case 'above':
    case 'atLeast':
      return reading.limit >= limit ? 1 : null
    default:
      return null
  }
}

/**
 * The class of a transparency where the depth is a censored value: the one it has at every depth that the value allows,
 * or null. The limit grows with the depth, so that of shallow water the two ends decide.
 */
const classAtCensored = (
  reading: Reading,
  depth: Extract<Depth, object>,
  indicator: Indicator,
  { shallow }: WaterRule,
): WaterClass | null => {
  const up = depth.type === 'above' || depth.type === 'atLeast'
  const deep = classOfReading(reading, indicator)
  if (up && depth.limit >= shallow.depth) return deep
  const reachesDeep =
    up || depth.limit > shallow.depth || (depth.type === 'atMost' && depth.limit === shallow.depth)
  const least = limitAt(up ? depth.limit : 0, shallow)
  const most = limitAt(reachesDeep ? shallow.depth : depth.limit, shallow)
  // At 「＞20」 every depth is over 20: what equals the limit of 20 is under all the others.
  const under =
    depth.type === 'above' && 'value' in reading
      ? reading.value <= least
      : depth.type === 'above' && reading.type === 'atMost'
        ? reading.limit <= least
        : classAgainst(reading, least) === 2
  const inShallow = under ? 2 : classAgainst(reading, most) === 1 ? 1 : null
  return !reachesDeep || deep === inShallow ? inShallow : null
}

/** The class of one indicator of a sample. Under `shallow.depth` cm of water, factor · depth replaces both transparency limits. */
export const classOfSample = (
  sample: WaterSample,
  indicator: Indicator,
  rule: WaterRule,
): WaterClass | null => {
  const reading = sample[indicator.id as IndicatorId]
  const { depth } = sample
  // Clear to the bottom is clean at every depth, known or not.
  if (indicator.id === 'transparency' && reading.type !== 'clearToBottom') {
    if (depth === 'unreadable') return null
    if (typeof depth === 'object' && depth !== null) return classAtCensored(reading, depth, indicator, rule)
    const limit = shallowLimit(sample, indicator, rule)
    if (limit !== null) return classAgainst(reading, limit)
  }
  return classOfReading(reading, indicator)
}

const percent = (part: number, whole: number) => `${part}/${whole}`
const rate = (share: number) => `${Math.round(share * 100)}%`
/** part / whole ≥ share, whatever the rounding. */
const reaches = (part: number, whole: number, share: number) => whole > 0 && part >= share * whole - 1e-9

/** A sample with what of it is the same on every day. */
interface LaidSample {
  sample: WaterSample
  /** of each indicator, in the order of the rule; null where it is no measurement */
  classes: readonly (WaterClass | null)[]
  /** whether any reading is a measurement: a sample without one is none */
  usable: boolean
  /** metres along a line; NaN in a polygon, and where it has no place */
  along: number
}

/** The samples of a body, laid out once for all days. */
const laidSamples = oncePer((rule: WaterRule) =>
  oncePer((water: Water) =>
    oncePer((samples: readonly WaterSample[]): LaidSample[] => {
      const isLine = isPath(water.geometry)
      const known = new Map<string, number>()
      const alongOf = (lon: number, lat: number): number => {
        const key = `${lon},${lat}`
        const along = known.get(key) ?? measureAlong(water, lon, lat)
        known.set(key, along)
        return along
      }
      return samples.map((sample) => {
        const classes = rule.indicators.map((indicator) => classOfSample(sample, indicator, rule))
        const { lon, lat } = sample
        return {
          sample,
          classes,
          usable: classes.some((cls) => cls !== null),
          along: isLine && lon !== null && lat !== null ? alongOf(lon, lat) : Number.NaN,
        }
      })
    }),
  ),
)

/** Lays out the samples of all bodies. */
export const layOutSamples = ({ model, samplesOf, standard }: Prepared): void =>
  model.waters.forEach((water, index) => {
    laidSamples(standard.water)(water)(samplesOf[index] ?? [])
  })

/** The data of a station by indicator and class. */
const countClasses = (samples: readonly LaidSample[], rule: WaterRule): IndicatorCount[] => {
  const counts = rule.indicators.map(({ id }): IndicatorCount => ({ id, data: 0, light: 0, heavy: 0 }))
  for (const { classes } of samples)
    for (let i = 0; i < counts.length; i++) {
      const [cls, count] = [classes[i] ?? null, counts[i] as IndicatorCount]
      if (cls === null) continue
      count.data++
      if (cls >= 1) count.light++
      if (cls === 2) count.heavy++
    }
  return counts
}

const gradeStation = (
  samples: readonly LaidSample[],
  rule: WaterRule,
): { cls: WaterClass | null; rule: string; counts: IndicatorCount[] } => {
  const counts = countClasses(samples, rule)
  if (counts.every((c) => c.data === 0)) return { cls: null, rule: '没有可用的监测数据', counts }
  const labelOf = ({ id }: IndicatorCount) => rule.indicators.find((one) => one.id === id)?.label ?? id
  const names = [
    [2, 'heavy', rule.grades.heavy],
    [1, 'light', `${rule.grades.light}及以上`],
  ] as const
  for (const [cls, at, name] of names) {
    const one = counts.find((c) => reaches(c[at], c.data, rule.oneIndicator))
    if (one)
      return {
        cls,
        rule: `${labelOf(one)} ${percent(one[at], one.data)} 次达${name}（≥${rate(rule.oneIndicator)}）`,
        counts,
      }
    const two = counts.filter((c) => reaches(c[at], c.data, rule.twoIndicators))
    if (two.length >= 2)
      return {
        cls,
        rule: `${two.map((c) => `${labelOf(c)} ${percent(c[at], c.data)}`).join('、')} 次达${name}（两项均≥${rate(rule.twoIndicators)}）`,
        counts,
      }
  }
  return { cls: 0, rule: '各项指标均未达黑臭判定比例', counts }
}

interface Station {
  name: string
  lon: number | null
  lat: number | null
  /** those with a usable reading */
  samples: LaidSample[]
  /** metres along the line; file order elsewhere */
  along: number
}

const knownReaches = oncePer((_: Water) => new Map<string, Position[]>())

/** The stretch of a line between two stations, worked out once. */
const reachOf = (water: Water, from: Position, to: Position): Position[] => {
  const known = knownReaches(water)
  const key = `${from} ${to}`
  const reach =
    known.get(key) ?? lineSlice(from, to, lineString(linesOf(water.geometry)[0] ?? [])).geometry.coordinates
  known.set(key, reach)
  return reach
}

/** One line of a body, and how many metres each of its segments has. */
interface MeasuredLine {
  line: readonly Position[]
  lengths: readonly number[]
}

const measuredLines = oncePer((water: Water): MeasuredLine[] =>
  linesOf(water.geometry).map((line) => ({
    line,
    lengths: line.slice(1).map((end, i) => metresBetween(line[i] as Position, end)),
  })),
)

type Flat = readonly [x: number, y: number]

/** How many metres a segment, straight in degrees, may lie beside its great circle; far more than it does. */
const bulge = (metres: number): number => 0.1 + metres ** 2 / 1e6

/**
 * Metres along a (multi)line to the point of it nearest to a station, by turf's `nearestPointOnLine`. It is asked of those
 * segments alone that may be the nearest by their distance on the flat.
 */
const measureAlong = (water: Water, lon: number, lat: number): number => {
  const perLon = metresPerLon(lat)
  let before = 0
  let best = { off: Infinity, along: 0 }
  for (const { line, lengths } of measuredLines(water)) {
    const flat = line.map(([x = 0, y = 0]) => [(x - lon) * perLon, (y - lat) * METRES_PER_DEGREE] as const)
    const ranges = line.slice(1).map((_, i) => {
      const [[ax, ay], [bx, by]] = [flat[i] as Flat, flat[i + 1] as Flat]
      const t = nearestAlong(0, 0, ax, ay, bx, by)
      const off = Math.hypot(ax + t * (bx - ax), ay + t * (by - ay))
      const doubt = 0.01 * off + bulge(Math.hypot(bx - ax, by - ay))
      return { least: off - doubt, most: off + doubt }
    })
    const nearest = Math.min(...ranges.map(({ most }) => most))
    let along = 0
    ranges.forEach(({ least }, i) => {
      const from = along
      along += lengths[i] as number
      if (least > nearest) return
      const segment = lineString([line[i] as Position, line[i + 1] as Position])
      const { properties } = nearestPointOnLine(segment, [lon, lat], { units: 'meters' })
      if (properties.pointDistance < best.off)
        best = {
          off: properties.pointDistance,
          along: before + (from + properties.totalDistance),
        }
    })
    for (const length of lengths) before += length
  }
  return best.along
}

/**
 * The grade of one body at day `t`, from its samples in (t − waterWindow, t].
 * @param samples those of this body, in the order of the file
 */
export const gradeWater = (
  water: Water,
  samples: readonly WaterSample[],
  standard: Standard,
  t: Day,
): WaterGrade => {
  const rule = standard.water
  const isLine = isPath(water.geometry)
  const stations = new Map<string, Station>()
  let latest: Day | null = null
  const meet = ({ sample, along }: LaidSample): Station => {
    let station = stations.get(sample.station)
    if (station === undefined) {
      station = { name: sample.station, lon: null, lat: null, samples: [], along: stations.size }
      stations.set(sample.station, station)
    }
    if (station.lon === null && sample.lon !== null && sample.lat !== null) {
      station.lon = sample.lon
      station.lat = sample.lat
      if (isLine) station.along = along
    }
    return station
  }
  const bare: LaidSample[] = []
  for (const laid of laidSamples(rule)(water)(samples)) {
    const { day } = laid.sample
    if (day > t || day <= t - standard.waterWindow) continue
    if (!laid.usable) {
      bare.push(laid)
      continue
    }
    meet(laid).samples.push(laid)
    latest = Math.max(latest ?? day, day)
  }
  // A sample without a usable reading is none: its station comes after those that have one, and is listed all the same.
  for (const laid of bare) meet(laid)
  const located = (s: Station) => s.lon !== null
  const ordered = [...stations.values()]
  // A line orders its stations; those without a place come after, in the order of the file.
  if (isLine) ordered.sort((a, b) => Number(located(b)) - Number(located(a)) || a.along - b.along)

  const graded = ordered.map((station) => ({ station, ...gradeStation(station.samples, rule) }))
  const words = [rule.grades.clean, rule.grades.light, rule.grades.heavy]
  const known = graded.filter((g) => g.cls !== null)
  const heavy = known.filter((g) => g.cls === 2).length
  const worse = known.filter((g) => (g.cls as number) >= 1).length

  let grade: string | null = null
  let why = '监测窗口内没有可用的监测数据'
  if (known.length > 0) {
    if (reaches(heavy, known.length, rule.body)) {
      grade = rule.grades.heavy
      why = `${percent(heavy, known.length)} 个监测点为${rule.grades.heavy}（≥${rate(rule.body)}）`
    } else if (worse > 0) {
      grade = rule.grades.light
      why = `${percent(worse, known.length)} 个监测点为${rule.grades.light}或以上，${rule.grades.heavy}点不足${rate(rule.body)}`
    } else {
      grade = rule.grades.clean
      why = `${known.length} 个监测点均未达黑臭判定比例`
    }
  }

  const insufficient: string[] = []
  const used = known.map(({ station }) => station)
  if (used.length < rule.enough.stations)
    insufficient.push(`监测点 ${used.length} 个，少于 ${rule.enough.stations} 个`)
  const few = used.filter((s) => s.samples.length < rule.enough.samples)
  if (few.length > 0)
    insufficient.push(`${few.map((s) => s.name).join('、')}监测不足 ${rule.enough.samples} 次`)
  let widest = 0
  for (let i = 1; i < used.length; i++) {
    const [a, b] = [used[i - 1] as Station, used[i] as Station]
    if (a.lon === null || a.lat === null || b.lon === null || b.lat === null) continue
    const gap = isLine ? b.along - a.along : metresBetween([a.lon, a.lat], [b.lon, b.lat])
    widest = Math.max(widest, gap)
  }
  if (widest > rule.enough.spacing)
    insufficient.push(`监测点最大间距 ${Math.round(widest)} 米，超过 ${rule.enough.spacing} 米`)

  const reachList: Position[][] = []
  for (let i = 0; i < known.length; ) {
    let j = i
    while (j < known.length && known[j]?.cls === 2) j++
    if (j - i >= rule.reach) {
      const run = known
        .slice(i, j)
        .map((g) => g.station)
        .filter(located)
      const [first, last] = [run[0], run[run.length - 1]]
      if (first && last && run.length > 1) {
        const at = ({ lon, lat }: Station): Position => [lon as number, lat as number]
        reachList.push(
          water.geometry.type === 'LineString' ? reachOf(water, at(first), at(last)) : run.map(at),
        )
      }
    }
    i = Math.max(i + 1, j)
  }

  return {
    id: water.id,
    grade,
    rule: why,
    insufficient,
    unlocated: used.filter((s) => !located(s)).length,
    stations: graded.map(({ station, cls, rule: decided, counts }) => ({
      name: station.name,
      lon: station.lon,
      lat: station.lat,
      grade: cls === null ? null : (words[cls] as string),
      rule: decided,
      samples: station.samples.length,
      counts,
    })),
    reaches: reachList,
    latest,
  }
}

/** The grade of every body at day `t`, in the order of the model's waters. */
export const gradesOfWaters = ({ model, samplesOf, standard }: Prepared, t: Day): WaterGrade[] =>
  model.waters.map((water, index) => gradeWater(water, samplesOf[index] ?? [], standard, t))
