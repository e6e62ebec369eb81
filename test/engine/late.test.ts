/** What is loaded late is loaded once, when it is first asked for. */
import { expect, test } from 'vitest'
import { late } from '../../src/engine/late.ts'

test('answers that are loaded late remember what they were told, and are loaded once', async () => {
  let loads = 0
  const counter = late<{ add: (by: number) => Promise<number>; total: () => Promise<number> }>(
    ['add', 'total'],
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

test('what could not be loaded is loaded at the next question', async () => {
  let loads = 0
  const answers = late<{ total: () => Promise<number> }>(['total'], async () => {
    if (++loads === 1) throw new Error('no network')
    return { total: async () => 7 }
  })
  await expect(answers.total()).rejects.toThrow('no network')
  expect(await answers.total()).toBe(7)
  expect(loads).toBe(2)
})
