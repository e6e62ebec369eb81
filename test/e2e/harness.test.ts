/** The watch itself: what it must notice, on a small page of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../browser/launch.ts'
import { openApp, withApp } from '../browser/open-app.ts'
import { type Site, serveSite } from '../browser/site.ts'

const READY = "document.documentElement.dataset.ready = 'true'"

let browser: Browser
let site: Site
let folder: string

const write = (script: string) =>
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="zh-CN"><link rel="icon" href="data:,"><p id="name">创卫</p><script type="module">${script}</script></html>`,
  )

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  browser = await openBrowser()
  site = await serveSite(folder, { prefix: '/some/where/' })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the static host', () => {
  test('answers under its prefix and nowhere else', async () => {
    write(READY)
    expect((await fetch(site.url)).headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const path of ['missing.csv', '../', '../../etc/passwd', '..%2f..%2f..%2fetc%2fpasswd'])
      expect((await fetch(new URL(path, site.url))).status).toBe(404)
  })
})

describe('the watch', () => {
  const faultsOf = async (script: string): Promise<string> => {
    write(script)
    return withApp(browser, site.url, {}, async () => {}).then(
      () => '',
      (error: Error) => error.message,
    )
  }

  test('lets a well-behaved page pass', async () => {
    expect(await faultsOf(READY)).toBe('')
  })

  test.each([
    [
      'a request to another host',
      `await fetch('https://tiles.example.com/1.png').catch(() => {})`,
      'tiles.example.com/1.png',
    ],
    [
      'an image from another host',
      `await new Promise((done) => { const i = new Image(); i.onerror = done; i.src = '//img.example.com/a.png' })`,
      'img.example.com/a.png',
    ],
    [
      'a socket to another host',
      `await new Promise((done) => { new WebSocket('wss://push.example.com/').onclose = done })`,
      'push.example.com',
    ],
    [
      'a request from a worker',
      `await new Promise((done) => { const w = new Worker(URL.createObjectURL(new Blob(["fetch('https://worker.example.com/').catch(() => 0).then(() => postMessage(0))"]))); w.onmessage = done })`,
      'worker.example.com',
    ],
    ['a console error', `console.error('something is off')`, 'something is off'],
    ['a missing file', `await fetch('./missing.json')`, 'missing.json'],
  ])('notices %s', async (_, script, told) => {
    expect(await faultsOf(`${script}; ${READY}`)).toContain(told)
  })

  test('tells why a page never became ready', async () => {
    write(`throw new Error('no map today')`)
    const app = await openApp(browser, site.url)
    await expect.poll(() => app.faults.join()).toContain('no map today')
    await expect(app.close()).rejects.toThrow('no map today')
  })
})

describe('the window', () => {
  test('is Chinese, in Chinese time, of the size and theme asked for', async () => {
    write(READY)
    const screen = {
      width: 1366,
      height: 768,
      deviceScaleFactor: 2,
      hash: 'v=1&d=2019-05-01',
      colorScheme: 'dark',
    } as const
    await withApp(browser, site.url, screen, async (page) => {
      const seen = await page.evaluate(() => ({
        language: navigator.language,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        dark: matchMedia('(prefers-color-scheme: dark)').matches,
        calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
        size: [innerWidth, innerHeight, devicePixelRatio],
        hash: location.hash,
      }))
      expect(seen).toEqual({
        language: 'zh-CN',
        zone: 'Asia/Shanghai',
        dark: true,
        calm: true,
        size: [1366, 768, 2],
        hash: '#v=1&d=2019-05-01',
      })
    })
  })

  test('draws Chinese in a real font', async () => {
    write(READY)
    await withApp(browser, site.url, {}, async (page) => {
      // A box for a missing glyph is the same box for every character.
      const [one, other] = await page.evaluate(() =>
        ['创', '卫'].map((character) => {
          const canvas = document.createElement('canvas')
          const context = canvas.getContext('2d') as CanvasRenderingContext2D
          context.font = '40px sans-serif'
          context.fillText(character, 0, 40)
          return canvas.toDataURL()
        }),
      )
      expect(one).not.toBe(other)
    })
  })
})
