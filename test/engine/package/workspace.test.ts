/** The package at work: what is changed stays, is taken back to the byte, and never by two windows at once. */
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { deleteDB, openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import type { Changes } from '../../../src/engine/package/kept-package.ts'
import { openPassing, openStorage, type Storage } from '../../../src/engine/package/storage.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/package/workspace.ts'
import { CancelledError } from '../../../src/intake/pace.ts'
import { AREAS, collection, feature, SITES, WATERS } from '../../intake/files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (raw: Uint8Array | null | undefined) => (raw ? new TextDecoder().decode(raw) : null)

const HOST = {
  'areas.geojson': AREAS,
  'sites.csv': SITES,
  'district.json': '{"title":"甲区","synthetic":true}',
}
const hostFiles = (files: Record<string, string> = HOST) =>
  new Map(Object.entries(files).map(([path, content]) => [path, bytes(content)]))

let names = 0
const freshName = () => `test ${++names}`

interface Window {
  workspace: Workspace
  announced: () => number
}

type Host = () => Promise<ReadonlyMap<string, Uint8Array>>

const openWindow = (storage: Storage, host: Host): Window => {
  let announced = 0
  let minute = 0
  const workspace = openWorkspace({
    fetchHost: async () => ({ files: await host(), unread: new Map(), notes: [] }),
    fetchPhoto: async (url) =>
      url === 'https://site/data/photos/a.jpg'
        ? { type: 'here', bytes: bytes('host photo') }
        : url === 'https://site/data/photos/bad.jpg'
          ? { type: 'fault', reason: '服务器回答 500' }
          : { type: 'absent', startPage: false },
    hostBase: 'https://site/data/',
    storage,
    now: () => `2019-05-27T09:${String(minute++).padStart(2, '0')}:00+08:00`,
    announce: () => {
      announced++
    },
  })
  return { workspace, announced: () => announced }
}

const begin = async (storage?: Storage, host = async () => hostFiles()): Promise<Window> => {
  const window = openWindow(storage ?? (await openStorage(freshName())), host)
  await window.workspace.start()
  return window
}

const changes = (files: Record<string, string | null>): Changes =>
  new Map(Object.entries(files).map(([path, content]) => [path, content === null ? null : bytes(content)]))

const revise = (workspace: Workspace, what: string, changed: Changes, options: { whole?: boolean } = {}) =>
  workspace.revise(() => ({ what, changed, ...options }))

const contents = async (workspace: Workspace): Promise<Record<string, string | null>> => {
  const all = [...(await workspace.everything()).files].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(all.map(([path, raw]) => [path, text(raw)]))
}

const ONE_MORE = `${SITES}G2,公厕,二号公厕,0.2,0.2,001,,\n`

describe('a change', () => {
  it('makes a package of its own of the host’s, still a sample, and leaves the rest as it is', async () => {
    const { workspace, announced } = await begin()
    const overview = await revise(workspace, '导入 sites.csv', changes({ 'sites.csv': ONE_MORE }))
    expect(overview.sites.id).toEqual(['G1', 'A1', 'G2'])
    expect(overview.district.synthetic).toBe(true)
    expect(overview.own).toEqual({ changedAt: '2019-05-27T09:00:00+08:00', kept: true })
    expect(await contents(workspace)).toEqual({ ...HOST, 'sites.csv': ONE_MORE })
    expect(announced()).toBe(1)
    expect(await workspace.state()).toEqual({
      source: 'own',
      hasOwn: true,
      revisions: [{ number: 1, at: '2019-05-27T09:00:00+08:00', what: '导入 sites.csv' }],
      size: [...(await workspace.everything()).files.values()].reduce((sum, raw) => sum + raw.byteLength, 0),
      kept: true,
      broken: null,
      unkept: null,
    })
  })

  it('that leaves no package changes nothing', async () => {
    const { workspace, announced } = await begin()
    await expect(revise(workspace, '坏', changes({ 'areas.geojson': '{}' }))).rejects.toThrow('areas.geojson')
    expect((await workspace.state()).hasOwn).toBe(false)
    await revise(workspace, '好', changes({ 'sites.csv': ONE_MORE }))
    await expect(revise(workspace, '坏', changes({ 'areas.geojson': null }))).rejects.toThrow('areas.geojson')
    expect(await contents(workspace)).toEqual({ ...HOST, 'sites.csv': ONE_MORE })
    expect(workspace.reading().opened.model.sites).toHaveLength(3)
    expect(announced()).toBe(1)
  })

  it('is there again after a new start', async () => {
    const storage = await openStorage(freshName())
    const { workspace } = await begin(storage)
    await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE, 'photos/x.jpg': 'x' }))
    let asked = 0
    const again = openWindow(storage, async () => {
      asked++
      throw new Error('out of reach')
    })
    expect((await again.workspace.start()).sites.count).toBe(3)
    expect(asked).toBe(0)
    expect(text(await again.workspace.file('photos/x.jpg'))).toBe('x')
    expect(await again.workspace.file('photos/y.jpg')).toBeNull()
  })

  it('is refused while the host’s is shown beside one of the user’s own, which it would replace', async () => {
    const { workspace } = await begin()
    await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE }))
    expect((await workspace.show('host')).sites.count).toBe(2)
    await expect(revise(workspace, '二', changes({ 'sites.csv': null }))).rejects.toThrow('切换到自有数据')
    expect((await workspace.show('own')).sites.count).toBe(3)
  })

  it('lasts as long as the page where the browser keeps nothing', async () => {
    const { workspace } = await begin(openPassing())
    const overview = await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE }))
    expect(overview.own?.kept).toBe(false)
    expect((await workspace.state()).kept).toBe(false)
    expect((await workspace.undo()).sites.count).toBe(2)
  })
})

