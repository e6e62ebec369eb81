import { describe, expect, test } from 'vitest'
import { openSample } from '../engine/sample.ts'
import { randomViews } from './random-views.ts'
import { overdrawn, type Row } from './stays.ts'

const row = (changes: number, more: Partial<Row> = {}): Row => ({
  changes,
  page: 20_000_000,
  workers: 50_000_000,
  nodes: 1600,
  listeners: 300,
  gl: 1000,
  ...more,
})

describe('overdrawn', () => {
  test('is content when nothing rises by more than it may', () => {
    const later = { page: 21_000_000, workers: 52_500_000, nodes: 1616, listeners: 303, gl: 1010 }
    expect(overdrawn([row(100), row(200), row(600, later), row(1000, later)])).toEqual([])
  })

  test.each([
    ['page', 21_000_001],
    ['workers', 52_500_001],
    ['nodes', 1617],
    ['listeners', 304],
    ['gl', 1011],
  ] as const)('names %s where it is one too many, though fewer are there in the end', (name, count) => {
    const faults = overdrawn([row(100), row(200), row(600, { [name]: count }), row(1000)])
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`${row(0)[name]} after 200 changes, ${count} after 600`)
  })

  test('compares with what is there after a fifth of the changes, whatever was there before', () => {
    expect(overdrawn([row(100, { listeners: 100 }), row(200), row(1000)])).toEqual([])
    expect(overdrawn([row(100), row(200, { listeners: 100 }), row(1000)])).toHaveLength(1)
  })

  test('is told of less that nothing is wrong', () => {
    expect(overdrawn([row(200), row(1000, { page: 1, nodes: 1, gl: 0 })])).toEqual([])
  })

  test('throws when nothing can be compared', () => {
    expect(() => overdrawn([])).toThrow('0 measures')
    expect(() => overdrawn([row(1000)])).toThrow('1 measures')
  })
})

describe('randomViews', () => {
  const opened = openSample()
  const taken = (seed: number, count: number) => {
    const next = randomViews(opened, seed)
    return Array.from({ length: count }, next)
  }

  test('gives the same views for the same seed, others for another', () => {
    expect(taken(7, 60)).toEqual(taken(7, 60))
    expect(taken(7, 60)).not.toEqual(taken(8, 60))
  })

  test('goes through every study, sort of selection, theme and place of the map in 200 changes', () => {
    const views = taken(7, 200).map((hash) => new URLSearchParams(hash))
    const values = (name: string) => new Set(views.flatMap((view) => view.get(name)?.split(':')[0] ?? []))
    expect([...values('y')].sort()).toEqual(
      [
        'clusters',
        'closure',
        'compare',
        'coverage',
        'honours',
        'kinds',
        'notices',
        'plan',
        'route',
        'trends',
      ].sort(),
    )
    expect([...values('sel')].sort()).toEqual(['area', 'issue', 'site', 'water'])
    expect([...values('th')].sort()).toEqual(['dark', 'light'])
    expect(values('d').size).toBeGreaterThan(10)
    expect(values('c').size).toBe(3)
  })

  test('changes each view into another', () => {
    const views = taken(3, 100)
    expect(views.filter((hash, i) => hash === views[i - 1]).length).toBeLessThan(20)
  })
})
