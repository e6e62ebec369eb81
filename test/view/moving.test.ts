import { describe, expect, it } from 'vitest'
import type { Overview } from '../../src/engine/contract/package.ts'
import { distanceText, type Moving, moveEdit, movingOf } from '../../src/view/moving.ts'
import { OVERVIEW } from './fixture.ts'

const overview = {
  ...OVERVIEW,
  sites: {
    ...OVERVIEW.sites,
    lon: Float64Array.of(114.1, 114.2),
    lat: Float64Array.of(33.1, 33.2),
    shapes: [{ properties: { index: 1 } }],
  },
  issues: {
    ...OVERVIEW.issues,
    lon: Float64Array.of(114.1, Number.NaN),
    lat: Float64Array.of(33.1, Number.NaN),
  },
} as unknown as Overview

describe('whether a point can be moved on the map', () => {
  it('a site that is a point, from where it is', () => {
    expect(movingOf('site', 'S1', { lon: '114.1', lat: '33.1' }, overview)).toEqual({
      type: 'moving',
      tool: { type: 'move', record: 'site', id: 'S1', from: [114.1, 33.1], to: null },
    })
  })
  it('no line or polygon, and says so', () => {
    const answer = movingOf('site', 'S2', { lon: '', lat: '' }, overview)
    expect(answer).toMatchObject({ type: 'fixed', site: null })
    expect(answer.type === 'fixed' && answer.why).toContain('一条线或一片面')
  })
  it('no problem that stands where its site does: the site is named', () => {
    expect(movingOf('issue', 'W1', { lon: '', lat: '', siteId: 'S1' }, overview)).toMatchObject({
      type: 'fixed',
      site: 'S1',
    })
  })
  it('a problem at a site with coordinates of its own', () => {
    expect(movingOf('issue', 'W1', { lon: '114.1', lat: '33.1', siteId: 'S1' }, overview)).toMatchObject({
      type: 'moving',
      tool: { from: [114.1, 33.1] },
    })
  })
  it('a problem that has no place at all gets one', () => {
    expect(movingOf('issue', 'W2', { lon: '', lat: '', siteId: '' }, overview)).toMatchObject({
      type: 'moving',
      tool: { from: null },
    })
  })
  it('nothing that has no row', () => {
    expect(movingOf('site', 'S1', null, overview).type).toBe('fixed')
    expect(movingOf('site', 'S8', { lon: '1', lat: '1' }, overview).type).toBe('fixed')
  })
})

describe('the edit of a move', () => {
  // S1 counts for the area at index 1, a2.
  const tool: Moving = { type: 'move', record: 'site', id: 'S1', from: [114.1, 33.1], to: null }
  it('leaves the 居委会 alone while it stays in it', () => {
    expect(moveEdit(tool, [114.12345678, 33.1], { code: 'a2' }, overview).fields).toEqual({
      lon: '114.123457',
      lat: '33.100000',
    })
  })
  it('takes the new one along', () => {
    expect(moveEdit(tool, [114.5, 33.1], { code: 'a3' }, overview).fields.areaCode).toBe('a3')
  })
})

it('distances read as people say them', () => {
  // A ten-thousandth of a degree of latitude is 11.1 m everywhere.
  expect(distanceText([114, 33], [114, 33.001])).toBe('111 米')
  expect(distanceText([114, 33], [114, 33.02])).toBe('2.2 公里')
  expect(distanceText([114, 33], [114, 33])).toBe('0 米')
})
