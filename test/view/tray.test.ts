import { describe, expect, test } from 'vitest'
import type { Tray } from '../../src/engine/contract/data.ts'
import { progressOf, step, type TrayEvent, type TrayPhase, trayOf } from '../../src/view/tray.ts'
import { incoming } from './incoming-file.ts'

const tray: Tray = { incoming: [incoming(), incoming({ id: 2 })], refused: [] }
const phaseAfter = (...events: TrayEvent[]): TrayPhase => events.reduce(step, { type: 'idle' } as TrayPhase)
const READY: TrayEvent[] = [{ type: 'read' }, { type: 'answered', tray }]
const progress = { done: 5, of: 10, what: '台账.csv' }

describe('reading', () => {
  test('tells how far it is, then lies ready', () => {
    expect(phaseAfter({ type: 'read' }, { type: 'progress', progress })).toEqual({
      type: 'reading',
      progress,
      before: null,
    })
    expect(phaseAfter(...READY)).toEqual({ type: 'ready', tray })
  })
  test('cancelled, what lay there before lies there again', () => {
    expect(phaseAfter({ type: 'read' }, { type: 'stopped' })).toEqual({ type: 'idle' })
    expect(phaseAfter(...READY, { type: 'read' }, { type: 'stopped' })).toEqual({ type: 'ready', tray })
  })
  test('nothing else begins while it goes on', () => {
    const reading = phaseAfter({ type: 'read' })
    for (const event of [{ type: 'read' }, { type: 'use' }, { type: 'used' }] as const)
      expect(step(reading, event)).toBe(reading)
    expect(step(reading, { type: 'choose', id: 1, choice: {} })).toBe(reading)
  })
  test('files nothing could be made of are shown; an answer with nothing at all is an empty tray', () => {
    const refused = { incoming: [], refused: [{ name: 'a.docx', reason: '不是表格' }] }
    expect(phaseAfter({ type: 'read' }, { type: 'answered', tray: refused })).toEqual({
      type: 'ready',
      tray: refused,
    })
    expect(phaseAfter({ type: 'read' }, { type: 'answered', tray: { incoming: [], refused: [] } })).toEqual({
      type: 'idle',
    })
  })
})

describe('settling', () => {
  const file = (phase: TrayPhase, id = 1) => trayOf(phase)?.incoming.find((one) => one.id === id)
  test('shows the choice at once, of that file only', () => {
    const phase = phaseAfter(...READY, {
      type: 'choose',
      id: 1,
      choice: { mode: 'replace', datum: 'WGS84', year: 2018 },
    })
    expect(phase.type).toBe('settling')
    expect(file(phase)?.mode).toBe('replace')
    expect(file(phase)?.datum?.chosen).toBe('WGS84')
    expect(file(phase)?.datum?.proposed).toBe('GCJ-02')
    expect(file(phase)?.year.chosen).toBe(2018)
    expect(file(phase, 2)).toEqual(incoming({ id: 2 }))
  })
  test('a heading taken away leaves its required field missing', () => {
    const phase = phaseAfter(...READY, {
      type: 'choose',
      id: 1,
      choice: { mapping: { 检查项目: '', 备注: '' } },
    })
    expect(file(phase)?.missing).toEqual(['item'])
    expect(file(phase)?.headings.map(({ field }) => field)).toEqual(['id', '', 'foundOn', ''])
  })
  test('taken for another table, nothing can be mapped before it is read again', () => {
    const phase = phaseAfter(...READY, { type: 'choose', id: 1, choice: { table: 'sites.csv' } })
    expect(file(phase)?.table).toBe('sites.csv')
    expect(file(phase)?.fields).toEqual([])
  })
  test('cancelled after several choices, all is as the engine last had it', () => {
    const phase = phaseAfter(
      ...READY,
      { type: 'choose', id: 1, choice: { skip: true } },
      { type: 'choose', id: 2, choice: { skip: true } },
    )
    expect(trayOf(phase)?.incoming.map(({ skip }) => skip)).toEqual([true, true])
    expect(step(phase, { type: 'stopped' })).toEqual({ type: 'ready', tray })
  })
})

describe('using', () => {
  test('what was used, but for what was left out', () => {
    const some = { incoming: [incoming(), incoming({ id: 2, skip: true })], refused: [] }
    const phase = phaseAfter(
      { type: 'read' },
      { type: 'answered', tray: some },
      { type: 'use' },
      { type: 'used' },
    )
    expect(phase.type === 'used' && phase.used.map(({ id }) => id)).toEqual([1])
    expect(step(phase, { type: 'emptied' })).toEqual({ type: 'idle' })
  })
  test('failed, it lies there as before', () => {
    expect(phaseAfter(...READY, { type: 'use' }, { type: 'stopped' })).toEqual({ type: 'ready', tray })
  })
  test('after it the next file can be read', () => {
    expect(phaseAfter(...READY, { type: 'use' }, { type: 'used' }, { type: 'read' })).toMatchObject({
      type: 'reading',
      before: null,
    })
  })
})

test('there is progress exactly while something is under way', () => {
  const phases = {
    idle: phaseAfter(),
    reading: phaseAfter({ type: 'read' }),
    ready: phaseAfter(...READY),
    settling: phaseAfter(...READY, { type: 'choose', id: 1, choice: {} }),
    using: phaseAfter(...READY, { type: 'use' }),
    used: phaseAfter(...READY, { type: 'use' }, { type: 'used' }),
  }
  const under = Object.entries(phases).filter(([, phase]) => progressOf(phase) !== null)
  expect(under.map(([name]) => name)).toEqual(['reading', 'settling', 'using'])
  for (const [name, phase] of Object.entries(phases)) expect(phase.type).toBe(name)
})
