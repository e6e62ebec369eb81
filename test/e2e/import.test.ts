/** A member of 办事处 staff brings in the week's files, takes them back, and finds them again the next day. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import gcoord from 'gcoord'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { encodeText } from '../../src/intake/formats/encode.ts'
import { violations } from '../browser/axe.ts'
import { dropFiles } from '../browser/drop-files.ts'
import { ROOT } from '../browser/folders.ts'
import { appInBrowser } from '../browser/in-browser.ts'
import type { App } from '../browser/open-app.ts'
import { grid, workbook } from '../intake/formats/workbook.ts'

const withApp = appInBrowser()

const use = (act: (page: Page, app: App) => Promise<void>) => withApp({ width: 1366, height: 768 }, act)

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: '数据' })

const openTab = async (page: Page, tab: string): Promise<Locator> => {
  if (!(await dialogOf(page).isVisible())) await page.getByRole('button', { name: /^数据：/ }).click()
  await dialogOf(page).getByRole('tab', { name: tab, exact: true }).click()
  return dialogOf(page)
}

/** The number said beside a word of the effect: 新增 12. */
const effect = async (page: Page, word: string): Promise<number> => {
  const text = await dialogOf(page)
    .locator('.effect > div')
    .filter({ has: page.getByText(word, { exact: true }) })
    .locator('dd')
    .textContent()
  return Number(text?.replaceAll(',', ''))
}

const problems = async (page: Page): Promise<number> => {
  const text = await page.getByRole('button', { name: /问题台账/ }).textContent()
  return Number(/\d+/.exec(text ?? '')?.[0])
}

const takeUp = async (page: Page): Promise<void> => {
  await dialogOf(page).getByRole('button', { name: '使用这些数据' }).click()
  await dialogOf(page).getByText('已使用，地图和台账已经更新').waitFor()
}

/** ms a step may take on a machine that does much else */
const SLOW = 120_000

const LEDGER = [
  '太昊路办事处问题整改台账（5月第4周）,,,,,,',
  '编号,检查项,居委会,发现日期,严重程度,问题描述,整改期限',
  'TH-001,food-notice,康庄居委会,2019-05-20,一般,门口垃圾未清,2019-06-10',
  'TH-002,food-licence,许寨居委会,2019年5月21日,较重,证照未公示,2019/6/11',
  'TH-003,food-notice,康庄居委会,节前,一般,公示栏破损,2019-06-12',
  '合计,,,,,3,',
].join('\r\n')

