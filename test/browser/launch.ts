/** Starts the browser that the tests and the screenshots look through. */
import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { carriedChromium } from './carried.ts'
import { fontconfigFile } from './fonts.ts'

const ARGS = [
  // SwiftShader draws WebGL without a GPU: the same pixels on every machine.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--font-render-hinting=none',
  // The browser's own traffic; the page's is stopped as well in open-app.ts.
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

interface Candidate {
  name: string
  options: () => LaunchOptions | null
}

const CARRIED: Candidate = {
  name: '@sparticuz/chromium',
  options: () => {
    const carried = carriedChromium()
    if (carried === null) return null
    const libraries = [carried.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
    return { executablePath: carried.executable, env: { ...process.env, LD_LIBRARY_PATH: libraries } }
  },
}

const installed = (path: string): Candidate => ({
  name: path,
  options: () => (existsSync(path) ? { executablePath: path } : null),
})

const channel = (name: string): Candidate => ({ name, options: () => ({ channel: name }) })

/** What the machine itself may have. */
const OWN: readonly Candidate[] = [
  installed('/usr/bin/chromium'),
  installed('/usr/bin/chromium-browser'),
  channel('chrome'),
  channel('msedge'),
]

/** Set to the name of one candidate, only that one is started: see newest-only.ts. */
export const ONLY = 'TEST_BROWSER'

/** The carried browser first, so that everyone's tests run in the same one; the machine's own where it cannot. */
const candidates = (): readonly Candidate[] => {
  const only = process.env[ONLY]
  if (only) return OWN.filter(({ name }) => name === only)
  const asked = process.env.CHROMIUM_PATH
  if (asked) return [{ name: `CHROMIUM_PATH=${asked}`, options: () => ({ executablePath: asked }) }]
  return [CARRIED, ...OWN]
}

const drawsWebGL2 = async (browser: Browser): Promise<boolean> => {
  const page = await browser.newPage()
  const draws = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null)
  await page.close()
  return draws
}

/** Starts one candidate; null where the machine cannot have it. Throws when it does not start or cannot draw the map. */
const start = async (
  { options }: Candidate,
  fonts: string,
  flags: readonly string[],
): Promise<Browser | null> => {
  const own = options()
  if (own === null) return null
  const env = { ...process.env, ...own.env, FONTCONFIG_FILE: fonts }
  const browser = await chromium.launch({ ...own, env, args: [...ARGS, ...flags] })
  if (await drawsWebGL2(browser)) return browser
  await browser.close()
  throw new Error('has no WebGL 2')
}

/** The first candidate that starts, and its browser; throws one sentence that says what to install when there is none. */
const firstThatStarts = async (
  flags: readonly string[] = [],
): Promise<{ name: string; browser: Browser }> => {
  const fonts = fontconfigFile()
  const failures: string[] = []
  for (const candidate of candidates()) {
    try {
      const browser = await start(candidate, fonts, flags)
      if (browser) return { name: candidate.name, browser }
    } catch (error) {
      const [reason] = (error as Error).message.replace(/^browserType\.launch: /, '').split('\n')
      failures.push(`${candidate.name}: ${reason}`)
    }
  }
  throw new Error(
    `No browser could be started: install Chromium (Debian and Ubuntu: "apt-get install chromium") or Google Chrome, or name one in CHROMIUM_PATH. Tried ${failures.join('; ')}`,
  )
}

/**
 * Opens a browser with WebGL 2 and a Chinese font; throws one sentence that says what to install when there is none.
 * @param flags of its command line, beside those that every test needs
 */
export const openBrowser = async (flags: readonly string[] = []): Promise<Browser> =>
  (await firstThatStarts(flags)).browser

/** A browser of this machine, as it is named in `candidates`. */
export interface Known {
  name: string
  /** as the browser says it: 156.0.8078.108 */
  version: string
}

const known = async (name: string, browser: Browser): Promise<Known> => {
  const version = browser.version()
  await browser.close()
  return { name, version }
}

/** The browser that `openBrowser` opens. Throws where there is none. */
export const usualBrowser = async (): Promise<Known> => {
  const { name, browser } = await firstThatStarts()
  return known(name, browser)
}

const major = ({ version }: Known): number => Number.parseInt(version, 10)

/** The newest browser that the machine itself has, if that is of a later release than the usual one; null = none is. */
export const newerBrowser = async (): Promise<Known | null> => {
  let newest = await usualBrowser()
  const { name: usual } = newest
  const fonts = fontconfigFile()
  for (const candidate of OWN) {
    // What is not installed, or does not start here, cannot be the one that is looked for.
    const browser = await start(candidate, fonts, []).catch(() => null)
    if (browser === null) continue
    const found = await known(candidate.name, browser)
    if (major(found) > major(newest)) newest = found
  }
  return newest.name === usual ? null : newest
}
