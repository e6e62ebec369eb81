/** The places that are inspected: where each kind stands, and what it is called. No name is a real business's. */
import { AREAS, type DrawnArea } from '../areas.ts'
import { END, iso, START } from '../calendar.ts'
import type { Line, Point } from '../frame.ts'
import { LAND } from '../geometry/land.ts'
import { distance, lineLength, nearest, piece, pointAt } from '../geometry/line.ts'
import { centroid, contains, signedArea } from '../geometry/ring.ts'
import { SKELETON } from '../geometry/skeleton.ts'
import { STREETS } from '../geometry/streets.ts'
import { stream } from '../random.ts'
import { labelOf, statesOf } from '../rubric.ts'
import { QUALITY, shortName } from './quality.ts'

export interface MadeSite {
  id: string
  kind: string
  name: string
  at: Point
  /** index of the area it lies in (its middle, for lines) */
  area: number
  responsible: string
  /** its first state, for kinds to be closed down */
  status: string
  changes: { day: number; status: string; basis: string }[]
  line?: Line
  ring?: Line
}

const random = stream('sites')

interface Ground {
  area: DrawnArea
  index: number
  name: string
  /** places along named streets: 14–24 m off the middle of the road */
  kerbs: { at: Point; street: string }[]
  blocks: Point[][]
  lanes: Point[][]
  village: Point[]
}

const areaAt = (point: Point): number => AREAS.findIndex((area) => contains(area.ring, point))

const waters = SKELETON.filter((entry) => entry.class === 'river' || entry.class === 'canal').map(
  (entry) => entry.line,
)
const dry = (point: Point): boolean => waters.every((line) => nearest(line, point).off > 32)

const grounds: Ground[] = AREAS.map((area, index) => {
  const kerbs: Ground['kerbs'] = []
  for (const street of STREETS) {
    for (let along = 20; along < lineLength(street.line); along += 37) {
      const { point, direction } = pointAt(street.line, along)
      const off = (random.chance(0.5) ? 1 : -1) * random.between(16, 26)
      const at: Point = [point[0] - direction[1] * off, point[1] + direction[0] * off]
      if (contains(area.ring, at) && dry(at)) kerbs.push({ at, street: street.name })
    }
  }
  const inside = (ring: Line) => ring.every((p) => contains(area.ring, p))
  return {
    area,
    index,
    name: shortName(area.name),
    kerbs,
    blocks: LAND.blocks.filter((ring) => signedArea(ring) > 5000 && inside(ring)),
    lanes: LAND.lanes.filter((line) => line.every((p) => contains(area.ring, p)) && lineLength(line) > 90),
    village: LAND.villages
      .filter((v) => contains(area.ring, v.centre))
      .flatMap((v) => v.blocks.map(centroid)),
  }
})

/** A place somewhere in the area, off the roads: yards and works at the edge of the fields. */
const inFields = ({ area }: Ground): Point => {
  const xs = area.ring.map((p) => p[0])
  const ys = area.ring.map((p) => p[1])
  for (let tries = 0; tries < 500; tries++) {
    const at: Point = [
      random.between(Math.min(...xs), Math.max(...xs)),
      random.between(Math.min(...ys), Math.max(...ys)),
    ]
    if (contains(area.ring, at) && dry(at) && nearestEdge(area.ring, at) > 40) return at
  }
  return area.seat
}

const nearestEdge = (ring: Line, at: Point): number => nearest([...ring, ring[0] as Point], at).off

const near = (at: Point, reach: number): Point => [
  at[0] + random.between(-reach, reach),
  at[1] + random.between(-reach, reach),
]

/** A place beside a block of houses, town or village. */
const amongHouses = (ground: Ground): Point => {
  const middles = [...ground.blocks.map(centroid), ...ground.village]
  for (let tries = 0; tries < 60 && middles.length > 0; tries++) {
    const at = near(random.pick(middles), 34)
    if (contains(ground.area.ring, at) && dry(at)) return at
  }
  return inFields(ground)
}

