/**
 * A second scorer, for tests only: the rules of placing and scoring read slowly from a package as it is written — cells of
 * text and corners on a lattice — one area, one category, one record at a time. It shares no code with src, takes no care
 * of time, and is right only on what `random-package.ts` can write: every corner of an area and of a shape lies on the
 * lattice, so that each cell and each step of it lies wholly in or out of every area.
 */
import { booleanPointInPolygon } from '@turf/turf'
import type { Position } from 'geojson'
import type { Standard } from '../../src/model/standard.ts'
import { latticeAt, type RawArea, type RawPackage, type RawRow, type RawShape } from './random-package.ts'

export interface PlainCategory {
  state: string
  score: number | null
  base: number | null
  deduction: number | null
}

export interface PlainArea {
  score: number | null
  provisional: number | null
  grade: string
  /** rule, and the record of those that a water or a problem brought */
  caps: string[]
  weightCoverage: number
  themes: Record<string, number | null>
  categories: Record<string, PlainCategory>
  /** record → points; problem → points before they are scaled to B */
  ledger: Map<string, number>
  raw: Map<string, number>
  /** 整改 index */
  index: number | null
}

interface Place {
  rule: string
  /** code → share, all of them */
  shares: Map<string, number>
  /** code, '' outside */
  area: string
}

interface PlainWater {
  grade: string | null
  insufficient: boolean
  latest: number | null
}

const HOME = 6_371_008.8
const rad = (degrees: number) => (degrees * Math.PI) / 180
const dayOf = (text: string): number | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / 86_400_000 : null
const cell = (row: RawRow, heading: string): string => row[heading] ?? ''

/* ---------- placing ---------- */

const holds = (area: RawArea, x: number, y: number): boolean =>
  booleanPointInPolygon([x, y], { type: 'MultiPolygon', coordinates: area.polygons })

/** Metres from a point to the nearest edge of an area, on a plane that touches the globe there. */
const metresTo = (area: RawArea, x: number, y: number): number => {
  const flat = ([lon, lat]: Position): [number, number] => [
    rad((lon as number) - x) * Math.cos(rad(y)) * HOME,
    rad((lat as number) - y) * HOME,
  ]
  let best = Infinity
  for (const ring of area.polygons.flat())
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = flat(ring[i - 1] as Position)
      const [bx, by] = flat(ring[i] as Position)
      const [dx, dy] = [bx - ax, by - ay]
      const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
      best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy))
    }
  return best
}

const one = (rule: string, area: string): Place => ({ rule, area, shares: new Map([[area, 1]]) })
const OUTSIDE: Place = { rule: 'outside', area: '', shares: new Map() }

const placeOfPoint = (areas: RawArea[], x: number, y: number, declared: string, tolerance: number): Place => {
  const in_ = areas.filter((area) => holds(area, x, y)).map(({ code }) => code)
  in_.sort()
  if (in_.length === 1) return one('inside', in_[0] as string)
  if (in_.length > 1) {
    return in_.includes(declared) ? one('border-declared', declared) : one('border-lowest', in_[0] as string)
  }
  const near = areas
    .map((area) => ({ code: area.code, metres: metresTo(area, x, y) }))
    .filter(({ metres }) => metres <= tolerance)
  if (near.length === 0) return OUTSIDE
  const least = Math.min(...near.map(({ metres }) => metres))
  const nearest = near.filter(({ metres }) => metres < least + 0.001).map(({ code }) => code)
  return one('near', nearest.sort()[0] as string)
}

