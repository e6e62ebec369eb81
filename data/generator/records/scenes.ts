/** `scenes.json`: the prepared presentation. Each scene is a state of the view, as a link has it, with a title and talking points. */

export const scenes = () => ({
  version: 1,
  scenes: [
    {
      title: '全区一张图',
      points: ['21 个居委会，按千分制暗访标准评分', '暖色最差，冷色最好；灰色斜线为数据不足'],
      asOf: '2019-05-27',
      metric: 'score',
    },
    {
      title: '脏：清扫保洁与食品',
      points: ['先看“脏”：清扫保洁、食品、病媒、水环境'],
      asOf: '2019-05-27',
      metric: 'theme:脏',
    },
    {
      title: '问题在哪里',
      points: ['未销号问题的集聚', '逾期未改的责任单位'],
      asOf: '2019-05-27',
      metric: 'overdue',
      heat: true,
    },
    {
      title: '黑臭水体',
      points: ['运粮河陈营段由重度转轻度', 'U形支渠仍为重度，列为督办'],
      asOf: '2019-05-27',
      select: 'water:S04',
    },
    {
      title: '废品收购站取缔',
      points: ['在营 → 整治中 → 已取缔', '毛楼东环路口仍有集聚'],
      asOf: '2019-05-27',
      kinds: ['recycling'],
    },
    {
      title: '最差的居委会',
      points: ['麦仁店：为什么是这个分', '先改哪几件'],
      asOf: '2019-05-27',
      select: 'area:411671012010',
    },
  ],
})
