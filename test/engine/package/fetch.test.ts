/** A package brought over HTTP from hosts that misbehave in every way: real sockets, real answers. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { WaitingFor } from '../../../src/engine/contract/package.ts'
import { createEngine } from '../../../src/engine/engine.ts'
import { openFetcher } from '../../../src/engine/package/fetch.ts'
import { openHost } from '../../../src/engine/package/host-file.ts'
import { AREAS, SITES } from '../../intake/files.ts'

const ISSUES = '编号,点位编号,发现日期\nW1,G1,2019-05-01\n'

type Handler = (path: string, response: ServerResponse, request: IncomingMessage) => void

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

const serve = async (handle: Handler): Promise<string> => {
  const server = createServer((request, response) =>
    handle((request.url ?? '').slice('/data/'.length), response, request),
  )
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`
}

const GOOD: Record<string, string> = { 'areas.geojson': AREAS, 'sites.csv': SITES, 'issues.csv': ISSUES }

const send = (response: ServerResponse, text: string | undefined) =>
  text === undefined ? response.writeHead(404).end() : response.end(text)

/** A good host but for one file. */
const but = (bad: string, handle: Handler): Promise<string> =>
  serve((path, response, request) =>
    path === bad ? handle(path, response, request) : send(response, GOOD[path]),
  )

const quiet = () => {}
const fetcher = (base: string, onWaiting: (files: WaitingFor[]) => void = quiet, patience = 60_000) =>
  openFetcher(base, { onProgress: quiet, onWaiting }, openHost(), patience)

const PAGE = '<!doctype html><html><body>首页</body></html>'
const status = (code: number): Handler => {
  return (_, response) => response.writeHead(code, { 'content-type': 'text/plain' }).end('no')
}

describe('one file', () => {
  it.each([
    ['404', status(404)],
    ['410', status(410)],
  ])('is absent by %s alone', async (_, handle) => {
    const { files, unread, notes } = await fetcher(await but('issues.csv', handle)).all()
    expect([files.has('sites.csv'), files.has('issues.csv'), unread.size, notes]).toEqual([
      true,
      false,
      0,
      [],
    ])
  })

  it.each<[string, Handler, string]>([
    ['500', status(500), '服务器回答 500'],
    ['403', status(403), '服务器回答 403，不允许读取'],
    ['401', status(401), '服务器回答 401，需要登录'],
    ['204', status(204), '服务器回答 204'],
    [
      'a page',
      (_, r) => r.setHeader('content-type', 'text/html').end(PAGE),
      '服务器给的是一个网页，不是这个文件',
    ],
    [
      'a page that is declared as a table',
      (_, r) => r.setHeader('content-type', 'text/csv').end(PAGE),
      '服务器给的是一个网页，不是这个文件',
    ],
    [
      'a way to a login page',
      (_, r, { url }) => (url?.includes('login') ? r.end() : r.writeHead(302, { location: '/login' }).end()),
      '',
    ],
    [
      'a login page in its place',
      (_, r) =>
        r.setHeader('content-type', 'text/html').end('<html><form><input type="password"></form></html>'),
      '服务器给的是另一个网页，可能需要登录',
    ],
    [
      'a connection that is cut',
      (_, r) => {
        r.writeHead(200, { 'content-length': '100000' })
        r.write('编号,检查项\n')
        setTimeout(() => r.destroy(), 20)
      },
      '传输中断，没有收完',
    ],
    [
      'a connection that is cut in pieces',
      (_, r) => {
        r.write('编号,检查项\n')
        setTimeout(() => r.destroy(), 20)
      },
      '传输中断，没有收完',
    ],
    ['no answer at all', (_, r) => r.destroy(), '连不上服务器'],
  ])('is told, not taken as absent, after %s', async (_, handle, reason) => {
    const base = await serve((path, response, request) => {
      if (path === 'issues.csv') handle(path, response, request)
      else if (request.url === '/login') response.setHeader('content-type', 'text/html').end(PAGE)
      else send(response, GOOD[path])
    })
    const { files, unread } = await fetcher(base).all()
    expect(files.has('issues.csv')).toBe(false)
    expect(files.has('sites.csv')).toBe(true)
    expect([...unread]).toEqual([['issues.csv', reason || '服务器给的是另一个网页，可能需要登录']])
  })

  it('is used whatever type it is declared as', async () => {
    const base = await but('issues.csv', (_, r) => r.setHeader('content-type', 'text/html').end(ISSUES))
    const { files, unread } = await fetcher(base).all()
    expect([new TextDecoder().decode(files.get('issues.csv')), unread.size]).toEqual([ISSUES, 0])
  })
})