describe('taking back', () => {
  it('gives the host’s package again for the first change, and says when there is nothing left', async () => {
    const { workspace } = await begin()
    await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE }))
    await revise(workspace, '二', changes({ 'sites.csv': null, 'waters.geojson': WATERS }))
    expect((await workspace.undo()).sites.count).toBe(3)
    expect(await contents(workspace)).toEqual({ ...HOST, 'sites.csv': ONE_MORE })
    const overview = await workspace.undo()
    expect([overview.sites.count, overview.own]).toEqual([2, null])
    await expect(workspace.undo()).rejects.toThrow('没有可以撤销的改动')
    expect((await workspace.state()).hasOwn).toBe(false)
  })

  it('leads through any series of changes back to the bytes there were', async () => {
    const path = fc.constantFrom('sites.csv', 'waters.geojson', 'issues.csv', 'photos/a.jpg', 'photos/b.jpg')
    const content = fc.option(fc.string({ maxLength: 40 }), { nil: null })
    const change = fc.dictionary(path, content, { minKeys: 1, maxKeys: 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (series) => {
        const storage = await openStorage(freshName())
        const { workspace } = await begin(storage)
        const seen: Record<string, string | null>[] = []
        for (const [i, one] of series.entries()) {
          await revise(workspace, String(i), changes(one))
          seen.push(await contents(workspace))
        }
        // Half of the way in a page opened anew.
        const later = await begin(storage)
        for (let i = series.length - 2; i >= 0; i--) {
          await later.workspace.undo()
          expect(await contents(later.workspace)).toEqual(seen[i])
          const sum = [...(await later.workspace.everything()).files.values()].reduce(
            (n, raw) => n + raw.length,
            0,
          )
          expect((await later.workspace.state()).size).toBe(sum)
        }
        await later.workspace.undo()
        expect(await contents(later.workspace)).toEqual(HOST)
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  it('reads a file that only now is one of the package’s', async () => {
    const { workspace } = await begin()
    const elsewhere = '{"title":"甲区","files":{"sites.csv":"新/sites.csv"}}'
    await revise(workspace, '一', changes({ 'district.json': elsewhere, '新/sites.csv': ONE_MORE }))
    expect(workspace.reading().opened.model.sites).toHaveLength(3)
    expect(workspace.reading().pathOf('sites.csv')).toBe('新/sites.csv')
    await revise(workspace, '二', changes({ 'district.json': HOST['district.json'] }))
    expect(workspace.reading().opened.model.sites).toHaveLength(2)
    await workspace.undo()
    expect(workspace.reading().opened.model.sites).toHaveLength(3)
  })
})

describe('two windows', () => {
  it('do not overwrite each other: the second is refused and nothing changes, until it has taken up the newer', async () => {
    const storage = await openStorage(freshName())
    const [a, b] = [await begin(storage), await begin(storage)]
    await revise(a.workspace, '甲', changes({ 'sites.csv': ONE_MORE }))
    const late = () => revise(b.workspace, '乙', changes({ 'waters.geojson': WATERS }))
    await expect(late()).rejects.toThrow('另一个窗口已经改动了数据')
    expect(b.announced()).toBe(0)
    expect(await contents(a.workspace)).toEqual({ ...HOST, 'sites.csv': ONE_MORE })
    expect((await b.workspace.renew()).sites.count).toBe(3)
    await late()
    await expect(a.workspace.undo()).rejects.toThrow('另一个窗口')
    await expect(a.workspace.clear()).rejects.toThrow('另一个窗口')
    expect((await a.workspace.renew()).waterShapes.features).toHaveLength(1)
    expect(await contents(a.workspace)).toEqual(await contents(b.workspace))
  })

  it('notice a change that was taken back and made anew', async () => {
    const storage = await openStorage(freshName())
    const a = await begin(storage)
    await revise(a.workspace, '一', changes({ 'sites.csv': ONE_MORE }))
    await revise(a.workspace, '二', changes({ 'waters.geojson': WATERS }))
    const b = await begin(storage)
    await a.workspace.undo()
    await revise(a.workspace, '三', changes({ 'waters.geojson': null, 'issues.csv': '编号,发现日期\n' }))
    await expect(b.workspace.undo()).rejects.toThrow('另一个窗口')
    const numbers = (await a.workspace.state()).revisions.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('each take their own changes one after the other', async () => {
    const { workspace } = await begin()
    await Promise.all([
      revise(workspace, '一', changes({ 'sites.csv': ONE_MORE })),
      revise(workspace, '二', changes({ 'waters.geojson': WATERS })),
    ])
    expect((await workspace.state()).revisions.map(({ what }) => what)).toEqual(['二', '一'])
  })
})

describe('clearing', () => {
  it('forgets the package', async () => {
    const storage = await openStorage(freshName())
    const { workspace } = await begin(storage)
    await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE, 'photos/x.jpg': 'x' }))
    expect((await workspace.clear()).sites.count).toBe(2)
    const kept = await storage.transact('readonly', async (store) => ({
      files: await store('files').keys(),
      before: await store('before').keys(),
    }))
    expect(kept).toEqual({ files: [], before: [] })
    expect((await begin(storage)).workspace.reading().opened.model.sites).toHaveLength(2)
  })
})

describe('a kept package that no longer opens', () => {
  it('gives way to the host’s and stays to be taken out or cleared', async () => {
    const storage = await openStorage(freshName())
    const { workspace } = await begin(storage)
    await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE }))
    await storage.transact('readwrite', (store) => store('files').put('areas.geojson', bytes('{')))
    const later = await begin(storage)
    expect(later.workspace.reading().opened.model.sites).toHaveLength(2)
    expect((await later.workspace.state()).broken).toContain('areas.geojson')
    expect(await contents(later.workspace)).toEqual({ ...HOST, 'areas.geojson': '{', 'sites.csv': ONE_MORE })
    await expect(later.workspace.show('own')).rejects.toThrow('areas.geojson')
    await later.workspace.clear()
    expect(await later.workspace.state()).toMatchObject({ hasOwn: false, broken: null })
  })
})