/** A shape as the steps (of a line) or cells (of a polygon) of the lattice it covers, each once, with its size. */
const piecesOf = (shape: RawShape): { x: number; y: number; size: number }[] => {
  const found = new Map<string, { x: number; y: number; size: number }>()
  if (shape.type === 'line')
    for (const line of shape.lines)
      for (let k = 1; k < line.length; k++) {
        const [a, b] = [line[k - 1] as [number, number], line[k] as [number, number]]
        const steps = Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1]))
        const [dx, dy] = [(b[0] - a[0]) / steps, (b[1] - a[1]) / steps]
        for (let s = 0; s < steps; s++) {
          const [i, j] = [a[0] + (s + 0.5) * dx, a[1] + (s + 0.5) * dy]
          const [x, y] = latticeAt(i, j)
          const size = Math.hypot(dx * Math.cos(rad(y)), dy)
          // Two diagonals of one cell cross in its middle and are two steps.
          const turn = dx * dy > 0 ? '/' : dx * dy < 0 ? '\\' : ''
          found.set(`${i} ${j} ${turn}`, { x, y, size })
        }
      }
  else
    for (const [west, south, east, north] of shape.boxes)
      for (let i = west; i < east; i++)
        for (let j = south; j < north; j++) {
          const [x, y] = latticeAt(i + 0.5, j + 0.5)
          found.set(`${i} ${j}`, { x, y, size: Math.cos(rad(y)) })
        }
  return [...found.values()]
}

const placeOfShape = (areas: RawArea[], shape: RawShape): Place => {
  const pieces = piecesOf(shape)
  const whole = pieces.reduce((sum, { size }) => sum + size, 0)
  const shares = new Map<string, number>()
  for (const { x, y, size } of pieces) {
    const in_ = areas.filter((area) => holds(area, x, y))
    for (const { code } of in_) shares.set(code, (shares.get(code) ?? 0) + size / whole / in_.length)
  }
  if (shares.size === 0) return OUTSIDE
  const most = Math.max(...shares.values())
  const largest = [...shares].filter(([, share]) => share > most - 1e-7).map(([code]) => code)
  return { rule: 'inside', area: largest.sort()[0] as string, shares }
}

/* ---------- water ---------- */

const NUMBER = /^-?\d+(\.\d+)?$/

/** From what to what a reading may lie; null = no measurement. */
const rangeOf = (
  text: string,
  id: string,
): { low: number; lowIn: boolean; high: number; highIn: boolean } | 'clear' | null => {
  if (text === '清澈见底') return id === 'transparency' ? 'clear' : null
  if (NUMBER.test(text)) {
    const v = Number(text)
    return { low: v, lowIn: true, high: v, highIn: true }
  }
  // 未检出: under a limit that is not told. What may only be too much is then as low as can be.
  if (text === 'ND' || text === '未检出')
    return id === 'ammonia' ? { low: 0, lowIn: true, high: 0, highIn: true } : null
  const marked = /^(＜|<|≤|＞|>|≥)(-?\d+(\.\d+)?)$/.exec(text)
  if (marked === null) return null
  const [, mark, figure] = marked
  const v = Number(figure)
  return mark === '＜' || mark === '<' || mark === '≤'
    ? { low: -Infinity, lowIn: false, high: v, highIn: mark === '≤' }
    : { low: v, lowIn: mark === '≥', high: Infinity, highIn: false }
}

/** Depths tried of those that a censored one allows: about every depth at which a class may change. */
const depthsOf = (depthText: string, text: string): (number | null)[] => {
  if (depthText === '') return [null]
  const range = rangeOf(depthText, '')
  if (range === null || range === 'clear') return []
  const { lowIn, high, highIn } = range
  const low = Math.max(range.low, 0)
  if (range.low !== -Infinity && range.low < 0) return []
  const figure = Number(text.replace(/^\D(?=\d)/, ''))
  return [low, high, 25, figure / 0.4]
    .filter(Number.isFinite)
    .flatMap((d) => [d - 0.001, d, d + 0.001])
    .filter((d) => d >= 0)
    .filter((d) => d > low || (d === low && (lowIn || range.low === -Infinity)))
    .filter((d) => d < high || (d === high && highIn))
}

