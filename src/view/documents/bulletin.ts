/** 通报: a draft in the district's own form, made from the records of a period, to be edited by hand. */
import type {
  BadPlace,
  BulletinFacts,
  PlaceWords,
  VetoedArea,
} from '../../engine/contract/studies/notices.ts'
import { type Day, formatMonthDay } from '../../model/day.ts'
import type { Standard } from '../../model/standard.ts'
import type { Calendar } from '../../model/working-days.ts'
import { shareText } from '../studies/closure/closure.ts'
import { vetoLine } from '../veto.ts'
import type { Block, Paper } from './blocks.ts'
import { chineseDay, dueWords } from './deadline-words.ts'

/** One line of the table of what is 较差; words as they are printed. */
export interface BulletinRow {
  id: number
  place: string
  problem: string
  jurisdiction: string
  unit: string
  due: string
}

export const BULLETIN_COLUMNS = [
  ['place', '路段或点位'],
  ['problem', '问题'],
  ['jurisdiction', '责任辖区'],
  ['unit', '责任单位'],
  ['due', '期限'],
] as const satisfies readonly (readonly [keyof BulletinRow, string])[]

export interface BulletinDraft {
  title: string
  overall: string
  good: string
  rows: BulletinRow[]
  demands: string
  /** who sends it, and when; left to be filled in by hand */
  issuer: string
  date: string
}

interface District {
  title: string
  synthetic: boolean
  /** days the figures of 整改 speak of */
  window: number
  /** of the standard */
  caps: Standard['caps']
}

/** Lines of the table for places that are 较差; the rest are counted. */
const MOST_BAD = 40
/** 较好 places named one by one. */
const MOST_GOOD = 10
/** Overdue problems named one by one. */
const MOST_NAMED = 20

const spanText = (from: Day, to: Day): string =>
  from === to ? formatMonthDay(to) : `${formatMonthDay(from)}至${formatMonthDay(to)}`

const whereText = ({ areaName, responsible }: PlaceWords): string =>
  [areaName, responsible].filter(Boolean).join('，')

/** Where the record names none: whoever edits the draft sees what is to be filled in. */
const NO_UNIT = '未填'
const deadlineText = (dueOn: Day | null, calendar: Calendar, to: Day): string =>
  dueOn === null ? '未定' : dueWords(calendar, dueOn, to)

const jurisdictionText = ({ office, areaName }: Pick<PlaceWords, 'office' | 'areaName'>): string =>
  [office, areaName].filter(Boolean).join('')

const overallText = (facts: BulletinFacts, { window, synthetic }: District): string => {
  const { from, to, scope, closure, before, after } = facts
  const where = scope?.id ?? '全区'
  const lines = [
    `${spanText(from, to)}，${where}共检查点位 ${facts.seen} 处、${facts.items} 个检查项；发现问题 ${facts.found} 个，整改 ${facts.fixed} 个，复查销号 ${facts.verified} 个。`,
    `截至${formatMonthDay(to)}，未销号问题 ${facts.open} 个，其中超期未结 ${closure.overdue} 个（其中逾期未整改 ${closure.overdueUnfixed} 个、已整改待复查 ${closure.overdue - closure.overdueUnfixed} 个）。近 ${window} 天到期问题 ${closure.due} 个，结案率 ${shareText(closure.closedRate)}，按期结案率 ${shareText(closure.closedOnTimeRate)}，返工率 ${shareText(closure.reworkRate)}。`,
  ]
  if (after !== null) {
    const change = before === null ? 0 : Number((after - before).toFixed(1))
    const moved = change === 0 ? '持平' : `${change > 0 ? '上升' : '下降'} ${Math.abs(change).toFixed(1)} 分`
    lines.push(
      `${where}综合得分 ${after.toFixed(1)} 分${before === null ? '' : `，较${formatMonthDay(from - 1)}${moved}`}。`,
    )
  }
  if (facts.vetoed.length > 0) {
    const named = facts.vetoed.map(({ areaName, grade }) => `${areaName}（${grade}）`).join('、')
    lines.push(`一票否决的居委会 ${facts.vetoed.length} 个：${named}。`)
  }
  if (synthetic) lines.push('以上为示例数据，不反映真实情况。')
  return lines.join('\n')
}

const goodText = ({ good, vetoed }: BulletinFacts): string =>
  (good.length === 0
    ? '本期没有得分率在 90% 以上且没有未销号问题的点位。'
    : good
        .slice(0, MOST_GOOD)
        .map(
          (place, i) =>
            `${i + 1}. ${place.place}（${whereText(place)}）：检查 ${place.items} 项，得分率 ${shareText(place.rate)}。`,
        )
        .join('\n') +
      (good.length > MOST_GOOD ? `\n共 ${good.length} 处，以上为得分率最高的 ${MOST_GOOD} 处。` : '')) +
  (vetoed.length > 0 ? '\n一票否决的居委会，其点位不列入。' : '')

