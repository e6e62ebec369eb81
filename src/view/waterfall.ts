/**
 * From 100 to the score, step by step: by 脏/乱/差, then by category, then by the records that cost most. Each loss
 * starts where the one before ends, and a drill-down begins and ends where its bar did.
 */

import type { Explanation, LedgerLine } from '../engine/contract/ledger.ts'
import { formatMonthDay } from '../model/day.ts'
import type { Standard } from '../model/standard.ts'
import { THEMES, type Theme } from '../model/themes.ts'
import { scaleOf, ticksIn } from './chart/scale.ts'
import { pointsOf } from './ledger.ts'

/** What is drilled down to: nothing = the score itself. */
export interface WaterfallAt {
  theme: Theme | null
  category: string | null
}

export interface WaterfallStep {
  /** start and end are full bars, a loss is a floating one; rest = the lesser losses together, the last level */
  type: 'start' | 'loss' | 'rest' | 'end'
  key: string
  label: string
  /** under the label, in small print: how many records, or when and where */
  note: string
  clause: string
  /** the clause or its points are the district's own proposal */
  proposed: boolean
  /** points of 100; `from` is the upper end of a loss, 0 and the level of a start or end */
  from: number
  to: number
  /** the record behind it, where it is one */
  line: LedgerLine | null
}

/** Records shown by themselves; the others follow as one step. */
const RECORDS = 8
/** A loss smaller than this shows as nothing, in points. */
const NOTHING = 0.005

const countText = (lines: readonly LedgerLine[]): string => `${lines.length} 条记录`

/** The first of the clauses named: the row itself has the whole. */
const firstClause = (clause: string): string => clause.split(/[；;]/)[0] ?? ''

type Piece = Pick<WaterfallStep, 'type' | 'key' | 'label' | 'note' | 'clause' | 'proposed' | 'line'> & {
  loss: number
}

const themePieces = ({ ledger }: Explanation): Piece[] =>
  THEMES.map((theme) => {
    const lines = ledger.filter((line) => line.theme === theme)
    return {
      type: 'loss',
      key: theme,
      label: theme,
      note: countText(lines),
      clause: '',
      proposed: false,
      line: null,
      loss: pointsOf(lines),
    }
  })

const categoryPieces = ({ ledger }: Explanation, standard: Standard, theme: Theme): Piece[] =>
  standard.categories
    .filter((category) => category.theme === theme)
    .map((category): Piece => {
      const lines = ledger.filter((line) => line.category === category.id)
      return {
        type: 'loss',
        key: category.id,
        label: category.label,
        note: '',
        clause: firstClause(category.clause),
        proposed: category.verified === '拟定',
        line: null,
        loss: pointsOf(lines),
      }
    })
    .sort((a, b) => b.loss - a.loss)

const recordPieces = ({ ledger }: Explanation, standard: Standard, category: string): Piece[] => {
  const lines = ledger.filter((line) => line.category === category)
  const rest = lines.slice(RECORDS)
  return [
    ...lines.slice(0, RECORDS).map(
      (line, i): Piece => ({
        type: 'loss',
        key: `${i} ${line.record}`,
        label: line.what,
        note: [formatMonthDay(line.day), line.where].filter(Boolean).join(' · '),
        clause: firstClause(line.clause),
        proposed: standard.items.find((item) => item.id === line.item)?.verified === '拟定',
        line,
        loss: line.points,
      }),
    ),
    ...(rest.length === 0
      ? []
      : [
          {
            type: 'rest',
            key: 'rest',
            label: `其余 ${rest.length} 条`,
            note: '在下面的失分记录里逐条列出',
            clause: '',
            proposed: false,
            line: null,
            loss: pointsOf(rest),
          } satisfies Piece,
        ]),
  ]
}

const hung = (pieces: readonly Piece[], top: number): WaterfallStep[] => {
  let level = top
  return pieces.map(({ loss, ...piece }) => {
    const from = level
    level -= loss
    return { ...piece, from, to: level }
  })
}

const ground = (type: 'start' | 'end', label: string, level: number): WaterfallStep => ({
  type,
  key: type,
  label,
  note: '',
  clause: '',
  proposed: false,
  from: 0,
  to: level,
  line: null,
})

