/** `scenes.json`: the prepared presentation. A scene is the link of a view, with a title and talking points. */

const DAY = 'v=1&d=2019-05-27'

/** All kinds but 废品收购站. */
const BESIDE_RECYCLING =
  'area,water,market,vending,food-shop,service-shop,farm,dry-toilet,workshop,dump,toilet,transfer,alley,road,frontage,billboard,flyer-wall,traffic,construction,estate,village,clinic,notice,vector'

export const scenes = () => ({
  version: 2,
  briefings: [
    {
      name: '创卫工作汇报',
      scenes: [
        {
          title: '全区一张图',
          points: ['21 个居委会，按千分制暗访标准评分', '暖色最差，冷色最好；灰色斜线为数据不足'],
          link: DAY,
        },
        {
          title: '脏：清扫保洁与食品',
          points: ['先看“脏”：清扫保洁、食品、病媒、水环境'],
          link: `${DAY}&m=theme:脏`,
        },
        {
          title: '问题在哪里',
          points: ['未销号问题的集聚', '逾期未改的责任单位'],
          link: `${DAY}&m=overdue&x=h`,
        },
        {
          title: '黑臭水体',
          points: ['运粮河陈营段由重度转轻度', 'U形支渠仍为重度，列为督办'],
          link: `${DAY}&sel=water:S04`,
        },
        {
          title: '废品收购站取缔',
          points: ['在营 → 整治中 → 已取缔', '毛楼东环路口仍有集聚'],
          link: `${DAY}&k=${BESIDE_RECYCLING}`,
        },
        {
          title: '最差的居委会',
          points: ['麦仁店：为什么是这个分', '先改哪几件'],
          link: `${DAY}&sel=area:411671012010`,
        },
      ],
    },
  ],
})
