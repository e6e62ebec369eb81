/**
 * `scenes.json`: the prepared presentations. A scene is the link of a view, with a title and talking points; what stands in
 * braces there is a figure of the day shown.
 */

/** 麦仁店, the worst; U形支渠, the water that is 重度 still; two months before the day of the package. */
const WORST = 'sel=area:411671012010'
const WATER = 'sel=water:S04'
const BEFORE = '2019-03-27'

const scene = (title: string, link: string, points: string[]) => ({
  title,
  points,
  link: link === '' ? '' : `v=1&${link}`,
})

const whole = scene('全区一张图', '', [
  '{居委会数} 个居委会，按暗访标准计分，全区 {得分} 分',
  '{达标居委会数} 个达标；最差的是 {最差居委会名称}，{最差居委会得分} 分',
  '暖色差，冷色好；斜线为数据不足',
])
const offices = scene('三个办事处', 'r=office', [
  '各办事处的得分，是所辖居委会的得分汇总',
  '全区未销号问题 {未销号问题数} 个，其中逾期 {逾期问题数} 个',
])
const worst = scene('最差的居委会：为什么是这个分', WORST, [
  '{选中居委会名称} {选中居委会得分} 分，{选中居委会等级}，第 {选中居委会名次} 名',
  '从 1000 分起，一步一步看分失在哪里，每一步都能打开记录',
  '还有 {选中居委会未销号问题数} 个问题没有销号',
])
const water = scene('黑臭水体：监测值和限值', WATER, [
  '按黑臭水体整治工作指南，看透明度、溶解氧、氧化还原电位、氨氮',
  '全区还有 {黑臭水体数} 条黑臭水体',
])
const kinds = scene('农贸市场查得怎样，废品收购站取缔了多少', 'y=kinds', [
  '农贸市场 {农贸市场数} 处',
  '废品收购站 {废品收购站数} 处：在营 {在营废品收购站数}，已取缔 {已取缔废品收购站数}',
])
const closure = scene('整改闭环：谁逾期了', 'm=overdue&y=closure', [
  '结案率 {结案率}；本周新发现 {本周新发现} 个，销号 {本周销号} 个',
  '逾期 {逾期问题数} 个，按办事处、按责任单位点名',
])
const change = scene('两个月的变化', `y=compare&yo=day:${BEFORE}`, ['进步最大的和退步最大的，各因为什么'])
const coverage = scene('哪里还没有真查过', 'y=coverage', [
  '排查覆盖率 {排查覆盖率}',
  '盲区里的分数没有把握，先补查',
])
const plan = scene('下周先改什么', 'y=plan', ['按每件事能换回的分排队：先改前几件，得分和名次会怎样'])

export const scenes = () => ({
  version: 2,
  briefings: [
    { name: '创卫工作汇报', scenes: [whole, offices, worst, water, kinds, closure, change, coverage, plan] },
    { name: '早会 5 分钟', scenes: [whole, closure, plan] },
  ],
})