describe('a week’s 台账', () => {
  test('in GBK, with a title and a total: used, the refused row mended, all taken back', {
    timeout: 2 * SLOW,
  }, async () => {
    await use(async (page, app) => {
      const before = await problems(page)
      await dropFiles(page, { '太昊路台账.csv': encodeText(LEDGER, 'GB18030') })
      const dialog = dialogOf(page)
      await dialog.getByRole('heading', { name: '太昊路台账.csv' }).waitFor()
      await dialog.getByText('国标编码（GBK/GB18030）').waitFor()
      expect(await dialog.getByRole('button', { name: /问题台账/ }).textContent()).toContain('可用')
      for (const passed of ['太昊路办事处问题整改台账（5月第4周）', '合计'])
        expect(await dialog.locator('.passed').textContent()).toContain(passed)
      expect(await effect(page, '新增')).toBe(2)
      const row = dialog.getByRole('table', { name: '未读入的行' }).locator('tbody tr')
      expect(await row.locator('td').allInnerTexts()).toEqual([
        '5',
        '发现日期',
        '节前',
        expect.stringContaining('日期'),
      ])
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: '下载未读入的行' }).click(),
      ])
      const bytes = readFileSync((await download.path()) as string)
      const lines = new TextDecoder('gb18030').decode(bytes).trim().split('\r\n')
      expect(lines).toHaveLength(2)
      expect(lines[0]?.split(',').at(-1)).toBe('原因')
      await takeUp(page)
      expect(await dialog.locator('.used li').textContent()).toContain('新增 2')
      await dialog.getByRole('button', { name: '看地图' }).click()
      expect(await problems(page)).toBe(before + 2)

      const mended = lines.join('\r\n').replace('节前', '2019-05-22')
      await dropFiles(page, { [download.suggestedFilename()]: encodeText(mended, 'GB18030') })
      await dialog.getByRole('heading', { name: download.suggestedFilename() }).waitFor()
      expect(await effect(page, '新增')).toBe(1)
      await takeUp(page)
      await dialog.getByRole('button', { name: '看地图' }).click()
      expect(await problems(page)).toBe(before + 3)

      // Software rendering is slow to let a page go.
      await page.reload({ waitUntil: 'commit', timeout: SLOW })
      await app.ready()
      expect(await problems(page)).toBe(before + 3)
      const kept = await openTab(page, '本机数据')
      await kept.getByRole('heading', { name: '自有数据' }).waitFor()
      expect(await kept.locator('.revisions li').count()).toBe(2)
      await kept.getByRole('button', { name: '撤销最近一次' }).click()
      await kept.getByText('已撤销最近一次修改').waitFor()
      await page.waitForFunction(() => document.querySelectorAll('.revisions li').length === 1)
      await kept.getByRole('button', { name: '看随页面提供的数据' }).click()
      await kept.getByRole('heading', { name: /示例数据/ }).waitFor()
      await kept.getByRole('button', { name: '切换到自有数据' }).click()
      await kept.getByRole('heading', { name: '自有数据' }).waitFor()
      await kept.getByRole('button', { name: '清除自有数据' }).click()
      await kept.getByRole('alert').getByText('不能恢复').waitFor()
      await kept.getByRole('button', { name: '确认清除' }).click()
      await kept.getByRole('heading', { name: /示例数据/ }).waitFor()
      await page.keyboard.press('Escape')
      expect(await problems(page)).toBe(before)
    })
  })

  test('a clerk’s own list: words answered once, the scores told, next month no question', {
    timeout: 2 * SLOW,
  }, async () => {
    const month = (at: number) =>
      [
        `太昊路办事处创卫问题整改台账（2019年${at}月）,,,,,`,
        '序号,检查时间,所属社区,存在问题,问题类别,整改时限',
        `1,${at}月7日,康庄,门口堆放杂物,环境卫生,立行立改`,
        `2,${at}月8日,许寨社区,小广告未清理,小广告,5个工作日`,
      ].join('\r\n')
    await use(async (page) => {
      const before = await problems(page)
      await dropFiles(page, { '4月.csv': month(4) })
      const dialog = dialogOf(page)
      await dialog.getByText('2 个问题：1 个计分，1 个不计分').waitFor()
      const word = dialog.locator('.word-row').filter({ hasText: '环境卫生' })
      await word.getByRole('combobox', { name: '检查项“环境卫生”是什么' }).fill('alley-litter')
      await dialog.getByText('2 个问题：2 个计分').waitFor()
      await word.getByText('背街小巷日产日清').waitFor()
      await dialog.getByText('个居委会得分有变化').waitFor({ timeout: SLOW })
      expect(await violations(page)).toEqual([])
      await takeUp(page)
      await dialog.getByRole('button', { name: '看地图' }).click()
      expect(await problems(page)).toBe(before + 2)

      await dropFiles(page, { '5月.csv': month(5) })
      await dialog.getByText('和上次同样的表').waitFor()
      await dialog.getByText('2 个问题：2 个计分').waitFor()
      expect(await dialog.locator('.word-row').count()).toBe(0)
      expect(await effect(page, '新增')).toBe(2)
    })
  })

  test('in the place of the whole table: warned of, and taken back at once', async () => {
    await use(async (page) => {
      const before = await problems(page)
      await dropFiles(page, { '台账.csv': LEDGER })
      const dialog = dialogOf(page)
      await dialog.getByRole('heading', { name: '台账.csv' }).waitFor()
      await dialog.getByRole('button', { name: '整表替换' }).click()
      await dialog.getByText('使用后会从数据中删除').waitFor()
      const records = readFileSync(join(ROOT, 'data/issues.csv'), 'utf8').trim().split('\n').length - 1
      expect(await effect(page, '删除')).toBe(records)
      await takeUp(page)
      await dialog.getByRole('button', { name: '撤销' }).click()
      await dialog.getByText('把文件拖到这里').waitFor()
      await page.keyboard.press('Escape')
      await page.waitForFunction(
        (count) => document.querySelector('.bottom')?.textContent?.includes(`问题台账${count}`),
        before,
      )
    })
  })
})

