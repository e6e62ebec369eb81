/** Groups of digits that are left out before they are looked at are never a number of a person. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calledKind, kindOf } from '../../../src/intake/people/kinds.ts'
import { labelledBy } from '../../../src/intake/people/labels.ts'
import { type Group, groupsOf, MOST_DIGITS, type Run, runsFrom } from '../../../src/intake/people/runs.ts'

/** Every run there is, made the slow way. */
const everyRun = (text: string, groups: readonly Group[], first: number): Run[] => {
  const runs: Run[] = []
  const start = groups[first] as Group
  const lead = groups[first - 1]
  for (let last = first; last < groups.length; last++) {
    const own = groups.slice(first, last + 1)
    const inner = own.slice(1)
    const digits = own.map((group) => group.digits).join('')
    if (inner.some(({ gap }) => gap === null) || digits.length > MOST_DIGITS) break
    const gaps = inner.map(({ gap }) => gap as string)
    const [mark = ''] = gaps
    const singles = own.every((group) => group.digits.length === 1)
    const next = groups[last + 1]
    const isLike = (beside: Group | undefined, gap: string | null): boolean =>
      beside !== undefined &&
      gap !== null &&
      beside.to > 0 &&
      (singles ? gap.trim() === mark.trim() : gap === mark && beside.digits.length > 2)
    const [one = '', two = '', three = ''] = [1, 2, 3].map((i) => groups[last + i]?.digits ?? '')
    const opens =
      !singles &&
      (/^0[1-9]/.test(one) ||
        /^1[3-9]\d{9}$/.test(one) ||
        (/^1[3-9]\d$/.test(one) && two.length === 4 && three.length === 4))
    runs.push({
      digits,
      sizes: own.map((group) => group.digits.length),
      gaps,
      soft: inner.every(({ soft }) => soft),
      alone: gaps.every((gap) => gap.trim() === mark.trim())
        ? !isLike(lead, start.gap) && (opens || !isLike(next, next?.gap ?? null))
        : (lead === undefined || start.gap === null) && (opens || (next?.gap ?? null) === null),
      groups: own,
      before: text.slice(Math.max(0, start.from - 24), start.from),
      behind: text.slice((own.at(-1) as Group).to, (own.at(-1) as Group).to + 16),
    })
  }
  return runs
}

const NUMBERS = [
  '13812345678',
  '03948123456',
  '411671199001011235',
  '4006001234',
  '6222021234567890128',
  '85291234567',
]
const mark = fc.constantFrom(' ', '-', ',', '/', '.', '"&"', '\n', '、', ')', ';')
const number = fc.oneof(fc.constantFrom(...NUMBERS), fc.stringMatching(/^[0-9]{6,20}$/))
const written = fc
  .tuple(
    fc.constantFrom('', '', '86', '0086', '0'),
    number,
    fc.array(mark, { minLength: 1, maxLength: 3 }),
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([country, digits, marks, sizes]) => {
    const pieces: string[] = []
    for (let at = 0, i = 0; at < digits.length; i++) {
      const size = sizes[i % sizes.length] as number
      pieces.push(digits.slice(at, at + size), marks[i % marks.length] as string)
      at += size
    }
    return [...(country === '' ? [] : [country, marks[0]]), ...pieces.slice(0, -1)].join('')
  })
const text = fc
  .array(fc.oneof(written, mark, fc.constantFrom('甲', '+', 'ID:', 'id ', '电话', '1', '2019', 'WT-')), {
    maxLength: 6,
  })
  .map((all) => all.join(''))

it('runsFrom leaves out none that is one', () => {
  let found = 0
  fc.assert(
    fc.property(text, fc.boolean(), (given, announced) => {
      const groups = groupsOf(given)
      const label = labelledBy('')
      const says = { identity: announced, card: announced, phone: announced }
      groups.forEach((_, first) => {
        const kindsOf = (runs: readonly Run[]) =>
          runs.flatMap((run) => {
            const kinds = [kindOf(run, label), announced ? calledKind(run, says) : null]
            return kinds.every((kind) => kind === null) || run.digits.length < 7 ? [] : [[run, ...kinds]]
          })
        const kinds = kindsOf(everyRun(given, groups, first))
        found += kinds.length
        expect(kindsOf(runsFrom(given, groups, first, 0, announced))).toEqual(kinds)
      })
    }),
    { seed: 34, numRuns: 1500 },
  )
  expect(found).toBeGreaterThan(500)
})
