/** Patches of cells and their outlines. */
import { booleanPointInPolygon } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { outlineOf, patchesOf } from '../../../src/placing/ground/patches.ts'
import type { Grid } from '../../../src/placing/ground/raster.ts'
import { toDegrees } from '../../../src/placing/ground/raster.ts'

/** Rows from the south; letters are kinds, a dot is nothing. */
const drawn = (...fromNorth: string[]) => {
  const lines = [...fromNorth].reverse()
  const columns = (lines[0] as string).length
  const grid: Grid = {
    cell: 10,
    columns,
    rows: lines.length,
    west: 114,
    south: 33,
    wide: 0.0001,
    high: 0.0001,
  }
  const kindAt = (at: number) => {
    const letter = lines[Math.floor(at / columns)]?.[at % columns] ?? '.'
    return letter === '.' ? -1 : letter.charCodeAt(0)
  }
  return { grid, kindAt, ...patchesOf(grid, kindAt) }
}

describe('patches', () => {
  it('are what shares a side and a kind', () => {
    const { cells } = drawn('aa.b', 'a.bb', '.a.a')
    expect(cells.map((own) => own.length).sort()).toEqual([1, 1, 3, 3])
  })

  it('end at the edge of the grid, where the next row begins', () => {
    expect(drawn('a..', '..a').cells).toHaveLength(2)
  })
})

describe('outlines', () => {
  const inside = (picture: ReturnType<typeof drawn>, patch: number) => {
    const { grid, cells, patch: of } = picture
    const outline = outlineOf(grid, cells[patch] as number[], (at) => of[at] === patch)
    return {
      outline,
      holds: (column: number, row: number) => booleanPointInPolygon(toDegrees(grid, column, row), outline),
    }
  }

  it('hold the cells of the patch and leave out its hole', () => {
    const ring = drawn('aaaaaaaa', 'aaaaaaaa', 'aa....aa', 'aa....aa', 'aa....aa', 'aaaaaaaa', 'aaaaaaaa')
    const { outline, holds } = inside(ring, 0)
    expect(outline.coordinates).toHaveLength(2)
    expect(holds(1, 1)).toBe(true)
    expect(holds(6, 5)).toBe(true)
    expect(holds(3, 3)).toBe(false)
    expect(holds(4, 4)).toBe(false)
  })

  it('keep apart what meets in a corner only', () => {
    const corners = drawn('aaa...', 'aaa...', 'aaa...', '...aaa', '...aaa', '...aaa')
    const { outline, holds } = inside(corners, 0)
    expect(outline.coordinates).toHaveLength(1)
    expect(holds(4, 1)).toBe(true)
    expect(holds(1, 4)).toBe(false)
  })

  it('hold a patch whose own cells meet in a corner', () => {
    const bent = drawn('aaaaaa', 'aaa..a', 'aaa..a', '...aaa', '...aaa', '...aaa')
    const { holds } = inside(bent, 0)
    expect(holds(1, 4)).toBe(true)
    expect(holds(4, 1)).toBe(true)
    expect(holds(1, 1)).toBe(false)
  })
})
