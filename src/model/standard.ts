/**
 * The scoring standard (评分标准, `standard.json`): the rubric as data. Every weight, threshold, clause and kind the
 * product uses stands there and nowhere in the code. This schema is the single source of `data/standard.schema.json`.
 *
 * Units: points are the official sheet's 分值; shares and rates are in [0, 1]; windows are whole days; distances metres.
 */
import { z } from 'zod'
import { THEMES } from './themes.ts'

// Zod would try whether code can be made from text, which a strict policy forbids and reports.
z.config({ jitless: true })

const id = z.string().min(1)
const share = z.number().min(0).max(1)
const grade10 = z.number().min(0).max(10)
const positive = z.number().positive()
const days = z.int().positive()
const proof = z.enum(['verified', '拟定']).describe('verified = 有出处可查；拟定 = 本区拟定，待核')

const kindSchema = z.strictObject({
  id,
  label: id,
  icon: id.describe('name of an icon of the icon family'),
  hue: z.int().min(0).max(7).describe('index into the eight hues of the map'),
  group: id.describe('heading under which the layer list shows it'),
  entity: z
    .enum(['area', 'water'])
    .optional()
    .describe('area: every 居委会 is a site of this kind; water: every water body is'),
  targetZero: z.boolean().describe('to be closed down: its state (在营 → 已取缔) is itself a check'),
  defaultItem: id.optional().describe('the item a problem of this kind counts for when it names none'),
})

const categorySchema = z.strictObject({
  id,
  label: id,
  theme: z.enum(THEMES),
  part: id.describe('part of the official 暗访 sheet'),
  weight: positive.describe('official points'),
  clause: id,
  verified: proof,
})

const itemSchema = z.strictObject({
  id,
  text: id,
  category: id,
  kinds: z.array(id).min(1),
  points: positive,
  clause: id,
  verified: proof,
  key: z.boolean().optional().describe('关键指标'),
  floor: share.optional().describe('得分率 under which the key item vetoes'),
  event: id.optional().describe('GB/T 30428.2-2013 event code, major-minor'),
})

/** A word as people write it → what it stands for; one for something the rubric does not have stands for nothing. */
const wordsFor = <T extends z.ZodType>(meant: T) => z.record(id, meant)

const wordsSchema = z.strictObject({
  kinds: wordsFor(id).optional(),
  items: wordsFor(z.array(id).min(1))
    .optional()
    .describe('items by id; the first that applies to the kind of the place is meant, else the first'),
  severities: wordsFor(id).optional(),
  results: wordsFor(id).optional().describe('result of a band, or the one for 不适用'),
  sources: wordsFor(id).optional(),
  states: wordsFor(z.array(id).min(1))
    .optional()
    .describe('states of a kind to be closed down; the first that the kind has is meant'),
  progress: wordsFor(z.enum(['open', 'fixed', 'verified']))
    .optional()
    .describe('how far a problem is, where a ledger says so in a word'),
})

const bandSchema = z.strictObject({
  result: id,
  defectsEmpty: grade10.describe('grade when the number of defects is not given'),
  minDefects: z.int().min(0).describe('fewer defects than this contradict the result'),
  maxDefects: z
    .int()
    .min(0)
    .nullable()
    .describe('more defects than this contradict the result; null = no limit'),
  steps: z
    .array(z.strictObject({ defects: z.int().min(0), grade: grade10 }))
    .min(1)
    .describe('the last step whose defects ≤ the number found gives the grade'),
  perDefect: z.number().min(0).describe('grade lost for every defect beyond the last step'),
})

const severitySchema = z.strictObject({
  levels: z
    .array(z.strictObject({ id, points: positive.describe('item points') }))
    .min(1)
    .describe('mildest first'),
  pending: share.describe('share of its points a problem costs while it is fixed but not verified'),
})

