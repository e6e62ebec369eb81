/** The screen itself on paper, by the browser's own command: heading, map, and what is open in its whole length. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../browser/in-browser.ts'

const withApp = appInBrowser()

/** How many colours the map on paper has: one where nothing was taken. */
const coloursOnPaper = (page: Page): Promise<number> =>
  page.locator('.map-printed').evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    return new Set(new Uint32Array(data.buffer)).size
  })

/** The page as it stands while the browser prints. */
const beginPrinting = async (page: Page): Promise<void> => {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
}
const endPrinting = async (page: Page): Promise<void> => {
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
}

test('the map, the figures and the whole ranking are printed, and the screen is as it was', async () => {
  await withApp({ hash: 'v=1' }, async (page, { ready }) => {
    const map = await page.locator('.map-canvas canvas').first().boundingBox()
    await beginPrinting(page)
    expect(await coloursOnPaper(page)).toBeGreaterThan(500)
    await page.getByRole('heading', { name: /^周口经济开发区/ }).waitFor()
    await page.getByText(/截至 2019-05-27 · .*评价表/).waitFor()
    // Every area, and nothing that is pressed.
    const rows = page.locator('.ranking li')
    const shown = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height > 0))
    expect(shown.length).toBeGreaterThan(20)
    expect(shown).not.toContain(false)
    for (const name of ['搜索', '放大', '问题台账'])
      expect(await page.getByRole('button', { name }).count()).toBe(0)
    // Nothing is cut off: what scrolls on the screen is as high as what is in it.
    const clipped = await page
      .locator('.right .scrolls')
      .evaluateAll((all) => all.filter((each) => each.scrollHeight > each.clientHeight + 1).length)
    expect(clipped).toBe(0)
    await endPrinting(page)
    await ready()
    expect(await page.locator('.map-canvas canvas').first().boundingBox()).toEqual(map)
    await page.getByRole('button', { name: '放大' }).waitFor()
  })
})

test('of the 台账 every row is printed with every column, by itself', async () => {
  await withApp({ hash: 'v=1&t=1' }, async (page, { ready }) => {
    const rows = page.locator('.table-scroll tbody tr:not(.gap)')
    const all = Number(await page.locator('.sheet-head h2 b').textContent())
    expect(await rows.count()).toBeLessThan(all)
    // They are fetched once the table stands still.
    await page.waitForTimeout(2000)
    await ready()
    await beginPrinting(page)
    expect(await rows.count()).toBe(all)
    expect(await page.locator('.table-scroll th').allTextContents()).toContain('编号')
    expect(await page.locator('.ranking').isVisible()).toBe(false)
    await endPrinting(page)
    await page.waitForFunction(
      (count) => document.querySelectorAll('.table-scroll tbody tr:not(.gap)').length < count,
      all,
    )
  })
})
