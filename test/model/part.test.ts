/** A part that cannot be had is told in one sentence, and asked for anew the next time. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isPartMissing, PartMissing, part } from '../../src/model/part.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('a part', () => {
  test('is what was imported', async () => {
    expect(await part('对策', async () => ({ a: 1 }))).toEqual({ a: 1 })
  })

  test('that fails names itself, says what to do, and keeps what the browser said', async () => {
    const said = new TypeError('Failed to fetch dynamically imported module: http://host/a.js')
    const fault = await part('对策', () => Promise.reject(said)).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(PartMissing)
    expect((fault as Error).message).toMatch(/^“对策”没有读到：.*请再试一次.*刷新页面/)
    expect((fault as Error).cause).toBe(said)
    expect(isPartMissing(fault)).toBe(true)
    // From the worker comes a plain error with its name and words.
    expect(isPartMissing(Object.assign(new Error('…'), { name: 'PartMissing' }))).toBe(true)
    expect(isPartMissing(said)).toBe(false)
  })

  test('that never comes is given up after a minute', async () => {
    vi.useFakeTimers()
    const fault = part('地图', () => new Promise(() => {})).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(59_000)
    expect(await Promise.race([fault, 'still waiting'])).toBe('still waiting')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(isPartMissing(await fault)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('that has come leaves no clock behind', async () => {
    vi.useFakeTimers()
    await part('地图', async () => 1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
