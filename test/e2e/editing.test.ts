/** Problems and places changed where they are read: each change is seen everywhere, listed, and taken back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { ROOT } from '../browser/folders.ts'
import { appInBrowser } from '../browser/in-browser.ts'
import { withPackage } from '../browser/with-package.ts'
import { AREAS, SITES } from '../intake/files.ts'

const withApp = appInBrowser()

const use = (hash: string, act: (page: Page) => Promise<void>) => withApp({ hash }, act)

/** The figure of the KPI of that id. */
const kpi = async (page: Page, id: string): Promise<number> =>
  Number(await page.locator(`[data-kpi="${id}"] b`).textContent())

const kpiBecomes = (page: Page, id: string, value: number) =>
  page.waitForFunction(
    ([key, wanted]) => Number(document.querySelector(`[data-kpi="${key}"] b`)?.textContent) === wanted,
    [id, value] as const,
  )

/** What was said in passing. */
const said = (page: Page) => page.locator('.toasts [role="status"]', { hasText: /已登记|已撤销/ })

const press = (page: Page, name: string | RegExp) =>
  page
    .locator('.edit-actions')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click()

const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click()

const registerOf = async (page: Page): Promise<string[]> => {
  await page.getByRole('button', { name: '登记', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: '整改登记' })
  await dialog.getByRole('button', { name: '导出整改登记' }).waitFor()
  const entries = await dialog.locator('.register-list li').allInnerTexts()
  return entries.map((entry) => entry.replace(/\s+/g, ' '))
}

const stateIs = (page: Page, text: string | RegExp) =>
  page.locator('.card-head .card-figure', { hasText: text }).waitFor()

