/** Opens the app as a person would meet it, watching for everything it must not do. */
import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Screen {
  /** CSS pixels; 1920 × 1080 unless told */
  width?: number
  height?: number
  deviceScaleFactor?: number
  /** view state, with or without the `#` */
  hash?: string
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  /** a phone: touch, and the viewport that its meta tag asks for */
  phone?: boolean
  /** what the test provokes on purpose: console errors that match are no fault */
  tolerate?: RegExp
  /** done to the page before it asks for anything: routes, scripts that run first */
  prepare?: (page: Page) => Promise<unknown>
}

export interface App {
  page: Page
  /** requests that left the site, console errors and uncaught exceptions, in order */
  faults: readonly string[]
  /** waits until the map is idle and the panels are filled */
  ready: () => Promise<void>
  /** closes the window; throws when there was any fault */
  close: () => Promise<void>
}

/** How long the first picture may take with software rendering, in milliseconds. */
const READY_WITHIN = 90_000

/** Blocks and notes every request that does not go to `origin`. */
const stayAt = async (context: BrowserContext, origin: string, faults: string[]): Promise<void> => {
  const leaves = (url: URL) => /^(?:https?|wss?):$/.test(url.protocol) && url.host !== new URL(origin).host
  await context.route(leaves, async (route) => {
    faults.push(`request to ${route.request().url()}`)
    await route.abort()
  })
  await context.routeWebSocket(leaves, async (socket) => {
    faults.push(`request to ${socket.url()}`)
    await socket.close()
  })
}

const watch = (page: Page, faults: string[], tolerate: RegExp | undefined): void => {
  page.on('console', (message) => {
    if (message.type() !== 'error' || tolerate?.test(message.text())) return
    const { url } = message.location()
    faults.push(`console: ${message.text()}${url ? ` (${url})` : ''}`)
  })
  page.on('pageerror', (error) => {
    if (!tolerate?.test(error.message)) faults.push(`uncaught: ${error.stack ?? error.message}`)
  })
  page.on('crash', () => faults.push('the page crashed'))
}

/** Waits for the app's own word, `<html data-ready="true">`; when it does not come, says what went wrong meanwhile. */
const waitUntilReady = async (page: Page, faults: readonly string[]): Promise<void> => {
  try {
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, {
      timeout: READY_WITHIN,
    })
  } catch (error) {
    throw new Error(`The app was not ready. ${faults.join('\n') || (error as Error).message}`)
  }
}

/** Opens `url` in a window of its own, in 简体中文 and Chinese time. */
export const openApp = async (browser: Browser, url: string, screen: Screen = {}): Promise<App> => {
  const context = await browser.newContext({
    viewport: { width: screen.width ?? 1920, height: screen.height ?? 1080 },
    deviceScaleFactor: screen.deviceScaleFactor ?? 1,
    colorScheme: screen.colorScheme ?? 'light',
    reducedMotion: screen.reducedMotion ?? 'reduce',
    isMobile: screen.phone ?? false,
    hasTouch: screen.phone ?? false,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A service worker's requests would pass by the watch.
    serviceWorkers: 'block',
  })
  // Drawn in software, a map can hold up the page for longer than Playwright waits by itself.
  context.setDefaultTimeout(READY_WITHIN)
  const faults: string[] = []
  await stayAt(context, new URL(url).origin, faults)
  const page = await context.newPage()
  watch(page, faults, screen.tolerate)
  await screen.prepare?.(page)
  await page.goto(url + (screen.hash ? `#${screen.hash.replace(/^#/, '')}` : ''))
  return {
    page,
    faults,
    ready: () => waitUntilReady(page, faults),
    close: async () => {
      await context.close()
      if (faults.length > 0) throw new Error(`The app did what it must not:\n${faults.join('\n')}`)
    },
  }
}

/** Half the pixels each way: what is looked at here is the page, and a map drawn in software is there much sooner. */
const DRAFT = 0.5

/** Opens the app, waits until it is ready, lets `act` use it and closes it; any fault fails. */
export const withApp = async (
  browser: Browser,
  url: string,
  screen: Screen,
  act: (page: Page, app: App) => Promise<void>,
): Promise<void> => {
  const app = await openApp(browser, url, { deviceScaleFactor: DRAFT, ...screen })
  try {
    await app.ready()
    await act(app.page, app)
  } catch (error) {
    // The faults are often why the act failed, but what failed is told first.
    const faults = await app.close().then(
      () => '',
      (closing: Error) => `\n${closing.message}`,
    )
    if (error instanceof Error) error.message += faults
    throw error
  }
  await app.close()
}
