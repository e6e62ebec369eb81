/** 排查覆盖 as its users use it: what nobody looked at, and how sure the scores are. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

const cameraOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('c'))

test('the largest blind spot is flown to; of one office only its own are listed; a card leads back', async () => {
  await withApp({ hash: 'v=1&y=coverage' }, async (page) => {
    const study = page.getByRole('region', { name: '排查覆盖' })
    await study.getByText('全区建成区覆盖率').waitFor()
    const spots = study.locator('.blind-row')
    expect(await spots.first().textContent()).toMatch(/居委会[\s\S]*公顷[\s\S]*亩/)
    const before = await cameraOf(page)
    await spots.first().click()
    await page.waitForFunction((was) => {
      const now = new URLSearchParams(location.hash.slice(1)).get('c')
      return now !== null && now !== was
    }, before)
    await page.evaluate(() => {
      location.hash = `v=1&y=coverage&o=${encodeURIComponent('淮河路办事处')}`
    })
    await study.getByText('建成区覆盖率', { exact: true }).waitFor()
    const offices = await study.locator('.blind-row span small').allTextContents()
    expect(new Set(offices)).toEqual(new Set(['淮河路办事处']))
    await study
      .locator('.cover-list')
      .getByRole('button', { name: /刘新庄/ })
      .click()
    await page.waitForFunction(() => location.hash.includes('sel=area'))
    await page.getByRole('button', { name: '回到排查覆盖' }).click()
    await study.getByText('盲区，大的在前').waitFor()
  })
})

test('得分把握 gives every score its interval and the places it may hold', async () => {
  await withApp({ hash: 'v=1&y=coverage' }, async (page) => {
    const study = page.getByRole('region', { name: '排查覆盖' })
    await study.getByRole('button', { name: '得分把握' }).click()
    const rows = study.locator('.sure-list > li')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(21)
    expect(await rows.first().textContent()).toMatch(/第 1(–\d+)? 名/)
    expect(await rows.last().textContent()).toMatch(/不参加排名[\s\S]*依据不足 20 个点位/)
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('yo')).toContain('sure')
  })
})
