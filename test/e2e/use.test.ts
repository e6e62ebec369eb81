/** The dashboard used as its users use it: a leader, a member of 办事处 staff, someone with a link. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, inject, test } from 'vitest'
import { appInBrowser } from '../browser/in-browser.ts'
import { withPackage } from '../browser/with-package.ts'
import { AREAS, SITES } from '../intake/files.ts'

const withApp = appInBrowser()

const use = (hash: string, act: (page: Page) => Promise<void>) => withApp({ hash }, act)

/** What the hash of the address says, read. */
const hashOf = (page: Page): Promise<URLSearchParams> =>
  page.evaluate(() => location.hash.slice(1)).then((h) => new URLSearchParams(h))

const until = (page: Page, key: string, value: string | null) =>
  page.waitForFunction(
    ([k, v]) => new URLSearchParams(location.hash.slice(1)).get(k as string) === v,
    [key, value],
  )

describe('领导', () => {
  test('the ranking opens with the worst; a group is ranked apart, on the map too, and is in the link', async () => {
    await use('', async (page) => {
      const scores = async () => (await page.locator('.ranking ol .rank-score').allTextContents()).map(Number)
      const all = await scores()
      expect(all.length).toBeGreaterThan(15)
      expect(all[0]).toBe(Math.min(...all))
      await page.getByRole('button', { name: '待拆迁', exact: true }).click()
      await until(page, 'g', '待拆迁')
      const apart = await scores()
      expect(apart.length).toBeGreaterThan(0)
      expect(apart.length).toBeLessThan(all.length)
      await page.goBack()
      await until(page, 'g', null)
      expect(await scores()).toEqual(all)
    })
  })

  test('two clicks from the ranking to the record behind a lost point; Back undoes each', async () => {
    await use('', async (page) => {
      await page.getByRole('button', { name: /麦仁店居委会/ }).click()
      await until(page, 'sel', 'area:411671012010')
      const why = page.getByRole('article', { name: '麦仁店居委会' })
      await why.getByText('不达标').first().waitFor()
      await why.locator('button.ledger-line').first().click()
      await page.waitForFunction(() => !location.hash.includes('area%3A'))
      const landed = (await hashOf(page)).get('sel') ?? ''
      expect(landed).toMatch(/^(issue|site|water):/)
      expect(await page.getByRole('article').count()).toBe(1)
      await page.goBack()
      await until(page, 'sel', 'area:411671012010')
      await page.goBack()
      await until(page, 'sel', null)
    })
  })

  test('the map can be pressed: the 居委会 under the pointer is selected, named and scored', async () => {
    // The camera stands on the middle of 康庄, between the panels.
    await use('v=1&c=114.6605,33.6026,13.2&k=sites&x=s', async (page) => {
      await page.mouse.click(960, 540)
      await page.waitForFunction(() => location.hash.includes('sel='))
      expect((await hashOf(page)).get('sel')).toMatch(/^area:41167101/)
      await page.keyboard.press('Escape')
      await until(page, 'sel', null)
    })
  })

  test('another day: figures change together and say which day they are of', async () => {
    await use('', async (page) => {
      const score = () => page.locator('[data-kpi="score"] b').textContent()
      const before = await score()
      await page.getByRole('button', { name: '前一周' }).click()
      await until(page, 'd', '2019-05-20')
      await page.waitForFunction(
        (was) => document.querySelector('[data-kpi="score"] b')?.textContent !== was,
        before,
      )
      expect(await page.getByText('2019-05-20').first().isVisible()).toBe(true)
      await page.getByRole('button', { name: /回到 5月27日/ }).click()
      await page.waitForFunction(
        (was) => document.querySelector('[data-kpi="score"] b')?.textContent === was,
        before,
      )
    })
  })
})

