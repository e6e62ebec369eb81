/**
 * The borders of the 21 居委会, as arcs between nodes. In the town they follow roads, here and there leaving one for the
 * back of a block as real borders do; outside they follow canals, the river and the steps of field edges.
 */
import type { Line, Point } from '../frame.ts'
import { stream } from '../random.ts'
import { between, crossings, distance, nearest, piece } from './line.ts'
import { points, skeleton } from './skeleton.ts'
import type { Arc } from './topology.ts'

const random = stream('borders')
const nodes = new Map<string, Point>()

/**
 * The place a node's name speaks of: 「工农路×太昊路」 is their crossing, 「太昊路@727,3054」 the point of the road nearest to
 * there.
 */
const node = (name: string): Point => {
  const known = nodes.get(name)
  if (known) return known
  const place = (): Point => {
    const at = name.split('@')
    if (at[1]) return nearest(skeleton(at[0] as string).line, points(at[1])[0] as Point).point
    const [first, second] = name.split('×')
    const found = crossings(skeleton(first as string).line, skeleton(second as string).line)[0]
    if (!found) throw new Error(`node ${name}: the lines do not cross`)
    return found
  }
  const point = place()
  nodes.set(name, point)
  return point
}

/** Along a named line, from node to node. */
const along = (name: string, ...stops: string[]): Arc[] => {
  const { line } = skeleton(name)
  return stops.slice(1).map((to, i) => {
    const from = stops[i] as string
    const ends = [node(from), node(to)] as const
    const run = piece(line, nearest(line, ends[0]).along, nearest(line, ends[1]).along)
    // the very node, not its foot on the line: arcs that meet must meet exactly
    return { from, to, along: name, line: [ends[0], ...run.slice(1, -1), ends[1]] }
  })
}

/** A vertex about every `step` metres, each pushed aside by up to `sway`: a lane or a field edge is never quite straight. */
const swayed = (line: Line, step: number, sway: number): Point[] => {
  const out: Point[] = [line[0] as Point]
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point
    const b = line[i] as Point
    const length = distance(a, b)
    const pieces = Math.max(1, Math.round(length / step))
    for (let k = 1; k < pieces; k++) {
      const [x, y] = between(a, b, (k + random.between(-0.25, 0.25)) / pieces)
      const aside = random.between(-sway, sway)
      out.push([x - ((b[1] - a[1]) / length) * aside, y + ((b[0] - a[0]) / length) * aside])
    }
    out.push(b)
  }
  return out
}

/** A border in the open, through the given corners. */
const field = (from: string, corners: string, to: string): Arc => ({
  from,
  to,
  along: null,
  line: swayed([node(from), ...points(corners), node(to)], 110, 5),
})

/** A border behind the houses: short steps, nearly straight. */
const lane = (from: string, corners: string, to: string): Arc => ({
  from,
  to,
  along: null,
  line: swayed([node(from), ...points(corners), node(to)], 90, 2.5),
})

