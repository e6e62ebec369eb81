/** The waterfall against the explanation it draws: nothing is lost on the way down, at any level, on the whole sample. */

import { beforeAll, describe, expect, test } from 'vitest'
import { explain } from '../../src/engine/answers/explain.ts'
import type { Explanation } from '../../src/engine/contract/ledger.ts'
import type { Opened } from '../../src/engine/package/open.ts'
import { parseDay } from '../../src/model/day.ts'
import { THEMES } from '../../src/model/themes.ts'
import { clipText, type WaterfallStep, waterfallOf, waterfallShape } from '../../src/view/waterfall.ts'
import { openSample } from '../engine/sample.ts'

const T = parseDay('2019-05-27') as number
const TOP = { theme: null, category: null }
let opened: Opened
let all: Explanation[]
beforeAll(() => {
  opened = openSample()
  all = [
    null,
    ...opened.model.areas.map(({ code }) => ({ type: 'area' as const, id: code })),
    { type: 'office' as const, id: '太昊路办事处' },
  ].map((of) => explain(opened, of, T) as Explanation)
}, 60_000)

/** Each loss begins where the one before ended; the first at the start, the last at the end. */
const expectHung = (steps: readonly WaterfallStep[]) => {
  const [start, end] = [steps[0] as WaterfallStep, steps.at(-1) as WaterfallStep]
  expect([start.type, end.type]).toEqual(['start', 'end'])
  let level = start.to
  for (const step of steps.slice(1, -1)) {
    expect(Math.abs(step.from - level)).toBeLessThan(0.1)
    level = step.to
  }
  // What is too small to be drawn is left out, and no more than that.
  expect(Math.abs(level - end.to)).toBeLessThan(0.1)
}

describe('from 100 to the score', () => {
  test('every area, an office and the district: begins at 100, ends at T, the losses sum to 100 − T', () => {
    expect(all.length).toBeGreaterThan(20)
    for (const explanation of all) {
      const { score, provisional } = explanation.figures
      const steps = waterfallOf(explanation, opened.standard, TOP)
      expect(steps[0]).toMatchObject({ type: 'start', to: 100 })
      expect(steps.at(-1)?.to).toBeCloseTo(score ?? (provisional as number), 9)
      expect(steps.slice(1, -1).map(({ key }) => key)).toEqual(THEMES)
      const lost = steps.slice(1, -1).reduce((sum, { from, to }) => sum + from - to, 0)
      expect(lost).toBeCloseTo(100 - (score ?? (provisional as number)), 9)
      expectHung(steps)
    }
  })

  test('a theme taken apart stays where it hung, a category too; the records sum to what the category lost', () => {
    let records = 0
    for (const explanation of all)
      for (const theme of waterfallOf(explanation, opened.standard, TOP).slice(1, -1)) {
        const at = { theme: theme.key as '脏', category: null }
        const categories = waterfallOf(explanation, opened.standard, at)
        expect(categories[0]?.to).toBeCloseTo(theme.from, 9)
        expect(categories.at(-1)?.to).toBeCloseTo(theme.to, 9)
        expectHung(categories)
        for (const category of categories.slice(1, -1)) {
          const loss = explanation.losses.find((row) => row.category === category.key)?.loss
          expect(category.from - category.to).toBeCloseTo(loss as number, 9)
          const lines = waterfallOf(explanation, opened.standard, { ...at, category: category.key })
          expect(lines[0]?.to).toBeCloseTo(category.from, 9)
          expect(lines.at(-1)?.to).toBeCloseTo(category.to, 9)
          expectHung(lines)
          records += lines.filter(({ line }) => line !== null).length
        }
      }
    expect(records).toBeGreaterThan(100)
  })

  test('clauses stand beside the categories, those of the district’s own marked', () => {
    const steps = THEMES.flatMap((theme) =>
      waterfallOf(all[0] as Explanation, opened.standard, { theme, category: null }).slice(1, -1),
    )
    const of = (id: string) => steps.find(({ key }) => key === id)
    expect(of('market')).toMatchObject({ clause: '2019暗访表四', proposed: false })
    expect(of('streets')).toMatchObject({ clause: '2019暗访表三', proposed: true })
  })

  test('none where there is no score, or nothing of that name', () => {
    const explanation = all[0] as Explanation
    const empty = { ...explanation, figures: { ...explanation.figures, score: null, provisional: null } }
    expect(waterfallOf(empty, opened.standard, TOP)).toEqual([])
    expect(waterfallOf(explanation, opened.standard, { theme: '脏', category: 'nothing' })).toEqual([])
  })
})

describe('the drawing', () => {
  const BOX = { width: 300, label: 100, row: 30, bar: 10, bottom: 20 }
  const step = (type: WaterfallStep['type'], from: number, to: number): WaterfallStep => ({
    type,
    key: `${type} ${from}`,
    label: '',
    note: '',
    clause: '',
    proposed: false,
    from,
    to,
    line: null,
  })
  const shape = waterfallShape(
    [step('start', 0, 100), step('loss', 100, 90), step('loss', 90, 65), step('end', 0, 65)],
    BOX,
  )

  test('bars are as long as their losses, and each hangs from the end of the one above', () => {
    const [start, first, second, end] = shape.rows
    expect(start?.bar).toMatchObject({ x: 100, width: 200 })
    expect((second?.bar.width as number) / (first?.bar.width as number)).toBeCloseTo(2.5)
    expect((first?.bar.x as number) + (first?.bar.width as number)).toBeCloseTo(300)
    expect(second?.hanger?.x).toBeCloseTo(first?.bar.x as number)
    expect(end?.hanger?.x).toBeCloseTo(second?.bar.x as number)
    expect((end?.bar.x as number) + (end?.bar.width as number)).toBeCloseTo(second?.bar.x as number)
  })

  test('there is room left of the last loss for its figure, and the ticks name the cut scale', () => {
    expect((shape.rows[3]?.bar.width as number) / 200).toBeCloseTo(0.3)
    expect(shape.ticks.map(({ value }) => value)).toEqual([60, 80, 100])
    expect(shape.height).toBe(140)
  })

  test('a perfect score is no division by nothing', () => {
    const { rows, ticks } = waterfallShape([step('start', 0, 100), step('end', 0, 100)], BOX)
    for (const { bar } of rows) expect(bar).toMatchObject({ x: 100, width: 200 })
    expect(new Set(ticks.map(({ x }) => Number.isFinite(x)))).toEqual(new Set([true]))
  })
})

test('a text is cut where it no longer fits, its mark included', () => {
  expect(clipText('农贸市场卫生', 6)).toBe('农贸市场卫生')
  expect(clipText('农贸市场卫生', 5)).toBe('农贸市场…')
  expect(clipText('abcdefgh', 4.5)).toBe('abcdefgh')
})