const onKerb = (ground: Ground): { at: Point; street: string } =>
  ground.kerbs.length > 0 ? random.pick(ground.kerbs) : { at: amongHouses(ground), street: ground.name }

type Where = 'kerb' | 'houses' | 'fields'

interface Plan {
  kind: string
  prefix: string
  count: number
  where: Where
  /** weight of an area by its setting: town, fringe, country */
  lean: [town: number, fringe: number, country: number]
  words: string[]
  responsible: string
}

const PLANS: Plan[] = [
  {
    kind: 'market',
    prefix: 'SC',
    count: 9,
    where: 'kerb',
    lean: [5, 3, 0.4],
    words: ['农贸市场'],
    responsible: '区市场监管局',
  },
  {
    kind: 'vending',
    prefix: 'BM',
    count: 15,
    where: 'kerb',
    lean: [4, 3, 1],
    words: ['便民点'],
    responsible: '',
  },
  {
    kind: 'food-shop',
    prefix: 'XC',
    count: 92,
    where: 'kerb',
    lean: [6, 3, 1],
    words: ['小餐饮', '早点铺', '小食品店', '熟食店', '面食作坊', '豆制品作坊'],
    responsible: '区市场监管局',
  },
  {
    kind: 'service-shop',
    prefix: 'WX',
    count: 58,
    where: 'kerb',
    lean: [6, 3, 1],
    words: ['理发店', '小旅店', '小浴室', '美容店', '小歌厅'],
    responsible: '区卫生监督所',
  },
  {
    kind: 'recycling',
    prefix: 'FP',
    count: 19,
    where: 'fields',
    lean: [1, 5, 4],
    words: ['废品收购站'],
    responsible: '区商务局',
  },
  {
    kind: 'farm',
    prefix: 'YZ',
    count: 15,
    where: 'fields',
    lean: [0.1, 3, 6],
    words: ['养殖场', '养鸡场', '养猪场'],
    responsible: '区农业农村局',
  },
  {
    kind: 'dry-toilet',
    prefix: 'HC',
    count: 27,
    where: 'houses',
    lean: [1, 5, 6],
    words: ['旱厕'],
    responsible: '',
  },
  {
    kind: 'workshop',
    prefix: 'SL',
    count: 22,
    where: 'fields',
    lean: [1, 5, 4],
    words: ['塑料加工点', '石材加工点', '家具喷漆点', '洗砂点'],
    responsible: '区生态环境分局',
  },
  {
    kind: 'dump',
    prefix: 'LJ',
    count: 34,
    where: 'fields',
    lean: [2, 5, 5],
    words: ['积存垃圾点'],
    responsible: '区环卫所',
  },
  {
    kind: 'toilet',
    prefix: 'GC',
    count: 42,
    where: 'kerb',
    lean: [4, 3, 2],
    words: ['公厕'],
    responsible: '区环卫所',
  },
  {
    kind: 'transfer',
    prefix: 'ZZ',
    count: 7,
    where: 'kerb',
    lean: [3, 3, 1],
    words: ['垃圾中转站'],
    responsible: '区环卫所',
  },
  {
    kind: 'frontage',
    prefix: 'MQ',
    count: 36,
    where: 'kerb',
    lean: [6, 3, 1],
    words: ['门前三包段'],
    responsible: '',
  },
  {
    kind: 'billboard',
    prefix: 'GG',
    count: 22,
    where: 'kerb',
    lean: [5, 3, 1],
    words: ['广告牌'],
    responsible: '区城管局',
  },
  {
    kind: 'flyer-wall',
    prefix: 'XG',
    count: 26,
    where: 'houses',
    lean: [5, 4, 1],
    words: ['小广告点位'],
    responsible: '区城管局',
  },
  {
    kind: 'traffic',
    prefix: 'JT',
    count: 16,
    where: 'kerb',
    lean: [5, 3, 1],
    words: ['路口'],
    responsible: '区交警大队',
  },
  {
    kind: 'construction',
    prefix: 'GD',
    count: 16,
    where: 'houses',
    lean: [3, 4, 1],
    words: ['住宅工地', '道路工地', '安置房工地'],
    responsible: '区住建局',
  },
  {
    kind: 'clinic',
    prefix: 'YL',
    count: 24,
    where: 'kerb',
    lean: [3, 3, 2],
    words: ['社区卫生服务站', '卫生室'],
    responsible: '区卫健局',
  },
  {
    kind: 'notice',
    prefix: 'XL',
    count: 36,
    where: 'houses',
    lean: [3, 3, 3],
    words: ['健康教育宣传栏'],
    responsible: '',
  },
  {
    kind: 'vector',
    prefix: 'BM4',
    count: 28,
    where: 'houses',
    lean: [3, 3, 2],
    words: ['毒饵站', '雨水井孳生点'],
    responsible: '区疾控中心',
  },
]