const visible = (step: WaterfallStep) => step.from - step.to >= NOTHING

/** The steps of what is drilled down to. Empty where there is no score to explain, or no such theme or category. */
export const waterfallOf = (
  explanation: Explanation,
  standard: Standard,
  at: WaterfallAt,
): WaterfallStep[] => {
  const { figures } = explanation
  if ((figures.score ?? figures.provisional) === null) return []
  const themes = hung(themePieces(explanation), 100)
  if (at.theme === null) {
    const word = figures.score === null ? '暂计分' : '得分'
    return [ground('start', '满分', 100), ...themes, ground('end', word, themes.at(-1)?.to ?? 100)]
  }
  const theme = themes.find(({ key }) => key === at.theme)
  if (theme === undefined) return []
  const categories = hung(categoryPieces(explanation, standard, at.theme), theme.from)
  const within = (whole: WaterfallStep, parts: WaterfallStep[]) => [
    ground('start', whole.from === 100 ? '满分' : `“${whole.label}”之前`, whole.from),
    ...parts.filter(visible),
    ground('end', `扣去“${whole.label}”`, whole.to),
  ]
  if (at.category === null) return within(theme, categories)
  const category = categories.find(({ key }) => key === at.category)
  if (category === undefined) return []
  return within(category, hung(recordPieces(explanation, standard, at.category), category.from))
}

export interface WaterfallBox {
  width: number
  /** room for the labels, left of the bars */
  label: number
  row: number
  bar: number
  /** room for the scale, below */
  bottom: number
}

export interface WaterfallRow {
  step: WaterfallStep
  y: number
  bar: { x: number; y: number; width: number }
  /** where the figure is written: left of a floating bar, inside a full one */
  figure: { x: number; y: number }
  /** the line that connects a bar with the one above */
  hanger: { x: number; from: number; to: number } | null
}

export interface WaterfallShape {
  height: number
  rows: WaterfallRow[]
  ticks: { x: number; value: number }[]
}

/** Share of the scale kept free below the lowest level, for a figure to be written in. */
const ROOM = 0.3

/**
 * Where everything stands. The axis does not begin at 0, so that the losses can be seen: its ticks say where it does.
 */
export const waterfallShape = (steps: readonly WaterfallStep[], box: WaterfallBox): WaterfallShape => {
  const levels = steps.map((step) => step.to)
  const [top, bottom] = [Math.max(...levels), Math.min(...levels)]
  const span = Math.max(top - bottom, 0.1)
  const low = Math.max(0, bottom - (span * ROOM) / (1 - ROOM))
  const along = scaleOf([low, top], [box.label, box.width])
  const x = (level: number) => along(Math.max(low, level))
  const ticks = ticksIn([low, top], 4).map((value) => ({ x: x(value), value }))
  const rows = steps.map((step, i): WaterfallRow => {
    const y = i * box.row
    const stands = step.type === 'start' || step.type === 'end'
    const [left, right] = stands ? [box.label, x(step.to)] : [x(step.to), x(step.from)]
    const barY = y + (box.row - box.bar) / 2
    return {
      step,
      y,
      // What is there at all is seen.
      bar: { x: left, y: barY, width: Math.max(1, right - left) },
      figure: { x: stands ? right - 5 : left - 4, y: y + box.row / 2 },
      hanger:
        i === 0 ? null : { x: x(stands ? step.to : step.from), from: barY - (box.row - box.bar), to: barY },
    }
  })
  return { height: steps.length * box.row + box.bottom, rows, ticks }
}

/** A Chinese character is as wide as the type is high, others about half of it. */
const widthOf = (character: string): number => (/[\u2e80-\uffef]/.test(character) ? 1 : 0.56)

/** As much of the text as fits into `ems`, with … where it was cut. */
export const clipText = (text: string, ems: number): string => {
  const characters = [...text]
  let width = 0
  for (const [i, character] of characters.entries()) {
    width += widthOf(character)
    if (width <= ems) continue
    // Room for the mark itself is taken from what is kept.
    let kept = i
    let free = width - widthOf(character)
    while (kept > 0 && free > ems - 1) free -= widthOf(characters[--kept] as string)
    return `${characters.slice(0, kept).join('')}…`
  }
  return text
}
