import { expect, it } from 'vitest'
import { roundLength } from '../../src/map/ScaleBar.tsx'

it('a scale bar is a round length', () => {
  expect([7, 12, 49, 50, 199, 200, 999, 1001].map(roundLength)).toEqual([5, 10, 20, 50, 100, 200, 500, 1000])
})
