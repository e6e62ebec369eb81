/** What a page does whose parts cannot be had: it says so where they would stand, tries again, and the rest goes on. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asksAgain } from '../browser/asks-again.ts'
import { openBrowser } from '../browser/launch.ts'
import { type App, openApp } from '../browser/open-app.ts'

/** Kept away until the last test: drawn in software, a map takes most of the time. */
const MAP = '**/assets/MapView-*.js'

let browser: Browser
let app: App
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  app = await openApp(browser, inject('site'), {
    width: 1366,
    height: 768,
    // The browser's own words about the files that are kept from it here, React's about a part that was made to throw.
    prepare: async (page) => {
      await page.route(MAP, (route) => route.abort())
    },
    tolerate: /Failed to (?:load|fetch)|made to fail|Unable to preload CSS|没有读到/,
  })
  ;({ page } = app)
  // Files answer at once here: what does not come is missing.
  page.setDefaultTimeout(30_000)
  await app.ready()
})
afterAll(async () => {
  // Tells of every fault that was met on the way.
  await app?.close().finally(() => browser.close())
})

/** Keeps files away, as a broken network does, until they are let through. */
const withhold = async (pattern: string): Promise<() => Promise<void>> => {
  await page.route(pattern, (route) => route.abort())
  return () => page.unroute(pattern)
}

const openStudy = async (name: RegExp) => {
  await page.getByRole('button', { name: /^分析/ }).click()
  await page.getByRole('button', { name }).click()
}

const alert = (text: string | RegExp) => page.getByRole('alert').filter({ hasText: text })

/** Ranking, 台账 and strip can be used. */
const restGoesOn = async () => {
  await page.getByRole('button', { name: /问题台账/ }).click()
  await page.locator('.table-scroll tbody tr[aria-rowindex]').first().getByText('逾期').waitFor()
  await page.getByRole('button', { name: '收起台账' }).click()
  expect(await page.locator('.top').isVisible()).toBe(true)
  expect(app.faults).toEqual([])
}

/** Presses 重试, and 刷新 where the browser leaves nothing else. */
const tryAgain = async (what: string, there: () => Promise<unknown>) => {
  await alert(`“${what}”没有读到`).getByRole('button', { name: '重试' }).click()
  if (!(await asksAgain(page, inject('site'))))
    await alert(`“${what}”还是没有读到`).getByRole('button', { name: '刷新' }).click()
  await there()
}

test('the map: told in its place, and everything else is there', async () => {
  await alert('“地图”没有读到').waitFor()
  expect(await page.locator('.ranking li').count()).toBeGreaterThan(0)
  await restGoesOn()
})

test('a study: one sentence, the rest goes on, 重试 brings it', async () => {
  const release = await withhold('**/assets/Honours-*.js')
  await openStudy(/^评选/)
  await alert('“评选”没有读到').waitFor()
  await restGoesOn()
  await release()
  await tryAgain('评选', () => page.locator('.honours').first().waitFor())
})

test('a study whose style is missing is not shown without it', async () => {
  const release = await withhold('**/assets/Closure-*.css')
  await openStudy(/^闭环与督办/)
  await alert('“闭环与督办”没有读到').waitFor()
  await release()
  await alert('“闭环与督办”没有读到').getByRole('button', { name: '重试' }).click()
  await page.getByRole('region', { name: '闭环与督办' }).getByRole('table').first().waitFor()
  const styled = await page.evaluate(() =>
    [...document.styleSheets].some(({ href }) => /Closure-.*\.css$/.test(href ?? '')),
  )
  expect(styled).toBe(true)
})

test('a window: told over the page, and put away', async () => {
  const release = await withhold('**/assets/DataDialog-*.js')
  await page.getByRole('button', { name: /^数据：/ }).click()
  const told = alert('“数据”没有读到')
  await told.waitFor()
  await told.getByRole('button', { name: '关闭' }).click()
  await told.waitFor({ state: 'detached' })
  await release()
  await restGoesOn()
  if (!(await asksAgain(page, inject('site')))) return
  await page.getByRole('button', { name: /^数据：/ }).click()
  await page.getByRole('dialog', { name: '数据' }).waitFor()
  await page.keyboard.press('Escape')
})

test('a part of the worker: told in sight of the window that asked for it, which claims nothing else', async () => {
  const release = await withhold('**/assets/search-*.js')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: '搜索' }).waitFor()
  await page.keyboard.type('kz')
  // By its role: what stands under an open window has none.
  const told = alert('“搜索”没有读到').first()
  await told.waitFor()
  expect(await page.getByText('没有找到').count()).toBe(0)
  await release()
  // It can be pressed, and the window stays.
  await told.getByRole('button').last().click()
  expect(await page.getByRole('dialog', { name: '搜索' }).isVisible()).toBe(true)
  // The first empties the field, the second closes the window.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '搜索' }).waitFor({ state: 'detached' })
})

test('a component that throws: its panel says so, and is left by the ways out of it', async () => {
  await page.route('**/assets/Clusters-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: "export const Clusters = () => { throw new Error('made to fail') }",
    }),
  )
  await openStudy(/^集聚与反弹/)
  const told = alert('“集聚与反弹”显示出错')
  await told.getByText('技术细节').click()
  await told.getByText('made to fail').waitFor()
  await page.getByRole('button', { name: '关闭集聚与反弹' }).click()
  await page.locator('.ranking li').first().waitFor()
  await restGoesOn()
})

test('a site that was put up anew: 刷新, and the view is as it was', async () => {
  const gone = '**/assets/Route-*.js'
  const home = (url: URL) => url.href === inject('site')
  await page.route(gone, (route) => route.fulfill({ status: 404, body: 'Not found' }))
  await page.route(home, async (route) => {
    const html = await (await route.fetch()).text()
    await route.fulfill({
      contentType: 'text/html',
      body: html.replace(/index-[\w-]+\.js/, 'index-another.js'),
    })
  })
  await openStudy(/^督导路线/)
  await alert('“督导路线”要用新版本打开').waitFor()
  await alert('已有新版本').waitFor()
  expect(await alert('“督导路线”').getByRole('button', { name: '重试' }).count()).toBe(0)
  await page.unroute(gone)
  await page.unroute(home)
  await alert('已有新版本').getByRole('button', { name: '刷新' }).click()
  await page.getByRole('region', { name: '督导路线' }).waitFor()
  await app.ready()
  expect(await alert('新版本').count()).toBe(0)
})

test('the whole page: what to do is said, never an empty body', async () => {
  // A setter of the browser's own, so that the frame of the page itself throws.
  await page.addInitScript(() => {
    if (location.hash.includes('y=route'))
      Object.defineProperty(document, 'title', {
        set: () => {
          throw new Error('made to fail')
        },
      })
  })
  await page.evaluate(() => {
    location.hash = 'v=1&y=route'
  })
  await page.reload({ waitUntil: 'commit' })
  const told = alert('页面出错了')
  await told.getByRole('button', { name: '刷新' }).waitFor()
  await told.getByText('保存在本机浏览器里的数据不受影响').waitFor()
  // What the address asks for may be the fault: without it the page opens.
  await told.getByRole('button', { name: '回到初始画面' }).click()
  await page.locator('.ranking li').first().waitFor()
  await app.ready()
  expect(app.faults).toEqual([])
})

test('the map comes when it is asked for again', async () => {
  await page.unroute(MAP)
  await tryAgain('地图', () => page.locator('canvas.maplibregl-canvas').waitFor())
})