/** An area under 一票否决: what was found, how much, the limit, and what its score comes to by that. */
const vetoedRow = (
  area: VetoedArea,
  { caps }: District,
  calendar: Calendar,
  to: Day,
  id: number,
): BulletinRow => ({
  id,
  place: area.areaName ?? '',
  problem: [
    ...area.caps.map((cap) => vetoLine({ caps }, cap)),
    area.score === null ? area.grade : `得分 ${area.score.toFixed(1)}，评为“${area.grade}”`,
  ].join('；'),
  jurisdiction: jurisdictionText(area),
  unit: area.units.join('、') || NO_UNIT,
  due: deadlineText(area.dueOn, calendar, to),
})

/** The earliest deadline of a place's problems, and how each is told. */
const badRow = (place: BadPlace, calendar: Calendar, to: Day, id: number): BulletinRow => {
  const dues = place.issues.flatMap(({ dueOn }) => dueOn ?? [])
  const told = place.issues.map(
    ({ description, itemText, state }) =>
      (description || itemText || '未写明') + (state === '待复查' ? '（已整改，待复查）' : ''),
  )
  return {
    id,
    place: place.place,
    problem: told.join('；'),
    jurisdiction: jurisdictionText(place),
    unit: place.responsible ?? NO_UNIT,
    due: deadlineText(dues.length === 0 ? null : Math.min(...dues), calendar, to),
  }
}

const demandsText = (facts: BulletinFacts, calendar: Calendar): string => {
  const { overdue, bad, to } = facts
  const lines = [
    '1. 各责任单位对照上表逐项整改，按期限完成，整改后报送复查，经复查通过后销号；较差的要举一反三，防止反弹。',
  ]
  if (overdue.length > 0) {
    lines.push(`2. 下列 ${overdue.length} 个问题逾期未整改，责任单位要立即整改并说明原因：`)
    for (const line of overdue.slice(0, MOST_NAMED))
      lines.push(
        `${line.responsible ?? `责任单位${NO_UNIT}`}：${line.siteName ?? line.areaName ?? ''}${line.description || line.itemText || line.id}，期限${deadlineText(line.dueOn, calendar, to)}；`,
      )
    if (overdue.length > MOST_NAMED) lines.push(`另有 ${overdue.length - MOST_NAMED} 个，见督办清单。`)
  }
  if (bad.length > MOST_BAD)
    lines.push(
      `${overdue.length > 0 ? 3 : 2}. 另有 ${bad.length - MOST_BAD} 处有问题的点位未列入上表，见问题台账。`,
    )
  return lines.join('\n')
}

export const draftBulletin = (
  facts: BulletinFacts,
  district: District,
  calendar: Calendar,
): BulletinDraft => {
  const vetoed = facts.vetoed.map((area, i) => vetoedRow(area, district, calendar, facts.to, i))
  const bad = facts.bad
    .slice(0, MOST_BAD)
    .map((place, i) => badRow(place, calendar, facts.to, vetoed.length + i))
  return {
    title: `关于${spanText(facts.from, facts.to)}${facts.scope?.id ?? district.title}创卫工作督查情况的通报`,
    overall: overallText(facts, district),
    good: goodText(facts),
    rows: [...vetoed, ...bad],
    demands: demandsText(facts, calendar),
    issuer: '',
    date: chineseDay(facts.to),
  }
}

export const bulletinPaper = (draft: BulletinDraft): Paper => ({
  title: draft.title,
  compact: false,
  blocks: [
    { type: 'title', text: draft.title },
    { type: 'heading', text: '一、总体情况' },
    { type: 'text', text: draft.overall },
    { type: 'heading', text: '二、较好的点位' },
    { type: 'text', text: draft.good },
    { type: 'heading', text: '三、较差的点位与问题' },
    draft.rows.length === 0
      ? { type: 'text', text: '本期没有较差的点位。' }
      : {
          type: 'table',
          head: BULLETIN_COLUMNS.map(([, label]) => label),
          widths: [2, 3.6, 1.9, 1.8, 1.9],
          rows: draft.rows.map((row) => BULLETIN_COLUMNS.map(([key]) => row[key])),
        },
    { type: 'heading', text: '四、要求' },
    { type: 'text', text: draft.demands },
    ...[draft.issuer, draft.date]
      .filter((text) => text !== '')
      .map((text): Block => ({ type: 'text', align: 'right', text })),
  ],
})