describe('a host that gives its start page for every name it does not know', () => {
  const start: Handler = (path, response) => {
    const text = GOOD[path]
    if (text !== undefined) response.end(text)
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
  }

  it('has no such file, which is said once', async () => {
    const asked: string[] = []
    const base = await serve((path, response, request) => {
      asked.push(path)
      start(path, response, request)
    })
    const { files, unread, notes } = await fetcher(base).all()
    expect([...files.keys()].sort()).toEqual(Object.keys(GOOD).sort())
    expect(unread.size).toBe(0)
    expect(notes).toHaveLength(1)
    expect(notes[0]?.reason).toContain('waters.geojson')
    // One name nobody can know for each sort of file.
    expect(asked.filter((path) => path.startsWith('no-such-file'))).toHaveLength(3)
  })

  it('shows another page where something went wrong, which is told', async () => {
    const base = await serve((path, response, request) =>
      path === 'issues.csv'
        ? response.setHeader('content-type', 'text/html').end('<html><body>系统维护中</body></html>')
        : start(path, response, request),
    )
    expect([...(await fetcher(base).all()).unread]).toEqual([
      ['issues.csv', '服务器给的是一个网页，不是这个文件'],
    ])
  })
})

describe('a file that never ends', () => {
  it('is named after a while, asked for anew, or gone on without', async () => {
    let tries = 0
    const base = await serve((path, response) => {
      if (path === 'issues.csv') {
        tries++
        response.write('编号')
        if (tries > 1) response.end(',检查项\n')
      } else if (path === 'surveys.csv') response.write('日期')
      else send(response, GOOD[path])
    })
    const told: WaitingFor[][] = []
    const fetching = fetcher(base, (waiting) => told.push(waiting), 60)
    const all = fetching.all()
    const named = () => (told.at(-1) ?? []).map(({ path }) => path).sort()
    await expect.poll(named).toEqual(['issues.csv', 'surveys.csv'])
    fetching.hurry('issues.csv', 'again')
    await expect.poll(named).toEqual(['surveys.csv'])
    fetching.hurry('surveys.csv', 'without')
    const { files, unread } = await all
    expect(new TextDecoder().decode(files.get('issues.csv'))).toBe('编号,检查项\n')
    expect([...unread]).toEqual([['surveys.csv', '一直没有收到数据，没有再等']])
    expect([tries, told.at(-1)]).toEqual([2, []])
  })
})

describe('a file that comes a byte at a time', () => {
  const dripping = (piece: string, every: number): Promise<string> =>
    but('issues.csv', (_, response) => {
      const drip = setInterval(() => response.write(piece), every)
      response.on('close', () => clearInterval(drip))
    })

  it('is named with what has come of it, and can be gone on without', async () => {
    let last: WaitingFor[] = []
    const fetching = fetcher(await dripping('1', 20), (waiting) => (last = waiting), 100)
    const all = fetching.all()
    const slow = () => last.some(({ path, received }) => path === 'issues.csv' && Number(received) > 0)
    await expect.poll(slow, { timeout: 5000 }).toBe(true)
    fetching.hurry('issues.csv', 'without')
    const { files, unread } = await all
    expect([files.has('sites.csv'), files.has('issues.csv')]).toEqual([true, false])
    expect(unread.get('issues.csv')).toMatch(/没有再等$/)
    expect(last).toEqual([])
  })

  it('is asked for anew', async () => {
    let tries = 0
    const base = await but('issues.csv', (_, response) => {
      if (++tries > 1) return response.end(ISSUES)
      const drip = setInterval(() => response.write('1'), 20)
      response.on('close', () => clearInterval(drip))
    })
    let last: WaitingFor[] = []
    const fetching = fetcher(base, (waiting) => (last = waiting), 100)
    const all = fetching.all()
    await expect.poll(() => last.some(({ received }) => received !== null), { timeout: 5000 }).toBe(true)
    fetching.hurry('issues.csv', 'again')
    expect(new TextDecoder().decode((await all).files.get('issues.csv'))).toBe(ISSUES)
  })

  it('is not named where it comes at a fair rate, however long', async () => {
    const told: WaitingFor[] = []
    const fetching = fetcher(await dripping('1'.repeat(4096), 20), (waiting) => told.push(...waiting), 100)
    const all = fetching.all()
    await new Promise((done) => setTimeout(done, 1200))
    fetching.hurry('issues.csv', 'without')
    await all
    expect(told.filter(({ received }) => received !== null)).toEqual([])
  })
})

