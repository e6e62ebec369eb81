/** 汇报 as whoever presents meets it: prepared with the mouse and by keys, kept, and shown by a clicker. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { appInBrowser } from '../browser/in-browser.ts'

const withApp = appInBrowser()
const SMALL = { width: 1100, height: 700 }

const use = (hash: string, act: (page: Page) => Promise<void>) => withApp({ ...SMALL, hash }, act)

const titles = async (page: Page): Promise<string[]> => {
  const texts = await page.locator('.scene-face b').allInnerTexts()
  return texts.map((text) => text.replace(/^\d+\s*/, ''))
}

const prepare = async (page: Page) => {
  await page.getByRole('button', { name: '汇报', exact: true }).click()
  await page.locator('.scene').first().waitFor()
}

const heading = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor()

const BRIEFING = [
  '全区一张图',
  '三个办事处',
  '最差的居委会：为什么是这个分',
  '黑臭水体：监测值和限值',
  '农贸市场查得怎样，废品收购站取缔了多少',
  '整改闭环：谁逾期了',
  '两个月的变化',
  '哪里还没有真查过',
  '下周先改什么',
]

describe('preparing', () => {
  test('a view becomes a scene by a press; scenes are moved, named, filled with figures, kept and taken back', async () => {
    await use('v=1&sel=area%3A411671012010', async (page) => {
      await prepare(page)
      expect(await titles(page)).toEqual(BRIEFING)
      await page.getByRole('button', { name: '记下这一幕' }).click()
      const open = page.locator('.scene[data-open="true"]')
      await open.getByLabel('标题').waitFor()
      expect(await titles(page)).toEqual([...BRIEFING, '麦仁店居委会'])
      await open.getByLabel('要点').fill('{选中居委会名称}有 {选中居委会逾期问题数} 个逾期，{天气}')
      await page.getByText('没有叫“天气”的数字').waitFor()
      // 麦仁店 has three overdue problems on the day of the sample, as its card says.
      expect(await open.locator('.scene-said').textContent()).toBe('麦仁店居委会有 3 个逾期，{天气}')
      await open.getByLabel('标题').click()
      await page.locator('.toasts', { hasText: '修改一幕：麦仁店居委会' }).waitFor()
      await open.locator('.scene-face').focus()
      await page.keyboard.press('Alt+ArrowUp')
      await page.waitForFunction(() =>
        document.querySelectorAll('.scene-face b')[8]?.textContent?.includes('麦仁店居委会'),
      )
      await page.reload()
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true')
      await prepare(page)
      expect((await titles(page)).slice(7)).toEqual(['哪里还没有真查过', '麦仁店居委会', '下周先改什么'])
      for (const _ of [1, 2, 3]) {
        const undone = page.locator('.toasts [role="status"]', { hasText: '已撤销' })
        await page.getByRole('button', { name: /^撤销：/ }).click()
        await undone.waitFor()
        await page.locator('.toasts').getByRole('button', { name: '知道了' }).click()
      }
      expect(await titles(page)).toEqual(BRIEFING)
    })
  })

  test('what another package lacks is said on the card, and the scene shows the rest', async () => {
    await use(
      'v=1&o=%E5%A4%AA%E6%98%8A%E8%B7%AF%E5%8A%9E%E4%BA%8B%E5%A4%84&sel=site%3ANOWHERE-1',
      async (page) => {
        await prepare(page)
        await page.getByRole('button', { name: '记下这一幕' }).click()
        await page.getByText('这份数据里没有点位“NOWHERE-1”，其余照常显示。').waitFor()
        await page.getByRole('button', { name: '从这一幕汇报' }).click()
        await page.locator('.stage').waitFor()
        expect(await page.locator('.stage-foot').textContent()).toContain('太昊路办事处')
        expect(await page.locator('.stage .broken').count()).toBe(0)
      },
    )
  })
})