const derivedSchema = z.strictObject({
  water: z
    .strictObject({ item: id, source: id, grades: z.record(z.string(), grade10).describe('water grade → g') })
    .optional(),
  survey: z
    .array(
      z.strictObject({
        of: z.enum(['area', 'water']),
        item: id,
        source: id,
        steps: z
          .array(z.strictObject({ rate: share, grade: grade10 }))
          .min(1)
          .describe('满意率 → g, rising; linear between steps, constant beyond the ends'),
      }),
    )
    .optional(),
  status: z
    .array(
      z.strictObject({
        kinds: z.array(id).min(1),
        item: id,
        source: id,
        grades: z.record(z.string(), grade10).describe('status → g'),
      }),
    )
    .optional(),
})

const capSchema = z.discriminatedUnion('rule', [
  z.strictObject({ id, rule: z.literal('keyItem'), reason: id, maxGrade: id }),
  z.strictObject({ id, rule: z.literal('waterGrade'), grade: id, reason: id, maxGrade: id }),
  z.strictObject({
    id,
    rule: z.literal('openSeverity'),
    severity: id,
    overdueDays: z
      .int()
      .min(0)
      .optional()
      .describe('only problems late by more days than this; absent = every open one'),
    reason: id,
    maxGrade: id,
  }),
])

const waterRuleSchema = z.strictObject({
  indicators: z
    .array(
      z.strictObject({
        id: z.enum(['transparency', 'dissolvedOxygen', 'orp', 'ammonia']),
        label: id,
        unit: id,
        worse: z.enum(['low', 'high']),
        light: z.number().describe('clean on this side or exactly here; 轻度 beyond'),
        heavy: z.number().describe('轻度 up to and including here; 重度 beyond'),
      }),
    )
    .min(1),
  shallow: z.strictObject({ depth: positive.describe('cm'), factor: share }),
  grades: z.strictObject({ clean: id, light: id, heavy: id }),
  oneIndicator: share.describe('share of one indicator’s data that decides a station'),
  twoIndicators: share.describe('share of at least two indicators’ data that decides a station'),
  body: share.describe('share of stations 重度 that makes the body 重度'),
  reach: z.int().min(2).describe('consecutive 重度 stations that make the reach 重度'),
  enough: z.strictObject({
    stations: z.int().positive(),
    samples: z.int().positive().describe('a station'),
    spacing: positive.describe('m'),
  }),
  source: id,
})

