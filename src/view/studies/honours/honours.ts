/** 评选 as the screen says and saves it. Pure. */

import type { SavedFile } from '../../../engine/contract/data.ts'
import type { Overview } from '../../../engine/contract/package.ts'
import type {
  HonourBalance,
  HonourCandidate,
  HonourDocument,
} from '../../../engine/contract/studies/honours.ts'
import { csvText } from '../../../intake/formats/csv-text.ts'
import type { Day } from '../../../model/day.ts'
import { marksOf, type Overlay } from '../../overlay.ts'
import { savedName } from '../../saved-name.ts'

/** 「得分率 95.2% · 3 次检查（5月20日区督导…） · 40 天无问题 · 本居委会第 1」, one clause each. */
export const evidenceOf = ({ rate, visits, daysClean, rank }: HonourCandidate): string[] => [
  `得分率 ${(100 * rate).toFixed(1)}%，本居委会第 ${rank}`,
  `时段内检查 ${visits.length} 次：${visits
    .map(({ day, source, worst }) => `${day} ${source}（最低 ${Number(worst.toFixed(1))} 分）`)
    .join('、')}`,
  daysClean === null ? '从无问题记录' : `上一个问题销号后 ${daysClean} 天无问题`,
]

/** 「示范街 1、卫生家庭 5」. */
export const honoursText = ({ honours }: Pick<HonourBalance, 'honours'>): string =>
  Object.entries(honours)
    .map(([kind, count]) => `${kind} ${count}`)
    .join('、')

/** The candidates with their evidence, as a table for Excel and WPS. */
export const candidatesCsv = (
  { candidates }: HonourDocument,
  overview: Overview,
  office: string | null,
  asOf: Day,
): SavedFile => {
  const nameOf = new Map(overview.areas.map(({ code, name }) => [code, name]))
  const rows = [
    ...candidates.streets.map((one) => ['示范街候选', one] as const),
    ...candidates.shops.map((one) => ['文明商户候选', one] as const),
  ].map(([sort, one]) => [sort, nameOf.get(one.areaCode) ?? '', one.id, one.name, ...evidenceOf(one)])
  const families = candidates.families.map(({ areaCode, seen, good, suggested }) => [
    '卫生家庭名额',
    nameOf.get(areaCode) ?? '',
    '',
    suggested === null ? '未查，无法建议' : `${suggested} 户`,
    `小区、城中村查过 ${seen} 处，达到条件 ${good} 处`,
    '',
    '',
  ])
  const text = csvText([
    ['类别', '居委会', '点位编号', '名称', '依据一', '依据二', '依据三'],
    ...rows,
    ...families,
    [candidates.note, '', '', '', '', '', ''],
  ])
  // With a byte order mark, so that Excel reads it as UTF-8.
  const bytes = new TextEncoder().encode(`\uFEFF${text}`)
  return { name: `${savedName('评选候选', office, asOf)}.csv`, mime: 'text/csv', bytes }
}

const HONOUR = '#8a5300'
const CANDIDATE = '#17694a'

/** Honours that have a place, of the office asked for, and the candidates listed. */
export const honourOverlay = (
  overview: Overview,
  office: string | null,
  listed: readonly HonourCandidate[],
): Overlay => {
  const { sites, honours } = overview
  const candidates = listed.map(({ id, name }) => {
    const i = sites.id.indexOf(id)
    const at = [sites.lon[i] ?? Number.NaN, sites.lat[i] ?? Number.NaN]
    return { at, colour: CANDIDATE, name, size: 6 }
  })
  const given = honours
    .filter(({ area }) => office === null || overview.areas[area]?.office === office)
    .map(({ lon, lat, name, kind }) => ({ at: [lon, lat], colour: HONOUR, name: name ?? kind, size: 6 }))
  return { quiet: true, marks: marksOf([...given, ...candidates]) }
}
