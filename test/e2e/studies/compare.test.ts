/** 两日比较 as a meeting uses it: what changed, why, and the two days beside each other. */
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

test('from the menu to the record that changed a score, and the line between the two days', async () => {
  // Two maps are drawn in software: a laptop's window keeps that short.
  await withApp({ width: 1366, height: 768 }, async (page) => {
    await page.getByRole('button', { name: /^分析/ }).click()
    await page.getByRole('button', { name: /两日比较/ }).click()
    const rows = page.locator('.compare-list li')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(21)
    expect(await page.locator('.legend h3').textContent()).toContain('得分变化')
    const vetoes = page.getByRole('region', { name: '一票否决的变化' })
    expect(await vetoes.textContent()).toContain('郑洼：达标 → 不达标')
    await rows.filter({ hasText: '麦仁店' }).getByRole('button').click()
    const area = page.getByRole('region', { name: '麦仁店居委会的变化原因' })
    const lines = area.locator('button.ledger-line')
    await lines.first().waitFor()
    // The bars sum to the change that the heading tells, to the tenth that is shown.
    const [from = 0, to = 0] =
      ((await area.locator('h3').textContent()) ?? '').match(/\d+\.\d/g)?.map(Number) ?? []
    const effects = await area.locator('.cause-bars b').allTextContents()
    const sum = effects.reduce((all, text) => all + Number(text.replace('−', '-')), 0)
    expect(Math.abs(sum - (to - from))).toBeLessThan(0.05 * (effects.length + 2))

    await page.getByRole('button', { name: '左右对比' }).click()
    const line = page.getByRole('slider', { name: '对比分界' })
    await line.waitFor()
    await line.press('ArrowRight')
    expect(await line.getAttribute('aria-valuenow')).toBe('55')
    await lines.first().click()
    await page.waitForFunction(() => /sel=(issue|site|water|area)/.test(location.hash))
    // Esc puts the record aside: the study is there again, as it was left.
    await page.keyboard.press('Escape')
    await area.waitFor()
  })
})
