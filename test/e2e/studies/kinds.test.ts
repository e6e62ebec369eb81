/** 专项整治 as a leader asks for it: how are the markets, how many 废品收购站 are closed, and where. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

const hashOf = (page: Page): Promise<URLSearchParams> =>
  page.evaluate(() => location.hash.slice(1)).then((hash) => new URLSearchParams(hash))

const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 3, exact: true })
const figure = (page: Page, name: string) =>
  page.locator('.figure-grid > div').filter({ hasText: name }).locator('dd')

test('one press on a kind in the layers, one more on its worst place; its problems in the 台账', async () => {
  await withApp({}, async (page) => {
    await page.getByRole('button', { name: '农贸市场查得怎样' }).click()
    await title(page, '农贸市场').waitFor()
    const open = Number.parseInt((await figure(page, '未销号问题').textContent()) ?? '', 10)
    expect(open).toBeGreaterThan(0)
    // As the map shows it: the areas with markets in the colour of their figure, told by the legend.
    await page.getByRole('region', { name: '图例' }).getByText('农贸市场得分率').waitFor()
    const places = page.locator('.record-lines button')
    const rates = (await places.locator('b').allTextContents()).map((text) => Number.parseInt(text, 10))
    const known = rates.filter((rate) => !Number.isNaN(rate))
    expect(known.length).toBeGreaterThan(5)
    expect(known).toEqual([...known].sort((a, b) => a - b))
    const worst = (await places.first().locator('span').textContent()) ?? ''
    await places.first().click()
    const card = page.getByRole('article')
    await card.waitFor()
    expect(worst).toContain((await card.getByRole('heading', { level: 2 }).textContent()) ?? '?')
    await page.getByRole('button', { name: '回到专项整治' }).click()
    await title(page, '农贸市场').waitFor()
    await page.getByRole('button', { name: `未销号问题 ${open}：到台账看这些问题` }).click()
    await page.getByRole('heading', { name: `问题台账 ${open} 个` }).waitFor()
    expect((await hashOf(page)).get('tk')).toBe('market')
  })
})

test('how many are closed, by office; an office pressed is the whole of the page', async () => {
  await withApp({}, async (page) => {
    await page.getByRole('button', { name: /^分析/ }).click()
    await page.getByRole('button', { name: /^专项整治/ }).click()
    const row = page.locator('.kind-row').filter({ hasText: '废品收购站' })
    const [closed, all] = ((await row.locator('> span').textContent()) ?? '').split('/').map(Number)
    await row.click()
    await title(page, '废品收购站').waitFor()
    await page.getByText(`已取缔 ${closed} / ${all} 处`).waitFor()
    const offices = page.locator('.kind-group-row')
    const parts = (await offices.locator('> span').allTextContents()).map((text) =>
      text.split('/').map(Number),
    )
    expect(parts.length).toBe(3)
    expect(parts.reduce((sum, [part = 0]) => sum + part, 0)).toBe(closed)
    const [own, of] = parts.at(-1) ?? []
    await offices.last().click()
    await page.getByText(`已取缔 ${own} / ${of} 处`).waitFor()
    expect((await hashOf(page)).get('o')).not.toBeNull()
    // 各居委会 of the office now, each of which is gone to.
    await page.getByRole('heading', { name: '各居委会' }).waitFor()
    await page.getByRole('button', { name: '全部类别' }).click()
    await page.getByRole('heading', { name: '取缔与整治进度' }).waitFor()
  })
})

test('a kind is found by its name or initials', async () => {
  await withApp({}, async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: '搜索' }).waitFor()
    await page.keyboard.type('fpsgz')
    await page.getByRole('option').filter({ hasText: '类别' }).first().waitFor()
    await page.keyboard.press('Enter')
    await title(page, '废品收购站').waitFor()
  })
})
