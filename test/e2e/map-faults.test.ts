/** The map loses its WebGL context, its worker, its points: said while it lasts, and drawn again as it was. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asksAgain } from '../browser/asks-again.ts'
import { sharedBrowser } from '../browser/in-browser.ts'
import { type App, openApp, type Screen } from '../browser/open-app.ts'

const browser = sharedBrowser()

/** The smallest desk, so that software draws it soon. */
const DESK: Screen = { width: 900, height: 600 }

const open = async (screen: Screen): Promise<App> => {
  const app = await openApp(browser(), inject('site'), { ...DESK, ...screen })
  await app.ready()
  return app
}

const fault = (page: Page) => page.locator('.map-fault')
const faultIs = (page: Page, kind: string) => page.locator(`.map-fault[data-fault="${kind}"]`).waitFor()
const drawnAgain = (page: Page) => fault(page).waitFor({ state: 'detached' })
const retry = (page: Page) => fault(page).getByRole('button', { name: '重试' }).click()
const go = (page: Page, hash: string) =>
  page.evaluate((next) => {
    location.hash = next
  }, hash)

/** The part of the map that no panel covers, once it stands still. */
const picture = async (page: Page): Promise<Buffer> => {
  const clip = { x: 260, y: 90, width: 260, height: 400 }
  for (let before = await page.screenshot({ clip }); ; ) {
    await page.waitForTimeout(250)
    const after = await page.screenshot({ clip })
    if (after.equals(before)) return after
    before = after
  }
}

/** What `inThePage` leaves in the window. */
interface Held {
  gl: { alive: number; broken: boolean }
  lost: WEBGL_lose_context
}

/** Runs before anything else: counts what WebGL makes and does not delete, and can refuse new contexts. */
const inThePage = () => {
  const gl = { alive: 0, broken: false }
  Object.assign(window, { gl })
  const methods = WebGL2RenderingContext.prototype as unknown as Record<string, unknown>
  for (const name of Object.keys(WebGL2RenderingContext.prototype)) {
    const step = /^create[A-Z]/.test(name) ? 1 : /^delete[A-Z]/.test(name) ? -1 : 0
    const method = step === 0 ? undefined : Object.getOwnPropertyDescriptor(methods, name)?.value
    if (typeof method !== 'function') continue
    methods[name] = function (this: unknown, ...of: unknown[]) {
      if (step > 0 || of[0]) gl.alive += step
      return method.apply(this, of)
    }
  }
  const { getContext } = HTMLCanvasElement.prototype
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...of: [string]) {
    return of[0] === 'webgl2' && gl.broken ? null : getContext.apply(this, of)
  } as never
}

const held = <T>(page: Page, read: (held: Held) => T): Promise<T> =>
  page.evaluate(`(${read})(window)`) as Promise<T>

const lose = (page: Page) =>
  page.evaluate(() => {
    const gl = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')?.getContext('webgl2')
    const lost = gl?.getExtension('WEBGL_lose_context')
    Object.assign(window, { lost })
    lost?.loseContext()
  })
const restore = (page: Page) => held(page, (window) => window.lost.restoreContext())

describe('a WebGL context', () => {
  let app: App
  beforeAll(async () => {
    app = await open({ prepare: (page) => page.addInitScript(inThePage) })
  })
  afterAll(() => app?.close())

  // The soak counts them over every other change.
  test('holds no more after another theme than before', async () => {
    const { page } = app
    await go(page, 'v=1')
    const counted = async (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        await page.emulateMedia({ colorScheme: i % 2 === 0 ? 'dark' : 'light' })
        await page.waitForTimeout(100)
      }
      await picture(page)
      return held(page, ({ gl }) => gl.alive)
    }
    const before = await counted(0, 2)
    expect(before).toBeGreaterThan(100)
    expect(Math.abs((await counted(2, 6)) - before) / before).toBeLessThan(0.01)
  })

  test.each([
    ['areas, hatch, names and counts', 'v=1'],
    ['icons, problems and a selection', 'v=1&sel=area%3A411671012010&c=114.66,33.5915,14.6'],
  ])('lost and restored: told while it lasts, then %s are as they were', async (_, hash) => {
    const { page } = app
    await go(page, hash)
    const before = await picture(page)
    await lose(page)
    await faultIs(page, 'lost')
    expect(await fault(page).textContent()).toContain('显卡暂时停止绘图')
    // Nothing is drawn that could be taken for 数据不足.
    expect(await page.locator('.map-canvas').isVisible()).toBe(false)
    await page.waitForTimeout(500)
    expect(await fault(page).isVisible()).toBe(true)
    await restore(page)
    await drawnAgain(page)
    expect((await picture(page)).equals(before)).toBe(true)
  })

  test('lost for good: a way out, the panels as ever, and what was chosen meanwhile is drawn', async () => {
    const { page } = app
    await lose(page)
    await faultIs(page, 'lost')
    await held(page, ({ gl }) => {
      gl.broken = true
    })
    await restore(page)
    await faultIs(page, 'gone')
    await retry(page)
    expect(await fault(page).textContent()).toContain('显卡没有恢复绘图')
    await leadsToPlace(page)
    await held(page, ({ gl }) => {
      gl.broken = false
    })
    await retry(page)
    await drawnAgain(page)
    expect(await page.locator('.map-canvas').isVisible()).toBe(true)
    // It has gone to the place that was chosen: the whole district would take half a kilometre.
    await page.getByText('100 米', { exact: true }).waitFor()
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('sel')).toMatch(/^site:/)
  })
})

/** The list by kind leads to a place. */
const leadsToPlace = async (page: Page): Promise<void> => {
  await fault(page).getByText('点位列表').click()
  await page.locator('.map-places summary', { hasText: '农贸市场' }).click()
  const place = page.locator('.map-places button').first()
  const name = (await place.textContent()) as string
  await place.click()
  await page.getByRole('article', { name, exact: true }).waitFor()
}

const noContext = (page: Page) =>
  page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...of: [string]) {
      return of[0] === 'webgl2' ? null : getContext.apply(this, of)
    } as never
  })

const absent = (path: string) => ({
  prepare: (page: Page) => page.route(path, (route) => route.abort()),
  mend: (page: Page) => page.unroute(path),
})

test('without WebGL 2: a sentence, the places as a list, and the panels as ever', async () => {
  const { page, close } = await open({ prepare: noContext })
  await faultIs(page, 'unsupported')
  await leadsToPlace(page)
  await close()
})

test.each([
  ['what draws the points', 'points', absent('**/assets/deck-*')],
  ['the worker', 'worker', absent('**/assets/maplibre-gl-worker*')],
])('without %s: a sentence, the places as a list, and 重试 brings it', async (_, kind, { prepare, mend }) => {
  // What is asked for and does not come stands in the console.
  const { page, close } = await open({
    tolerate: /Failed to (?:load resource|fetch)|Worker failed to load/,
    // Near enough for places to stand alone: what draws them is asked for when there is one to draw.
    hash: 'c=114.66,33.59,15',
    prepare,
  })
  await faultIs(page, kind)
  // Areas are drawn without points, nothing is without the worker.
  expect(await page.locator('.map-canvas').isVisible()).toBe(true)
  await leadsToPlace(page)
  await mend(page)
  // A module that could not be had once is had no more by an old browser: there only the whole page brings it.
  if (kind === 'worker' || (await asksAgain(page, inject('site')))) await retry(page)
  else await fault(page).getByRole('button', { name: '刷新页面' }).click()
  await drawnAgain(page)
  await close()
})