/** Every border, the outer one first, clockwise from the north-west. */
export const BORDERS: Arc[] = [
  // --- outer border, north
  field(
    '开元大道@908,3865',
    '926,4024 1080,4038 1094,4187 1044,4287 1217,4319 1236,4450 1416,4478 1421,4577 1579,4595',
    '汉阳路@1659,4659',
  ),
  ...along('汉阳路', '汉阳路@1659,4659', '汉阳路×黄河路'),
  ...along('黄河路', '汉阳路×黄河路', '黄河路@2477,4763'),
  lane('黄河路@2477,4763', '2470,4949 2695,4973', '工农路@2895,4976'),
  lane('工农路@2895,4976', '3112,5002 3135,4922 3357,4931 3366,4849', '黄河路@3371,4797'),
  ...along('黄河路', '黄河路@3371,4797', '五一路×黄河路'),
  ...along('五一路', '五一路×黄河路', '五一路@4070,5112'),
  lane('五一路@4070,5112', '4300,5132 4323,5067 4636,5094 4627,5176 4972,5203', '八一大道@5210,5194'),
  lane(
    '八一大道@5210,5194',
    '5470,5221 5488,5094 5752,5108 5761,5040 6169,5067 6173,5149',
    '中州大道@6470,5167',
  ),
  ...along('中州大道', '中州大道@6470,5167', '中州大道@6486,4999'),
  lane('中州大道@6486,4999', '6686,5013 6722,5094 6967,5094', '杨脑干渠@7194,5158'),
  field('杨脑干渠@7194,5158', '7357,5176 7393,5122 7647,5112 7665,5185', '朝阳路@7849,5194'),
  // --- outer border, east
  field(
    '朝阳路@7849,5194',
    '8060,5188 8076,5082 8420,5055 8474,4962 8705,4935 8905,4798 8878,4566 8930,4500',
    '开元大道@8935,4360',
  ),
  ...along('开元大道', '开元大道@8935,4360', '开元大道@9243,4382'),
  field('开元大道@9243,4382', '9266,4120 9334,4092 9392,3745 9466,3562', '太昊路@9443,3346'),
  field('太昊路@9443,3346', '9421,3055 9296,3024 9274,2706', '莲花路@9253,2373'),
  field('莲花路@9253,2373', '9232,2085 9066,2058 9004,1646 8884,1612 8832,1252 8690,1204', '运粮河@8554,958'),
  // --- outer border, south: the river upstream to 中州大道, then fields to the 清水河 and along it
  ...along('运粮河', '运粮河@8554,958', '运粮河×朝阳路', '杨脑干渠×运粮河', '运粮河×中州大道'),
  ...along('中州大道', '运粮河×中州大道', '中州大道×淮河路'),
  field(
    '中州大道×淮河路',
    '7012,762 6704,692 6668,590 6446,572 6164,660 6116,556 5642,502 5570,384 5253,396 5216,314',
    '清水河@5035,278',
  ),
  ...along('清水河', '清水河@5035,278', '清水河@4391,482', '清水河@2541,596', '清水河@972,1113'),
  // --- outer border, west
  field(
    '清水河@972,1113',
    '1066,1345 1041,1588 884,1612 906,1958 800,2066 764,2328 652,2350',
    '运粮河@554,2754',
  ),
  field('运粮河@554,2754', '600,2890', '太昊路@618,3054'),
  field('太昊路@618,3054', '609,3217 781,3253 799,3453 736,3489 745,3670 890,3698', '开元大道@908,3865'),

  // --- 黄滩 | 孟营
  ...along('工农路', '工农路@2895,4976', '工农路@2920,4577'),
  lane('工农路@2920,4577', '2772,4570 2758,4432 2768,4287 2940,4280', '工农路@2941,4187'),
  ...along('工农路', '工农路@2941,4187', '工农路×开元大道'),
  // --- 黄滩 | 刘新庄, 郑洼
  ...along('开元大道', '开元大道@908,3865', '开元大道@1525,3929', '开元大道@2713,3959', '工农路×开元大道'),
  // --- 孟营 | 康楼, 康庄
  ...along('开元大道', '工农路×开元大道', '五一路×开元大道'),
  ...along('五一路', '五一路×黄河路', '五一路@4114,4278', '五一路×开元大道'),
  // --- 康庄 | 许寨
  lane(
    '五一路@4114,4278',
    '4364,4298 4377,4369 4708,4391 4722,4314 4972,4332 4981,4251',
    '八一大道@5264,4260',
  ),
  // --- 康庄, 许寨 | 杨井沿, 韩营
  ...along('八一大道', '八一大道@5210,5194', '八一大道@5264,4260', '八一大道×开元大道', '八一大道@5298,3571'),
  lane('八一大道@5298,3571', '5452,3575 5466,3425', '太昊路@5461,3314'),
  ...along('太昊路', '太昊路@5461,3314', '八一大道×太昊路'),
  // --- 康楼 | 许寨, 徐庄
  ...along('五一路', '五一路×开元大道', '五一路×太昊路', '五一路@4171,3035'),
  lane('五一路@4171,3035', '4318,3043 4332,2945 4309,2827', '南干渠@4300,2813'),
  // --- 许寨 | 徐庄
  ...along('太昊路', '五一路×太昊路', '八一大道×太昊路'),
  // --- 杨井沿 | 韩营
  ...along('开元大道', '八一大道×开元大道', '开元大道@6015,4106'),
  lane('开元大道@6015,4106', '6024,3970 6241,3956 6255,4024 6450,4015', '中州大道@6570,4015'),
  // --- 杨井沿 | 杨脑
  ...along('中州大道', '中州大道@6486,4999', '中州大道@6570,4015', '中州大道@6589,3806'),
  // --- 杨脑 | 艾营
  lane('中州大道@6589,3806', '6831,3825 6858,3752 7148,3779 7162,3707', '杨脑干渠@7475,3698'),
  ...along('杨脑干渠', '杨脑干渠@7475,3698', '杨脑干渠×太昊路'),
  // --- 韩营 | 艾营
  ...along('中州大道', '中州大道@6589,3806', '中州大道×太昊路', '中州大道×南干渠'),
  // --- 韩营 | 徐庄, 陈营
  ...along('八一大道', '八一大道×太昊路', '八一大道@5330,3081'),
  lane('八一大道@5330,3081', '5579,3090 5597,3017 5879,3035 5892,2918', '南干渠@5897,2893'),
  ...along('南干渠', '南干渠@5897,2893', '中州大道×南干渠'),
  // --- 陈营 | 徐庄, 赵寨
  ...along('八一大道', '八一大道@5330,3081', '八一大道×莲花路', '八一大道×运粮河'),
  // --- 徐庄 | 姚滩, 赵寨
  ...along('南干渠', '南干渠@4300,2813', '南干渠×五一路'),
  ...along('五一路', '南干渠×五一路', '五一路@4182,2582'),
  lane('五一路@4182,2582', '4427,2600 4441,2528 4763,2559 4781,2618 5026,2636 5044,2528', '莲花路@5053,2503'),
  ...along('莲花路', '莲花路@5053,2503', '八一大道×莲花路'),
  // --- 姚滩 | 赵寨
  ...along('五一路', '五一路@4182,2582', '五一路×运粮河'),
  // --- 艾营 | 陈营, 毛楼
  ...along('中州大道', '中州大道×南干渠', '中州大道×莲花路'),
  ...along('莲花路', '中州大道×莲花路', '莲花路@7148,2423'),
  field('莲花路@7148,2423', '7153,2255 7284,2246 7302,2147', '杨脑干渠@7525,2128'),
  ...along('杨脑干渠', '杨脑干渠×太昊路', '杨脑干渠@7525,2128', '杨脑干渠×运粮河'),
  // --- 杨脑 | 单庄
  ...along('朝阳路', '朝阳路@7849,5194', '朝阳路@7946,4187'),
  field(
    '朝阳路@7946,4187',
    '8119,4183 8137,4024 8273,4006 8282,3797 8146,3779 8155,3616',
    '朝阳路@7994,3607',
  ),
  ...along('朝阳路', '朝阳路@7994,3607', '朝阳路×太昊路'),
  // --- 毛楼 | 杨脑, 单庄
  ...along('太昊路', '杨脑干渠×太昊路', '朝阳路×太昊路', '太昊路@9443,3346'),
  // --- 刘新庄 | 郑洼, 牛滩
  field(
    '开元大道@1525,3929',
    '1516,3779 1389,3752 1380,3561 1489,3534 1480,3362 1344,3344',
    '太昊路@1334,3115',
  ),
  ...along('太昊路', '太昊路@1334,3115', '太昊路@1570,3135'),
  field('太昊路@1570,3135', '1561,2981 1416,2963 1407,2772 1280,2745 1271,2528', '运粮河@1126,2373'),
  // --- 郑洼 | 牛滩, 康楼
  ...along('太昊路', '太昊路@1570,3135', '太昊路@2613,3192'),
  lane('太昊路@2613,3192', '2627,3380 2749,3389 2758,3561 2695,3575 2704,3761', '开元大道@2713,3959'),
  // --- 康楼 | 牛滩, 姚滩
  ...along('太昊路', '太昊路@2613,3192', '工农路×太昊路'),
  ...along('工农路', '工农路×太昊路', '工农路×南干渠'),
  ...along('南干渠', '工农路×南干渠', '南干渠×五一路'),
  // --- 牛滩 | 姚滩
  ...along('工农路', '工农路×南干渠', '工农路×莲花路'),
  field('工农路×莲花路', '2894,2391 2867,2292 2749,2283 2740,2128 2822,2119', '运粮河@2808,1915'),
  // --- 麦仁店 | 南徐
  ...along('U形支渠', 'U形支渠×运粮河', 'U形支渠@2622,1240', 'U形支渠@2695,949'),
  field('U形支渠@2695,949', '2631,840 2659,732 2523,714', '清水河@2541,596'),
  // --- 南徐 | 路庄
  ...along('五一路', '五一路×运粮河', '五一路@4273,1076'),
  field('五一路@4273,1076', '4427,1058 4436,886 4309,868 4323,686 4409,668', '清水河@4391,482'),
  // --- the river between its banks
  ...along(
    '运粮河',
    '运粮河@554,2754',
    '运粮河@1126,2373',
    'U形支渠×运粮河',
    '运粮河@2808,1915',
    '五一路×运粮河',
    '八一大道×运粮河',
    '运粮河×中州大道',
  ),
]
