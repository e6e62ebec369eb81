/** 评选 used by who prepares a list: areas beside each other, candidates with their evidence, a file. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

test('candidates are listed with their evidence, saved, and lead to the place', async () => {
  await withApp({ hash: 'v=1&y=honours' }, async (page) => {
    await page.getByText('荣誉与问题不相称').first().waitFor()
    await page.getByRole('button', { name: '示范街', exact: true }).click()
    await page.getByText('仅供推荐').waitFor()
    await page.locator('.honours-evidence').first().waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '候选与依据 CSV' }).click()
    expect(readFileSync(await (await saved).path(), 'utf8')).toContain('示范街候选')
    await page
      .locator('.honours-line', { has: page.locator('.honours-evidence') })
      .first()
      .click()
    await page.waitForFunction(() => location.hash.includes('sel=site'))
  })
})
