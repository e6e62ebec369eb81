import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { canFail } from '../../../src/engine/package/patience.ts'

/** Collects what nothing holds any more. */
const collect = async (): Promise<void> => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  for (let i = 0; i < 3; i++) {
    await new Promise((done) => setTimeout(done, 0))
    gc()
  }
}

describe('canFail', () => {
  test('gives the answer, and the error of a question that went wrong', async () => {
    const { unlessFailed } = canFail()
    await expect(unlessFailed(async () => 7)).resolves.toBe(7)
    await expect(unlessFailed(() => Promise.reject(new Error('no such area')))).rejects.toThrow(
      'no such area',
    )
  })

  test('lets go of an answer that was given', async () => {
    const { fail, unlessFailed } = canFail()
    const answered = async () =>
      new WeakRef(await unlessFailed(async () => ({ scores: new Float64Array(9) })))
    const answers = await Promise.all([answered(), answered()])
    await collect()
    expect(answers.map((answer) => answer.deref())).toEqual([undefined, undefined])
    // It can still fail: what would tell those who wait is not what was let go of.
    const open = unlessFailed(() => new Promise(() => {}))
    fail(new Error('did not start'))
    await expect(open).rejects.toThrow('did not start')
  })

  test('tells everyone who waits, and later asks nothing any more', async () => {
    const { fail, unlessFailed } = canFail()
    const waiting = [1, 2].map(() => unlessFailed(() => new Promise(() => {})))
    fail(new Error('did not start'))
    fail(new Error('and something more'))
    for (const one of waiting) await expect(one).rejects.toThrow('did not start')
    let asked = false
    const late = unlessFailed(async () => {
      asked = true
    })
    await expect(late).rejects.toThrow('did not start')
    expect(asked).toBe(false)
  })
})
