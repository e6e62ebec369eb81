/** Kinds under their headings, and what a group's switch does. */
import { expect, test } from 'vitest'
import { hideKinds, kindGroups, shownOfGroup } from '../../src/view/kinds.ts'
import { sampleStandard } from '../scoring/fixture.ts'

const { kinds } = sampleStandard()
const groups = kindGroups(kinds, { market: 9, vending: 15 })
const shops = groups[0] as (typeof groups)[number]
const ids = shops.kinds.map((kind) => kind.id)

test('every kind of place is in one group; 居委会 and waters are not places', () => {
  const listed = groups.flatMap((group) => group.kinds)
  expect(listed).toHaveLength(kinds.filter((kind) => !kind.entity).length)
  expect(new Set(listed).size).toBe(listed.length)
  expect(shops.count).toBe(24)
})

test('a switch changes its own and leaves the others', () => {
  const hidden = hideKinds(kinds, ['farm'], ids, true)
  expect(new Set(hidden)).toEqual(new Set([...ids, 'farm']))
  expect(hideKinds(kinds, hidden, ids, false)).toEqual(['farm'])
})

test('a group is shown in whole, in part or not', () => {
  expect(shownOfGroup(shops, [])).toBe('all')
  expect(shownOfGroup(shops, ids.slice(1))).toBe('some')
  expect(shownOfGroup(shops, ids)).toBe('none')
})