/** 0 clean, 1 轻度, 2 重度; null = no measurement. */
const classOf = (text: string, id: string, depthText: string): number | null => {
  if (id !== 'transparency') return classAt(text, id, null)
  if (text === '清澈见底') return 0
  const classes = new Set(depthsOf(depthText, text).map((depth) => classAt(text, id, depth)))
  return classes.size === 1 ? ([...classes][0] as number | null) : null
}

const classAt = (text: string, id: string, depth: number | null): number | null => {
  const range = rangeOf(text, id)
  if (range === null) return null
  if (range === 'clear') return 0
  // Each class as an interval: [from, to) for the first three indicators, (from, to] for 氨氮.
  let classes: [number, number, number][]
  let closedBelow = true
  if (id === 'transparency' && depth !== null && depth < 25) {
    const limit = Math.round(0.4 * depth * 1e6) / 1e6
    classes = [
      [2, -Infinity, limit],
      [1, limit, Infinity],
    ]
  } else if (id === 'ammonia') {
    closedBelow = false
    classes = [
      [0, -Infinity, 8],
      [1, 8, 15],
      [2, 15, Infinity],
    ]
  } else {
    const [light, heavy] = { transparency: [25, 10], dissolvedOxygen: [2, 0.2], orp: [50, -200] }[id] as [
      number,
      number,
    ]
    classes = [
      [2, -Infinity, heavy],
      [1, heavy, light],
      [0, light, Infinity],
    ]
  }
  for (const [cls, from, to] of classes) {
    const { low, lowIn, high, highIn } = range
    const fromHere = low > from || (low === from && (closedBelow || !lowIn || from === -Infinity))
    const toHere = high < to || (high === to && (!closedBelow || !highIn || to === Infinity))
    if (fromHere && toHere) return cls
  }
  return null
}

const INDICATORS: [id: string, heading: string][] = [
  ['transparency', '透明度cm'],
  ['dissolvedOxygen', '溶解氧mg/L'],
  ['orp', '氧化还原电位mV'],
  ['ammonia', '氨氮mg/L'],
]

const gradeBody = (pack: RawPackage, id: string, shape: RawShape, window: number, t: number): PlainWater => {
  const samples = pack.samples.flatMap((row) => {
    const day = dayOf(cell(row, '日期'))
    if (cell(row, '水体编号') !== id || day === null || day > t || day <= t - window) return []
    const classes = INDICATORS.map(([of, heading]) => classOf(cell(row, heading), of, cell(row, '水深cm')))
    if (classes.every((cls) => cls === null)) return []
    return [{ station: cell(row, '监测点'), day, classes, x: cell(row, '经度'), y: cell(row, '纬度') }]
  })
  const names = [...new Set(samples.map(({ station }) => station))]
  const stations = names.map((name) => {
    const own = samples.filter(({ station }) => station === name)
    const share = (indicator: number, cls: number) => {
      const data = own.flatMap(({ classes }) => classes[indicator] ?? [])
      return data.length === 0 ? 0 : data.filter((c) => c >= cls).length / data.length
    }
    const is = (cls: number) => {
      const shares = INDICATORS.map((_, i) => share(i, cls))
      return shares.some((s) => s >= 0.6 - 1e-12) || shares.filter((s) => s >= 0.3 - 1e-12).length >= 2
    }
    const placed = own.find(({ x }) => x !== '')
    return {
      cls: is(2) ? 2 : is(1) ? 1 : 0,
      samples: own.length,
      at: placed === undefined ? null : ([Number(placed.x), Number(placed.y)] as const),
    }
  })
  // The generator's bodies are straight lines eastward: along them is from west to east.
  if (shape.type === 'line') stations.sort((a, b) => (a.at?.[0] ?? 1e9) - (b.at?.[0] ?? 1e9))
  const apart = stations.map((station, i) => {
    const before = stations[i - 1]
    if (!station.at || !before?.at) return 0
    const [dx, dy] = [station.at[0] - before.at[0], station.at[1] - before.at[1]]
    return Math.hypot(rad(dx) * Math.cos(rad(station.at[1])), rad(dy)) * HOME
  })
  const heavy = stations.filter(({ cls }) => cls === 2).length
  const grade =
    stations.length === 0
      ? null
      : heavy / stations.length >= 0.6 - 1e-12
        ? '重度'
        : stations.some(({ cls }) => cls >= 1)
          ? '轻度'
          : '未检出黑臭'
  return {
    grade,
    insufficient: stations.length < 3 || stations.some((s) => s.samples < 3) || Math.max(0, ...apart) > 600,
    latest: samples.length === 0 ? null : Math.max(...samples.map(({ day }) => day)),
  }
}

