/** Edges by their ends: the same as a map by their texts. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openEdgeTable } from '../../../src/intake/boundaries/edge-table.ts'

it('finds the first edge of the same ends, and none that was not added', () => {
  const number = fc.constantFrom(0, -0, 1, 114.6, 114.60000000000001, -33.6, 1e-300)
  const edge = fc.tuple(number, number, number, number)
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 60 }), fc.array(edge, { maxLength: 20 }), (edges, others) => {
      const table = openEdgeTable(Float64Array.from(edges.flat()), edges.length)
      const known = new Map<string, number>()
      edges.forEach((ends, k) => {
        expect(table.find(...ends)).toBe(known.get(ends.join(' ')) ?? -1)
        table.add(k)
        if (!known.has(ends.join(' '))) known.set(ends.join(' '), k)
      })
      for (const ends of [...edges, ...others])
        expect(table.find(...ends)).toBe(known.get(ends.join(' ')) ?? -1)
    }),
  )
})