describe('a problem', () => {
  test('closed: one open problem less, no lower score; listed; taken back', async () => {
    // WT-1374 is the one latest of all.
    await use('v=1&t=1&sel=issue%3AWT-1374', async (page) => {
      await stateIs(page, /^逾期/)
      const [open, score] = [await kpi(page, 'open'), await kpi(page, 'score')]
      await press(page, '完成整改')
      await save(page)
      await stateIs(page, '待复查')
      expect(await said(page).textContent()).toContain('WT-1374 2019-05-27 完成整改')
      await press(page, '复查通过（销号）')
      await save(page)
      await stateIs(page, '已销号')
      await kpiBecomes(page, 'open', open - 1)
      expect(await kpi(page, 'score')).toBeGreaterThanOrEqual(score)
      // The table and the map draw the same: the closed one is no longer among them.
      await page.waitForFunction(
        (count) => Number(document.querySelector('.sheet h2 b')?.textContent) === count,
        open - 1,
      )
      const entries = await registerOf(page)
      expect(entries).toHaveLength(2)
      expect(entries[0]).toMatch(/销号 WT-1374 复查通过日期 ?→ ?2019-05-27/)
      expect(entries[1]).toMatch(/完成整改 WT-1374 整改完成日期 ?→ ?2019-05-27/)
      const undo = page.getByRole('dialog').getByRole('button', { name: '撤销最近一次' })
      await undo.click()
      await page.waitForFunction(() => document.querySelectorAll('.register-list li').length === 1)
      await undo.click()
      await page.getByRole('dialog').getByText('还没有登记').waitFor()
      expect(await undo.isDisabled()).toBe(true)
      await page.keyboard.press('Escape')
      await stateIs(page, /^逾期/)
      expect([await kpi(page, 'open'), await kpi(page, 'score')]).toEqual([open, score])
    })
  })

  test('a date is typed as staff write it, or picked by keys; Esc closes the calendar alone', async () => {
    await use('v=1&t=1&sel=issue%3AWT-1374', async (page) => {
      await press(page, '延期')
      const due = page.getByLabel(/延期至/)
      for (const typed of ['20190507', '2019/5/7', '2019-5-7', '2019年5月7日']) {
        await due.fill(typed)
        await due.blur()
        expect(await due.inputValue()).toBe('2019-05-07')
      }
      await due.fill('05/07/2019')
      await due.blur()
      await page.getByRole('alert').getByText('不是日期，应写成 2019-05-27').waitFor()
      await due.fill('2019-06-03')
      const opener = page.getByRole('button', { name: '打开日历' })
      const calendar = page.getByRole('dialog', { name: '选日期' })
      const focused = (name: string) =>
        page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, name)
      await opener.click()
      await focused('2019-06-03')
      await page.keyboard.press('Escape')
      await calendar.waitFor({ state: 'detached' })
      await focused('打开日历')
      expect(await due.isVisible()).toBe(true)
      await page.keyboard.press('Enter')
      await focused('2019-06-03')
      await page.keyboard.press('PageUp')
      await focused('2019-05-03')
      await page.keyboard.press('ArrowRight')
      await focused('2019-05-04')
      await page.keyboard.press('Enter')
      await calendar.waitFor({ state: 'detached' })
      expect(await due.inputValue()).toBe('2019-05-04')
      await focused('打开日历')
    })
  })

  test('extended: it is late no longer; what makes no sense is said at the field; survives a reload', async () => {
    await use('v=1&t=1&sel=issue%3AWT-1374', async (page) => {
      await stateIs(page, /^逾期/)
      const overdue = await kpi(page, 'overdue')
      await press(page, '延期')
      const due = page.getByLabel(/延期至/)
      expect(await due.inputValue()).toBe('2019-05-28')
      await due.fill('2019-04-11')
      await save(page)
      await page.getByText('要晚于现在的期限 2019-04-11').waitFor()
      expect(await due.getAttribute('aria-invalid')).toBe('true')
      await due.fill('2019-06-03')
      await save(page)
      await stateIs(page, '待整改')
      await kpiBecomes(page, 'overdue', overdue - 1)
      expect(await said(page).textContent()).toContain('已登记：WT-1374 延期至 2019-06-03')
      // How long the photos take is no matter here.
      await page.reload({ waitUntil: 'commit' })
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true')
      await stateIs(page, '待整改')
      await kpiBecomes(page, 'overdue', overdue - 1)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        registerOf(page).then(() => page.getByRole('button', { name: '导出整改登记' }).click()),
      ])
      const text = readFileSync((await download.path()) as string, 'utf8')
      expect(text).toMatch(
        /延期,问题,人行道砖松动缺失,麦仁店居委会,淮河路办事处,整改期限,2019-04-11,2019-06-03,WT-1374/,
      )
    })
  })

  test('reopened, and given to another unit; the word that says so takes it back', async () => {
    await use('v=1&sel=issue%3AWT-1500', async (page) => {
      await stateIs(page, '已销号')
      await press(page, '重开')
      await save(page)
      await stateIs(page, '待整改')
      await press(page, '改派')
      await page.getByLabel(/责任单位/).fill('区卫健局')
      await save(page)
      await page.locator('.facts dd', { hasText: '区卫健局' }).waitFor()
      await said(page).getByRole('button', { name: '撤销' }).click()
      await page.locator('.facts dd', { hasText: '区疾控中心' }).waitFor()
      await said(page).getByText('已撤销：改派 WT-1500').waitFor()
      await stateIs(page, '待整改')
    })
  })

  test('Esc puts the form aside, then the selection; the focus is where it was', async () => {
    await use('v=1&sel=issue%3AWT-1500', async (page) => {
      await press(page, '重开')
      await page.getByLabel(/重开日期/).waitFor()
      await page.keyboard.press('Escape')
      await page.getByLabel(/重开日期/).waitFor({ state: 'detached' })
      await page.waitForFunction(() => document.activeElement?.textContent === '重开')
      expect(await page.getByRole('article', { name: '问题' }).count()).toBe(1)
      await page.keyboard.press('Escape')
      await page.getByRole('article', { name: '问题' }).waitFor({ state: 'detached' })
    })
  })
})

