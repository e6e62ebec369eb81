/** An answer that has been overtaken is not shown. */
import { describe, expect, test } from 'vitest'
import { latest } from '../../src/view/latest.ts'

/** Questions whose answers come when the test says so. */
const desk = () => {
  const open: { question: number; resolve: (answer: string) => void; reject: (error: Error) => void }[] = []
  const taken: string[] = []
  const failed: string[] = []
  const ask = latest(
    (question: number) =>
      new Promise<string>((resolve, reject) => {
        open.push({ question, resolve, reject })
      }),
    (answer) => taken.push(answer),
    (error) => failed.push((error as Error).message),
  )
  const rest = () => new Promise((done) => setTimeout(done))
  return { open, taken, failed, ask, rest }
}

describe('latest', () => {
  test('asks at once when idle', async () => {
    const { open, taken, ask, rest } = desk()
    ask(1)
    open[0]?.resolve('one')
    await rest()
    expect(taken).toEqual(['one'])
  })

  test('asks only the newest of those that came meanwhile, and drops the answer it overtook', async () => {
    const { open, taken, ask, rest } = desk()
    for (const n of [1, 2, 3, 4]) ask(n)
    open[0]?.resolve('one')
    await rest()
    expect(open.map((o) => o.question)).toEqual([1, 4])
    expect(taken).toEqual([])
    open[1]?.resolve('four')
    await rest()
    expect(taken).toEqual(['four'])
  })

  test('tells of a failure, and goes on', async () => {
    const { open, taken, failed, ask, rest } = desk()
    ask(1)
    open[0]?.reject(new Error('读不到'))
    await rest()
    expect(failed).toEqual(['读不到'])
    ask(2)
    open[1]?.resolve('two')
    await rest()
    expect(taken).toEqual(['two'])
  })

  test('says nothing of a failure that no longer matters', async () => {
    const { open, taken, failed, ask, rest } = desk()
    ask(1)
    ask(2)
    open[0]?.reject(new Error('old'))
    await rest()
    open[1]?.resolve('two')
    await rest()
    expect(failed).toEqual([])
    expect(taken).toEqual(['two'])
  })
})
