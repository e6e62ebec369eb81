/** What goes wrong on the way to the screen is said there: which file, since when, and what can be done. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, inject, test } from 'vitest'
import { OUT, ROOT } from '../browser/folders.ts'
import { appInBrowser, sharedBrowser } from '../browser/in-browser.ts'
import { openApp } from '../browser/open-app.ts'
import { withPackage } from '../browser/with-package.ts'
import { AREAS } from '../intake/files.ts'

const browser = sharedBrowser()
const withApp = appInBrowser(browser)

/** Little to draw: what is said does not hang on it. */
const SMALL = { width: 1366, height: 768 }

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
  const hash = 'v=1&sel=area:411671012010'
  await withApp({ site: host.url, ...SMALL, hash, tolerate: /404|500/ }, async (page) => {
    const notice = page.getByRole('alert').filter({ hasText: 'issues.csv' })
    expect(await notice.textContent()).toContain('issues.csv 没有读到：服务器回答 500')
    expect(await notice.textContent()).toContain('缺 issues.csv，得分不完整')
    expect(await page.locator('article .incomplete').textContent()).toBe('缺 issues.csv，得分不完整')
    const open = page.locator('[data-kpi="open"]')
    expect(await open.locator('.kpi-doubt').textContent()).toBe('不完整')
    expect(await open.locator('b').textContent()).toBe('0')
    await page.screenshot({ path: join(OUT, 'unread.png') })
    files['issues.csv'] = sample('issues.csv')
    await notice.getByRole('button', { name: '重试' }).click()
    await notice.waitFor({ state: 'detached' })
    expect(await page.locator('.incomplete, .kpi-doubt').count()).toBe(0)
    await page.waitForFunction(() => Number(document.querySelector('[data-kpi="open"] b')?.textContent) > 0)
    expect(await page.getByRole('article', { name: '麦仁店居委会' }).count()).toBe(1)
  })
  await host.close()
})

test('storage of a newer page, and an engine that does not start, are said and keep nothing else away', async () => {
  const host = await withPackage(inject('site'), { 'areas.geojson': AREAS, 'district.json': '{}' })
  const app = await openApp(browser(), `${host.url}data/district.json`, { ...SMALL, tolerate: /404|worker/i })
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
  await app.page.goto(host.url)
  await app.ready()
  expect(await app.page.getByRole('alert').textContent()).toContain('本机保存的数据读不出来')
  expect(await app.page.locator('.ranking li').count()).toBe(2)
  expect(await app.page.evaluate(make)).toBe(9)

  // The engine's own file is not there any more.
  await app.page.route(/\/worker-[^/]*\.js/, (route) => route.fulfill({ status: 404 }))
  await app.page.reload()
  const said = app.page.getByRole('alert').filter({ hasText: '数据引擎没有启动' })
  await said.waitFor()
  expect(await said.getByRole('button', { name: '重试' }).count()).toBe(1)
  expect(await app.page.getByText('正在读入').count()).toBe(0)
  await app.close()
  await host.close()
})

test('opened from disk, the page says why there is nothing else', async () => {
  const page = await browser().newPage()
  await page.goto(pathToFileURL(join(inject('built'), 'index.html')).href)
  expect(await page.getByText('从磁盘直接双击打开').isVisible()).toBe(true)
  await page.close()
})
