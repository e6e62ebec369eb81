/** What stands in a template: of every field what it means and an example, of some the values it may have. */
import type { TABLES } from '../../intake/tables/index.ts'
import type { Area, Site, Water } from '../../model/records.ts'
import type { Standard } from '../../model/standard.ts'
import type { Allowed } from './sheet.ts'

type Tables = typeof TABLES
export type TemplateTable = keyof Tables
type FieldOf<T extends TemplateTable> = keyof Tables[T]['columns'] & string

/** Lists that depend on the package. */
type ListName =
  | 'areas'
  | 'kinds'
  | 'items'
  | 'results'
  | 'severities'
  | 'sources'
  | 'statuses'
  | 'waters'
  | 'honours'

export interface TemplateField {
  /** one short clause */
  meaning: string
  /** null = left empty; absent = the first value of its list */
  example?: string | number | null
  date?: true
  unit?: string
  list?: ListName
}

export interface TableTemplate {
  /** the Chinese name of the table, and of its worksheet */
  label: string
  fields: Readonly<Record<string, TemplateField>>
}

const field = (
  meaning: string,
  example: string | number | null,
  more: Pick<TemplateField, 'unit' | 'list'> = {},
): TemplateField => ({ meaning, example, ...more })

const listed = (meaning: string, list: ListName): TemplateField => ({ meaning, list })

/** @param example YYYY-MM-DD */
const date = (example: string | null, meaning = '如 2019-05-27'): TemplateField => ({
  meaning,
  example,
  date: true,
})

const LON = field('WGS84 经度；没有可不填', 114.637, { unit: '度' })
const LAT = field('WGS84 纬度；没有可不填', 33.593, { unit: '度' })
const AREA = listed('名称或 12 位代码；有坐标的可不填', 'areas')
const LOCATED = field('坐标、点位、路口约、手工标定；不知道可不填', null)
const ADDRESS = field('在哪里，用文字写', '新民路中段')
const RESPONSIBLE = field('单位名称，不填个人', '区城管局')

