/** The whole engine as the page has it: a package is changed, taken out, opened elsewhere, and is the same there. */
import type { Engine } from '../../../src/engine/contract/engine.ts'
import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createEngine } from '../../../src/engine/engine.ts'
import { AREAS } from '../../intake/files.ts'

/** Hosts answer from `files` alone. */
const host = (files: (path: string) => Uint8Array | null): void => {
  vi.stubGlobal('fetch', async (url: URL | string) => {
    const bytes = files(new URL(url).pathname.split('/data/')[1] ?? '')
    return bytes === null
      ? new Response(null, { status: 404 })
      : new Response(new Uint8Array(bytes), { headers: { 'content-type': 'text/plain' } })
  })
}
const onDisk = (path: string): Uint8Array | null => {
  try {
    return readFileSync(new URL(`../../../data/${path}`, import.meta.url))
  } catch {
    return null
  }
}
const small = (path: string) => (path === 'areas.geojson' ? new TextEncoder().encode(AREAS) : null)

afterEach(() => {
  vi.unstubAllGlobals()
})

const quiet = () => {}
const load = async (base: string): Promise<Engine> => {
  const engine = createEngine()
  await engine.load(base, quiet, quiet)
  return engine
}

describe('the sample, changed by hand', () => {
  it('goes out as a zip and is the same where it is brought in, register and photos too', async () => {
    host(onDisk)
    const here = await load('https://site/here/data/')
    await here.edit([
      { type: 'set', record: 'issue', id: 'WT-0001', fields: { description: '五项公示缺项，已约谈' } },
    ])
    const saved = await here.exportFile({ type: 'package' }, 'zip')
    expect(saved.name).toBe('周口经济开发区-数据包.zip')

    host(small)
    const there = await load('https://site/there/data/')
    const blob = new Blob([saved.bytes as Uint8Array<ArrayBuffer>])
    await there.inspect([{ path: saved.name, blob }], quiet)
    const overview = await there.use(quiet)
    expect(overview.district).toMatchObject({ title: '周口经济开发区', synthetic: true })
    expect(overview.own?.kept).toBe(true)
    const asOf = overview.asOf
    expect(await there.issue('WT-0001', asOf)).toEqual(await here.issue('WT-0001', asOf))
    expect(await there.board(asOf, null)).toEqual(await here.board(asOf, null))
    expect(await there.register()).toEqual(await here.register())
    expect(await there.register()).toHaveLength(1)
    const photo = await there.photo('photos/stall-after.svg')
    expect(photo?.mime).toBe('image/svg+xml')
    expect(Buffer.compare(photo?.bytes as Uint8Array, onDisk('photos/stall-after.svg') as Uint8Array)).toBe(0)

    const undone = await there.undo()
    expect([undone.own, undone.areas.length]).toEqual([null, 2])
  }, 60_000)

  it('is there again in a new window, told to the other, and apart from a dashboard at another path', async () => {
    host(onDisk)
    const one = await load('https://site/a/data/')
    const two = await load('https://site/a/data/')
    const told = new Promise<void>((resolve) => void two.watch(resolve))
    await one.edit([{ type: 'set', record: 'issue', id: 'WT-0001', fields: { responsible: '区城管局' } }])
    await told
    await expect(
      two.edit([{ type: 'set', record: 'issue', id: 'WT-0002', fields: { responsible: '区城管局' } }]),
    ).rejects.toThrow('另一个窗口')
    expect((await two.renew()).own?.kept).toBe(true)
    expect((await two.fieldsOf('issue', 'WT-0001'))?.responsible).toBe('区城管局')
    const apart = await load('https://site/b/data/')
    expect((await apart.packageState()).hasOwn).toBe(false)
    expect((await two.clear()).own).toBeNull()
    expect((await apart.fieldsOf('issue', 'WT-0001'))?.responsible).toBe('区市场监管局')
  }, 60_000)
})
