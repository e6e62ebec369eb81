/**
 * Takes pictures of the built app to be looked at by eye, into test/.out/screenshots:
 * `npm run screenshots [-- --only 1920,390] [--states home] [--theme light]`. The start screen at 1920 × 1080 is also
 * one of the README's pictures, in test/pictures.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { OUT, ROOT } from './folders.ts'
import { openBrowser } from './launch.ts'
import { openApp } from './open-app.ts'
import { buildSite, serveSite } from './site.ts'
import { SCREENS, STATES } from './states.ts'

const THEMES = ['light', 'dark'] as const
type Theme = (typeof THEMES)[number]

/** The most that one of the README's pictures may weigh, in bytes. */
const PICTURE_LIMIT = 400_000

/** The names of `all` that `asked` (separated by commas) keeps; throws on a name that does not exist. */
const pick = <Name extends string>(all: readonly Name[], asked: string | undefined): Name[] => {
  const names = asked?.split(',') ?? [...all]
  const unknown = names.find((name) => !all.includes(name as Name))
  if (unknown !== undefined) throw new Error(`There is no “${unknown}” among ${all.join(', ')}.`)
  return names as Name[]
}

/** The window as a JPEG of at most PICTURE_LIMIT bytes, as good as that allows. */
const picture = async (page: Page): Promise<Buffer> => {
  for (let quality = 92; quality >= 50; quality -= 6) {
    const bytes = await page.screenshot({ type: 'jpeg', quality })
    if (bytes.length <= PICTURE_LIMIT) return bytes
  }
  throw new Error(`No JPEG of the page weighs less than ${PICTURE_LIMIT} bytes.`)
}

const { values: filter } = parseArgs({
  options: { only: { type: 'string' }, states: { type: 'string' }, theme: { type: 'string' } },
})
const screens = pick(Object.keys(SCREENS), filter.only)
const states = pick(Object.keys(STATES), filter.states)
const themes = pick<Theme>(THEMES, filter.theme)

const folder = join(OUT, `site-${process.pid}`)
const shots = join(OUT, 'screenshots')
const pictures = join(ROOT, 'test/pictures')
mkdirSync(shots, { recursive: true })
mkdirSync(pictures, { recursive: true })
await buildSite(folder)
const site = await serveSite(folder)
const browser = await openBrowser()

const shoot = async (state: string, screen: string, theme: Theme): Promise<void> => {
  const app = await openApp(browser, site.url, {
    ...SCREENS[screen],
    hash: STATES[state],
    colorScheme: theme,
    // As on a machine with a graphics processor, whatever this one has.
    prepare: (page) => page.addInitScript(() => localStorage.setItem('finish', 'fine')),
  })
  await app.ready()
  const file = join(shots, `${state}-${screen}-${theme}.png`)
  writeFileSync(file, await app.page.screenshot())
  if (state === 'home' && screen === '1920')
    writeFileSync(join(pictures, `${theme}.jpg`), await picture(app.page))
  console.log(file)
  await app.close()
}

try {
  for (const state of states)
    for (const screen of screens)
      for (const theme of themes)
        await shoot(state, screen, theme).catch((error: Error) => {
          // One view that fails does not keep the others from being looked at.
          console.error(`${state}, ${screen}, ${theme}: ${error.message}`)
          process.exitCode = 1
        })
} finally {
  await browser.close()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
}
