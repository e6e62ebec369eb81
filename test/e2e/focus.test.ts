/** The keyboard alone: what has the focus may go away, the focus never falls to the page's body; Esc closes one thing. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../browser/in-browser.ts'

const withApp = appInBrowser()

/** What has the focus, once nothing is on its way: its words, and the part of the screen it lies in. */
const focused = async (page: Page): Promise<{ words: string; part: string }> => {
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))),
  )
  return page.evaluate(() => {
    const { activeElement: element } = document
    if (element === null || element === document.body) return { words: '', part: 'body' }
    const part = element.closest('aside, .sheet, .bottom, .top, [role="dialog"]')
    return {
      words: element.getAttribute('aria-label') ?? element.textContent ?? '',
      part: part?.getAttribute('aria-label') ?? part?.className ?? 'elsewhere',
    }
  })
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('from the ranking into a card, on to its records, and back again by Esc to the row it began at', async () => {
  await withApp({ hash: 'v=1' }, async (page) => {
    const row = page.locator('.ranking li button').nth(2)
    await row.focus()
    const { words } = await focused(page)
    await press(page, 'Enter')
    await page.locator('.detail').waitFor()
    expect((await focused(page)).part).toBe('排名与解释')
    await page
      .locator('.detail')
      .getByRole('button', { name: /^未销号/ })
      .first()
      .focus()
    await press(page, 'Enter')
    await page.waitForFunction(() => /y=records|t=1/.test(location.hash))
    expect((await focused(page)).part).not.toBe('body')
    while (/y=|t=1|sel=/.test(await page.evaluate(() => location.hash))) {
      const before = await page.evaluate(() => location.hash)
      await press(page, 'Escape')
      // One thing at a time.
      await page.waitForFunction((hash) => location.hash !== hash, before)
      expect((await focused(page)).part).not.toBe('body')
    }
    expect((await focused(page)).words).toBe(words)
  })
})

test('台账, search and the list of studies give the focus back to what opened them', async () => {
  await withApp({ hash: 'v=1' }, async (page) => {
    await page.getByRole('button', { name: /^问题台账/ }).focus()
    await press(page, 'Enter')
    await page.locator('.sheet').waitFor()
    await page.getByRole('button', { name: '收起台账' }).focus()
    await press(page, 'Enter')
    await page.locator('.sheet').waitFor({ state: 'detached' })
    expect((await focused(page)).words).toMatch(/问题台账/)

    await press(page, '/')
    const search = page.getByRole('dialog')
    await search.waitFor()
    await page.keyboard.insertText('农贸市场')
    await search.getByRole('option').first().waitFor()
    await press(page, 'Enter')
    await search.waitFor({ state: 'detached' })
    expect((await focused(page)).part).not.toBe('body')

    await page.getByRole('button', { name: /^分析：/ }).focus()
    await press(page, 'Enter', 'Tab', 'Enter')
    await page.locator('.study').waitFor()
    expect((await focused(page)).part).not.toBe('body')
    await press(page, 'Escape')
    await page.locator('.study').waitFor({ state: 'detached' })
    expect((await focused(page)).part).not.toBe('body')
  })
})

test('what was changed can be taken back for as long as it can be, by the button or by Ctrl+Z', async () => {
  await withApp({ hash: 'v=1&sel=issue%3AWT-1374' }, async (page) => {
    expect(await page.getByRole('button', { name: /^撤销/ }).count()).toBe(0)
    for (const by of ['button', 'keys']) {
      await page.getByRole('button', { name: '延期' }).focus()
      await press(page, 'Enter')
      await page.getByRole('button', { name: '保存' }).focus()
      await press(page, 'Enter')
      const undo = page.locator('.top').getByRole('button', { name: /^撤销：.*WT-1374/ })
      await undo.waitFor()
      expect((await focused(page)).part).not.toBe('body')
      // The word in passing goes; the button stays.
      await page.getByRole('button', { name: '知道了' }).click()
      await page.locator('.toast').waitFor({ state: 'detached' })
      expect(await undo.isVisible()).toBe(true)
      if (by === 'keys') await press(page, 'Control+z')
      else {
        await undo.focus()
        await press(page, 'Enter')
      }
      await page.getByText(/^已撤销：/).waitFor()
      await undo.waitFor({ state: 'detached' })
      expect((await focused(page)).part).not.toBe('body')
    }
  })
})
