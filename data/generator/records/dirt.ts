/**
 * Rows with something wrong in them, on purpose: what intake and placing must tell and not stumble over. Each says what
 * it is there for.
 */
import { AREAS } from '../areas.ts'
import { END, iso } from '../calendar.ts'
import { toLonLat } from '../frame.ts'
import type { MadeSite } from './sites.ts'

type Cell = string | number | null

const codeOf = (name: string): string => AREAS.find((a) => a.name.startsWith(name))?.code ?? ''

/** The western-most corner of the district, metres. */
const westernmost = AREAS.flatMap((a) => a.ring).reduce((p, q) => (q[0] < p[0] ? q : p))

export const dirtySites = (): Cell[][] => {
  const [nearLon, nearLat] = toLonLat([westernmost[0] - 18, westernmost[1]])
  return [
    // 18 m outside the district: counts for the nearest area.
    ['GC-901', '公厕', '界外公厕', nearLon, nearLat, '', '区环卫所', ''],
    // Latitude digits swapped (33.58 → 33.85): far outside.
    ['GC-902', '公厕', '刘庄公厕', 114.64512, 33.85021, codeOf('许寨'), '区环卫所', ''],
    // Declared one area, stands in another.
    ['XC-901', '“三小”门店', '团结路小餐饮九号', 114.66012, 33.59012, codeOf('麦仁店'), '区市场监管局', ''],
    // No coordinates: counted where it is declared.
    ['XL-901', '健康教育宣传栏', '牛滩宣传栏（未定位）', '', '', codeOf('牛滩'), '牛滩居委会', ''],
  ]
}

export const duplicateSite = (sites: readonly MadeSite[]): Cell[] => {
  const site = sites.find((s) => s.kind === 'billboard') as MadeSite
  const [lon, lat] = toLonLat(site.at)
  // The same number typed twice.
  return [site.id, '广告牌', `${site.name}（重复登记）`, lon, lat, '', site.responsible, '']
}

export const dirtyChecks = (): Cell[][] => [
  // An item that is not in the rubric; a site that does not exist; result and defects that disagree.
  ['JC190520-X1', 'GC-001', iso(END - 7), '区督导', '墙面刷白', '合格', 1, ''],
  ['JC190520-X2', 'GC-999', iso(END - 7), '区督导', 'toilet-clean', '合格', 1, ''],
  ['JC190520-X3', 'GC-002', iso(END - 7), '自查', 'toilet-clean', '合格', 5, '与缺陷数不符'],
  // Not a date of the calendar.
  ['JC190520-X4', 'GC-002', '2019-02-30', '自查', 'toilet-open', '合格', 1, ''],
]

export const dirtyIssues = (): Cell[][] => [
  // Found tomorrow; verified but never fixed; fixed before it was found.
  [
    'WT-9001',
    'GC-003',
    'toilet-clean',
    '',
    '',
    '',
    '2019-06-27',
    '自查',
    '一般',
    '登记日期有误',
    '区环卫所',
    '',
    '',
    '',
    '',
    '',
    '',
  ],
  [
    'WT-9002',
    'GC-004',
    'toilet-clean',
    '',
    '',
    '',
    iso(END - 20),
    '区督导',
    '一般',
    '便池有尿垢',
    '区环卫所',
    iso(END - 15),
    '',
    iso(END - 14),
    '',
    '',
    '',
  ],
  [
    'WT-9003',
    'GC-005',
    'toilet-intact',
    '',
    '',
    '',
    iso(END - 20),
    '区督导',
    '一般',
    '冲水阀损坏',
    '区环卫所',
    iso(END - 15),
    iso(END - 30),
    '',
    '',
    '',
    '',
  ],
]

// A family may not be named: refused.
export const dirtyHonour = (): Cell[] => [
  '卫生家庭',
  '三号院某户',
  '',
  '',
  codeOf('康庄'),
  iso(END - 3),
  1,
  '居委会推荐',
]
