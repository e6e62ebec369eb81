/**
 * Uses the built app for a long time and watches what stays behind: `npm run soak [-- --changes 1000] [--seed 7]`. After
 * each tenth of the changes it goes back to the same view, collects what is no longer used and prints one line. Exit 1
 * where more stays than may, and says what.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { POLICY } from '../../src/build/policy.ts'
import { openSample } from '../engine/sample.ts'
import { OUT } from './folders.ts'
import { glObjects, watchGlObjects } from './gl-objects.ts'
import { openBrowser } from './launch.ts'
import { watchMemory } from './memory.ts'
import { openApp } from './open-app.ts'
import { randomViews } from './random-views.ts'
import { buildSite, serveSite } from './site.ts'

const { values: asked } = parseArgs({
  options: { changes: { type: 'string', default: '1000' }, seed: { type: 'string', default: '7' } },
})
const changes = Number(asked.changes)
if (!(changes >= 10)) throw new Error(`--changes ${asked.changes} must be a number from 10.`)

/** How many times it is measured, and from which time on nothing more may come: by then all code is loaded. */
const [TIMES, SETTLED] = [10, 2]

/** How many times as much as then may be there later. Less is no fault. */
const MOST = { page: 1.05, workers: 1.05, nodes: 1.01, listeners: 1.01, gl: 1.01 }
type Measure = Record<keyof typeof MOST, number>

/** ms after which the next change comes all the same, as from someone who does not wait */
const PATIENCE = 20_000
/** ms in which every word and movement that goes away by itself is gone */
const STILL = 3000

/** Shows the view of a hash and waits until the screen stands still. */
const show = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page
    .waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, {
      timeout: PATIENCE,
    })
    .catch(() => {})
}

const soak = async (page: Page): Promise<string[]> => {
  await watchGlObjects(page)
  await page.reload()
  await show(page, 'v=1&th=light')
  const held = await watchMemory(page)
  const next = randomViews(openSample(), Number(asked.seed))
  const rows: (Measure & { changes: number })[] = []
  const faults: string[] = []
  for (let time = 1; time <= TIMES; time++) {
    const until = Math.round((changes * time) / TIMES)
    for (let done = Math.round((changes * (time - 1)) / TIMES); done < until; done++) await show(page, next())
    await show(page, 'v=1&th=light')
    await page.waitForTimeout(STILL)
    const kinds = await glObjects(page)
    const gl = Object.values(kinds).reduce((sum, count) => sum + count, 0)
    const row = { changes: until, ...(await held()), gl }
    rows.push(row)
    console.log(JSON.stringify({ ...row, kinds }))
    const settled = rows[SETTLED - 1]
    if (settled === undefined) continue
    for (const [name, most] of Object.entries(MOST) as [keyof Measure, number][])
      if (row[name] > settled[name] * most)
        faults.push(`${name}: ${row[name]} after ${row.changes}, ${settled[name]} after ${settled.changes}`)
  }
  console.table(rows)
  return faults
}

const folder = join(OUT, `site-${process.pid}`)
await buildSite(folder)
const site = await serveSite(folder, { policy: POLICY })
const browser = await openBrowser()
try {
  const app = await openApp(browser, site.url, { width: 760, height: 520 })
  await app.ready()
  const faults = await soak(app.page)
  if (faults.length > 0) {
    console.error(`More stays than may:\n${faults.join('\n')}`)
    process.exitCode = 1
  }
  await app.close()
} finally {
  await browser.close()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
}
