/**
 * The score of every day: the sliding window against scoring each day alone. Read the ratio of the two lines, not the
 * times.
 */
import { bench, describe } from 'vitest'
import { scoreDaily } from '../../src/scoring/score/daily.ts'
import { scoreAt } from '../../src/scoring/score/score.ts'
import { openSample } from '../engine/sample.ts'

const { prepared, intake } = openSample()
const { firstDay, lastDay } = intake

describe('every day of the sample district', () => {
  bench('scoreDaily', () => {
    scoreDaily(prepared, firstDay, lastDay)
  })
  bench(
    'scoreAt, day by day',
    () => {
      for (let day = firstDay; day <= lastDay; day++) scoreAt(prepared, day, { withoutLedger: true })
    },
    { iterations: 2, warmupIterations: 0, time: 0 },
  )
})
