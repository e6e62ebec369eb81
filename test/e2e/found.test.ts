/** What is selected is found: in the part of the map that no panel covers, and at the record that was asked for. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paddingOf, sheetOf } from '../../src/panels/shell/layout.ts'
import { appInBrowser } from '../browser/in-browser.ts'

const withApp = appInBrowser()
const [WIDE, HIGH] = [1920, 1080]

/** The middle of the free part of a window of 1920 × 1080. */
const middle = (ledger: boolean): [x: number, y: number] => {
  const sheet = ledger ? sheetOf(16, HIGH, null) : 0
  const { left, right, top, bottom } = paddingOf(
    { rem: 16, phone: false, height: HIGH, profile: 'desk' },
    sheet,
    'peek',
  )
  return [(left + WIDE - right) / 2, (top + HIGH - bottom) / 2]
}

const linkOf = (page: Page) =>
  page.evaluate(() => location.hash).then((hash) => new URLSearchParams(hash.slice(1)))

/** Presses the map where the selected place should stand; true when that is what is there. */
const standsAt = async (page: Page, [x, y]: [number, number], site: string): Promise<boolean> => {
  await page.mouse.move(x, y)
  await page.locator('.map-tip', { hasText: site }).waitFor()
  await page.mouse.click(x, y)
  return (await linkOf(page)).get('sel') === 'site:SC-001'
}

test('a place of a link stands in the free part, and stays there when the 台账 opens and closes', async () => {
  await withApp({ hash: 'v=1&sel=site:SC-001' }, async (page) => {
    expect(await standsAt(page, middle(false), '郑洼农贸市场')).toBe(true)
    await page.getByRole('button', { name: /^问题台账/ }).click()
    await page.getByRole('button', { name: '收起台账' }).waitFor()
    expect(await standsAt(page, middle(true), '郑洼农贸市场')).toBe(true)
    await page.getByRole('button', { name: '收起台账' }).click()
    await page.getByRole('button', { name: '收起台账' }).waitFor({ state: 'detached' })
    expect(await standsAt(page, middle(false), '郑洼农贸市场')).toBe(true)
    // Pressing the map goes nowhere, but is kept: the link shows what is seen.
    expect((await linkOf(page)).get('c')).toMatch(/^114\.\d+,33\.\d+,15\.2/)
  })
})

test('on a phone, what a link shows stands above the sheet that opens with it', async () => {
  const [width, height] = [390, 844]
  const { left, right, top, bottom } = paddingOf({ rem: 16, phone: true, height, profile: 'desk' }, 0, 'half')
  await withApp({ width, height, phone: true, hash: 'v=1&y=kinds' }, async (page) => {
    // The middle of the free part is the middle of the district.
    await page.touchscreen.tap((left + width - right) / 2, (top + height - bottom) / 2)
    await page.waitForFunction(() => location.hash.includes('sel=area'))
  })
})

test('going to something from a list needs no camera in the link; an office asked for is gone to', async () => {
  await withApp({ hash: 'v=1&c=114.66,33.59,16' }, async (page) => {
    await page
      .getByRole('button', { name: /^太昊路办事处/ })
      .first()
      .click()
    await page.waitForFunction(() => location.hash.includes('o=') && !location.hash.includes('c='))
    await page.getByRole('button', { name: /陈营居委会/ }).click()
    await page.waitForFunction(() => location.hash.includes('sel=area:411671011011'))
    expect((await linkOf(page)).get('c')).toBeNull()
  })
})

test('a lost point leads to its row among the checks, marked and in sight', async () => {
  await withApp({ hash: 'v=1&sel=area:411671012010' }, async (page) => {
    const line = page.locator('button.ledger-line', { hasText: /督导：|暗访：|检查：/ }).first()
    await line.click()
    const row = page.locator('.visits [aria-current="true"]')
    await row.waitFor()
    const box = await row.boundingBox()
    expect(box !== null && box.y > 100 && box.y + box.height < HIGH).toBe(true)
    expect((await linkOf(page)).get('rec')).toMatch(/^[a-z-]+:/)
    // What was checked on the 居委会 as a whole stands on its own card.
    await page.goBack()
    await page.locator('button.ledger-line', { hasText: '居委会有卫生管理组织' }).first().click()
    await page.locator('.visits [aria-current="true"]', { hasText: '居委会有卫生管理组织' }).waitFor()
    expect((await linkOf(page)).get('sel')).toBe('area:411671012010')
  })
})