describe('what only a person knows', () => {
  test('headings nobody has heard of are mapped by hand, and remembered', async () => {
    const sheet = workbook([
      {
        name: '第一季度',
        xml: grid([
          ['属地', '何时', '发出份数', '点赞份数'],
          ['康庄居委会', '2019-05-20', '120', '96'],
          ['许寨居委会', '2019-05-21', '80', '71'],
        ]),
      },
    ])
    await use(async (page) => {
      await dropFiles(page, { '群众满意度.xlsx': sheet })
      const dialog = dialogOf(page)
      await dialog.getByRole('heading', { name: /群众满意度/ }).waitFor()
      const kind = dialog.getByLabel('这是')
      if ((await kind.inputValue()) !== 'surveys.csv') await kind.selectOption('满意度调查')
      await dialog.getByText('还缺：').waitFor()
      const ready = dialog.getByRole('button', { name: '使用这些数据' })
      expect(await ready.getAttribute('aria-disabled')).toBe('true')
      for (const [heading, field] of [
        ['属地', 'areaCode'],
        ['何时', 'date'],
        ['发出份数', 'valid'],
        ['点赞份数', 'satisfied'],
      ] as const)
        await dialog.getByLabel(`“${heading}”对应`).selectOption(field)
      await page.waitForFunction(
        () => document.querySelector('.tray-foot .main-button')?.getAttribute('aria-disabled') === 'false',
      )
      expect(await effect(page, '新增')).toBe(2)
      await takeUp(page)
      await dialog.getByRole('button', { name: '看地图' }).click()
      await dropFiles(page, { '群众满意度.xlsx': sheet })
      await dialog.getByText('和上次同样的表').waitFor()
      expect(await kind.inputValue()).toBe('surveys.csv')
      await dialog.getByText('记得').first().waitFor({ state: 'attached' })
      expect(await effect(page, '不变')).toBe(2)
    })
  })

  test('coordinates of another system are found out, with the evidence, and can be overruled', async () => {
    const sites = readFileSync(join(ROOT, 'data/sites.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .filter(([, , , lon, lat, area]) => Number(lon) > 0 && Number(lat) > 0 && area !== '')
      .slice(0, 60)
    const rows = sites.map(([, , , lon, lat, area], i) => {
      const [x, y] = gcoord.transform([Number(lon), Number(lat)], gcoord.WGS84, gcoord.GCJ02)
      return `GC-${i},food-notice,${x.toFixed(6)},${y.toFixed(6)},${area},2019-05-20,一般,乱堆`
    })
    const text = ['编号,检查项,经度,纬度,居委会,发现日期,严重程度,问题描述', ...rows].join('\n')
    await use(async (page) => {
      await dropFiles(page, { '高德坐标.csv': text })
      const dialog = dialogOf(page)
      const found = dialog.getByRole('table', { name: '各坐标系下点位落在哪里' })
      await found.waitFor()
      expect(await found.getByRole('radio', { name: /GCJ-02 ?建议/ }).isChecked()).toBe(true)
      expect(await dialog.locator('.datum p').textContent()).toMatch(/^GCJ-02：\d+\.\d% 落在所填居委会/)
      const wrong = found.getByRole('radio', { name: 'WGS84', exact: true })
      await wrong.check()
      await page.waitForFunction(() => document.querySelector('.tray')?.getAttribute('aria-busy') === 'false')
      expect(await wrong.isChecked()).toBe(true)
    })
  })
})

describe('much at once', () => {
  test('the whole folder of a package', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'package-'))
    cpSync(join(ROOT, 'data'), folder, { recursive: true, filter: (path) => !/generator|photos/.test(path) })
    try {
      await use(async (page) => {
        const dialog = await openTab(page, '导入')
        const [chooser] = await Promise.all([
          page.waitForEvent('filechooser'),
          dialog.getByRole('button', { name: '选择文件夹' }).click(),
        ])
        await chooser.setFiles(folder)
        await dialog.getByRole('button', { name: /居委会边界/ }).waitFor()
        for (const name of ['问题台账', '检查记录', '评分标准'])
          expect(await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).count()).toBe(1)
        await takeUp(page)
        await dialog.getByRole('button', { name: '看地图' }).click()
        expect(await page.locator('.ranking li').count()).toBeGreaterThan(10)
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('a big file is read without holding up the page, and can be left off', async () => {
    await use(async (page) => {
      const dialog = await openTab(page, '导入')
      await page.evaluate(() => {
        const head = '编号,检查项,居委会,发现日期,严重程度,问题描述\n'
        const lines = Array.from(
          { length: 200_000 },
          (_, i) => `B-${i},food-notice,康庄居委会,2019-05-20,一般,堆放杂物\n`,
        )
        const data = new DataTransfer()
        data.items.add(new File([head, ...lines], '大表.csv'))
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
      })
      await dialog.getByRole('heading', { name: '正在读入' }).waitFor()
      await dialog.getByText(/约 [\d,]+ 行/).waitFor()
      await dialog.getByRole('button', { name: '取消' }).click()
      await dialog.getByText('把文件拖到这里').waitFor()
      expect(await dialog.getByText('已取消，原数据没有改动').count()).toBe(1)
    })
  })
})

test('by keyboard alone: into the window, through its parts, and back to where one was', async () => {
  await use(async (page) => {
    const button = page.getByRole('button', { name: /^数据：/ })
    await button.focus()
    await page.keyboard.press('Enter')
    await dialogOf(page).waitFor()
    await dialogOf(page).getByRole('tab', { name: '导入' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await dialogOf(page)
      .getByRole('heading', { name: /示例数据/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await dialogOf(page).waitFor({ state: 'hidden' })
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  })
})

test.each(['light', 'dark'] as const)(
  'in %s colours no part of it breaks a rule of WCAG',
  async (colorScheme) => {
    await withApp({ width: 1366, height: 768, colorScheme }, async (page) => {
      await openTab(page, '导入')
      expect(await violations(page)).toEqual([])
      await dropFiles(page, { '太昊路台账.csv': LEDGER, '名单.csv': '甲,乙,丙\n1,2,3\n', '说明.docx': 'PK' })
      for (const file of ['太昊路台账.csv', '名单.csv']) {
        await dialogOf(page)
          .getByRole('button', { name: new RegExp(file) })
          .click()
        await dialogOf(page).getByRole('heading', { name: file }).waitFor()
        expect(await violations(page)).toEqual([])
      }
      for (const tab of ['导出', '本机数据', '数据报告']) {
        await openTab(page, tab)
        expect(await violations(page)).toEqual([])
      }
    })
  },
)