describe('storage that is not as expected', () => {
  const raw = (name: string, version: number, stores: readonly string[]) =>
    openDB(name, version, {
      upgrade: (database) => {
        for (const store of stores) database.createObjectStore(store)
      },
    })
  const STORES = ['files', 'before', 'state', 'values']

  /** The host's is shown, it is said why, and what lies there is as it was. */
  const showsHost = async (storage: Storage, why: string) => {
    const { workspace } = await begin(storage)
    const { unkept, kept, source } = await workspace.state()
    expect(unkept).toContain('本机保存的数据读不出来')
    expect(unkept).toContain(why)
    expect([kept, source]).toEqual([false, 'host'])
    expect(workspace.reading().opened.model.sites).toHaveLength(2)
    await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE }))
    expect(workspace.reading().opened.model.sites).toHaveLength(3)
  }

  it.each([
    ['of a newer version', 2, STORES, '是较新版本的页面保存的'],
    ['without some of its stores', 1, ['files'], '存储的结构不对'],
  ])('%s', async (_, version, stores, why) => {
    const name = freshName()
    const database = await raw(name, version, stores)
    await database.put('files', bytes('mine'), 'sites.csv')
    database.close()
    await showsHost(await openStorage(name), why)
    const after = await openDB(name)
    expect([text(await after.get('files', 'sites.csv')), after.version]).toEqual(['mine', version])
    after.close()
  })

  const own = { size: 1, photoBase: null, revisions: [], changedAt: '2019-05-27T09:00:00+08:00' }
  it.each([
    ['a number', 7],
    ['nothing of ours', {}],
    ['no stamp', { shown: 'own', own: null }],
    ['another place', { stamp: 1, shown: 'elsewhere', own: null }],
    ['revisions that are none', { stamp: 1, shown: 'own', own: { ...own, revisions: 3 } }],
    ['a revision that is none', { stamp: 1, shown: 'own', own: { ...own, revisions: [null] } }],
  ])('whose state is %s', async (_, state) => {
    const name = freshName()
    const database = await raw(name, 1, STORES)
    await database.put('state', state, 'state')
    await database.put('files', bytes('mine'), 'sites.csv')
    await showsHost(await openStorage(name), '保存的记录读不懂')
    expect(await database.get('state', 'state')).toEqual(state)
    expect(text(await database.get('files', 'sites.csv'))).toBe('mine')
    database.close()
  })

  it('whose files are none: the host’s is shown, the rest can be taken out', async () => {
    const storage = await openStorage(freshName())
    const { workspace } = await begin(storage)
    await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE }))
    await storage.transact('readwrite', (store) => store('files').put('areas.geojson', { size: 3 }))
    const later = await begin(storage)
    const { broken, source } = await later.workspace.state()
    expect([source, broken]).toEqual(['host', expect.stringContaining('保存的 areas.geojson 不是文件内容')])
    expect((await contents(later.workspace))['sites.csv']).toBe(ONE_MORE)
  })

  it('that throws when it is opened', async () => {
    const { indexedDB } = globalThis
    const open = () => {
      throw new DOMException('Internal error', 'UnknownError')
    }
    Object.defineProperty(globalThis, 'indexedDB', { value: { open }, configurable: true })
    try {
      await showsHost(await openStorage('throws'), '浏览器的存储打不开')
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { value: indexedDB, configurable: true })
    }
  })

  it('that never answers, since another window holds it', async () => {
    const name = freshName()
    const held = await raw(name, 1, STORES)
    const going = deleteDB(name)
    await showsHost(await openStorage(name, 50), '浏览器的存储没有回答')
    held.close()
    await going
  })
})

