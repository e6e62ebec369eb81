/** What goes wrong on the way to the screen is said there: which file, since when, and what can be done. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { OUT, ROOT } from '../browser/folders.ts'
import { openBrowser } from '../browser/launch.ts'
import { openApp, withApp } from '../browser/open-app.ts'
import { withPackage } from '../browser/with-package.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const sample = (name: string) => readFileSync(join(ROOT, 'data', name), 'utf8')

test('a file that did not come is said and marked until it is read; the view stays', async () => {
  const files: Record<string, string | number> = {
    ...Object.fromEntries(
      ['district.json', 'standard.json', 'areas.geojson', 'sites.csv', 'inspections.csv'].map((name) => [
        name,
        sample(name),
      ]),
    ),
    'issues.csv': 500,
  }
  const host = await withPackage(inject('site'), files)
  await withApp(browser, host.url, { hash: 'v=1&y=coverage', tolerate: /404|500/ }, async (page) => {
    const notice = page.getByRole('alert').filter({ hasText: 'issues.csv' })
    expect(await notice.textContent()).toContain('issues.csv 没有读到：服务器回答 500')
    expect(await notice.textContent()).toContain('缺 issues.csv，得分不完整')
    expect(await page.locator('.study .incomplete').textContent()).toBe('缺 issues.csv，得分不完整')
    const open = page.locator('[data-kpi="open"]')
    expect(await open.locator('.kpi-doubt').textContent()).toBe('不完整')
    expect(await open.locator('b').textContent()).toBe('0')
    await page.screenshot({ path: join(OUT, 'unread.png') })
    files['issues.csv'] = sample('issues.csv')
    await notice.getByRole('button', { name: '重试' }).click()
    await notice.waitFor({ state: 'detached' })
    expect(await page.locator('.incomplete, .kpi-doubt').count()).toBe(0)
    await page.waitForFunction(() => Number(document.querySelector('[data-kpi="open"] b')?.textContent) > 0)
    expect(await page.evaluate(() => location.hash)).toContain('coverage')
  })
  await host.close()
})

test('storage of a newer page keeps nothing from being shown, is left alone, and is said', async () => {
  const app = await openApp(browser, `${inject('site')}data/district.json`)
  const make = () =>
    new Promise<number>((resolve, reject) => {
      const name = `chuangwei-map ${location.pathname.replace('district.json', '')}`
      const asked = indexedDB.open(name, 9)
      asked.onupgradeneeded = () => asked.result.createObjectStore('later')
      asked.onsuccess = () => {
        resolve(asked.result.version)
        asked.result.close()
      }
      asked.onerror = () => reject(asked.error)
    })
  expect(await app.page.evaluate(make)).toBe(9)
  await app.page.goto(inject('site'))
  await app.ready()
  expect(await app.page.getByRole('alert').textContent()).toContain('本机保存的数据读不出来')
  expect(await app.page.locator('.ranking li').count()).toBeGreaterThan(10)
  await app.close()
})

test('an engine that does not start is said, with the way to try again', async () => {
  const app = await openApp(browser, `${inject('site')}data/district.json`, { tolerate: /404|worker/i })
  await app.page.route(/worker-[^/]*\.js/, (route) =>
    /maplibre/.test(route.request().url()) ? route.continue() : route.fulfill({ status: 404 }),
  )
  await app.page.goto(inject('site'))
  await app.ready()
  const said = app.page.getByRole('alert')
  expect(await said.textContent()).toContain('数据引擎没有启动')
  expect(await said.getByRole('button', { name: '重试' }).count()).toBe(1)
  await app.close()
})

test('opened from disk, the page says why there is nothing else', async () => {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(join(inject('built'), 'index.html')).href)
  expect(await page.getByText('从磁盘直接双击打开').isVisible()).toBe(true)
  await page.close()
})
