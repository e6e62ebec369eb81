/**
 * The lines the district hangs on, as control points on the drawing board (metres, frame.ts). Names of roads and waters
 * are real, their courses are schematic: nobody publishes the true ones, so nothing here may be taken for a survey.
 */
import type { Point } from '../frame.ts'
import { stream } from '../random.ts'
import { distance, shifted, smooth } from './line.ts'

/** Points as they are written here: 「x,y x,y …」 in metres. */
export const points = (text: string): Point[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x, y] = pair.split(',').map(Number)
      if (x === undefined || y === undefined || Number.isNaN(x + y)) throw new Error(`not a point: ${pair}`)
      return [x, y]
    })

export type LineClass = 'road-major' | 'river' | 'canal' | 'rail'

export interface Skeleton {
  name: string
  class: LineClass
  /** Full width in metres (rivers and canals), for drawing the banks. */
  width?: number
  line: Point[]
}

/**
 * A dug channel silts and erodes: it wanders a little off the line it was drawn by. Three waves of unlike length, so that
 * no two bends look the same; nothing at the ends, which must stay where they were put.
 */
const wandering = (name: string, line: Point[], reach: number): Point[] => {
  const random = stream(`wandering ${name}`)
  const waves = [620, 340, 190].map((length, i) => ({
    length: length * random.between(0.9, 1.1),
    phase: random.between(0, 2 * Math.PI),
    reach: reach / (i + 1),
  }))
  let run = 0
  const runs = line.map((point, i) => {
    if (i > 0) run += distance(line[i - 1] as Point, point)
    return run
  })
  return shifted(line, (i) => {
    const at = runs[i] as number
    const fade = Math.min(1, at / 150, (run - at) / 150)
    return (
      fade *
      waves.reduce(
        (sum, wave) => sum + wave.reach * Math.sin(wave.phase + (2 * Math.PI * at) / wave.length),
        0,
      )
    )
  })
}

/** How far each class strays from its control points, metres. */
const WANDER: Record<LineClass, number> = { 'road-major': 0, rail: 0, river: 21, canal: 3 }

const course = (name: string, lineClass: LineClass, control: Point[]): Point[] =>
  WANDER[lineClass] === 0 ? smooth(control, 70) : wandering(name, smooth(control, 40), WANDER[lineClass])

const drawn = (name: string, lineClass: LineClass, control: string, width?: number): Skeleton => ({
  name,
  class: lineClass,
  ...(width === undefined ? {} : { width }),
  line: course(name, lineClass, points(control)),
})

