/** What is loaded late is loaded once, when it is first asked for. */
import { expect, test } from 'vitest'
import { late } from '../../src/engine/late.ts'

test('answers that are loaded late remember what they were told, and are loaded once', async () => {
  let loads = 0
  const counter = late<{ add: (by: number) => Promise<number>; total: () => Promise<number> }>(
    { add: true, total: true },
    async () => {
      loads++
      let sum = 0
      return {
        add: async (by) => {
          sum += by
          return sum
        },
        total: async () => sum,
      }
    },
  )
  expect(loads).toBe(0)
  const both = await Promise.all([counter.add(2), counter.add(3)])
  expect(both).toEqual([2, 5])
  expect(await counter.total()).toBe(5)
  expect(loads).toBe(1)
})

test('answers that could not be loaded are loaded when they are asked for again', async () => {
  let loads = 0
  const answers = late<{ one: () => Promise<number> }>({ one: true }, async () => {
    if (++loads === 1) throw new TypeError('Failed to fetch dynamically imported module')
    return { one: async () => 1 }
  })
  await expect(answers.one()).rejects.toThrow('dynamically imported')
  expect(await answers.one()).toBe(1)
  expect(loads).toBe(2)
})
