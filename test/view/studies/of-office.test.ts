/** A study says figures of the office chosen, or of a place in it; never those of a place elsewhere. */
import { expect, test, vi } from 'vitest'
import { leadPatch } from '../../../src/view/leads.ts'
import { readHash } from '../../../src/view/link/hash.ts'
import { DEFAULT_VIEW, VIEW } from '../../../src/view/link/state.ts'
import { officeWith, studyAfterOffice, studyOfOffice } from '../../../src/view/studies/of-office.ts'
import { studyView } from '../../../src/view/studies/registry.ts'
import { OVERVIEW } from '../fixture.ts'

const plan = studyView('plan', { area: 'a3', first: 7 })

test('对策 of a place elsewhere is that of the office, and nothing is ticked of it', () => {
  expect(studyOfOffice(plan, '东办', OVERVIEW)).toEqual(studyView('plan'))
  expect(studyOfOffice(plan, '西办', OVERVIEW)).toBe(plan)
  expect(studyOfOffice(plan, null, OVERVIEW)).toBe(plan)
})

test('a link that names both shows the office', () => {
  const read = readHash(`#v=1&o=${encodeURIComponent('东办')}&y=plan&yo=of:a3`)
  expect(VIEW.settle(read, OVERVIEW).study).toEqual(studyView('plan'))
  expect(VIEW.carry(read, { ...OVERVIEW, bounds: [0, 0, 2, 2] }).study).toEqual(studyView('plan'))
})

test('what 督办 is opened for and the package no longer has is closed', () => {
  const opened = (by: 'area' | 'office' | 'unit', id: string) =>
    studyView('closure', { by, opened: { all: false, id } })
  expect(studyOfOffice(opened('area', 'a9'), null, OVERVIEW)).toEqual(studyView('closure', { by: 'area' }))
  expect(studyOfOffice(opened('office', '南办'), null, OVERVIEW)).toEqual(studyView('closure'))
  expect(studyOfOffice(opened('unit', '某单位'), null, OVERVIEW)).toEqual(opened('unit', '某单位'))
})

test('every study that names a place lets go of one elsewhere', () => {
  for (const [of, kept] of [
    [studyView('compare', { area: 'a3' }), studyView('compare')],
    [studyView('route', { areas: ['a1', 'a3'] }), studyView('route', { areas: ['a1'] })],
    [studyView('records', { within: 'a3' }), studyView('records')],
    [studyView('records', { within: '西办' }), studyView('records')],
    [
      studyView('closure', { by: 'area', opened: { all: false, id: 'a3' } }),
      studyView('closure', { by: 'area' }),
    ],
    [studyView('closure', { opened: { all: false, id: '西办' } }), studyView('closure')],
  ] as const) {
    expect(studyOfOffice(of, '东办', OVERVIEW)).toEqual(kept)
    expect(studyOfOffice(of, null, OVERVIEW)).toEqual(of)
  }
})

test('choosing another office takes the list along, and 全区 takes it back', () => {
  const list = studyView('records', { list: 'waters', within: '西办' })
  const free = studyView('records', { list: 'waters' })
  expect(studyAfterOffice(list, '东办', OVERVIEW)).toEqual(free)
  expect(studyAfterOffice(list, null, OVERVIEW)).toEqual(free)
  const own = studyView('records', { within: 'a3' })
  expect(studyAfterOffice(own, null, OVERVIEW)).toEqual(own)
  expect(studyAfterOffice(studyView('clusters', { opened: 3 }), '东办', OVERVIEW)).toEqual(
    studyView('clusters'),
  )
})

test('whatever chooses the office, the open study follows', async () => {
  // A store of its own: a session that another test has started listens to the one there is.
  vi.resetModules()
  const { useSession } = await import('../../../src/view/store.ts')
  useSession.setState({ overview: OVERVIEW, view: { ...DEFAULT_VIEW, study: plan } })
  useSession.getState().change({ office: '东办' })
  expect(useSession.getState().view.study).toEqual(studyView('plan'))
})

test('who asks for a place outside the office leaves the office', () => {
  expect(officeWith('a3', '东办', OVERVIEW)).toBeNull()
  expect(officeWith('a1', '东办', OVERVIEW)).toBe('东办')
  const view = { ...DEFAULT_VIEW, office: '东办' }
  const within = (id: string) => ({ type: 'area', id }) as const
  const list = (id: string) =>
    leadPatch({ to: 'records', list: 'visits', within: within(id) }, view, OVERVIEW)
  expect(list('a3').office).toBeNull()
  expect(list('a1').office).toBe('东办')
})