export const standardSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: id,
    title: id,
    source: id,
    words: wordsSchema.optional().describe('what people write for what is defined below'),
    kinds: z.array(kindSchema).min(1),
    categories: z.array(categorySchema).min(1),
    items: z.array(itemSchema).min(1),
    bands: z.array(bandSchema).min(1).describe('best first'),
    notApplicable: id.describe('the result that removes an item from a site'),
    severity: severitySchema,
    overdue: z.strictObject({ rate: z.number().min(0).describe('a week'), cap: z.number().min(0) }),
    sources: z.array(z.strictObject({ id, rank: z.int() })).min(1),
    window: days,
    waterWindow: days,
    derived: derivedSchema,
    water: waterRuleSchema,
    minPoints: positive.describe('least item points a category’s deduction is divided by'),
    minShare: share.describe('share of a line or polygon under which an area does not count it'),
    minCoverage: share.describe('weight inspected / weight applicable under which an area is 数据不足'),
    tolerance: z.number().min(0).describe('m; a point this close outside all areas counts for the nearest'),
    radius: positive.describe('m; how far a visit is taken to have looked'),
    grades: z
      .array(
        z.strictObject({
          id,
          min: z.number(),
          meaning: id,
          passes: z.boolean().describe('counted as 达标 in the figures'),
        }),
      )
      .min(1)
      .describe('best first; min is the lowest score of the grade'),
    insufficient: id.describe('the grade of an area without enough looked at'),
    caps: z.array(capSchema),
    officeAggregate: z.enum(['mean', 'population', 'worst']),
    areaGroups: z.array(id),
    index: z.strictObject({ onTime: z.number(), closed: z.number(), noRework: z.number() }),
    deadlines: z.array(
      z.strictObject({ id, days: z.int().min(0), working: z.boolean(), severity: z.array(id) }),
    ),
  })
  .superRefine((standard, ctx) => {
    const refer = (path: (string | number)[], what: string, value: string, known: Set<string>) => {
      if (!known.has(value)) ctx.addIssue({ code: 'custom', path, message: `${what}“${value}”没有定义` })
    }
    const unique = (list: readonly { id: string }[], key: string) => {
      const seen = new Set<string>()
      list.forEach((entry, i) => {
        if (seen.has(entry.id))
          ctx.addIssue({ code: 'custom', path: [key, i, 'id'], message: `编号“${entry.id}”重复` })
        seen.add(entry.id)
      })
      return seen
    }
    const kinds = unique(standard.kinds, 'kinds')
    const categories = unique(standard.categories, 'categories')
    const items = unique(standard.items, 'items')
    const sources = unique(standard.sources, 'sources')
    const grades = unique(standard.grades, 'grades')
    const severities = unique(standard.severity.levels, 'severity')
    standard.items.forEach((item, i) => {
      refer(['items', i, 'category'], '分类', item.category, categories)
      item.kinds.forEach((kind, k) => {
        refer(['items', i, 'kinds', k], '点位类别', kind, kinds)
      })
      if (item.floor !== undefined && !item.key)
        ctx.addIssue({ code: 'custom', path: ['items', i, 'floor'], message: '只有关键指标才能设得分率下限' })
    })
    standard.kinds.forEach((kind, i) => {
      if (kind.defaultItem) refer(['kinds', i, 'defaultItem'], '检查项', kind.defaultItem, items)
    })
    const derive = (path: (string | number)[], rule: { item: string; source: string }) => {
      refer([...path, 'item'], '检查项', rule.item, items)
      refer([...path, 'source'], '检查来源', rule.source, sources)
    }
    const applies = (path: (string | number)[], itemId: string, kindIds: (string | undefined)[]) => {
      const item = standard.items.find((entry) => entry.id === itemId)
      for (const kind of kindIds)
        if (item && !(kind !== undefined && item.kinds.includes(kind)))
          ctx.addIssue({
            code: 'custom',
            path: [...path, 'item'],
            message: `检查项“${itemId}”不适用于该类点位`,
          })
    }
    const entity = (of: 'area' | 'water') => standard.kinds.find((kind) => kind.entity === of)?.id
    if (standard.derived.water) {
      derive(['derived', 'water'], standard.derived.water)
      applies(['derived', 'water'], standard.derived.water.item, [entity('water')])
    }
    standard.derived.survey?.forEach((rule, i) => {
      derive(['derived', 'survey', i], rule)
      applies(['derived', 'survey', i], rule.item, [entity(rule.of)])
      rule.steps.forEach((step, s) => {
        const before = rule.steps[s - 1]
        if (before && step.rate <= before.rate)
          ctx.addIssue({
            code: 'custom',
            path: ['derived', 'survey', i, 'steps', s, 'rate'],
            message: '满意率须逐级增大',
          })
      })
    })
    standard.derived.status?.forEach((rule, i) => {
      derive(['derived', 'status', i], rule)
      applies(['derived', 'status', i], rule.item, rule.kinds)
      rule.kinds.forEach((kind, k) => {
        refer(['derived', 'status', i, 'kinds', k], '点位类别', kind, kinds)
      })
    })
    standard.caps.forEach((cap, i) => {
      refer(['caps', i, 'maxGrade'], '等级', cap.maxGrade, grades)
      if (cap.rule === 'openSeverity') refer(['caps', i, 'severity'], '严重程度', cap.severity, severities)
    })
    standard.grades.forEach((grade, i) => {
      const before = standard.grades[i - 1]
      if (before && grade.min >= before.min)
        ctx.addIssue({ code: 'custom', path: ['grades', i, 'min'], message: '等级须由高到低排列' })
    })
    standard.deadlines.forEach((tier, i) => {
      tier.severity.forEach((level, k) => {
        refer(['deadlines', i, 'severity', k], '严重程度', level, severities)
      })
    })
  })

export type Standard = z.infer<typeof standardSchema>
export type Kind = Standard['kinds'][number]
export type Category = Standard['categories'][number]
export type Item = Standard['items'][number]
export type Band = Standard['bands'][number]
export type Cap = Standard['caps'][number]
export type WaterRule = Standard['water']
export type IndicatorId = WaterRule['indicators'][number]['id']
