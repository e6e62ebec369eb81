/** 对策, from an area to its task sheets. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

const optionsAre = (page: Page, wanted: string | null) =>
  page.waitForFunction((text) => new URLSearchParams(location.hash.slice(1)).get('yo') === text, wanted)

test('an area is lifted by the list it is told, half an action is supposed, and the list is printed by unit', async () => {
  await withApp({ hash: 'v=1&sel=area:411671011001' }, async (page) => {
    await page.getByRole('button', { name: '对策：先改哪些' }).click()
    const study = page.getByRole('region', { name: '对策' })
    const after = study.locator('.plan-head > div').last()
    await study.getByRole('button', { name: /升到“达标”最少改 \d+ 项\s*精确/ }).click()
    await optionsAre(page, 'of:411671011001,up:达标')
    await after.getByText('达标', { exact: true }).waitFor()

    // Unticked again, the area is where it was.
    await study.getByRole('checkbox', { name: /^整项/, checked: true }).first().click()
    await after.getByText('基本达标').waitFor()
    await page.goBack()
    await after.getByText('达标', { exact: true }).waitFor()

    // The slider moves at once and is kept in the link when let go.
    await study.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await study.getByText('已选 2 项').waitFor()
    await optionsAre(page, 'n:2,of:411671011001')

    // Of the second only the problem is closed: less is gained, and the link says so.
    await after.getByText('71.3').waitFor()
    await study.getByRole('checkbox', { name: /^复查合格（现 不合格/, checked: true }).click()
    await optionsAre(page, 'do:YL-007/clinic-education=c,n:2,of:411671011001')
    await after.getByText('70.9').waitFor()

    await page.evaluate(() => {
      window.print = () => {}
    })
    await study.getByRole('button', { name: '打印任务单' }).click()
    await page.emulateMedia({ media: 'print' })
    const sheets = page.locator('.task-sheet')
    expect(await sheets.count()).toBe(2)
    const [housing, health] = await sheets.allTextContents()
    expect(housing).toMatch(/整改任务单[\s\S]*责任单位：区住建局[\s\S]*复查：不合格 5 分 → 合格 8 分/)
    expect(health).toMatch(/责任单位：区卫健局[\s\S]*销号：宣传资料架空置/)
    expect(health).not.toContain('复查：')
    expect(await page.locator('.app').isVisible()).toBe(false)
  })
})
