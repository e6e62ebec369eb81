/** What an area shows of a metric, in fixed classes, and the legend that says so. */
import { describe, expect, it } from 'vitest'
import type { Figures } from '../../src/engine/contract/board.ts'
import { gradeLost, isDemoted, legendOf, shownOf, signed } from '../../src/view/classes.ts'
import { CHANGE_COLOURS, CLASS_COLOURS } from '../../src/view/colours.ts'
import type { Metric } from '../../src/view/link/state.ts'
import { sampleStandard } from '../scoring/fixture.ts'

const standard = sampleStandard()
const figures = (more: Partial<Figures>): Figures => ({
  id: 'A',
  name: '甲',
  office: null,
  score: 85,
  provisional: null,
  grade: '良好',
  caps: [],
  weightCoverage: 1,
  themes: { 脏: 71, 乱: 59.9, 差: null },
  categories: [
    { id: 'market', score: 90, state: 'scored', base: 90, deduction: 0 },
    { id: 'food', score: null, state: 'unvisited', base: null, deduction: null },
  ],
  rank: 1,
  sites: 20,
  visited: 17,
  states: { 待整改: 2, 逾期: 1, 待复查: 1, 已销号: 9 },
  foundThisWeek: 0,
  closedThisWeek: 0,
  index: null,
  change: -1.04,
  leftOut: 0,
  honours: 0,
  activities: 0,
  ...more,
})

describe('what an area shows', () => {
  it('the score in the colour of its grade, which a veto lowers and the figure does not follow', () => {
    expect(shownOf({ type: 'score' }, figures({}), standard)).toMatchObject({
      colour: CLASS_COLOURS[1],
      figure: '85.0',
    })
    expect(shownOf({ type: 'score' }, figures({ grade: '不达标' }), standard)).toMatchObject({
      colour: CLASS_COLOURS[4],
      figure: '85.0',
    })
  })
  it('is lowered where the grade is under the number’s own, and by nothing else', () => {
    const lowered = (score: number | null, grade: string) => isDemoted(standard, { score, grade })
    // 良好 is 80 to 90.
    expect([lowered(85, '良好'), lowered(85, '达标'), lowered(85, '不达标')]).toEqual([false, true, true])
    expect([lowered(55, '不达标'), lowered(null, '数据不足'), lowered(85, '没有这一级')]).toEqual([
      false,
      false,
      false,
    ])
    // Rounding put it just under its break: it has the grade of the break.
    expect(lowered(80 - 1e-12, '良好')).toBe(false)
    expect(lowered(80 - 1e-12, '达标')).toBe(true)
    expect(gradeLost(standard, { score: 85, grade: '不达标' })).toBe('良好')
    expect(gradeLost(standard, { score: 85, grade: '良好' })).toBeNull()
    const shown = (metric: Metric) => shownOf(metric, figures({ grade: '不达标' }), standard)
    // Under 60 at best, so 40 from the top at least.
    expect(shown({ type: 'score' })).toMatchObject({ demoted: true, urgency: 40 })
    expect(shown({ type: 'theme', id: '脏' }).demoted).toBe(false)
    expect(shownOf({ type: 'score' }, figures({}), standard)).toMatchObject({ demoted: false, urgency: 15 })
  })
  it('no data is no colour, and says so', () => {
    expect(shownOf({ type: 'score' }, figures({ score: null, grade: '数据不足' }), standard)).toMatchObject({
      colour: null,
      figure: '数据不足',
    })
    expect(shownOf({ type: 'category', id: 'food' }, figures({}), standard)).toMatchObject({
      colour: null,
      figure: '未查',
    })
    expect(shownOf({ type: 'change' }, figures({ change: null }), standard)).toMatchObject({
      colour: null,
      figure: '—',
    })
  })
  it('breaks are the standard’s: the lower bound belongs to the better class', () => {
    const theme = (score: number) =>
      shownOf({ type: 'theme', id: '脏' }, figures({ themes: { 脏: score, 乱: 0, 差: 0 } }), standard).colour
    expect([theme(90), theme(89.9), theme(80), theme(70), theme(60), theme(59.9)]).toEqual([
      CLASS_COLOURS[0],
      CLASS_COLOURS[1],
      CLASS_COLOURS[1],
      CLASS_COLOURS[2],
      CLASS_COLOURS[3],
      CLASS_COLOURS[4],
    ])
  })
  it('counts and shares', () => {
    expect(shownOf({ type: 'open' }, figures({}), standard)).toMatchObject({
      figure: '4',
      colour: CLASS_COLOURS[1],
    })
    expect(shownOf({ type: 'overdue' }, figures({}), standard)).toMatchObject({
      figure: '1',
      colour: CLASS_COLOURS[1],
    })
    expect(shownOf({ type: 'coverage' }, figures({}), standard)).toMatchObject({
      figure: '85%',
      colour: CLASS_COLOURS[1],
    })
    expect(shownOf({ type: 'change' }, figures({}), standard)).toMatchObject({
      figure: '−1.0',
      colour: CHANGE_COLOURS[3],
    })
    expect(shownOf({ type: 'change' }, figures({ change: 3 }), standard).colour).toBe(CHANGE_COLOURS[0])
    expect([signed(1.24), signed(-0.04), signed(0)]).toEqual(['+1.2', '0.0', '0.0'])
  })
  it('the legend prints the breaks', () => {
    expect(legendOf({ type: 'score' }, standard).classes.map((c) => c.label)).toEqual([
      '优秀 ≥ 90',
      '良好 80–90',
      '达标 70–80',
      '基本达标 60–70',
      '不达标 < 60',
    ])
    expect(legendOf({ type: 'open' }, standard).classes.map((c) => c.label)).toEqual([
      '0–3',
      '4–8',
      '9–15',
      '16–25',
      '≥ 26 个',
    ])
    expect(legendOf({ type: 'overdue' }, standard).classes.map((c) => c.label)).toEqual([
      '0',
      '1–2',
      '3–5',
      '6–9',
      '≥ 10 个',
    ])
    expect(legendOf({ type: 'change' }, standard).classes.map((c) => c.label)).toEqual([
      '≥ 3',
      '1 至 3',
      '−1 至 1',
      '−3 至 −1',
      '< −3',
    ])
  })
})
