/**
 * Uses the built app for a long time and watches what stays behind: `npm run soak [-- --changes 1000] [--seed 7]
 * [--site dist]`. After each tenth of the changes it goes back to the same view, collects what is no longer used and prints
 * one line. Exit 1 where more stays than may, and says what. Without a built site it builds one.
 */
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { POLICY } from '../../src/build/policy.ts'
import { writeHash } from '../../src/view/link/hash.ts'
import { DEFAULT_VIEW, type ViewState } from '../../src/view/link/state.ts'
import { openSample } from '../engine/sample.ts'
import { OUT } from './folders.ts'
import { glObjects, watchGlObjects } from './gl-objects.ts'
import { openBrowser } from './launch.ts'
import { watchMemory } from './memory.ts'
import { openApp } from './open-app.ts'
import { CAMERAS, randomViews } from './random-views.ts'
import { buildSite, serveSite } from './site.ts'
import { overdrawn, type Row } from './stays.ts'

const { values: asked } = parseArgs({
  options: {
    changes: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '7' },
    site: { type: 'string' },
  },
})
/** How many times it is measured, at even distances. */
const TIMES = 10

const changes = Number(asked.changes)
if (!(changes >= TIMES)) throw new Error(`--changes ${asked.changes} must be a number from ${TIMES}.`)

/** As small as all panels are still there, and a quarter of the pixels: drawing in software is most of the time. */
const WINDOW = { width: 780, height: 420, deviceScaleFactor: 0.5 }

/** What is looked at whenever it is measured, so that the same is compared: the same place, nothing selected, one theme. */
const CALM: ViewState = {
  ...DEFAULT_VIEW,
  theme: 'light',
  camera: { lon: 114.66, lat: 33.5915, zoom: 12, bearing: 0, pitch: 0 },
}
const REFERENCE = writeHash(CALM)
/** The way there: always past the same places, since the map keeps the tiles of those it saw last. */
const WAY = [...CAMERAS.map((camera) => writeHash({ ...CALM, camera })), REFERENCE]

/** V8 compiles what is used often and keeps that: code grows with use and is no leak, so here it compiles nothing. */
const INTERPRETED = '--js-flags=--lite-mode'

/** ms after which the next change comes all the same, as from someone who does not wait */
const PATIENCE = 20_000
/** ms in which every word and movement that goes away by itself is gone */
const STILL = 3000
/** ms between two counts, and how often they must be the same until the map is taken to be done */
const [COUNT, SAME] = [400, 4]

/** Shows the view of a hash and waits until the screen stands still. @returns whether it did in time */
const show = async (page: Page, hash: string): Promise<boolean> => {
  await page.evaluate(async (next) => {
    location.hash = next
    // No function of its own here: tsx would name it through a helper that the page does not have.
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
  }, hash)
  const isReady = () => document.documentElement.dataset.ready === 'true'
  return page.waitForFunction(isReady, undefined, { timeout: PATIENCE }).then(
    () => true,
    () => false,
  )
}

/** Waits until the map makes nothing more: its tiles come one after another, long after the screen has been answered. */
const drawn = async (page: Page): Promise<void> => {
  let [last, same] = ['', 0]
  for (const began = performance.now(); same < SAME && performance.now() - began < PATIENCE; ) {
    await page.waitForTimeout(COUNT)
    const now = JSON.stringify(await glObjects(page))
    same = now === last ? same + 1 : 0
    last = now
  }
}

/** @returns what was too much, a sentence each */
const soak = async (page: Page): Promise<string[]> => {
  await show(page, REFERENCE)
  const held = await watchMemory(page)
  const next = randomViews(openSample(), Number(asked.seed))
  const rows: Row[] = []
  const began = performance.now()
  let [done, hurried] = [0, 0]
  for (let time = 1; time <= TIMES; time++) {
    const until = Math.round((changes * time) / TIMES)
    for (; done < until; done++) if (!(await show(page, next()))) hurried++
    for (const hash of WAY) {
      if (!(await show(page, hash))) throw new Error(`After ${done} changes the page answers no more.`)
      await drawn(page)
    }
    await page.waitForTimeout(STILL)
    const kinds = await glObjects(page)
    const gl = Object.values(kinds).reduce((sum, count) => sum + count, 0)
    const row = { changes: until, ...(await held()), gl }
    rows.push(row)
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(JSON.stringify({ ...row, kinds, hurried, seconds }))
  }
  console.table(rows)
  return overdrawn(rows)
}

const folder = join(OUT, `site-${process.pid}`)
if (asked.site === undefined) await buildSite(folder)
const site = await serveSite(asked.site ? resolve(asked.site) : folder, { policy: POLICY })
const browser = await openBrowser([INTERPRETED])
try {
  const app = await openApp(browser, site.url, { ...WINDOW, prepare: watchGlObjects })
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