/* ---------- grades ---------- */

/** 10 … 0, 'none' for 不适用, null where the row cannot be read. */
const gradeOfRow = (result: string, defectsText: string): number | 'none' | null => {
  if (result === '不适用') return 'none'
  if (NUMBER.test(result)) return Number(result) >= 0 && Number(result) <= 10 ? Number(result) : null
  const d = /^\d+$/.test(defectsText) ? Number(defectsText) : null
  const bad = (n: number) => Math.max(0, 6 - (n - 3))
  if (result === '很好') return d === null ? 9.5 : d === 0 ? 10 : d <= 2 ? 9 : bad(d)
  if (result === '合格') return d === null ? 7.5 : d <= 1 ? 8 : d === 2 ? 7 : bad(d)
  // Fewer than three defects do not make 不合格 any better than its best.
  if (result === '不合格') return d === null ? 3 : d < 3 ? 6 : bad(d)
  return null
}

/* ---------- the whole ---------- */

interface Row {
  day: number
  /** file of the row: checks, then surveys, then what is derived */
  sort: number
  line: number
  rank: number
  /** null = 不适用 */
  g: number | null
  record: string
  type: 'check' | 'survey' | 'status' | 'water'
}

export const plainScores = (
  pack: RawPackage,
  standard: Standard,
  t: number,
): {
  areas: Record<string, PlainArea>
  offices: Record<string, { score: number | null; leftOut: number }>
  waters: Record<string, PlainWater>
  placements: Record<string, [area: string | null, rule: string]>
} => {
  const { areas } = pack
  const codes = new Set(areas.map(({ code }) => code))
  const declaredIn = (row: RawRow) => (codes.has(cell(row, '居委会')) ? cell(row, '居委会') : '')
  const numbers = (row: RawRow): [number, number] | null =>
    cell(row, '经度') === '' ? null : [Number(cell(row, '经度')), Number(cell(row, '纬度'))]
  const ranks = standard.sources.map(({ rank }) => rank)
  const rankOf = (source: string) =>
    standard.sources.find(({ id }) => id === source)?.rank ?? Math.min(...ranks)
  const kindOf = (word: string) => standard.kinds.find(({ id, label }) => id === word || label === word)
  const itemOf = (word: string) => standard.items.find(({ id }) => id === word)

  // What records can be at. The first row of an id receives them.
  const spots = pack.sites.map((row, i) => {
    const id = cell(row, '编号')
    const isFirst = pack.sites.findIndex((other) => cell(other, '编号') === id) === i
    const shape = isFirst ? pack.shapes[id] : undefined
    const at = numbers(row)
    const declared = declaredIn(row)
    const nowhere = shape === undefined && at === null && declared === ''
    const place = shape
      ? placeOfShape(areas, shape)
      : at
        ? placeOfPoint(areas, ...at, declared, standard.tolerance)
        : declared === ''
          ? OUTSIDE
          : one('declared', declared)
    const kind = kindOf(cell(row, '类别')) as Standard['kinds'][number]
    return { id, isFirst, kind, place, nowhere, first: cell(row, '状态'), of: 'site' }
  })
  for (const { code } of areas) {
    const kind = standard.kinds.find(({ entity }) => entity === 'area') as Standard['kinds'][number]
    spots.push({
      id: code,
      isFirst: true,
      kind,
      place: one('inside', code),
      nowhere: false,
      first: '',
      of: 'area',
    })
  }
  for (const { id, shape } of pack.waters) {
    const kind = standard.kinds.find(({ entity }) => entity === 'water') as Standard['kinds'][number]
    const place = placeOfShape(areas, shape)
    spots.push({ id, isFirst: true, kind, place, nowhere: false, first: '', of: 'water' })
  }
  const spotOf = (id: string) => spots.find((spot) => spot.isFirst && spot.id === id)
  const sigma = (place: Place, code: string) => {
    const share = place.shares.get(code) ?? 0
    return share >= standard.minShare ? share : 0
  }

  const waters = Object.fromEntries(
    pack.waters.map(({ id, shape }) => [id, gradeBody(pack, id, shape, standard.waterWindow, t)]),
  )

  // The rows of a site and item, and of them the one that counts.
  const counting = (spot: (typeof spots)[number], item: Standard['items'][number]): Row | null => {
    const rows: Row[] = []
    const within = (day: number | null): day is number =>
      day !== null && day <= t && day > t - standard.window
    if (spot.isFirst) {
      pack.checks.forEach((row, i) => {
        const day = dayOf(cell(row, '检查日期'))
        const named = itemOf(cell(row, '检查项')) ?? itemOf(spot.kind.defaultItem ?? '')
        if (cell(row, '点位编号') !== spot.id || cell(row, '检查项') === '' || named !== item || !within(day))
          return
        const g = gradeOfRow(cell(row, '结果'), cell(row, '缺陷数'))
        if (g === null) return
        const rank = rankOf(cell(row, '检查来源'))
        const record = cell(row, '检查编号')
        rows.push({ day, sort: 0, line: i, rank, g: g === 'none' ? null : g, record, type: 'check' })
      })
    }
    pack.surveys.forEach((row, i) => {
      const day = dayOf(cell(row, '日期'))
      const of = cell(row, '居委会') === '' ? 'water' : 'area'
      const id = of === 'water' ? cell(row, '水体编号') : cell(row, '居委会')
      for (const rule of standard.derived.survey ?? []) {
        if (rule.of !== of || rule.item !== item.id || spot.of !== of || spot.id !== id || !within(day))
          continue
        const rate = Number(cell(row, '满意')) / Number(cell(row, '有效问卷'))
        const steps = rule.steps
        let g = rate <= (steps[0]?.rate ?? 0) ? (steps[0]?.grade ?? 0) : (steps.at(-1)?.grade ?? 0)
        for (let s = 1; s < steps.length; s++) {
          const [a, b] = [steps[s - 1], steps[s]] as [(typeof steps)[number], (typeof steps)[number]]
          if (rate > a.rate && rate <= b.rate)
            g = a.grade + ((b.grade - a.grade) * (rate - a.rate)) / (b.rate - a.rate)
        }
        const record = `surveys.csv:${i + 2}`
        rows.push({ day, sort: 1, line: i, rank: rankOf(rule.source), g, record, type: 'survey' })
      }
    })
    const { water } = standard.derived
    if (spot.of === 'water' && water?.item === item.id) {
      const body = waters[spot.id]
      const g = body?.grade == null ? undefined : water.grades[body.grade]
      if (g !== undefined && body?.latest != null)
        rows.push({
          day: body.latest,
          sort: 2,
          line: 0,
          rank: rankOf(water.source),
          g,
          record: spot.id,
          type: 'water',
        })
    }
    for (const rule of standard.derived.status ?? []) {
      if (spot.of !== 'site' || rule.item !== item.id || !rule.kinds.includes(spot.kind.id)) continue
      let [status, since] = [spot.first, -Infinity]
      if (spot.isFirst)
        for (const row of pack.statuses) {
          const day = dayOf(cell(row, '日期'))
          if (cell(row, '点位编号') !== spot.id || day === null || day > t || day < since) continue
          status = cell(row, '状态')
          since = day
        }
      const g = rule.grades[status]
      if (g !== undefined)
        rows.push({ day: t, sort: 2, line: 0, rank: rankOf(rule.source), g, record: spot.id, type: 'status' })
    }
    rows.sort((a, b) => a.day - b.day || a.sort - b.sort || a.line - b.line)
    let counts: Row | null = null
    for (const row of rows) if (counts === null || row.rank >= counts.rank) counts = row
    return counts
  }
  const tracks = spots.flatMap((spot) =>
    standard.items
      .filter((item) => item.kinds.includes(spot.kind.id))
      .map((item) => ({ spot, item, row: counting(spot, item) })),
  )

  const problems = pack.issues.flatMap((row) => {
    const foundOn = dayOf(cell(row, '发现日期'))
    if (foundOn === null || cell(row, '编号') === '') return []
    const spot = spotOf(cell(row, '点位编号'))
    const later = (heading: string) => {
      const day = dayOf(cell(row, heading))
      return day === null || day < foundOn ? null : day
    }
    const [dueOn, fixed, verifiedOn] = [later('整改期限'), later('整改完成日期'), later('复查通过日期')]
    const at = numbers(row)
    const declared = declaredIn(row)
    const bySite = spot === undefined || spot.nowhere ? null : spot.place
    const place = at
      ? placeOfPoint(areas, ...at, declared, standard.tolerance)
      : bySite
        ? bySite.rule === 'outside'
          ? OUTSIDE
          : { ...bySite, rule: 'site' }
        : declared === ''
          ? OUTSIDE
          : one('declared', declared)
    const levels = standard.severity.levels
    return [
      {
        id: cell(row, '编号'),
        spot,
        place,
        item: itemOf(cell(row, '检查项')) ?? itemOf(spot?.kind.defaultItem ?? ''),
        severity:
          levels.find(({ id }) => id === cell(row, '严重程度')) ??
          ([...levels].sort((a, b) => a.points - b.points)[0] as (typeof levels)[number]),
        foundOn,
        dueOn,
        fixedOn: fixed ?? verifiedOn,
        verifiedOn,
        reworks: cell(row, '返工日期')
          .split(';')
          .flatMap((text) => dayOf(text) ?? [])
          .filter((day) => day >= foundOn),
      },
    ]
  })
  type Problem = (typeof problems)[number]
  const isOpen = (p: Problem) => p.foundOn <= t && !(p.verifiedOn !== null && p.verifiedOn <= t)
  const lateDays = (p: Problem) => (p.dueOn === null ? 0 : Math.max(0, Math.min(t, p.fixedOn ?? t) - p.dueOn))
  const kappa = (p: Problem) => {
    if (!isOpen(p)) return 0
    const pending = p.fixedOn !== null && p.fixedOn <= t ? standard.severity.pending : 1
    const weeks = Math.ceil(lateDays(p) / 7)
    return p.severity.points * pending * (1 + Math.min(standard.overdue.cap, standard.overdue.rate * weeks))
  }

  const scoreOf = ({ code }: RawArea): PlainArea => {
    const categories: Record<string, PlainCategory> = {}
    const costs: { record: string; category: string; loss: number; raw: number | null }[] = []
    for (const category of standard.categories) {
      let [up, down, applicable, items, counted] = [0, 0, 0, 0, 0]
      const rows: { record: string; lost: number }[] = []
      /** what a check lost here, by site and item */
      const lost = new Map<string, number>()
      for (const { spot, item, row } of tracks) {
        const s = sigma(spot.place, code)
        if (item.category !== category.id || s === 0) continue
        if (row !== null && row.g === null) continue
        applicable += s * item.points
        items++
        if (row === null || row.g === null) continue
        counted++
        up += (s * item.points * row.g) / 10
        down += s * item.points
        const gone = s * item.points * (1 - row.g / 10)
        if (spot.isFirst) lost.set(`${spot.id} ${item.id}`, gone)
        rows.push({ record: row.record, lost: gone })
      }
      let [total, problem] = [0, false]
      const charged: { record: string; cost: number }[] = []
      for (const p of problems) {
        const s = sigma(p.place, code)
        if (p.item?.category !== category.id || s === 0 || p.foundOn > t) continue
        if (p.verifiedOn !== null && p.verifiedOn <= t - standard.window) continue
        problem = true
        const gross = s * kappa(p)
        const key = `${p.spot?.id} ${p.item.id}`
        const off = p.spot === undefined ? 0 : Math.min(gross, lost.get(key) ?? 0)
        lost.set(key, (lost.get(key) ?? 0) - off)
        total += gross - off
        if (gross - off > 0) charged.push({ record: p.id, cost: gross - off })
      }
      const state =
        counted > 0 ? 'scored' : problem ? 'ledgerOnly' : items > 0 ? 'unvisited' : 'notApplicable'
      if (state === 'unvisited' || state === 'notApplicable') {
        categories[category.id] = { state, score: null, base: null, deduction: null }
        continue
      }
      const base = counted > 0 ? (100 * up) / down : 100
      const over = Math.max(standard.minPoints, applicable)
      const deduction = (100 * total) / over
      categories[category.id] = { state, base, deduction, score: Math.max(0, base - deduction) }
      for (const { record, lost: gone } of rows)
        costs.push({ record, category: category.id, loss: (100 * gone) / down, raw: null })
      const scale = deduction > base ? base / deduction : 1
      for (const { record, cost } of charged) {
        const raw = (100 * cost) / over
        costs.push({ record, category: category.id, loss: raw * scale, raw })
      }
    }
    const mean = (of: (category: Standard['categories'][number]) => boolean) => {
      const taken = standard.categories.filter((c) => of(c) && categories[c.id]?.score !== null)
      const weight = taken.reduce((sum, c) => sum + c.weight, 0)
      return weight === 0
        ? null
        : taken.reduce((sum, c) => sum + c.weight * (categories[c.id]?.score as number), 0) / weight
    }
    const weightOf = (of: (state: string) => boolean) =>
      standard.categories.reduce((sum, c) => sum + (of(categories[c.id]?.state as string) ? c.weight : 0), 0)
    const applicable = weightOf((state) => state !== 'notApplicable')
    const weightCoverage = applicable === 0 ? 0 : weightOf((state) => state === 'scored') / applicable
    const total = mean(() => true)
    const enough = total !== null && weightCoverage >= standard.minCoverage

    const caps: string[] = []
    let lowest = 0
    for (const cap of standard.caps) {
      const hit = (record: string) => {
        caps.push(`${cap.id} ${record}`)
        lowest = Math.max(
          lowest,
          standard.grades.findIndex(({ id }) => id === cap.maxGrade),
        )
      }
      if (cap.rule === 'keyItem')
        for (const item of standard.items) {
          if (!item.key || item.floor === undefined) continue
          let [up, down] = [0, 0]
          for (const track of tracks) {
            const s = sigma(track.spot.place, code)
            if (track.item !== item || track.row === null || track.row.g === null) continue
            up += s * track.row.g
            down += s * 10
          }
          if (down > 0 && up / down < item.floor - 1e-9) hit('')
        }
      if (cap.rule === 'waterGrade')
        for (const { id } of pack.waters) {
          const s = sigma((spotOf(id) as (typeof spots)[number]).place, code)
          if (waters[id]?.grade === cap.grade && s > 0) hit(id)
        }
      if (cap.rule === 'openSeverity')
        for (const p of problems)
          if (
            p.item !== undefined &&
            isOpen(p) &&
            p.severity.id === cap.severity &&
            sigma(p.place, code) > 0 &&
            (cap.overdueDays === undefined || lateDays(p) > cap.overdueDays)
          )
            hit(p.id)
    }
    const byScore = standard.grades.findIndex(({ min }) => (total ?? 0) >= min - 1e-9)
    const rank = Math.max(byScore < 0 ? standard.grades.length - 1 : byScore, lowest)

    const share = (category: string) => {
      const taken = standard.categories.filter((c) => categories[c.id]?.score !== null)
      const weight = taken.reduce((sum, c) => sum + c.weight, 0)
      return (standard.categories.find(({ id }) => id === category)?.weight as number) / weight
    }
    const [ledger, raw] = [new Map<string, number>(), new Map<string, number>()]
    for (const cost of costs) {
      if (cost.loss === 0 && cost.raw === null) continue
      ledger.set(cost.record, (ledger.get(cost.record) ?? 0) + share(cost.category) * cost.loss)
      if (cost.raw !== null)
        raw.set(cost.record, (raw.get(cost.record) ?? 0) + share(cost.category) * cost.raw)
    }

    const due = problems.filter(
      (p) =>
        p.place.area === code &&
        p.foundOn <= t &&
        p.dueOn !== null &&
        p.dueOn <= t &&
        p.dueOn > t - standard.window,
    )
    const fixed = problems.filter(
      (p) =>
        p.place.area === code &&
        p.foundOn <= t &&
        p.fixedOn !== null &&
        p.fixedOn <= t &&
        p.fixedOn > t - standard.window,
    )
    const part = (list: Problem[], is: (p: Problem) => boolean) => list.filter(is).length / list.length
    const index =
      due.length === 0
        ? null
        : standard.index.onTime * part(due, (p) => p.fixedOn !== null && p.fixedOn <= (p.dueOn as number)) +
          standard.index.closed * part(due, (p) => p.verifiedOn !== null && p.verifiedOn <= t) +
          standard.index.noRework *
            (1 - (fixed.length === 0 ? 0 : part(fixed, (p) => p.reworks.some((day) => day <= t))))
    return {
      score: enough ? total : null,
      provisional: enough ? null : total,
      grade: enough ? (standard.grades[rank]?.id as string) : standard.insufficient,
      caps,
      weightCoverage,
      themes: Object.fromEntries(['脏', '乱', '差'].map((theme) => [theme, mean((c) => c.theme === theme)])),
      categories,
      ledger,
      raw,
      index,
    }
  }
  const scores = Object.fromEntries(areas.map((area) => [area.code, scoreOf(area)]))

  const offices = Object.fromEntries(
    [...new Set(areas.map(({ office }) => office))].map((name) => {
      const own = areas.filter(({ office }) => office === name)
      const rated = own.flatMap(({ code, population }) => {
        const score = scores[code]?.score ?? null
        const weight = standard.officeAggregate === 'population' ? (population ?? 0) : 1
        return score === null || weight === 0 ? [] : [{ score, weight }]
      })
      const weight = rated.reduce((sum, one) => sum + one.weight, 0)
      const score =
        rated.length === 0
          ? null
          : standard.officeAggregate === 'worst'
            ? Math.min(...rated.map((one) => one.score))
            : rated.reduce((sum, one) => sum + one.score * one.weight, 0) / weight
      return [name, { score, leftOut: own.length - rated.length }]
    }),
  )
  const placed = (place: Place): [string | null, string] => [
    place.area === '' ? null : place.area,
    place.rule,
  ]
  return {
    areas: scores,
    offices,
    waters,
    placements: Object.fromEntries([
      ...spots
        .filter(({ of, isFirst }) => of === 'site' && isFirst)
        .map(({ id, place }) => [id, placed(place)]),
      ...problems.map(({ id, place }) => [id, placed(place)]),
    ]),
  }
}
