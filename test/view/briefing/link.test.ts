/** What a scene keeps of a view, and what of it is told to be missing in another package. */
import { describe, expect, test } from 'vitest'
import type { Overview } from '../../../src/engine/contract/package.ts'
import { isOnScript, linkOf, missingIn, viewOf } from '../../../src/view/briefing/link.ts'
import { readHash } from '../../../src/view/link/hash.ts'
import { DEFAULT_VIEW, type ViewState } from '../../../src/view/link/state.ts'
import { studyView } from '../../../src/view/studies/registry.ts'
import { OVERVIEW } from '../fixture.ts'

const PACKAGE = { ...OVERVIEW, briefings: [], bounds: [0, 0, 2, 2] } as Overview

const VIEW: ViewState = {
  ...DEFAULT_VIEW,
  camera: { lon: 0.5, lat: 0.5, zoom: 12, bearing: 0, pitch: 0 },
  asOf: 17990,
  office: '东办',
  selection: { type: 'area', id: 'a1' },
  study: studyView('trends', { order: 'worse' }),
  ledger: { ...DEFAULT_VIEW.ledger, open: true, text: '垃圾' },
}

describe('a scene', () => {
  test('brings the whole view back', () => {
    expect(viewOf({ link: linkOf(VIEW) }, PACKAGE, DEFAULT_VIEW)).toEqual(VIEW)
  })

  test('keeps of a map that was moved the ground in its free part, for a window of another form', () => {
    const link = linkOf(VIEW, [0.2, 0.3, 0.8, 0.6])
    expect(viewOf({ link }, PACKAGE, DEFAULT_VIEW)).toEqual({
      ...VIEW,
      camera: null,
      frame: [0.2, 0.3, 0.8, 0.6],
    })
    // A map that shows what it is about needs none.
    expect(linkOf({ ...VIEW, camera: null }, [0.2, 0.3, 0.8, 0.6])).toBe(linkOf({ ...VIEW, camera: null }))
    // Ground that this package has nothing of.
    expect(viewOf({ link: 'v=1&f=100,20,101,21' }, PACKAGE, DEFAULT_VIEW).frame).toBeNull()
  })

  test('leaves light and distance to the hall', () => {
    const hall: ViewState = { ...VIEW, theme: 'dark', display: 'room', presenting: { briefing: 0, scene: 2 } }
    expect(linkOf(hall)).toBe(linkOf(VIEW))
    expect(viewOf({ link: linkOf(VIEW) }, PACKAGE, hall)).toEqual(hall)
    expect(viewOf({ link: 'v=1&th=light' }, PACKAGE, hall).theme).toBe('light')
  })

  test.each([
    ['an office', 'v=1&o=北办', ['办事处“北办”']],
    ['an area', 'v=1&sel=area:a9', ['居委会“a9”']],
    ['a problem', 'v=1&sel=issue:W9', ['问题“W9”']],
    ['a kind', 'v=1&y=kinds&yo=of:castle', ['分析的设置“of:castle”']],
    ['an area of the 台账', 'v=1&t=1&ta=a9', ['台账的居委会“a9”']],
    ['a day', 'v=1&d=2030-01-01', ['2030-01-01 的数据（有 2018-09-26 至 2019-04-14）']],
    ['nothing', linkOf(VIEW), []],
  ])('tells that the package lacks %s', (_, link, told) => {
    expect(missingIn(link, PACKAGE)).toEqual(told)
  })

  test('without what it names it is no broken frame', () => {
    expect(viewOf({ link: 'v=1&o=北办&sel=area:a9&t=1' }, PACKAGE, DEFAULT_VIEW)).toEqual({
      ...DEFAULT_VIEW,
      ledger: { ...DEFAULT_VIEW.ledger, open: true },
    })
  })
})

describe('off the script', () => {
  const scene = { link: linkOf(VIEW) }

  test.each([
    ['as it was shown', {}, true],
    ['the light of the hall', { theme: 'dark' }, true],
    [
      'a camera that came to rest a little aside',
      { camera: { lon: 0.503, lat: 0.5, zoom: 12.05, bearing: 0, pitch: 0 } },
      true,
    ],
    ['the map moved', { camera: { lon: 0.6, lat: 0.5, zoom: 12, bearing: 0, pitch: 0 } }, false],
    ['the map zoomed', { camera: { lon: 0.5, lat: 0.5, zoom: 13, bearing: 0, pitch: 0 } }, false],
    ['another area', { selection: { type: 'area', id: 'a2' } }, false],
    ['another day', { asOf: 17980 }, false],
  ] satisfies [string, Partial<ViewState>, boolean][])('%s', (_, patch, expected) => {
    expect(isOnScript({ ...VIEW, ...patch }, scene, PACKAGE)).toBe(expected)
  })

  test('a scene without a camera is left by any', () => {
    const whole = { link: '' }
    expect(isOnScript(readHash(''), whole, PACKAGE)).toBe(true)
    expect(isOnScript({ ...DEFAULT_VIEW, camera: VIEW.camera }, whole, PACKAGE)).toBe(false)
  })
})