const settingAt = { town: 0, fringe: 1, country: 2 } as const
const ORDINAL = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const made: MadeSite[] = []
const used = new Map<string, number>()

/** 「康庄公厕」, then 「康庄二号公厕」. */
const nameFor = (stem: string, word: string): string => {
  const key = `${stem}${word}`
  const n = (used.get(key) ?? 0) + 1
  used.set(key, n)
  return n === 1 ? key : `${stem}${ORDINAL[n - 1] ?? n}号${word}`
}

/** Kinds to be closed down are: in use, then being dealt with, then closed; the worse the area, the later. */
const history = (kind: string, area: number): Pick<MadeSite, 'status' | 'changes'> => {
  const states = statesOf(kind)
  const [first, second] = states
  const last = states[states.length - 1]
  if (first === undefined || second === undefined || last === undefined) return { status: '', changes: [] }
  const { to, looked } = QUALITY[area] as (typeof QUALITY)[number]
  const changes: MadeSite['changes'] = []
  const begun = START + random.whole(20, 150)
  const zeal = Math.min(0.97, Math.max(0.25, (to - 0.6) * 3.4)) * (looked === 0 ? 0.2 : 1)
  if (random.chance(0.55 + zeal * 0.43)) {
    changes.push({ day: begun, status: second, basis: '区创卫办整治通知' })
    const done = begun + random.whole(6, 40)
    if (done <= END && random.chance(zeal))
      changes.push({
        day: done,
        status: last,
        basis: random.pick(['办事处验收单', '区督导组复核', '现场照片核验']),
      })
  }
  return { status: first, changes: changes.filter((change) => change.day <= END) }
}

const add = (
  plan: Pick<Plan, 'kind' | 'prefix' | 'responsible'>,
  name: string,
  area: number,
  at: Point,
  shape: Pick<MadeSite, 'line' | 'ring'> = {},
) => {
  const number = made.filter((site) => site.id.startsWith(`${plan.prefix}-`)).length + 1
  made.push({
    id: `${plan.prefix}-${String(number).padStart(3, '0')}`,
    kind: plan.kind,
    name,
    at,
    area,
    responsible: plan.responsible || `${(AREAS[area] as DrawnArea).office}环卫站`,
    ...history(plan.kind, area),
    ...shape,
  })
}

for (const plan of PLANS) {
  const taken: Point[] = []
  for (let i = 0; i < plan.count; i++) {
    const ground = random.weighted(
      grounds,
      (g) => plan.lean[settingAt[g.area.setting]] * Math.sqrt(g.area.population),
    )
    let stem = ground.name
    let at: Point = ground.area.seat
    for (let tries = 0; tries < 12; tries++) {
      if (plan.where === 'kerb') {
        const kerb = onKerb(ground)
        at = kerb.at
        stem = ['market', 'toilet', 'transfer', 'clinic'].includes(plan.kind) ? ground.name : kerb.street
      } else at = plan.where === 'houses' ? amongHouses(ground) : inFields(ground)
      if (taken.every((other) => distance(other, at) > 60)) break
    }
    taken.push(at)
    add(plan, nameFor(stem, random.pick(plan.words)), ground.index, at)
  }
}