describe('asked again', () => {
  it('brings only what had failed; the rest is as it was', async () => {
    let broken = true
    const asked: string[] = []
    const base = await serve((path, response) => {
      asked.push(path)
      if (path === 'issues.csv' && broken) response.writeHead(500).end()
      else send(response, GOOD[path])
    })
    const fetching = fetcher(base)
    const before = await fetching.all()
    expect([...before.unread.keys()]).toEqual(['issues.csv'])
    broken = false
    asked.length = 0
    const after = await fetching.again(before, ['issues.csv'])
    expect(asked).toEqual(['issues.csv'])
    expect([after.unread.size, after.files.size]).toEqual([0, 3])
  })

  it('brings all where district.json had failed: it says where the others are', async () => {
    let broken = true
    const base = await serve((path, response) => {
      if (path !== 'district.json') send(response, path === 'places.csv' ? SITES : GOOD[path])
      else if (broken) response.writeHead(503).end()
      else response.end('{"files":{"sites.csv":"places.csv"}}')
    })
    const fetching = fetcher(base)
    const before = await fetching.all()
    expect([...before.unread.keys()]).toEqual(['district.json'])
    broken = false
    const after = await fetching.again(before, ['district.json'])
    expect([...after.files.keys()].sort()).toEqual([
      'areas.geojson',
      'district.json',
      'issues.csv',
      'places.csv',
    ])
  })
})

describe('the engine', () => {
  const load = async (base: string) => {
    const engine = createEngine()
    return { engine, overview: await engine.load(base, quiet, quiet) }
  }

  it('marks what is scored without a file, reads it again, and is whole', async () => {
    let broken = true
    const base = await serve((path, response) => {
      if (path === 'issues.csv' && broken) response.writeHead(500).end()
      else send(response, GOOD[path])
    })
    const { engine, overview } = await load(base)
    expect(overview.report.unread).toEqual([{ file: 'issues.csv', reason: '服务器回答 500', scored: true }])
    expect(overview.report.absent).not.toContain('issues.csv')
    const ranking = await engine.exportFile({ type: 'ranking', asOf: overview.asOf, of: null }, 'csv')
    expect(ranking.name).toContain('缺 issues.csv，得分不完整')
    const zip = await engine.exportFile({ type: 'package' }, 'zip')
    expect([zip.name, zip.lacks]).toEqual([
      '创卫一张图-数据包（不完整）.zip',
      '导出的数据包缺 issues.csv（服务器回答 500）：读到以后请重新导出。',
    ])
    // Made into a package of the user's own, it would lack the problems for good.
    await expect(
      engine.edit([{ type: 'set', record: 'site', id: 'G1', fields: { name: '改' } }]),
    ).rejects.toThrow('issues.csv 没有读到（服务器回答 500），现在改动会丢掉它的记录')
    broken = false
    const whole = await engine.retry()
    expect([whole.report.unread, whole.issues.count > 0]).toEqual([[], true])
    expect(whole.edition).toBeGreaterThan(overview.edition)
    expect(
      (await engine.exportFile({ type: 'ranking', asOf: whole.asOf, of: null }, 'csv')).name,
    ).not.toContain('缺')
  })

  it('takes an answer that asks to log in for no settings, and reads them when asked again', async () => {
    let out = true
    const base = await but('district.json', (_, r) =>
      r.end(out ? '{"code":401,"message":"未登录"}' : '{"title":"甲区"}'),
    )
    const { engine, overview } = await load(base)
    expect(overview.report.unread).toMatchObject([
      { file: 'district.json', reason: expect.stringContaining('登录提示'), scored: true },
    ])
    out = false
    const whole = await engine.retry()
    expect([whole.report.unread, whole.district.title]).toEqual([[], '甲区'])
  })

  it.each([
    ['areas.geojson', 500, 'areas.geojson 没有读到（服务器回答 500），无法知道有哪些居委会。'],
    ['standard.json', 500, '评分标准 standard.json 没有读到（服务器回答 500），不能评分。'],
  ])('without %s shows nothing by another', async (bad, code, sentence) => {
    await expect(load(await but(bad, status(code)))).rejects.toThrow(sentence)
  })

  it('refuses a rubric that is broken with the path of the fault', async () => {
    const base = await but('standard.json', (_, r) => r.end('{"version":""}'))
    await expect(load(base)).rejects.toThrow(/^评分标准 standard\.json 有误：version /)
  })

  it('answers about the edition asked for, and no other', async () => {
    const { engine, overview } = await load(await serve((path, response) => send(response, GOOD[path])))
    const { edition, asOf } = overview
    expect((await engine.ask(edition, 'board', asOf, null)).asOf).toBe(asOf)
    const changed = engine.edit([{ type: 'set', record: 'site', id: 'G1', fields: { name: '改' } }])
    const overtaken = engine.ask(edition, 'site', 'G1', asOf)
    const next = await changed
    await expect(engine.ask(edition, 'site', 'G1', asOf)).rejects.toThrow(
      expect.objectContaining({ name: 'OvertakenError' }),
    )
    expect((await engine.ask(next.edition, 'site', 'G1', asOf))?.name).toBe('改')
    // Asked before, it is answered of the package before, or not at all.
    const early = await overtaken.then(
      (card) => card?.name,
      (error: Error) => error.name,
    )
    expect(['OvertakenError', '一号公厕']).toContain(early)
  })
})
