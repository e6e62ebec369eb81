/** The same screen on an office PC, a wall and a phone: enough of it, and large enough. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appInBrowser } from '../browser/in-browser.ts'

const withApp = appInBrowser()

/** Words of panels smaller than so many px, and what of the panels is cut off. */
const smallAndCut = (page: Page, least: number) =>
  page.evaluate((px) => {
    const seen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible'
    }
    const small: string[] = []
    for (const panel of document.querySelectorAll('.panel')) {
      const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement as Element
        // The type of a drawing is in its own units.
        const unit = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
        const size = unit * Number.parseFloat(getComputedStyle(element).fontSize)
        // Said to a screen reader alone, or an ending that is not shown.
        if (node.textContent?.trim() && size > 0 && size < px && seen(element))
          small.push(`${node.textContent.trim()} ${size}`)
      }
    }
    const cut = [...document.querySelectorAll('.left .scrolls, .right .scrolls')]
      .filter((part) => part.scrollHeight > part.clientHeight + 1)
      .map((part) => part.className)
    const labels = [...document.querySelectorAll('.kpi dt, .legend li > span, .rank-name b')]
      .filter(
        (label) =>
          label.scrollWidth > label.clientWidth + 1 && getComputedStyle(label).overflow !== 'visible',
      )
      .map((label) => label.textContent)
    const edge = document.querySelector('.legend')?.getBoundingClientRect().right ?? 0
    const outside = [...document.querySelectorAll('.legend li > span, .legend p > span')]
      .filter((label) => label.getBoundingClientRect().right > edge)
      .map((label) => label.textContent)
    return { small, cut, labels, outside }
  }, least)

test.each([
  [1920, 1080],
  [3840, 2160],
  [5760, 1080],
])(
  'on a wall of %i × %i no word is under 1/54 of the height, and nothing is cut off',
  async (width, height) => {
    await withApp({ width, height, hash: 'v=1&dp=wall' }, async (page) => {
      const told = await smallAndCut(page, height / 54)
      expect(told).toEqual({ small: [], cut: [], labels: [], outside: [] })
      // What does not fit is paged: the pages hold every area once.
      const names = () => page.locator('.ranking .rank-name b').allTextContents()
      const all = new Set(await names())
      const pages = Number(/\/ (\d+) 页/.exec((await page.locator('.pager span').textContent()) ?? '')?.[1])
      for (let i = 1; i < pages; i++) {
        await page.getByRole('button', { name: '下一页' }).click()
        for (const name of await names()) {
          expect(all.has(name)).toBe(false)
          all.add(name)
        }
      }
      expect(all.size).toBe(21)
    })
  },
)

/** The words of a part that are on the page that is open, each whole or not. */
const wordsOnPage = (page: Page, part: string) =>
  page.locator(part).evaluate((box) => {
    const frame = box.getBoundingClientRect()
    const whole: string[] = []
    const cut: string[] = []
    for (const line of box.querySelectorAll('li')) {
      const { left, right, top, bottom } = line.getBoundingClientRect()
      if (right <= frame.left + 1 || left >= frame.right - 1) continue
      const inside = top >= frame.top - 1 && bottom <= frame.bottom + 1 && right <= frame.right + 1
      ;(inside ? whole : cut).push(line.textContent ?? '')
    }
    return { whole, cut, over: box.scrollHeight - box.clientHeight }
  })

