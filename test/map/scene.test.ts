/** What the map is to show: the places left in, as points and as the list in their place. */
import { describe, expect, it } from 'vitest'
import type { Overview } from '../../src/engine/api.ts'
import { placeGroups, shownSites } from '../../src/map/scene.ts'
import { DEFAULT_VIEW, type ViewState } from '../../src/view/link/state.ts'
import { OVERVIEW } from '../view/fixture.ts'

const kinds = OVERVIEW.standard.kinds.filter((kind) => !kind.entity)
const [first, second] = kinds as [(typeof kinds)[number], (typeof kinds)[number]]
const at = (id: string) => OVERVIEW.standard.kinds.findIndex((kind) => kind.id === id)

/** Four places: of the second kind in 东办, of the first in 西办 and in 东办, and one in no 居委会. */
const overview = {
  ...OVERVIEW,
  sites: {
    count: 4,
    id: ['S1', 'S2', 'S3', 'S4'],
    name: ['一', '二', '三', '四'],
    kind: Uint8Array.from([second.id, first.id, first.id, first.id].map(at)),
    area: Int32Array.of(0, 2, 1, -1),
    lon: Float64Array.of(114, 114.1, 114.2, Number.NaN),
    lat: Float64Array.of(33, 33.1, 33.2, Number.NaN),
  },
} as unknown as Overview

const view = (patch: Partial<ViewState> = {}): ViewState => ({ ...DEFAULT_VIEW, ...patch })

describe('the places left in', () => {
  it('are all of them, those of an office, of a kind shown, or none', () => {
    expect(shownSites(overview, view())).toEqual([0, 1, 2, 3])
    expect(shownSites(overview, view({ office: '东办' }))).toEqual([0, 2])
    expect(shownSites(overview, view({ hiddenKinds: [first.id] }))).toEqual([0])
    expect(shownSites(overview, view({ sitesShown: false }))).toEqual([])
  })

  it('stand in the list by kind, in the order of the standard, kinds without any left out', () => {
    const group = (kind: typeof first, sites: number[]) => ({ id: kind.id, label: kind.label, sites })
    expect(placeGroups(overview, view())).toEqual([group(first, [1, 2, 3]), group(second, [0])])
    expect(placeGroups(overview, view({ office: '西办' }))).toEqual([group(first, [1])])
    expect(placeGroups(overview, view({ sitesShown: false }))).toEqual([])
  })
})
