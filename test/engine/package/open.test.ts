import { expect, test } from 'vitest'
import { REMEMBERED } from '../../../src/engine/package/open.ts'
import { openSample } from '../sample.ts'

test('the days asked for last are remembered, and no more of them however many are asked for', () => {
  const { scores, intake } = openSample()
  const [first, second] = [scores(intake.asOf), scores(intake.asOf - 1)]
  for (let back = 2; back < REMEMBERED; back++) scores(intake.asOf - back)
  expect(scores(intake.asOf)).toBe(first)
  // One more than are remembered: it takes the place of the day that was asked for longest ago.
  scores(intake.asOf - REMEMBERED)
  expect(scores(intake.asOf)).toBe(first)
  const anew = scores(intake.asOf - 1)
  expect(anew).not.toBe(second)
  expect(anew).toEqual(second)
})
