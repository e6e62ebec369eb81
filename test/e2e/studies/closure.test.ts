/** 闭环与督办 as the 督办 office uses it: from the worst unit to its overdue problems, and on to the 台账. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

const hashOf = (page: Page): Promise<URLSearchParams> =>
  page.evaluate(() => location.hash.slice(1)).then((hash) => new URLSearchParams(hash))

test('the unit with most overdue, its list, and the same in the 台账', async () => {
  await withApp({ hash: 'v=1&y=closure' }, async (page) => {
    await page.getByRole('button', { name: '责任', exact: true }).click()
    const table = page.getByRole('table', { name: '按责任单位的整改闭环' })
    await table.waitFor()
    const first = table.locator('tbody tr').first()
    const overdue = Number(await first.locator('td').nth(3).textContent())
    const unit = (await first.locator('th').textContent()) as string
    expect(overdue).toBeGreaterThan(0)
    // The worst share first, then the best.
    await table.getByRole('button', { name: /^结案率/ }).click()
    await table.locator('th[aria-sort="descending"]', { hasText: '结案率' }).waitFor()
    await table.getByRole('button', { name: unit, exact: true }).click()
    const list = page.getByRole('list', { name: '超期未结问题' }).getByRole('listitem')
    await list.first().waitFor()
    expect(await list.count()).toBe(overdue)
    // The calendar of working days comes after the list.
    await list
      .first()
      .filter({ hasText: /\d+ 天\d+ 个工作日/ })
      .waitFor()
    await page.getByRole('button', { name: '在台账中看' }).click()
    await page.getByRole('button', { name: `责任单位：${unit}` }).waitFor()
    expect((await hashOf(page)).get('tr')).toBe(`unit:${unit}`)
    const rows = page.locator('.table-scroll tbody tr[aria-rowindex]')
    await rows.first().getByText(unit).waitFor()
    for (const text of await rows.allTextContents()) expect(text).toMatch(new RegExp(`${unit}|^…$`))
    await page.goBack()
    await list.first().locator('button').click()
    await page.getByRole('article', { name: '问题' }).waitFor()
  })
})
