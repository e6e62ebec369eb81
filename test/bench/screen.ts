/**
 * How long the first picture takes and what a frame costs, each as a ratio to a bare MapLibre page of the same run:
 * `npm run bench:screen [-- --times 3] [--site dist]`. The bare page (bare/bare.ts) never changes with the product. Both are
 * opened in turn at 1920 × 1080; cold is a browser that has not seen the page before, warm the same page once more.
 */
import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { POLICY } from '../../src/build/policy.ts'
import { OUT, ROOT } from '../browser/folders.ts'
import { watchFrames } from '../browser/frames.ts'
import { openBrowser } from '../browser/launch.ts'
import { buildSite, serveSite } from '../browser/site.ts'

const { values: asked } = parseArgs({
  options: { times: { type: 'string', default: '3' }, site: { type: 'string' } },
})
const times = Number(asked.times)
if (!(times >= 1)) throw new Error(`--times ${asked.times} must be a number from 1.`)

/** ms in which the page must be still after its last mark, for the last frame to be one at rest */
const STILL = 1500

/** What one opening of a page came to; ms, and numbers of what was drawn. */
interface Opened {
  shown: Record<string, number>
  longestTask: number
  frames: number
  drawsInAll: number
  drawsAtRest: number
  programs: number
}

const opened = async (page: Page, last: string): Promise<Opened> => {
  await page.waitForFunction((name) => window.watched.shown[name] !== undefined, last, {
    timeout: 180_000,
  })
  // Until no more frames come.
  for (let before = -1; ; ) {
    const now = await page.evaluate(() => window.watched.frames.length)
    if (now === before) break
    before = now
    await page.waitForTimeout(STILL)
  }
  return page.evaluate(() => {
    const { frames, shown, tasks, programs } = window.watched
    return {
      shown,
      longestTask: Math.max(0, ...tasks),
      frames: frames.length,
      drawsInAll: frames.reduce((sum, { draws }) => sum + draws, 0),
      drawsAtRest: frames.at(-1)?.draws ?? 0,
      programs,
    }
  })
}

const open = async (context: BrowserContext, url: string, last: string): Promise<Opened[]> => {
  const page = await context.newPage()
  await watchFrames(page)
  await page.goto(url)
  const cold = await opened(page, last)
  await page.reload()
  const warm = await opened(page, last)
  await page.close()
  return [cold, warm]
}

const bareFolder = join(OUT, 'bare')
await build({
  root: resolve(import.meta.dirname, 'bare'),
  configFile: false,
  base: './',
  logLevel: 'error',
  build: { outDir: bareFolder, emptyOutDir: true, target: 'es2022' },
  worker: { format: 'es' },
})
for (const file of ['basemap.geojson', 'areas.geojson'])
  cpSync(join(ROOT, 'data', file), join(bareFolder, 'data', file))
const siteFolder = asked.site === undefined ? join(OUT, 'screen-site') : resolve(asked.site)
if (asked.site === undefined) await buildSite(siteFolder)

const sites = [
  { name: 'bare', site: await serveSite(bareFolder), last: 'idle' },
  { name: 'product', site: await serveSite(siteFolder, { policy: POLICY }), last: 'ready' },
]
const all: Record<string, Opened[][]> = {}
for (let i = 0; i < times; i++)
  for (const { name, site, last } of sites) {
    // A browser of its own each time: the shaders of the one before are in its cache.
    const browser = await openBrowser()
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
    all[name] = [...(all[name] ?? []), await open(context, site.url, last)]
    await browser.close()
  }
for (const { site } of sites) await site.close()
rmSync(bareFolder, { recursive: true })

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const of = (name: string, turn: number, value: (it: Opened) => number): number =>
  median((all[name] ?? []).map((turns) => value(turns[turn] as Opened)))

const ROWS: [string, (it: Opened) => number, (it: Opened) => number][] = [
  ['panels filled', (it) => it.shown.panels ?? Number.NaN, (it) => it.shown.idle ?? Number.NaN],
  ['areas, names and figures', (it) => it.shown.areas ?? Number.NaN, (it) => it.shown.idle ?? Number.NaN],
  ['whole picture', (it) => it.shown.ready ?? Number.NaN, (it) => it.shown.idle ?? Number.NaN],
  ['longest task', (it) => it.longestTask, (it) => it.longestTask],
  ['frames', (it) => it.frames, (it) => it.frames],
  ['draw calls in all', (it) => it.drawsInAll, (it) => it.drawsInAll],
  ['draw calls at rest', (it) => it.drawsAtRest, (it) => it.drawsAtRest],
  ['programs linked', (it) => it.programs, (it) => it.programs],
]
for (const [turn, called] of ['cold', 'warm'].entries()) {
  console.log(called)
  for (const [what, ours, theirs] of ROWS) {
    const [mine, bare] = [of('product', turn, ours), of('bare', turn, theirs)]
    console.log(
      `  ${what.padEnd(26)} ${(bare > 0 ? (mine / bare).toFixed(2) : '—').padStart(6)} × the bare page   (${Math.round(mine)} : ${Math.round(bare)})`,
    )
  }
}
