/** 督导路线 used by who plans the next visit: fewer stops, one left out, another order, files and paper. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

/** Said on the screen; the sheet of paper, not to be seen, says it too. */
const note = (page: Page, text: string) => page.locator('.study-note', { hasText: text }).waitFor()

const stopsOf = (page: Page) => page.locator('.route-what b').allTextContents()

test('a route is chosen, changed, taken along and printed on one page', async () => {
  await withApp({ hash: 'v=1&y=route' }, async (page) => {
    await page.getByRole('heading', { name: /^12 处/ }).waitFor()
    const before = await stopsOf(page)
    expect(before).toHaveLength(12)

    // The first is put second: an order of one's own, until the short one is asked for again.
    await page.getByRole('button', { name: `${before[0]}推后` }).click()
    await note(page, '顺序由人工排定')
    expect((await stopsOf(page)).slice(0, 2)).toEqual([before[1], before[0]])
    await page.getByRole('button', { name: '恢复最短顺序' }).click()
    await note(page, '顺序为总路程最短的走法')
    expect(await stopsOf(page)).toEqual(before)

    await page.getByRole('button', { name: `不去${before[0]}` }).click()
    await page.waitForFunction((name) => {
      const names = [...document.querySelectorAll('.route-what b')].map((b) => b.textContent)
      return names.length === 12 && !names.includes(name as string)
    }, before[0])

    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'GPX' }).click()
    const gpx = readFileSync(await (await saved).path(), 'utf8')
    expect(gpx.match(/<wpt /g)).toHaveLength(12)

    const slider = page.getByRole('slider', { name: /最紧急的/ })
    await slider.focus()
    await slider.press('End')
    await page.getByRole('heading', { name: /^30 处/ }).waitFor()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

    await page.locator('.route-go').first().click()
    await page.waitForFunction(() => /sel=(site|water|issue)/.test(location.hash))
  })
})
