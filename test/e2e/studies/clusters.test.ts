/** 集聚与反弹 as its users use it: from a gathering to its problems, from a place to what came back there. */
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

test('a gathering opens its problems, and each its card', async () => {
  await withApp({ hash: 'v=1&y=clusters' }, async (page) => {
    const study = page.getByRole('region', { name: '集聚与反弹' })
    const gatherings = study.locator('.cluster-row')
    await gatherings.first().waitFor()
    const wide = await gatherings.count()
    expect(await gatherings.first().textContent()).toMatch(/一带，.+居委会/)
    await study.getByLabel('相距').selectOption('180')
    await page.waitForFunction((count) => document.querySelectorAll('.cluster-row').length < count, wide)
    await study.getByRole('button', { name: '时段内发现' }).click()
    await page.waitForFunction((count) => document.querySelectorAll('.cluster-row').length > count, wide)
    await gatherings.first().click()
    await study.locator('.cluster-issues button').first().click()
    await page.waitForFunction(() => location.hash.includes('sel=issue'))
    await page.getByRole('article').waitFor()
  })
})

test('反弹 is counted by office and unit, and leads to the problem found again', async () => {
  await withApp({ hash: 'v=1&y=clusters&yo=part:rebounds' }, async (page) => {
    const study = page.getByRole('region', { name: '集聚与反弹' })
    await study.getByText('反弹率').waitFor()
    const countOf = async () =>
      Number.parseInt((await study.locator('.figure-grid dd').nth(1).textContent()) ?? '', 10)
    const short = await countOf()
    await study.getByLabel('销号后').selectOption('180')
    await study.getByText('销号后 180 天内').waitFor()
    expect(await countOf()).toBeGreaterThan(short)
    await study.locator('.rebound-event button').first().click()
    await page.waitForFunction(() => location.hash.includes('sel=issue'))
    await page.getByRole('article').waitFor()
  })
})
