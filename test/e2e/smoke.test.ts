/** The built app opens on the sample district, by itself and without the network. */
import { expect, inject, test } from 'vitest'
import { watchFrames } from '../browser/frames.ts'
import { appInBrowser } from '../browser/in-browser.ts'

const withApp = appInBrowser()

test.each([
  ['a desk', { width: 1366, height: 768 }],
  ['a meeting room', { width: 1920, height: 1080 }],
  ['a phone', { width: 390, height: 844, deviceScaleFactor: 2, phone: true }],
])('opens on %s without an error or an outside request', async (_, screen) => {
  await withApp(screen, async (page) => {
    expect(await page.title()).toContain('创卫')
    expect(await page.getByText('示例数据').first().isVisible()).toBe(true)
    expect(await page.locator('canvas.maplibregl-canvas').isVisible()).toBe(true)
    // Nothing sticks out: the page itself never scrolls sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})

test('a frame of the whole district asks for at most 100 draw calls', async () => {
  await withApp({ width: 1920, height: 1080, prepare: watchFrames }, async (page) => {
    const draws = await page.evaluate(() => window.watched.frames.map((frame) => frame.draws))
    // None is drawn before all of it is there, so that every frame is of the whole.
    expect(Math.max(0, ...draws)).toBeLessThanOrEqual(100)
    expect(Math.max(0, ...draws)).toBeGreaterThan(40)
  })
})

test('answers a missing file with 404, not with the start page', async () => {
  expect((await fetch(new URL('data/absent.csv', inject('site')))).status).toBe(404)
})

test('asks for deck.gl only after the first picture', async () => {
  const page = await (await fetch(inject('site'))).text()
  expect(page).toContain('assets/index-')
  expect(page).not.toContain('assets/deck-')
})
