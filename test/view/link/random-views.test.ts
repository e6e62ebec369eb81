/** The views of a restless person on the sample come back from their links, and the sample has all that they name. */
import { expect, test } from 'vitest'
import { overviewOf } from '../../../src/engine/answers/overview.ts'
import { readHash, writeHash } from '../../../src/view/link/hash.ts'
import { VIEW } from '../../../src/view/link/state.ts'
import { randomViews } from '../../browser/random-views.ts'
import { openSample } from '../../engine/sample.ts'

test('500 views, one after another', { timeout: 60_000 }, () => {
  const opened = openSample()
  const overview = overviewOf(opened, '')
  const next = randomViews(opened, 8)
  for (let i = 0; i < 500; i++) {
    const hash = next()
    const view = readHash(hash)
    expect(writeHash(view) || 'v=1').toBe(hash)
    expect(VIEW.settle(view, overview)).toEqual(view)
  }
})