describe('办事处', () => {
  test('filters to its own areas; ranking, figures and 台账 follow', async () => {
    await use('', async (page) => {
      await page
        .getByRole('button', { name: /^太昊路办事处/ })
        .first()
        .click()
      await until(page, 'o', '太昊路办事处')
      await page.waitForFunction(() => document.querySelectorAll('.ranking li').length === 8)
      await page.getByRole('button', { name: /问题台账/ }).click()
      const rows = page.locator('.table-scroll tbody tr[aria-rowindex]')
      await rows.first().getByText('逾期').waitFor()
      const offices = await page
        .locator('.table-scroll tbody tr[aria-rowindex] td[data-column="area"]')
        .allInnerTexts()
      expect(offices.length).toBeGreaterThan(3)
      for (const name of offices.filter((n) => n !== ''))
        expect([
          '杨脑居委会',
          '单庄居委会',
          '艾营居委会',
          '康庄居委会',
          '杨井沿居委会',
          '许寨居委会',
          '韩营居委会',
          '陈营居委会',
        ]).toContain(name)
    })
  })

  test('folds the columns of the 台账 away, never cuts them; its edge makes it higher', async () => {
    await withApp({ hash: 'v=1&t=1', width: 1366, height: 768 }, async (page) => {
      const table = page.locator('.table-scroll')
      await table.locator('tbody tr[aria-rowindex]').first().waitFor()
      const inside = () => table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)
      expect(await inside()).toBe(true)
      const rows = () =>
        table.evaluate((box) => {
          const { top, bottom } = box.getBoundingClientRect()
          const seen = [...box.querySelectorAll('tbody tr[aria-rowindex]')].map((row) =>
            row.getBoundingClientRect(),
          )
          return seen.filter((row) => row.top >= top && row.bottom <= bottom).length
        })
      const before = await rows()
      const grip = page.getByRole('slider', { name: '台账高度' })
      await grip.focus()
      for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowUp')
      await page.waitForFunction(
        () => (document.querySelector('.sheet')?.clientHeight ?? 0) > 0.55 * innerHeight,
      )
      expect(before).toBeGreaterThanOrEqual(10)
      expect(await rows()).toBeGreaterThan(before)
      await page.setViewportSize({ width: 1920, height: 1080 })
      await page.waitForFunction(() => document.querySelectorAll('.table-scroll th').length >= 9)
      expect(await inside()).toBe(true)
    })
  })

  test('finds words in the 台账 and takes it out as a file Excel opens', async () => {
    await use('v=1&t=1', async (page) => {
      await page.getByRole('searchbox', { name: '文字筛选' }).fill('垃圾')
      await page.waitForFunction(() => new URLSearchParams(location.hash.slice(1)).get('tq') === '垃圾')
      const count = page.locator('.sheet h2 b')
      await page.waitForFunction(() => Number(document.querySelector('.sheet h2 b')?.textContent) < 60)
      const shown = Number(await count.textContent())
      const take = async (form: RegExp) => {
        await page.getByRole('button', { name: '导出', exact: true }).click()
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: form }).click(),
        ])
        return { name: download.suggestedFilename(), bytes: readFileSync((await download.path()) as string) }
      }
      const csv = await take(/UTF-8/)
      const text = csv.bytes.toString('utf8')
      expect(text.charCodeAt(0)).toBe(0xfeff)
      const lines = text.slice(1).split('\r\n').filter(Boolean)
      expect(lines[0]).toMatch(/^编号,状态,逾期天数,办事处,居委会名称,.*,点位编号,/)
      expect(lines).toHaveLength(shown + 1)
      const workbook = await take(/Excel/)
      expect(workbook.name).toMatch(/^问题台账-\d{4}-\d{2}-\d{2}\.xlsx$/)
      const [sheet] = await readExcelFile(workbook.bytes)
      expect(sheet?.data).toHaveLength(shown + 1)
    })
  })

  test('a row flies to its problem and selects it; the card tells its course', async () => {
    await use('v=1&t=1', async (page) => {
      const row = page.locator('.table-scroll tbody tr[aria-rowindex]').first()
      await row.getByText('逾期').waitFor()
      const description = (await row.locator('[data-column="description"]').textContent()) ?? ''
      await row.click()
      await page.waitForFunction(() => location.hash.includes('sel=issue:'))
      const card = page.getByRole('article', { name: '问题' })
      await card.getByText(description, { exact: true }).waitFor()
      await card
        .getByText(((await hashOf(page)).get('sel') ?? '').slice('issue:'.length), { exact: true })
        .waitFor()
      for (const step of ['发现', '期限', '整改', '销号'])
        expect(await card.getByText(step, { exact: true }).count()).toBeGreaterThan(0)
    })
  })
})

