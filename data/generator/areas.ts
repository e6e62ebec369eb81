/**
 * The 21 居委会 in the words of the statistical code list of 2018 (统计用区划代码; names and codes are real). 毛楼 stands under
 * 开元路产业集聚区 as the city paper of May 2019 has it. Population and groups are made up: about 72 000 in all, which is
 * the district's own published figure.
 */
import type { Point } from './frame.ts'
import { BORDERS } from './geometry/borders.ts'
import { contains } from './geometry/ring.ts'
import { points } from './geometry/skeleton.ts'
import { type Face, facesOf } from './geometry/topology.ts'

const EAST = '太昊路办事处'
const SOUTH = '淮河路办事处'
const ZONE = '开元路产业集聚区'

/** How far town reaches: shapes density of streets, kinds of place and names. */
export type Setting = 'town' | 'fringe' | 'country'

interface Entry {
  code: string
  name: string
  office: string
  /** A point inside, metres. */
  at: string
  population: number
  setting: Setting
  group: '社区' | '城中村' | '集聚区' | '待拆迁'
}

const ENTRIES: Entry[] = [
  {
    code: '411671011001',
    name: '毛楼居委会',
    office: ZONE,
    at: '8400,2300',
    population: 3380,
    setting: 'fringe',
    group: '集聚区',
  },
  {
    code: '411671011002',
    name: '杨脑居委会',
    office: EAST,
    at: '7350,4300',
    population: 3920,
    setting: 'fringe',
    group: '城中村',
  },
  {
    code: '411671011003',
    name: '单庄居委会',
    office: EAST,
    at: '8600,4100',
    population: 2540,
    setting: 'country',
    group: '待拆迁',
  },
  {
    code: '411671011004',
    name: '艾营居委会',
    office: EAST,
    at: '7120,3030',
    population: 2890,
    setting: 'fringe',
    group: '城中村',
  },
  {
    code: '411671011007',
    name: '康庄居委会',
    office: EAST,
    at: '4690,4730',
    population: 5260,
    setting: 'town',
    group: '社区',
  },
  {
    code: '411671011008',
    name: '杨井沿居委会',
    office: EAST,
    at: '5890,4580',
    population: 5640,
    setting: 'town',
    group: '社区',
  },
  {
    code: '411671011009',
    name: '许寨居委会',
    office: EAST,
    at: '4720,3780',
    population: 5480,
    setting: 'town',
    group: '社区',
  },
  {
    code: '411671011010',
    name: '韩营居委会',
    office: EAST,
    at: '6000,3490',
    population: 4750,
    setting: 'town',
    group: '社区',
  },
  {
    code: '411671011011',
    name: '陈营居委会',
    office: EAST,
    at: '6340,2210',
    population: 3410,
    setting: 'fringe',
    group: '城中村',
  },
  {
    code: '411671012001',
    name: '孟营居委会',
    office: SOUTH,
    at: '3460,4430',
    population: 5120,
    setting: 'town',
    group: '社区',
  },
  {
    code: '411671012002',
    name: '黄滩居委会',
    office: SOUTH,
    at: '2070,4340',
    population: 3160,
    setting: 'fringe',
    group: '城中村',
  },
  {
    code: '411671012003',
    name: '康楼居委会',
    office: SOUTH,
    at: '3490,3400',
    population: 5310,
    setting: 'town',
    group: '社区',
  },
  {
    code: '411671012004',
    name: '郑洼居委会',
    office: SOUTH,
    at: '2050,3550',
    population: 3050,
    setting: 'fringe',
    group: '城中村',
  },
  {
    code: '411671012005',
    name: '刘新庄居委会',
    office: SOUTH,
    at: '1070,3190',
    population: 1420,
    setting: 'country',
    group: '待拆迁',
  },
  {
    code: '411671012006',
    name: '牛滩居委会',
    office: SOUTH,
    at: '2170,2560',
    population: 2260,
    setting: 'country',
    group: '城中村',
  },
  {
    code: '411671012007',
    name: '姚滩居委会',
    office: SOUTH,
    at: '3540,2370',
    population: 3480,
    setting: 'fringe',
    group: '城中村',
  },
  {
    code: '411671012008',
    name: '徐庄居委会',
    office: SOUTH,
    at: '4800,2920',
    population: 3870,
    setting: 'town',
    group: '社区',
  },
  {
    code: '411671012009',
    name: '赵寨居委会',
    office: SOUTH,
    at: '4830,2090',
    population: 2450,
    setting: 'fringe',
    group: '城中村',
  },
  {
    code: '411671012010',
    name: '麦仁店居委会',
    office: SOUTH,
    at: '1700,1500',
    population: 1520,
    setting: 'country',
    group: '城中村',
  },
  {
    code: '411671012011',
    name: '路庄居委会',
    office: SOUTH,
    at: '5580,1090',
    population: 1980,
    setting: 'country',
    group: '城中村',
  },
  {
    code: '411671012012',
    name: '南徐居委会',
    office: SOUTH,
    at: '3460,1210',
    population: 1160,
    setting: 'country',
    group: '待拆迁',
  },
]

export interface DrawnArea extends Omit<Entry, 'at'> {
  relocation: boolean
  ring: Point[]
  face: Face
  /** A point inside, metres. */
  seat: Point
}

const draw = (): DrawnArea[] => {
  const faces = facesOf(BORDERS)
  return ENTRIES.map(({ at, ...entry }) => {
    const seat = points(at)[0] as Point
    const face = faces.find((candidate) => contains(candidate.ring, seat))
    if (!face) throw new Error(`${entry.name}: no face of the borders holds ${at}`)
    return { ...entry, relocation: entry.group === '待拆迁', ring: face.ring, face, seat }
  })
}

/** In the order of their codes. */
export const AREAS: DrawnArea[] = draw()
