/** 通报 and 整改通知单 as an office writes them: drafted, changed, taken out as Word files. */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../../browser/in-browser.ts'

const withApp = appInBrowser()

/** The Word file that pressing 导出 DOCX brings. */
const docx = async (page: Page) => {
  const coming = page.waitForEvent('download', { timeout: 90_000 })
  await page.getByRole('button', { name: '导出 DOCX' }).click()
  const download = await coming
  const parts = unzipSync(readFileSync(await download.path()))
  return {
    name: download.suggestedFilename(),
    xml: strFromU8(parts['word/document.xml'] as Uint8Array),
    pictures: Object.keys(parts).filter((part) => part.startsWith('word/media/')),
  }
}

test('a 通报 is drafted, changed by hand and taken out; closing it loses nothing', async () => {
  await withApp({ hash: 'v=1&y=notices' }, async (page) => {
    await page.getByRole('button', { name: '起草通报' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '标题' }).fill('改过的标题')
    await dialog.getByRole('textbox', { name: '第 1 行 责任单位' }).fill('改过的单位')
    await dialog.getByText('改动尚未导出').waitFor()
    await dialog.getByRole('button', { name: '关闭' }).click()
    await page.getByText('重新起草会丢掉改动').waitFor()
    await page.getByRole('button', { name: '继续编辑' }).click()
    const { name, xml } = await docx(page)
    expect(name).toBe('改过的标题.docx')
    for (const text of ['改过的标题', '改过的单位', '路段或点位', '责任辖区', '四、要求'])
      expect(xml).toContain(text)
    await dialog.getByText('改动尚未导出').waitFor({ state: 'detached' })
  })
})

test('整改通知单 of one problem, from its card, with its drawing and photo', async () => {
  await withApp({ hash: 'v=1&sel=issue%3AWT-1537' }, async (page) => {
    await page.getByRole('button', { name: '整改通知单' }).click()
    const paper = page.getByRole('region', { name: '整改通知单预览' })
    await paper.getByText('编号 WT-1537').waitFor()
    // The drawing and the photo are there, and so they are on paper.
    await page.waitForFunction(() => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('.print-sheet .paper img')]
      return pictures.length === 2 && pictures.every((picture) => picture.naturalWidth > 0)
    })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.print-sheet').getByText('编号 WT-1537').isVisible()).toBe(true)
    expect(await page.locator('.app').isVisible()).toBe(false)
    expect(await paper.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    const { name, xml, pictures } = await docx(page)
    expect(name).toBe('整改通知单 WT-1537.docx')
    expect(xml).toContain('签收人')
    // the drawing and the photo
    expect(pictures).toHaveLength(2)
  })
})

test('and of a whole unit, a page for each problem', async () => {
  await withApp({ hash: 'v=1&y=notices&yo=way:slips' }, async (page) => {
    await page.locator('.notice-units button', { hasText: '2 件' }).first().click()
    const { xml } = await docx(page)
    expect(xml.match(/整 改 通 知 单/g)).toHaveLength(2)
  })
})