describe('search', () => {
  test.each([
    ['kzjwh', 'area:411671011007'],
    ['411671012010', 'area:411671012010'],
    ['运粮河', 'water:S01'],
    ['WT-0003', 'issue:WT-0003'],
  ])('%s and Enter', async (text, selected) => {
    await use('', async (page) => {
      await page.keyboard.press('Control+k')
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await page.keyboard.type(text)
      await dialog.getByRole('option').first().waitFor()
      await page.keyboard.press('Enter')
      await until(page, 'sel', selected)
    })
  })
})

describe('a link', () => {
  test('reproduces the screen', async () => {
    const hash =
      'v=1&d=2019-03-01&m=theme%3A%E4%B9%B1&o=%E6%B7%AE%E6%B2%B3%E8%B7%AF%E5%8A%9E%E4%BA%8B%E5%A4%84&sel=area%3A411671012003&th=dark'
    await use(hash, async (page) => {
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
      expect(await page.getByRole('article', { name: '康楼居委会' }).isVisible()).toBe(true)
      expect(await page.getByText('2019-03-01').first().isVisible()).toBe(true)
      expect(await page.locator('.legend h3').textContent()).toContain('乱')
      const now = await hashOf(page)
      for (const key of ['d', 'm', 'o', 'sel', 'th'])
        expect(now.get(key)).toBe(new URLSearchParams(hash).get(key))
    })
  })
  test('says what is shown at once, not what the package no longer has', async () => {
    await use('y=closure&yo=by:area,of:=999', async (page) => {
      const options = async () => (await hashOf(page)).get('yo')
      expect(await options()).toBe('by:area')
      await page.evaluate(() => {
        location.hash = 'v=1&y=plan&yo=of:999,n:3'
      })
      await page.getByRole('region', { name: '对策' }).waitFor()
      expect(await options()).toBe('n:3')
      // Back leads to the step before, not to the link as it was.
      await page.goBack()
      await page.getByRole('region', { name: '闭环与督办' }).waitFor()
      expect(await options()).toBe('by:area')
    })
  })
  test('with nonsense in it opens all the same', async () => {
    await use('v=9&d=2019-99-99&c=a,b&m=nothing&sel=dragon:1&s=7,x&k=,,', async (page) => {
      expect(await page.locator('[data-kpi="score"] b').textContent()).toMatch(/^\d\d\.\d$/)
    })
  })
})

describe('another district', () => {
  // The host answers 404 for the files a package does not have: that is no fault.
  const tolerate = /404/
  test('nothing but boundaries: every area is there, hatched, and nothing is made up', async () => {
    const host = await withPackage(inject('site'), { 'areas.geojson': AREAS, 'sites.csv': SITES })
    await withApp({ site: host.url, tolerate }, async (page) => {
      expect(await page.getByText('示例数据').count()).toBe(0)
      expect(await page.locator('.ranking li').count()).toBe(2)
      expect(await page.locator('.ranking').textContent()).toContain('数据不足')
      for (const kpi of ['score', 'passing', 'open', 'overdue', 'coverage', 'water'])
        expect([kpi, await page.locator(`[data-kpi="${kpi}"] b`).textContent()]).toEqual([kpi, '—'])
      const next = page.getByRole('region', { name: '还缺的数据' })
      expect(await next.textContent()).toMatch(/inspections\.csv[\s\S]*issues\.csv/)
      await next.getByRole('button', { name: '导入数据' }).click()
      await page.getByRole('dialog').waitFor()
    })
    await host.close()
  })
  test('no boundaries: one sentence that says which file, and what to do', async () => {
    const host = await withPackage(inject('site'), { 'sites.csv': SITES })
    await withApp({ site: host.url, tolerate }, async (page) => {
      expect(await page.getByRole('alert').textContent()).toContain('数据文件夹里没有 areas.geojson')
    })
    await host.close()
  })
})