describe('photos', () => {
  const ISSUES = '编号,发现日期,整改前照片,整改后照片\nW1,2019-05-01,a.jpg,b.jpg\n'

  it('of the host’s are taken along when all is taken out', async () => {
    const { workspace } = await begin(undefined, async () => hostFiles({ ...HOST, 'issues.csv': ISSUES }))
    expect(text((await workspace.everything()).files.get('photos/a.jpg'))).toBe('host photo')
    const overview = await revise(workspace, '一', changes({ 'photos/b.jpg': 'own photo' }))
    expect(overview.base).toBe('https://site/data/')
    const all = await contents(workspace)
    expect([all['photos/a.jpg'], all['photos/b.jpg']]).toEqual(['host photo', 'own photo'])
  })

  it('that do not come are no photos that are not there: it is said why, and what is taken out lacks them', async () => {
    const issues = ISSUES.replace('b.jpg', 'bad.jpg')
    const { workspace } = await begin(undefined, async () => hostFiles({ ...HOST, 'issues.csv': issues }))
    expect(await workspace.photoFault('photos/bad.jpg')).toBe('服务器回答 500')
    expect(await workspace.photoFault('photos/none.jpg')).toBeNull()
    expect(await workspace.photoFault('photos/a.jpg')).toBe('不是图片，或已损坏')
    expect([...(await workspace.everything()).lacks]).toEqual([['photos/bad.jpg', '服务器回答 500']])
  })

  it('of the host’s serve no package that took its place', async () => {
    const { workspace } = await begin()
    const whole = { 'issues.csv': ISSUES, 'areas.geojson': AREAS }
    const overview = await revise(workspace, '整包', changes(whole), { whole: true })
    expect(overview.base).toBe('')
    expect(await contents(workspace)).toEqual(whole)
    expect((await contents(workspace))['photos/a.jpg']).toBeUndefined()
    expect((await revise(workspace, '再改', changes({ 'sites.csv': null }))).base).toBe('')
  })
})

