/** 对策, from an area to its task sheets. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../../browser/launch.ts'
import { withApp } from '../../browser/open-app.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const optionsAre = (page: Page, wanted: string | null) =>
  page.waitForFunction((text) => new URLSearchParams(location.hash.slice(1)).get('yo') === text, wanted)

test('an area is lifted by the list it is told, problem by problem, and the list is printed by unit', async () => {
  await withApp(browser, inject('site'), { hash: 'v=1&sel=area:411671011001' }, async (page) => {
    await page.getByRole('button', { name: '对策：先改哪些' }).click()
    const study = page.getByRole('region', { name: '对策' })
    const after = study.locator('.plan-head > div').last()
    await study.getByRole('button', { name: /升到“达标”最少改 \d+ 个\s*精确/ }).click()
    await optionsAre(page, 'of:411671011001,up:达标')
    await after.getByText('达标', { exact: true }).waitFor()

    // Unticked again, the area is where it was.
    await study.getByRole('checkbox', { checked: true }).first().click()
    await after.getByText('基本达标').waitFor()
    await page.goBack()
    await after.getByText('达标', { exact: true }).waitFor()

    // The slider moves at once and is kept in the link when let go.
    await study.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await study.getByText('已选 1 个').waitFor()
    await optionsAre(page, 'n:1,of:411671011001')

    await page.evaluate(() => {
      window.print = () => {}
    })
    await study.getByRole('button', { name: '打印任务单' }).click()
    await page.emulateMedia({ media: 'print' })
    const sheet = page.locator('.task-sheet')
    expect(await sheet.count()).toBe(1)
    expect(await sheet.textContent()).toMatch(/整改任务单[\s\S]*责任单位：区卫健局[\s\S]*整改期限/)
    expect(await page.locator('.app').isVisible()).toBe(false)
  })
})