test.each([
  ['an area', 'sel=area:411671011001', '.detail-body'],
  ['a water body', 'sel=water:S01', '.detail-body'],
  ['对策', 'y=plan', '.study-body'],
])(
  'on a wall %s is turned page by page, by the keys of a clicker, and no line is cut',
  async (_, hash, part) => {
    await withApp({ width: 1920, height: 1080, hash: `v=1&dp=wall&${hash}` }, async (page) => {
      const told = page.locator('.right .pager span')
      const pages = Number(/第 1 \/ (\d+) 页/.exec((await told.textContent()) ?? '')?.[1])
      expect(pages).toBeGreaterThan(2)
      const lines = await page.locator(`${part} li`).count()
      let seen = 0
      for (let at = 1; at <= pages; at++) {
        await page.waitForFunction(
          ([text]) => document.querySelector('.right .pager span')?.textContent === text,
          [`第 ${at} / ${pages} 页`],
        )
        const { whole, cut, over } = await wordsOnPage(page, part)
        expect({ cut, over: over > 1 }).toEqual({ cut: [], over: false })
        seen += whole.length
        await page.keyboard.press('PageDown')
      }
      expect(seen).toBe(lines)
      // After the last page comes the first.
      await page.getByText(`第 1 / ${pages} 页`).waitFor()
      const last = page.locator(`${part} button`).last()
      await last.focus()
      await page.getByText(`第 ${pages} / ${pages} 页`).waitFor()
      expect((await smallAndCut(page, 1080 / 54)).small).toEqual([])
    })
  },
)

test('on a wall the 台账 is turned page by page', async () => {
  await withApp({ width: 1920, height: 1080, hash: 'v=1&dp=wall&t=1' }, async (page) => {
    const rows = page.locator('.table-scroll tbody tr')
    const ids = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-rowindex')))
    const all = await ids()
    const pages = Number(
      / (\d+) 页/.exec((await page.locator('.sheet .pager span').textContent()) ?? '')?.[1],
    )
    for (let at = 1; at < pages; at++) {
      await page.locator('.sheet').getByRole('button', { name: '下一页' }).click()
      all.push(...(await ids()))
    }
    expect(all).toEqual(Array.from({ length: 68 }, (_, i) => String(i + 2)))
  })
})

test('at 1366 × 768 the 台账 shows ten rows and leaves a map', async () => {
  await withApp({ width: 1366, height: 768, hash: 'v=1&t=1' }, async (page) => {
    const whole = await page.locator('.table-scroll').evaluate((part) => {
      const box = part.getBoundingClientRect()
      return [...part.querySelectorAll('tbody tr:not(.gap)')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return top >= box.top && bottom <= box.bottom
      }).length
    })
    expect(whole).toBeGreaterThanOrEqual(10)
    const [sheet, top] = await Promise.all(
      ['.sheet', '.top'].map((part) =>
        page.locator(part).evaluate((each) => each.getBoundingClientRect().toJSON()),
      ),
    )
    expect(sheet.top - top.bottom).toBeGreaterThan(220)
    await page.locator('.legend .head button').click()
    expect(await page.locator('.legend li > span').first().isVisible()).toBe(false)
  })
})

test('on a phone the 台账 is cards of the area that is read, the legend stands over a sheet that is down', async () => {
  const phone = { width: 390, height: 844, phone: true }
  await withApp({ ...phone, hash: 'v=1&sel=area:411671011001' }, async (page) => {
    await page.getByRole('button', { name: '台账', exact: true }).click()
    const cards = page.getByRole('region', { name: '台账列表' }).getByRole('button')
    await cards.first().waitFor()
    expect(await page.getByLabel('居委会', { exact: true }).inputValue()).toBe('411671011001')
    for (const text of await cards.allTextContents()) expect(text).toContain('毛楼居委会')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    await page.getByLabel('排序').selectOption('dueOn')
    await page.waitForFunction(() => location.hash.includes('dueOn') || location.hash.includes('ts='))
    await cards.first().click()
    await page.getByRole('article', { name: '问题' }).waitFor()
  })
  await withApp({ ...phone, hash: 'v=1' }, async (page) => {
    const of = (part: string) =>
      page
        .locator(part)
        .first()
        .evaluate((each) => each.getBoundingClientRect().toJSON())
    const [legend, source, sheet] = [
      await of('.phone-legend'),
      await of('.map-source'),
      await of('.phone-sheet'),
    ]
    expect(legend.bottom).toBeLessThanOrEqual(sheet.top)
    expect(source.bottom).toBeLessThanOrEqual(legend.top)
  })
})
