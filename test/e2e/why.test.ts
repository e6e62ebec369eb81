/** From any figure to the records that made it, as someone at the screen goes there. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { appInBrowser } from '../browser/in-browser.ts'

const withApp = appInBrowser()

const use = (hash: string, act: (page: Page) => Promise<void>) => withApp({ hash }, act)

const selected = (page: Page) =>
  page.waitForFunction(() => /(^|&)sel=(issue|site|water|area)/.test(location.hash.slice(1)))

const ROW = '.table-scroll tbody tr[aria-rowindex]'

/** Where a record is to be pressed after the figure was. */
const RECORD: Record<string, string> = {
  score: '.right button.ledger-line',
  passing: '.right .rank-row',
  open: ROW,
  overdue: ROW,
  closedRate: ROW,
  coverage: '.right button.record-line',
  water: '.right button.record-line',
}

describe('a figure of the strip, then a record: two clicks', () => {
  test.each(Object.keys(RECORD))('%s', async (kpi) => {
    await use('', async (page) => {
      await page.locator(`[data-kpi="${kpi}"] .lead`).click()
      await page
        .locator(RECORD[kpi] as string)
        .first()
        .click()
      await selected(page)
    })
  })

  test('the index opens its formula, the formula the problems that were due', async () => {
    await use('', async (page) => {
      await page.locator('[data-kpi="index"] .lead').click()
      const due = page.getByRole('button', { name: /到台账看到期的 \d+ 个/ })
      const count = Number(((await due.textContent()) ?? '').match(/\d+/)?.[0])
      await due.click()
      // Those in no 居委会 are told apart.
      await page.waitForFunction(
        (n) =>
          (document.querySelector('.sheet h2')?.textContent?.match(/\d+/g) ?? []).reduce(
            (sum, text) => sum + Number(text),
            0,
          ) === n,
        count,
      )
      await page.getByRole('button', { name: '不限期限' }).click()
      await page.waitForFunction((n) => Number(document.querySelector('.sheet h2 b')?.textContent) > n, count)
    })
  })
})

describe('an area', () => {
  const AREA = 'v=1&sel=area:411671012010'

  test('the waterfall ends at the score shown, at every level its records lead on', async () => {
    await use(AREA, async (page) => {
      const last = page.locator('.waterfall [data-type="end"] .fall-figure')
      expect(await last.textContent()).toBe(await page.locator('.score-head > b').textContent())
      expect(await page.locator('.waterfall [data-type="start"] .fall-figure').textContent()).toBe('100.0')
      const losses = await page.locator('.waterfall [data-type="loss"] .fall-figure').allTextContents()
      const lost = losses.reduce((sum, text) => sum + Number(text.replace('−', '')), 0)
      expect(lost).toBeCloseTo(100 - Number(await last.textContent()), 0)
      await page.getByRole('button', { name: /^差：失/ }).click()
      await page.getByRole('button', { name: /^健康教育与健康促进：失/ }).click()
      await page
        .getByRole('button', { name: /去看这条记录$/ })
        .first()
        .click()
      await selected(page)
    })
  })

  test('under a veto it says why its grade is not that of its number, and leads to the record', async () => {
    await use('v=1&sel=area:411671012004', async (page) => {
      const card = page.getByRole('article', { name: '郑洼居委会' })
      await card.getByText('按得分为“良好”，否决降级').waitFor()
      await card.getByText('活禽售卖得分率 30%，低于 70%').waitFor()
      await page.getByRole('region', { name: '图例' }).getByText('因一票否决降级').waitFor()
      await card.getByRole('button', { name: '检查 JC190522-AF-01' }).click()
      await page.waitForFunction(() => /sel=site(:|%3A)SC-001/.test(location.hash))
    })
  })

  test('its open problems, in the 台账, are as many as its figure says', async () => {
    await use(AREA, async (page) => {
      const open = await page.locator('[data-fact="未销号"] .num').textContent()
      await page.locator('[data-fact="未销号"] .lead').click()
      await page.waitForFunction((n) => document.querySelector('.sheet h2 b')?.textContent === n, open)
      expect(await page.getByRole('article', { name: '麦仁店居委会' }).isVisible()).toBe(true)
    })
  })

  test('its places, then back to it', async () => {
    await use(AREA, async (page) => {
      await page.locator('[data-fact="查过点位"] .lead').click()
      await page.getByRole('button', { name: /^查过 11$/ }).click()
      expect(await page.locator('.record-lines li').count()).toBe(11)
      await page.locator('.study .up').click()
      await page.getByRole('article', { name: '麦仁店居委会' }).waitFor()
    })
  })
})

test('a station of a water is plotted alone, with the rule that graded it', async () => {
  await use('v=1&sel=water:S04', async (page) => {
    const station = page.locator('.stations button').first()
    await station.click()
    const rule = await page.locator('.decided').textContent()
    expect(await station.textContent()).toContain(rule)
    expect(await page.locator('.sample[data-chosen="true"]').count()).toBeGreaterThan(3)
  })
})

test('the timeline steps by months and goes to the days that are marked', async () => {
  await use('', async (page) => {
    const day = page.locator('.time-day b')
    await page.locator('.time').getByRole('button', { name: '月', exact: true }).click()
    await page.getByRole('button', { name: '前一月' }).click()
    expect(await day.textContent()).toBe('2019-04-30')
    await page.getByRole('button', { name: /“门前三包”集中行动部署会/ }).click()
    expect(await day.textContent()).toBe('2019-03-28')
  })
})

test('the card of an 居委会 says which units have what to put right, by when; one leads to its problems', async () => {
  await withApp({ hash: 'v=1&sel=area:411671012010' }, async (page) => {
    const units = page.locator('.responsible button')
    await units.first().waitFor()
    expect(await units.first().textContent()).toMatch(/\d+ 件逾期 \d+ 件，最久 \d+ 天|\d+ 件最近期限/)
    const unit = (await units.first().locator('b').textContent()) as string
    const count = Number.parseInt((await units.first().locator('span').textContent()) ?? '', 10)
    await units.first().click()
    await page.getByRole('button', { name: `责任单位：${unit}` }).waitFor()
    await page.waitForFunction((n) => document.querySelector('.sheet h2 b')?.textContent === String(n), count)
  })
})