/** West to east, then north to south; each runs on beyond the district so that the map does not end at its edge. */
export const SKELETON: Skeleton[] = [
  drawn(
    '交通大道',
    'road-major',
    '-2130,5700 -300,5790 1500,5850 2850,5900 4040,5990 5180,6030 6400,6020 7800,5990 9100,6080 10600,6230 12300,6290',
  ),
  drawn(
    '东环路',
    'road-major',
    '9010,7790 9080,6300 9130,5200 9120,4400 9090,3360 9020,2380 8960,1500 9080,700 9700,-900 10300,-2200',
  ),
  drawn(
    '黄河路',
    'road-major',
    `
    -2130,4523 -316,4577 1044,4650 1652,4718 2858,4781 4128,4809 5216,4863 6486,4931 7302,4922
    7892,4877 8935,4931 10386,5094 12291,5176`,
  ),
  drawn(
    '开元大道',
    'road-major',
    `
    -2130,3670 -135,3779 908,3865 1724,3942 2949,3965 4128,4006 5271,4074 6568,4137 7302,4187
    7983,4287 8935,4360 10114,4396 12291,4577`,
  ),
  drawn(
    '太昊路',
    'road-major',
    `
    -2130,2945 -316,2999 727,3063 1770,3153 2985,3208 4155,3244 5316,3308 6631,3339 7575,3280
    8300,3244 9298,3335 10658,3416 12291,3434`,
  ),
  drawn(
    '莲花路',
    'road-major',
    `
    727,2092 1316,2264 1806,2373 3031,2414 4182,2455 5371,2523 6722,2473 7538,2373 8119,2337
    9253,2373 10658,2237 12291,2165`,
  ),
  drawn(
    '淮河路',
    'road-major',
    `
    -2130,732 -316,949 1044,1294 1951,1385 2768,1276 3674,1176 4264,1176 5516,1131 6396,1058 6985,949
    8028,559 9570,-121 12291,-783`,
  ),
  drawn(
    '汉阳路',
    'road-major',
    `
    1407,7788 1525,6246 1634,5067 1688,4160 1761,3208 1806,2391 1942,1530 1987,714 1915,-466
    1860,-2189`,
  ),
  drawn(
    '工农路',
    'road-major',
    `
    2749,7788 2822,6246 2894,4976 2949,3979 2985,3208 3031,2410 3112,1802 3130,1212 3185,-12
    3130,-2189`,
  ),
  drawn(
    '五一路',
    'road-major',
    `
    3974,7788 4037,6065 4074,5067 4128,4006 4155,3244 4187,2455 4219,1802 4273,1076 4427,-103
    4763,-2189`,
  ),
  drawn(
    '八一大道',
    'road-major',
    `
    5108,7788 5171,6156 5216,5067 5271,4069 5316,3298 5371,2509 5443,1711 5543,986 5761,-375
    6078,-2189`,
  ),
  drawn(
    '中州大道',
    'road-major',
    `
    6323,7788 6414,6065 6477,5067 6559,4133 6631,3335 6731,2473 6858,1729 7049,895 7529,-375
    8073,-2189`,
  ),
  drawn(
    '朝阳路',
    'road-major',
    `
    7801,7788 7810,6246 7856,5067 7937,4278 8019,3262 8119,2337 8237,1439 8527,532 8935,-647
    9479,-2189`,
  ),
  drawn(
    '运粮河',
    'river',
    `
    -2130,3598 -1405,3489 -679,3244 -44,2936 464,2791 881,2609 1189,2310 1552,2065 2024,1929
    2504,1884 2967,1938 3402,2038 3856,2011 4291,1829 4708,1611 5108,1548 5507,1639 5924,1784
    6323,1802 6695,1675 7058,1439 7448,1276 7865,1249 8264,1149 8600,913 8881,605 9298,314 9933,115
    10658,-175 11384,-556 12291,-874`,
    34,
  ),
  drawn(
    '清水河',
    'river',
    `
    -2130,1757 -1223,1648 -407,1348 319,1285 881,1158 1362,886 1860,732 2359,659 2858,487 3357,414
    3856,505 4355,487 4808,333 5307,206 5851,-39 6577,-248 7393,-692 8119,-1010 8935,-1327
    9842,-1781 10477,-2280`,
    42,
  ),
  drawn(
    '沙颍河',
    'river',
    `
    -2130,6926 -770,6745 500,6845 1860,7117 3221,7062 4582,6772 5942,6663 7393,6845 8663,7189
    10114,7117 11384,6772 12291,6654`,
    150,
  ),
  drawn(
    '杨脑干渠',
    'canal',
    `
    7148,7788 7130,6246 7166,5385 7230,4913 7393,4478 7475,4069 7466,3616 7556,3208 7629,2845
    7566,2373 7484,1847 7420,1240`,
    16,
  ),
  drawn(
    '南干渠',
    'canal',
    `
    1997,2990 2541,2945 3003,2872 3493,2791 4169,2800 4763,2881 5343,2918 5942,2890 6396,2827
    6686,2845 7121,2918 7620,2890`,
    14,
  ),
  drawn(
    'U形支渠',
    'canal',
    `
    2616,1929 2586,1620 2622,1240 2695,949 2913,795 3266,741 3602,804 3783,1004 3820,1330 3765,1675
    3806,2065`,
    9,
  ),
  drawn(
    '交通干渠',
    'canal',
    '-2130,5611 -316,5666 1135,5602 2858,5666 4055,5693 5198,5775 6423,5811 7130,5838',
    12,
  ),
  drawn(
    '漯阜铁路',
    'rail',
    `
    -2130,2455 -407,2373 1044,2228 2314,2174 3674,2201 5035,2156 6396,2110 7756,2029 9298,2083
    10930,2192 12291,2210`,
  ),
]

const BY_NAME = new Map(SKELETON.map((entry) => [entry.name, entry]))

/** @throws when no line has that name */
export const skeleton = (name: string): Skeleton => {
  const entry = BY_NAME.get(name)
  if (!entry) throw new Error(`no line named ${name}`)
  return entry
}
