/** The whole page under the policy that the README recommends to hosts: nothing it does is kept from it. */
import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import type { Download, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { encodeText } from '../../src/intake/formats/encode.ts'
import { dropFiles } from '../browser/drop-files.ts'
import { appInBrowser } from '../browser/in-browser.ts'
import { policyReports } from '../browser/site.ts'
import { STATES } from '../browser/states.ts'
import { dbfOf, shpOfPoints } from '../intake/formats/shapefile-bytes.ts'
import { grid, workbook } from '../intake/formats/workbook.ts'

const withApp = appInBrowser()

/** Waits until what was just asked for is there. */
const ready = async (page: Page): Promise<void> => {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page.waitForFunction(
    () =>
      document.documentElement.dataset.ready === 'true' &&
      ![...document.querySelectorAll('.empty')].some((note) => note.textContent?.startsWith('正在')),
  )
}

/** Shows the view of a link in the page that is there. */
const show = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  await ready(page)
}

/** Presses the button and takes the file that comes of it. */
const taken = async (page: Page, press: () => Promise<void>): Promise<{ file: Download; bytes: Buffer }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return { file, bytes: readFileSync((await file.path()) as string) }
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** How many colours a picture has, in the browser's own reading. */
const coloursOf = (page: Page, png: Buffer): Promise<number> =>
  page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    pen.drawImage(image, 0, 0)
    return new Set(new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer)).size
  }, png.toString('base64'))

/** What the browser prints looks like a paper: it has the form of its style sheet. */
const printed = async (page: Page) =>
  page.locator('.print-sheet .paper').evaluate((paper) => {
    const cell = paper.querySelector('td')
    return {
      paper: getComputedStyle(paper).backgroundColor,
      table: cell === null ? 'collapse' : getComputedStyle(cell).borderCollapse,
      heading: getComputedStyle(paper.querySelector('h1') as Element).textAlign,
    }
  })

const STYLED = { paper: 'rgb(255, 255, 255)', table: 'collapse', heading: 'center' }

const ISSUES =
  '编号,检查项,居委会,发现日期,严重程度,问题描述\nP-1,food-notice,康庄居委会,2019-05-20,一般,垃圾未清\n'
const POINTS = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { 编号: 'P-9', 名称: '甲', 类别: '农贸市场' },
      geometry: { type: 'Point', coordinates: [114.65, 33.6] },
    },
  ],
}
const KML =
  '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>甲</name><Point><coordinates>114.65,33.6</coordinates></Point></Placemark></Document></kml>'
const IN_HENAN =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]'

/** A file of each form that can be brought in. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  '台账.csv': encodeText(ISSUES, 'GB18030'),
  '台账.xlsx': workbook([
    {
      name: '台账',
      xml: grid(
        ISSUES.trim()
          .split('\n')
          .map((line) => line.split(',')),
      ),
    },
  ]),
  '点位.geojson': JSON.stringify(POINTS),
  '点位.kml': KML,
  '点位.kmz': zipSync({ 'doc.kml': strToU8(KML) }),
  '点位.zip': zipSync({
    '点位.shp': shpOfPoints([[114.65, 33.6]]),
    '点位.dbf': dbfOf([{ name: 'NAME', type: 'C', length: 10 }], [['jia']], strToU8),
    '点位.prj': strToU8(IN_HENAN),
  }),
}

/** A view of each kind. */
const VIEWS = [
  'area',
  'site',
  'issue',
  'ledger',
  'water',
  'heat',
  'office',
  'winter',
  'trends',
  'compare-area',
]
  .concat(['plan', 'closure', 'closure-unit', 'notices', 'slips', 'coverage', 'coverage-sure', 'clusters'])
  .concat(['rebounds', 'route', 'honours', 'kinds', 'kind-recycling'])

type Step = (page: Page) => Promise<void>

