import { afterEach, expect, it, vi } from 'vitest'
import { finishOf, keepFinish, keptFinish } from '../../src/view/finish.ts'

afterEach(() => vi.unstubAllGlobals())

it('is as measured until something else is asked for, fine before it is measured', () => {
  expect([finishOf('auto', null), finishOf('auto', 'plain'), finishOf('auto', 'fine')]).toEqual([
    'fine',
    'plain',
    'fine',
  ])
  expect([finishOf('fine', 'plain'), finishOf('plain', 'fine')]).toEqual(['fine', 'plain'])
})

it('is kept on this machine, and is as measured where nothing can be kept', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  expect(keptFinish()).toBe('auto')
  keepFinish('plain')
  expect(keptFinish()).toBe('plain')
  keepFinish('auto')
  expect(keptFinish()).toBe('auto')
  expect(kept.size).toBe(0)
  kept.set('finish', 'unheard-of')
  expect(keptFinish()).toBe('auto')
  const refuse = () => {
    throw new Error('SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  keepFinish('fine')
  expect(keptFinish()).toBe('auto')
})