/** Typed by table, so that a field of the contract cannot be forgotten. */
const FIELDS: {
  readonly [T in TemplateTable]: { label: string; fields: Record<FieldOf<T>, TemplateField> }
} = {
  sites: {
    label: '点位',
    fields: {
      id: field('全区唯一', '示例-1'),
      kind: listed('评分标准里的类别', 'kinds'),
      name: field('点位名称', '一号点位'),
      lon: LON,
      lat: LAT,
      areaCode: AREA,
      address: ADDRESS,
      located: LOCATED,
      responsible: RESPONSIBLE,
      status: field('废品收购站、养殖场等要取缔的才填', null, { list: 'statuses' }),
    },
  },
  statusChanges: {
    label: '点位状态变化',
    fields: {
      siteId: field('点位表里的编号', '示例-1'),
      date: date('2019-05-27'),
      status: field('变更后的状态', '整治中', { list: 'statuses' }),
      basis: field('文件或通知', '整治通知'),
    },
  },
  checks: {
    label: '检查记录',
    fields: {
      visit: field('一次检查一个编号', '示例-1'),
      siteId: field('点位编号，或居委会代码、水体编号', '示例-1'),
      date: date('2019-05-27'),
      source: listed('谁来查的', 'sources'),
      item: listed('评分标准里的检查项', 'items'),
      result: listed('结果，或 0–10 的评分', 'results'),
      defects: field('查出几处缺陷', 1, { unit: '处' }),
      note: field('补充说明，不填个人信息', '地面有积水'),
    },
  },
  issues: {
    label: '问题台账',
    fields: {
      id: field('全区唯一', '示例-1'),
      siteId: field('点位编号；不在点位上的可不填', '示例-1'),
      item: listed('评分标准里的检查项', 'items'),
      lon: LON,
      lat: LAT,
      areaCode: AREA,
      address: ADDRESS,
      located: LOCATED,
      foundOn: date('2019-05-20'),
      source: listed('谁发现的', 'sources'),
      severity: listed('严重程度', 'severities'),
      description: field('一句话说清，不填个人信息', '门前积存垃圾'),
      responsible: RESPONSIBLE,
      dueOn: date('2019-05-27', '当天改完不算逾期'),
      fixedOn: date('2019-05-25', '没有整改的不填'),
      verifiedOn: date(null, '没有销号的不填'),
      reworks: field('复查没有通过的日期，几个用分号隔开', null),
      photoBefore: field('照片文件名，放在 photos 文件夹', null),
      photoAfter: field('照片文件名，放在 photos 文件夹', null),
    },
  },
  samples: {
    label: '水质监测',
    fields: {
      waterId: field('水体编号或名称', '示例-1', { list: 'waters' }),
      station: field('监测点名称', '1 号断面'),
      lon: LON,
      lat: LAT,
      date: date('2019-05-27'),
      depth: field('监测点水深', 80, { unit: 'cm' }),
      transparency: field('透明度', 30, { unit: 'cm' }),
      dissolvedOxygen: field('溶解氧', 3.2, { unit: 'mg/L' }),
      orp: field('氧化还原电位', 60, { unit: 'mV' }),
      ammonia: field('氨氮；未检出填 ND 或 ＜0.025', 1.2, { unit: 'mg/L' }),
    },
  },
  surveys: {
    label: '满意度调查',
    fields: {
      areaCode: field('名称或 12 位代码；与水体二选一', '示例', { list: 'areas' }),
      waterId: field('水体编号或名称；与居委会二选一', null, { list: 'waters' }),
      date: date('2019-05-27'),
      valid: field('收回的有效问卷', 100, { unit: '份' }),
      satisfied: field('其中满意的', 92, { unit: '份' }),
    },
  },
  honours: {
    label: '荣誉',
    fields: {
      kind: field('评选类别', '示例', { list: 'honours' }),
      name: field('获评的街道、商户；个人和家庭的不填', '创卫示范街'),
      lon: LON,
      lat: LAT,
      areaCode: AREA,
      date: date('2019-05-27'),
      count: field('几个', 1, { unit: '个' }),
      basis: field('评选依据', '居委会推荐，办事处审核'),
    },
  },
  duties: {
    label: '责任链条',
    fields: {
      areaCode: field('名称或 12 位代码；与点位至少填一个', '示例', { list: 'areas' }),
      siteId: field('点位表里的编号', null),
      lead: field('单位名称，不填个人', '太昊路办事处'),
      support: field('单位名称，不填个人', '区住建局'),
      grid: field('网格编号', '001'),
    },
  },
  activities: {
    label: '宣传活动',
    fields: {
      kind: field('动员会、宣传、大扫除等', '示例'),
      title: field('活动名称', '周末大扫除'),
      date: date('2019-05-27'),
      areaCode: AREA,
      lon: LON,
      lat: LAT,
      photo: field('照片文件名，放在 photos 文件夹', null),
    },
  },
}

export const TEMPLATES: Readonly<Record<TemplateTable, TableTemplate>> = FIELDS

const HONOUR_KINDS = ['卫生家庭', '创卫之星', '示范户', '创卫示范街', '文明商户', '创卫示范社区']

/** Names that are nobody else's; a code where two share a name. */
const names = (list: readonly { name: string; key: string }[]): string[] =>
  list.map(({ name, key }) => (list.some((other) => other.name === name && other.key !== key) ? key : name))

const unique = (list: readonly string[]): string[] => [...new Set(list)]

/** The values of every list in this package; those intake would refuse or take for another are strict. */
export const listsOfPackage = (
  standard: Standard,
  areas: readonly Area[],
  waters: readonly Water[],
  sites: readonly Site[],
): Readonly<Record<ListName, Allowed>> => {
  const strict = (values: readonly string[]): Allowed => ({ values: unique(values), strict: true })
  const open = (values: readonly string[]): Allowed => ({ values: unique(values), strict: false })
  return {
    areas: open(names(areas.map(({ name, code }) => ({ name, key: code })))),
    kinds: strict(standard.kinds.filter((kind) => kind.entity === undefined).map((kind) => kind.label)),
    items: strict(standard.items.map((item) => item.text)),
    results: open([...standard.bands.map((band) => band.result), standard.notApplicable]),
    severities: strict(standard.severity.levels.map((level) => level.id)),
    sources: strict(standard.sources.map((source) => source.id)),
    statuses: open([
      ...(standard.derived.status ?? []).flatMap((rule) => Object.keys(rule.grades)),
      ...sites.flatMap((site) => site.status ?? []),
    ]),
    waters: open(names(waters.map(({ name, id }) => ({ name, key: id })))),
    honours: open(HONOUR_KINDS),
  }
}