describe('presenting', () => {
  test('by keys, alone with the picture; what is pressed in between is off the script until R', async () => {
    await use('', async (page) => {
      await prepare(page)
      await page.getByRole('button', { name: '开始汇报' }).click()
      await heading(page, BRIEFING[0] as string)
      // Nothing of the desk is left.
      for (const gone of ['.top', '.left', '.bottom']) expect(await page.locator(gone).count()).toBe(0)
      await page.keyboard.press('PageDown')
      await heading(page, BRIEFING[1] as string)
      expect(page.url()).toContain('p=1.2')
      await page.keyboard.press('4')
      await page.keyboard.press('Enter')
      await heading(page, BRIEFING[3] as string)
      await page.locator('.water-charts').waitFor()
      await page.keyboard.press('b')
      expect(await page.locator('.stage-blank').count()).toBe(1)
      await page.keyboard.press('PageDown')
      expect(await page.locator('.stage-blank').count()).toBe(0)
      await heading(page, BRIEFING[3] as string)
      await page.keyboard.press('Home')
      await heading(page, BRIEFING[0] as string)
      await page.keyboard.press('PageUp')
      await heading(page, BRIEFING[0] as string)
      await page.locator('.stage .stage-row').first().click()
      await page.getByText('已离开脚本').waitFor()
      await page.locator('.waterfall').waitFor()
      await page.keyboard.press('r')
      await page.locator('.stage .stage-row').first().waitFor()
      expect(await page.getByText('已离开脚本').count()).toBe(0)
      await page.keyboard.press('n')
      // 21 areas, and the score of the district as the figures above say it.
      const score = await page.locator('[data-kpi="score"] b').textContent()
      expect(await page.locator('.stage-notes').textContent()).toContain(
        `21 个居委会，按暗访标准计分，全区 ${score} 分`,
      )
      await page.keyboard.press('?')
      await page.getByText('结束汇报').waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.locator('.top').waitFor()
      expect(await page.locator('.stage').count()).toBe(0)
      expect(page.url()).not.toContain('p=')
    })
  })

  test('goes on where it was after a reload', async () => {
    await use('v=1&p=2.2', async (page) => {
      await heading(page, '整改闭环：谁逾期了')
      await page.keyboard.press('PageDown')
      await heading(page, '下周先改什么')
      await page.reload()
      await heading(page, '下周先改什么')
      expect(await page.locator('.stage-foot').textContent()).toContain('3 / 3')
    })
  })

  test('in two windows: the console commands the stage, and each finds the other again', async () => {
    await use('', async (page) => {
      await prepare(page)
      const opening = page.waitForEvent('popup')
      await page.getByRole('button', { name: '双屏汇报' }).click()
      const stage = await opening
      const command = (name: string) => page.getByRole('button', { name, exact: true }).click()
      await heading(stage, BRIEFING[0] as string)
      // The console draws no map.
      expect(await page.locator('canvas').count()).toBe(0)
      await page.getByText('两个窗口同步').waitFor()
      await page
        .locator('.console-points', { hasText: '21 个居委会，按暗访标准计分，全区 80.3 分' })
        .waitFor()
      await page.keyboard.press('PageDown')
      await heading(stage, BRIEFING[1] as string)
      await page.locator('.console-shot', { hasText: BRIEFING[2] as string }).waitFor()
      await command('黑屏')
      await stage.locator('.stage-blank').waitFor()
      await page.reload()
      await page.locator('.console-shot', { hasText: '黑屏' }).waitFor()
      await command('下一幕')
      await stage.locator('.stage-blank').waitFor({ state: 'detached' })
      await stage.reload()
      await heading(stage, BRIEFING[1] as string)
      await page.getByText('两个窗口同步').waitFor()
      await page.getByRole('button', { name: BRIEFING[3] as string }).click()
      await heading(stage, BRIEFING[3] as string)
      await stage.close()
      await page.getByText('没有听到放映窗口').waitFor()
      await command('关闭控制台')
      await page.locator('.top').waitFor()
    })
  })

  test('no word of a scene is under 28 px of 1080', async () => {
    await withApp({ hash: 'v=1&p=1.1' }, async (page) => {
      for (const number of ['1', '3', '4', '6']) {
        await page.keyboard.press(number)
        await page.keyboard.press('Enter')
        await heading(page, BRIEFING[Number(number) - 1] as string)
        await page.locator('.stage :is(.stage-row, .waterfall, .water-charts, .study)').first().waitFor()
        expect(await page.evaluate(smallText, 28)).toEqual([])
      }
    })
  })
})

/** Words on the stage whose letters are drawn smaller than `least` px, each with its size. */
const smallText = (least: number): string[] => {
  const stage = document.querySelector('.stage') as Element
  const words = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
  const small: string[] = []
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    const element = node.parentElement as Element
    const range = document.createRange()
    range.selectNodeContents(node)
    const { width, height } = range.getBoundingClientRect()
    if (node.textContent?.trim() === '' || width < 2 || height < 2) continue
    // In a drawing a px is one of its own units.
    const unit = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
    const size = unit * Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < least - 0.05) small.push(`${size.toFixed(1)} ${node.textContent}`)
  }
  return small
}