describe('the map', () => {
  /** The camera stands on open ground in 许寨, between the panels; 960 × 540 is that very place. */
  const GROUND = 'v=1&t=1&c=114.65972,33.59716,15'

  test('a problem is added where it is pressed, with what the standard and the 责任链条 propose', async () => {
    await use(GROUND, async (page) => {
      const open = await kpi(page, 'open')
      await page.getByRole('button', { name: '新增问题' }).click()
      await page.getByText('在地图上点出问题位置').waitFor()
      await page.mouse.click(960, 300)
      const form = page.getByRole('form', { name: '新增问题' })
      await form.getByText(/居委会 · /).waitFor()
      await save(page)
      await form.getByText('请写明发现了什么问题').waitFor()
      await form.getByLabel(/问题描述/).fill('路口绿化带里有积存垃圾')
      await form.getByLabel('严重程度').selectOption('较重')
      // Five working days from Monday 27 May 2019.
      expect(await form.getByLabel('整改期限').inputValue()).toBe('2019-06-03')
      expect(await form.getByLabel('责任单位').inputValue()).not.toBe('')
      await save(page)
      const card = page.getByRole('article', { name: '问题' })
      await card.getByText('路口绿化带里有积存垃圾').waitFor()
      await kpiBecomes(page, 'open', open + 1)
      const hash = await page.evaluate(() => location.hash.slice(1))
      const id = (new URLSearchParams(hash).get('sel') ?? '').replace('issue:', '')
      expect(readFileSync(join(ROOT, 'data/issues.csv'), 'utf8')).not.toContain(id)
      expect((await registerOf(page))[0]).toMatch(new RegExp(`新增问题 ${id} `))
    })
  })

  test('Esc and the panels: a tool is put aside before anything else', async () => {
    await use(`${GROUND}&sel=area%3A411671011007`, async (page) => {
      await page.getByRole('button', { name: '新增问题' }).click()
      await page.getByText('在地图上点出问题位置').waitFor()
      await page.keyboard.press('Escape')
      await page.getByText('在地图上点出问题位置').waitFor({ state: 'detached' })
      expect(await page.getByRole('article').count()).toBe(1)
    })
  })

  test('a misplaced place is moved; far out is refused; a line is not moved and says why', async () => {
    await use('v=1&sel=site%3ASC-001&c=114.6334,33.5954,15.4', async (page) => {
      await press(page, '移动位置')
      const bar = page.getByRole('form', { name: '移动 郑洼农贸市场' })
      await bar.waitFor()
      expect(await bar.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
      await page.waitForTimeout(900)
      await page.mouse.click(900, 620)
      await bar.getByText(/移到.+距原位 \d+ 米/).waitFor()
      const place = bar.getByLabel(/经度, 纬度/)
      await place.fill('116.4, 39.9')
      await place.press('Enter')
      await bar.getByText('不在任何居委会内').waitFor()
      expect(await bar.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
      await place.fill('114.634, 33.5945')
      await place.press('Enter')
      await bar.getByText('移到郑洼居委会').waitFor()
      await save(page)
      await said(page).waitFor()
      expect(await said(page).textContent()).toContain('郑洼农贸市场 移到郑洼居委会')
      await said(page).getByRole('button', { name: '登记' }).click()
      const list = page.getByRole('dialog').locator('.register-list')
      await list.getByText('114.634000').waitFor()
      expect(await list.textContent()).toContain('移动点位')
    })
    await use('v=1&sel=site%3ABJ-001', async (page) => {
      await press(page, '移动位置')
      await page.getByText('一条线或一片面').waitFor()
    })
  })
})

test('a read-only package offers no change', async () => {
  const host = await withPackage(inject('site'), {
    'areas.geojson': AREAS,
    'sites.csv': SITES,
    'issues.csv': '编号,点位编号,发现日期,整改期限,问题描述\nW1,G1,2019-05-01,2019-06-01,地面不洁\n',
    'district.json': JSON.stringify({ readOnly: true }),
  })
  await withApp({ site: host.url, hash: 'v=1&t=1', tolerate: /404/ }, async (page) => {
    await page.locator('.table-scroll tbody tr[aria-rowindex]').first().click()
    await page.locator('.card-head').waitFor()
    expect(await page.locator('.edit-actions').count()).toBe(0)
    expect(await page.getByRole('button', { name: '新增问题' }).count()).toBe(0)
  })
  await host.close()
})
