/** What is used every day, from one window, in every browser there is: the 台账, a selection, a study, a file brought in. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { dropFiles } from '../browser/drop-files.ts'
import { openBrowser } from '../browser/launch.ts'
import { type App, openApp } from '../browser/open-app.ts'

let browser: Browser
let app: App
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  app = await openApp(browser, inject('site'), { width: 1366, height: 768 })
  ;({ page } = app)
  await app.ready()
})
afterAll(async () => {
  // Tells of every fault that was met on the way.
  await app?.close().finally(() => browser.close())
})

const hashSays = (key: string, value: string) =>
  page.waitForFunction(
    ([k, v]) => new URLSearchParams(location.hash.slice(1)).get(k as string) === v,
    [key, value],
  )

/** The page stands: map, panels and strip are there, and nothing was thrown. */
const stands = async () => {
  await app.ready()
  for (const part of ['canvas.maplibregl-canvas', '.top', '.left', '.right', '.bottom'])
    expect(await page.locator(part).first().isVisible(), part).toBe(true)
  expect(app.faults).toEqual([])
}

const rows = () => page.locator('.table-scroll tbody tr[aria-rowindex]')
const count = async (): Promise<number> => Number(await page.locator('.sheet h2 b').textContent())
const countBelow = (least: number) =>
  page.waitForFunction((n) => Number(document.querySelector('.sheet h2 b')?.textContent ?? n) < n, least)

test('the 台账 is opened, scrolled, filtered, searched and closed', async () => {
  await page.getByRole('button', { name: /问题台账/ }).click()
  await rows().first().getByText('逾期').waitFor()
  const all = await count()
  // Read from far down, a new answer begins at its top.
  await page.locator('.table-scroll').evaluate((box) => box.scrollTo({ top: 2000 }))
  await page.locator('.state-buttons').getByRole('button', { name: '逾期' }).click()
  await countBelow(all)
  await stands()
  expect(await page.locator('.table-scroll').evaluate((box) => box.scrollTop)).toBe(0)
  const late = await count()
  await page.getByRole('searchbox', { name: '文字筛选' }).fill('垃圾')
  await hashSays('tq', '垃圾')
  await countBelow(late)
  await stands()
  await page.getByRole('searchbox', { name: '文字筛选' }).fill('')
  await page.getByRole('button', { name: '收起台账' }).click()
  await page.locator('.sheet').waitFor({ state: 'detached' })
  await stands()
})

test('an area is selected, and its study opened and closed', async () => {
  await page.locator('.ranking li button').first().click()
  await page.waitForFunction(() => /(^|&)sel=area/.test(decodeURIComponent(location.hash.slice(1))))
  await stands()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '分析' }).click()
  await page.getByRole('button', { name: /^闭环与督办/ }).click()
  await page.getByRole('region', { name: '闭环与督办' }).waitFor()
  await stands()
  await page.getByRole('button', { name: '关闭闭环与督办' }).click()
  await stands()
})

test('a place is found by its initials', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('kzjwh')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await hashSays('sel', 'area:411671011007')
  await stands()
  await page.keyboard.press('Escape')
})

test('a file is brought in, used and taken back', async () => {
  const file = [
    '编号,检查项,居委会,发现日期,严重程度,问题描述,整改期限',
    'TH-001,food-notice,康庄居委会,2019-05-20,一般,门口垃圾未清,2019-06-10',
  ].join('\r\n')
  await dropFiles(page, { '台账.csv': file })
  const dialog = page.getByRole('dialog', { name: '数据' })
  await dialog.getByRole('heading', { name: '台账.csv' }).waitFor()
  await dialog.getByRole('button', { name: '使用这些数据' }).click()
  await dialog.getByText('已使用，地图和台账已经更新').waitFor()
  await dialog.getByRole('button', { name: '撤销' }).click()
  await dialog.getByText('把文件拖到这里').waitFor()
  await page.keyboard.press('Escape')
  await stands()
})

test('a problem is opened from the 台账, and a form for it opened and put aside', async () => {
  await page.getByRole('button', { name: /问题台账/ }).click()
  await rows().first().click()
  const card = page.getByRole('article', { name: '问题' })
  await card.waitFor()
  await page.getByRole('group', { name: '处理' }).getByRole('button').first().click()
  await page.keyboard.press('Escape')
  await stands()
})