const STEPS: Readonly<Record<string, Step>> = {
  'every study, selection and list': async (page) => {
    for (const view of VIEWS) await show(page, STATES[view] ?? '')
  },
  search: async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('kzjwh')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  },
  'dark colours': async (page) => {
    await button(page, /^显示设置/).click()
    await button(page, '深色').click()
    await ready(page)
    await page.keyboard.press('Escape')
  },
  'charts as pictures': async (page) => {
    for (const hash of ['v=1&sel=area:411671012010', 'v=1&sel=water:S04']) {
      await show(page, hash)
      const { bytes } = await taken(page, () =>
        button(page, /存为图片$/)
          .first()
          .click(),
      )
      expect(await coloursOf(page, bytes)).toBeGreaterThan(20)
    }
  },
  通知单: async (page) => {
    await show(page, 'v=1&sel=issue%3AWT-1374')
    await button(page, '整改通知单').click()
    await page.getByRole('region', { name: '整改通知单预览' }).getByText('编号 WT-1374').waitFor()
    await button(page, '打印').click()
    expect(await printed(page)).toEqual(STYLED)
    const { bytes } = await taken(page, () => button(page, '导出 DOCX').click())
    expect(bytes.length).toBeGreaterThan(5000)
    await button(page, '关闭').click()
  },
  通报: async (page) => {
    await show(page, 'v=1&y=notices')
    await button(page, '起草通报').click()
    await button(page, '打印').click()
    expect(await printed(page)).toEqual(STYLED)
    await taken(page, () => button(page, '导出 DOCX').click())
    await button(page, '关闭').click()
  },
  任务单: async (page) => {
    await show(page, 'v=1&y=plan')
    await page.locator('.study input[type="checkbox"]').first().check()
    await button(page, '打印任务单').click()
  },
  督导路线: async (page) => {
    await show(page, 'v=1&y=route')
    await button(page, '打印').click()
    for (const form of ['GeoJSON', 'GPX']) await taken(page, () => button(page, form).click())
  },
  登记: async (page) => {
    await show(page, 'v=1&sel=issue%3AWT-1374')
    await button(page, '延期').click()
    await button(page, '保存').click()
    await button(page, '登记').first().click()
    await taken(page, () => button(page, '导出整改登记').click())
    await button(page, '关闭').click()
  },
  关于: async (page) => {
    await button(page, '关于创卫一张图').click()
    await page
      .getByRole('list', { name: '开源软件和它们的许可' })
      .getByText('maplibre-gl', { exact: true })
      .waitFor()
    await button(page, '关闭').click()
  },
  台账: async (page) => {
    await show(page, 'v=1&t=1')
    for (const form of [/Excel/, /UTF-8/, /GB18030/]) {
      await button(page, '导出').click()
      await taken(page, () =>
        page.locator('.sheet-tools .menu-box').getByRole('button', { name: form }).click(),
      )
    }
  },
  'every export': async (page) => {
    await button(page, /^数据：/).click()
    await page.getByRole('tab', { name: '导出', exact: true }).click()
    const forms = page.locator('.export-forms button')
    for (let i = 0; i < (await forms.count()); i++) await taken(page, () => forms.nth(i).click())
  },
  'every form of file brought in': async (page) => {
    await page.getByRole('tab', { name: '导入', exact: true }).click()
    await dropFiles(page, FILES)
    const dialog = page.getByRole('dialog', { name: '数据' })
    for (const name of Object.keys(FILES))
      await dialog
        .getByRole('button', { name: new RegExp(name) })
        .first()
        .waitFor()
    await dialog.getByRole('button', { name: '放弃' }).click()
    await dropFiles(page, { '台账.csv': FILES['台账.csv'] as Uint8Array })
    await dialog.getByRole('button', { name: '使用这些数据' }).click()
    await dialog.getByText('已使用，地图和台账已经更新').waitFor()
  },
  'what is kept': async (page) => {
    for (const tab of ['本机数据', '数据报告'])
      await page.getByRole('tab', { name: tab, exact: true }).click()
    await page.keyboard.press('Escape')
  },
}

// Drawn by software on a busy machine, all of it takes minutes.
test('nothing is kept from the page by the policy', { timeout: 600_000 }, async () => {
  const site = inject('site')
  const before = (await policyReports(site)).length
  await withApp({ site, width: 760, height: 560, hash: STATES.area }, async (page) => {
    for (const [name, step] of Object.entries(STEPS))
      await step(page).catch((error: Error) => {
        error.message = `${name}: ${error.message}`
        throw error
      })
  })
  expect((await policyReports(site)).slice(before)).toEqual([])
})
