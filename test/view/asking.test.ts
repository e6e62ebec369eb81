/** An answer is shown with the question and the package it is of, and with no other. */

import { expect, test } from 'vitest'
import type { Engine, Question } from '../../src/engine/contract/engine.ts'
import { OvertakenError } from '../../src/model/overtaken.ts'
import { PartMissing } from '../../src/model/part.ts'
import { answerOf, ask, onScreen, prepare, preparedFor, type Settled } from '../../src/view/asking.ts'

interface Asked {
  edition: number
  question: readonly unknown[]
  answer: (value: unknown) => void
  refuse: (error: Error) => void
}

/** An engine whose answers come when the test says so, in any order. */
const slowEngine = () => {
  const asked: Asked[] = []
  const engine = {
    ask: (edition: number, ...question: unknown[]) =>
      new Promise((answer, refuse) => {
        asked.push({ edition, question, answer, refuse })
      }),
  } as unknown as Pick<Engine, 'ask'>
  return { engine, asked }
}

/** What a panel does: asks whenever question or edition changes, stops listening to what it asked before. */
const panel = (standIn?: readonly number[]) => {
  const { engine, asked } = slowEngine()
  let settled: Settled | null = null
  let stop = () => {}
  let now: { edition: number; question: Question } | null = null
  return {
    asked,
    show: (edition: number, question: Question) => {
      stop()
      now = { edition, question }
      stop = ask(engine, edition, question, (next) => {
        settled = next
      })
    },
    seen: () => (now === null ? null : answerOf(settled, now.edition, now.question, standIn)),
  }
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 0))
const WAITING = { here: false, value: null, fault: null }

test('answers that come late and out of order never stand for another question', async () => {
  const { asked, show, seen } = panel()
  show(1, ['coverage', 100, null])
  show(1, ['coverage', 200, null])
  asked[1]?.answer('of 200')
  await rest()
  asked[0]?.answer('of 100')
  await rest()
  expect(seen()).toEqual({ here: true, value: 'of 200', fault: null })
})

test('no answer of an old package is shown with a new one, though the question is the same', async () => {
  // By every argument an earlier answer may stand in: not so one of another package.
  const { asked, show, seen } = panel([0])
  show(1, ['coverage', 100, null])
  asked[0]?.answer('old')
  await rest()
  expect(seen()?.value).toBe('old')
  show(2, ['coverage', 100, null])
  expect(seen()).toEqual(WAITING)
  asked[1]?.answer('new')
  await rest()
  expect(seen()?.value).toBe('new')
})

test('an earlier answer stands in only where the arguments named are the same', async () => {
  const { asked, show, seen } = panel([0])
  show(1, ['site', 'S1', 100])
  asked[0]?.answer('S1 of 100')
  await rest()
  show(1, ['site', 'S1', 101])
  expect(seen()?.value).toBe('S1 of 100')
  show(1, ['site', 'S2', 101])
  expect(seen()).toEqual(WAITING)
  show(1, ['water', 'S1', 101])
  expect(seen()).toEqual(WAITING)
})

test('an answer that is nothing is an answer', async () => {
  const { asked, show, seen } = panel()
  show(1, ['issue', 'W9', 100])
  expect(seen()?.here).toBe(false)
  asked[0]?.answer(null)
  await rest()
  expect(seen()).toEqual({ here: true, value: null, fault: null })
})

test('a fault is of its question alone, and takes the place of what stood in', async () => {
  const { asked, show, seen } = panel([])
  show(1, ['coverage', 100, null])
  asked[0]?.answer('of 100')
  await rest()
  show(1, ['coverage', 101, null])
  asked[1]?.refuse(new Error('算不出来'))
  await rest()
  expect(seen()).toEqual({ here: false, value: null, fault: '算不出来' })
  show(1, ['coverage', 102, null])
  expect(seen()).toEqual(WAITING)
})

test('what was overtaken by another package is neither answer nor fault', async () => {
  const { asked, show, seen } = panel()
  show(1, ['coverage', 100, null])
  asked[0]?.refuse(new OvertakenError())
  await rest()
  expect(seen()).toEqual(WAITING)
})

test('an error of the program itself is told in Chinese', async () => {
  const { asked, show, seen } = panel()
  show(1, ['coverage', 100, null])
  asked[0]?.refuse(new TypeError('x is undefined'))
  await rest()
  expect(seen()?.fault).toBe('没有算出来：x is undefined')
  show(1, ['coverage', 101, null])
  // A part that is missing has said so already, in a sentence of its own.
  asked[1]?.refuse(new PartMissing('“搜索”没有读到：网络中断。'))
  await rest()
  expect(seen()?.fault).toBe('“搜索”没有读到：网络中断。')
})

test('what is on the screen is answered for the next package before it is shown', async () => {
  const { engine, asked } = slowEngine()
  const site: Question = ['site', 'S1', 100]
  const leave = onScreen(site)
  onScreen(['coverage', 100, null])()
  const ready = prepare(engine, 2)
  expect(asked.map(({ question }) => question)).toEqual([site])
  asked[0]?.answer('S1 of 2')
  await ready
  expect(answerOf(preparedFor(2, site), 2, ['site', 'S1', 100]).value).toBe('S1 of 2')
  expect(preparedFor(1, site)).toBeNull()
  leave()
  await prepare(engine, 3)
  expect(preparedFor(3, site)).toBeNull()
})

test('a package does not wait for ever for what is on the screen, and what is under way is not asked twice', async () => {
  const { engine, asked } = slowEngine()
  const question: Question = ['coverage', 100, null]
  const leave = onScreen(question)
  await prepare(engine, 4)
  expect(preparedFor(4, question)).toBeNull()
  const came: Settled[] = []
  ask(engine, 4, question, (settled) => came.push(settled))
  asked[0]?.answer('of 4')
  await rest()
  expect(asked).toHaveLength(1)
  expect(came).toEqual([{ edition: 4, question, outcome: { value: 'of 4' } }])
  ask(engine, 4, question, () => {}, true)
  expect(asked).toHaveLength(2)
  leave()
})
