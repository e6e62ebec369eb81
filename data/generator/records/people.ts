/** What the district does besides inspecting: surveys, honours, duties, activities. Units and counts, never persons. */
import { AREAS } from '../areas.ts'
import { END, iso, MUSTER, progress } from '../calendar.ts'
import { type Point, toLonLat } from '../frame.ts'
import { stream } from '../random.ts'
import { expected, QUALITY, shortName } from './quality.ts'
import { SITES } from './sites.ts'
import { BODIES } from './waters.ts'

type Cell = string | number | null

const random = stream('people')

/** Three rounds an area, two a water body. The area hardly inspected was not asked either. */
export const surveyRows = (): Cell[][] => {
  const rows: Cell[][] = []
  for (const day of [END - 124, END - 66, END - 9])
    AREAS.forEach((area, i) => {
      if (QUALITY[i]?.looked === 0) return
      const valid = random.whole(100, 180)
      const rate = Math.min(0.985, 0.42 + 0.58 * expected(i, day) + random.normal() * 0.012)
      rows.push([area.code, '', iso(day), valid, Math.round(valid * rate)])
    })
  for (const day of [END - 80, END - 12])
    for (const body of BODIES) {
      const foul =
        body.stations.reduce((sum, s) => sum + s.from + (s.to - s.from) * progress(day), 0) /
        body.stations.length
      const valid = random.whole(96, 130)
      rows.push([
        '',
        body.id,
        iso(day),
        valid,
        Math.round(valid * Math.min(0.97, Math.max(0.4, 0.97 - 0.2 * foul))),
      ])
    }
  return rows
}

export const honourRows = (): Cell[][] => {
  const rows: Cell[][] = []
  AREAS.forEach((area, i) => {
    if (area.relocation) return
    const { to } = QUALITY[i] as (typeof QUALITY)[number]
    rows.push(['卫生家庭', '', '', '', area.code, iso(END - 3), 5, '居委会推荐，办事处审核'])
    if (to > 0.8)
      rows.push(['创卫之星', '', '', '', area.code, iso(END - 2), random.whole(1, 3), '区创卫指挥部审定'])
    if (to > 0.78)
      rows.push(['示范户', '', '', '', area.code, iso(END - 2), random.whole(2, 6), '办事处审核'])
    const lane = SITES.find((site) => site.kind === 'alley' && site.area === i)
    if (lane && to > 0.76) {
      const [lon, lat] = toLonLat(lane.at)
      rows.push([
        '创卫示范街',
        `${shortName(area.name)}示范街`,
        lon,
        lat,
        area.code,
        iso(END - 3),
        1,
        '门前三包、保洁、秩序三项检查均为很好',
      ])
    }
    const shop = SITES.find((site) => site.kind === 'food-shop' && site.area === i)
    if (shop && to > 0.84) {
      const [lon, lat] = toLonLat(shop.at)
      rows.push([
        '文明商户',
        `${shop.name}（示例）`,
        lon,
        lat,
        area.code,
        iso(END - 3),
        1,
        '证照齐全、五项公示、门前三包落实',
      ])
    }
    if (to > 0.92) {
      const [lon, lat] = toLonLat(area.seat)
      rows.push(['示范社区', area.name, lon, lat, area.code, iso(END - 1), 1, '区创卫指挥部审定'])
    }
  })
  return rows
}

const LEADS = [
  '区城管局',
  '区住建局',
  '区卫健局',
  '区市场监管局',
  '区农业农村局',
  '区生态环境分局',
  '区民政局',
  '区财政局',
  '区教体局',
  '区人社局',
]

export const dutyRows = (): Cell[][] => [
  ...AREAS.map((area, i): Cell[] => [
    area.code,
    '',
    area.office,
    LEADS[i % LEADS.length] as string,
    `${area.code}${String(1).padStart(3, '0')}`,
  ]),
  ...SITES.filter((site) => ['market', 'transfer', 'road'].includes(site.kind)).map((site, i): Cell[] => {
    const area = AREAS[site.area] as (typeof AREAS)[number]
    return [
      '',
      site.id,
      site.responsible,
      LEADS[(i + 3) % LEADS.length] as string,
      `${area.code}${String(2 + (i % 7)).padStart(3, '0')}`,
    ]
  }),
]

export const activityRows = (): Cell[][] => {
  const rows: { kind: string; title: string; day: number; area: number; at: Point | null }[] = []
  const seat = (area: number): Point => (AREAS[area] as (typeof AREAS)[number]).seat
  rows.push({ kind: '动员会', title: '全区创卫工作动员大会', day: MUSTER, area: 4, at: seat(4) })
  AREAS.forEach((area, i) => {
    rows.push({
      kind: '大扫除',
      title: `${shortName(area.name)}全民大扫除`,
      day: MUSTER + 1,
      area: i,
      at: random.chance(0.7) ? seat(i) : null,
    })
  })
  for (let k = 0; k < 14; k++) {
    const area = random.whole(0, AREAS.length - 1)
    const kind = random.pick(['宣传', '宣传', '大扫除', '培训'])
    const title = { 宣传: '创卫知识进社区', 大扫除: '周五清洁日', 培训: '“五小”门店业主培训' }[kind] as string
    const base = END - 12 - 11 * k
    rows.push({
      kind,
      title: `${shortName((AREAS[area] as (typeof AREAS)[number]).name)}${title}`,
      day: base,
      area,
      at: seat(area),
    })
  }
  rows.push({ kind: '动员会', title: '“门前三包”集中行动部署会', day: END - 60, area: 6, at: seat(6) })
  return rows
    .sort((a, b) => a.day - b.day)
    .map(({ kind, title, day, area, at }) => {
      const lonLat = at ? toLonLat(at) : null
      return [
        kind,
        title,
        iso(day),
        (AREAS[area] as (typeof AREAS)[number]).code,
        lonLat?.[0] ?? '',
        lonLat?.[1] ?? '',
        '',
      ]
    })
}