// A corner given to scrap: four yards side by side at the edge of 毛楼.
const corner = grounds.find((g) => g.name === '毛楼') as Ground
for (let i = 0; i < 4; i++) {
  const at = near([8780, 1480], 130)
  add(
    { kind: 'recycling', prefix: 'FP', responsible: '区商务局' },
    nameFor('毛楼东环路口', '废品收购站'),
    corner.index,
    at,
  )
}

// Lanes as lines.
for (const ground of grounds) {
  const wanted = { town: 4, fringe: 2, country: 1 }[ground.area.setting]
  const villageStreets = LAND.villages
    .filter((v) => contains(ground.area.ring, v.centre))
    .flatMap((v) => v.streets)
    .filter((line) => line.every((p) => contains(ground.area.ring, p)) && lineLength(line) > 90)
  const lines = random.shuffle([...ground.lanes, ...villageStreets]).slice(0, wanted)
  lines.forEach((line) => {
    const middle = pointAt(line, lineLength(line) / 2).point
    add(
      { kind: 'alley', prefix: 'BJ', responsible: '' },
      nameFor(ground.name, '背街小巷'),
      ground.index,
      middle,
      { line },
    )
  })
}

// Main roads as lines: the stretch inside the district, whatever areas it crosses.
for (const street of STREETS.filter((s) => s.class === 'road-major')) {
  const length = lineLength(street.line)
  const inside: number[] = []
  for (let along = 0; along < length; along += 25)
    if (areaAt(pointAt(street.line, along).point) >= 0) inside.push(along)
  const [from, to] = [inside[0], inside[inside.length - 1]]
  if (from === undefined || to === undefined || to - from < 900) continue
  const line = piece(street.line, from, to)
  const middle = pointAt(street.line, inside[Math.floor(inside.length / 2)] as number).point
  add({ kind: 'road', prefix: 'ZD', responsible: '区环卫所' }, street.name, areaAt(middle), middle, { line })
}

// Old estates as polygons: blocks of the town.
for (const ground of grounds.filter((g) => g.area.setting !== 'country')) {
  const wanted = ground.area.setting === 'town' ? 3 : 1
  random
    .shuffle(ground.blocks)
    .slice(0, wanted)
    .forEach((ring, i) => {
      const word = i % 2 === 0 ? '老旧小区' : '家属院'
      add(
        { kind: 'estate', prefix: 'XQ', responsible: '区住建局' },
        nameFor(ground.name, word),
        ground.index,
        centroid(ring),
        { ring },
      )
    })
}

// Villages within the town, as the hull of their yards.
for (const ground of grounds) {
  for (const village of LAND.villages.filter((v) => v.name !== '' && contains(ground.area.ring, v.centre))) {
    const ring: Point[] = Array.from({ length: 20 }, (_, i) => {
      const angle = (i / 20) * 2 * Math.PI
      const edge = 1.06 + 0.1 * Math.sin(3 * angle + village.centre[0])
      return [
        village.centre[0] + Math.cos(angle) * village.reach[0] * edge,
        village.centre[1] + Math.sin(angle) * village.reach[1] * edge,
      ]
    })
    add(
      { kind: 'village', prefix: 'CZ', responsible: '' },
      `${village.name}${labelOf('village')}`,
      ground.index,
      village.centre,
      { ring },
    )
  }
}

export const SITES: MadeSite[] = made

export const statusRows = (): (string | null)[][] =>
  SITES.flatMap((site) =>
    site.changes.map((change) => [site.id, iso(change.day), change.status, change.basis]),
  )