describe('room', () => {
  it('bounds what is kept to take back: the oldest is forgotten, the newest never', async () => {
    const { openKeptPackage } = await import('../../../src/engine/package/kept-package.ts')
    const keeper = openKeptPackage(await openStorage(freshName()), 10)
    const revision = (what: string) => ({ at: '', what })
    let { stamp } = await keeper.revise(0, revision('0'), hostFiles(), new Map(), null)
    for (const what of ['1', '2', '3'])
      ({ stamp } = await keeper.revise(stamp, revision(what), null, changes({ a: `${what}2345678` }), null))
    const { own } = await keeper.state()
    expect(own?.revisions.map((r) => r.what)).toEqual(['3'])
    const undone = await keeper.undo(stamp, '')
    expect(text(await keeper.file('a'))).toBe('22345678')
    expect((await keeper.undo(undone.stamp, '')).own?.revisions).toEqual([])
    expect(text(await keeper.file('a'))).toBe('22345678')
  })

  it('that is short is told in a sentence and costs nothing', async () => {
    const storage = await openStorage(freshName())
    const full: Storage = {
      kept: true,
      fault: null,
      transact: (mode, work) =>
        storage.transact(mode, (store) =>
          work((name) => ({
            ...store(name),
            put: async (key, value) => {
              if (key === 'photos/big.jpg') throw new DOMException('no room', 'QuotaExceededError')
              await store(name).put(key, value)
            },
          })),
        ),
    }
    const { workspace } = await begin(full)
    await revise(workspace, '一', changes({ 'sites.csv': ONE_MORE }))
    const big = changes({ 'sites.csv': null, 'photos/big.jpg': '…' })
    await expect(revise(workspace, '二', big)).rejects.toThrow('存储空间不够')
    expect(await contents(workspace)).toEqual({ ...HOST, 'sites.csv': ONE_MORE })
    expect((await begin(storage)).workspace.reading().opened.model.sites).toHaveLength(3)
  })
})

describe('storage', () => {
  it('that is refused passes with the page', async () => {
    const { indexedDB } = globalThis
    const refusing = {
      open: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }
    Object.defineProperty(globalThis, 'indexedDB', { value: refusing, configurable: true })
    try {
      expect((await openStorage('refused')).kept).toBe(false)
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { value: indexedDB, configurable: true })
    }
  })

  it('writes all of a transaction or nothing, on the browser’s stores and on passing ones', async () => {
    for (const storage of [await openStorage(freshName()), openPassing()]) {
      await storage.transact('readwrite', (store) => store('files').put('a', 1))
      const failing = storage.transact('readwrite', async (store) => {
        await store('files').put('a', 2)
        await store('values').put('b', 2)
        throw new Error('mine')
      })
      await expect(failing).rejects.toThrow('mine')
      const after = await storage.transact('readonly', async (store) => [
        await store('files').get('a'),
        await store('values').get('b'),
      ])
      expect(after).toEqual([1, undefined])
    }
  })
})

it('a package of other districts is opened with what it brings', async () => {
  const { workspace } = await begin()
  const areas = collection(
    feature(
      { code: '9', name: '丙居委会' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [5, 5],
            [6, 5],
            [6, 6],
            [5, 5],
          ],
        ],
      },
    ),
  )
  const overview = await revise(workspace, '整包', changes({ 'areas.geojson': areas }), {
    whole: true,
  })
  expect(overview.areas.map(({ code }) => code)).toEqual(['9'])
  expect(overview.bounds).toEqual([5, 5, 6, 6])
})

describe('a change that takes long', () => {
  it('gives way while the package is read, and changes nothing when it is cancelled meanwhile', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `X${i},公厕,某公厕,,,,,\n`).join('')
    const revising = { what: '很多行', changed: changes({ 'sites.csv': `${SITES}${rows}` }) }
    let rests = 0
    const { workspace, announced } = await begin()
    const counted = { isDue: () => true, rest: async () => void rests++ }
    await workspace.revise(() => revising, counted)
    expect(rests).toBeGreaterThan(30)
    await workspace.undo()
    const [edition, told] = [workspace.edition(), announced()]
    // At whichever moment it comes.
    for (const last of [1, Math.floor(rests / 2), rests]) {
      let left = last
      const rest = async () => {
        if (--left === 0) throw new CancelledError()
      }
      await expect(workspace.revise(() => revising, { isDue: () => true, rest })).rejects.toThrow('已取消')
    }
    expect([workspace.edition(), announced()]).toEqual([edition, told])
    expect(text(await workspace.file('sites.csv'))).toBe(SITES)
    expect((await workspace.state()).hasOwn).toBe(false)
  })
})
