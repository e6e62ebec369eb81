/** One browser for all tests of a file: opened before the first, closed after the last. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { openBrowser } from './launch.ts'
import { type App, type Screen, withApp } from './open-app.ts'

export const sharedBrowser = (): (() => Browser) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  return () => browser
}

/** `withApp` in such a browser. @param screen.site where the app is served; the built site unless told */
export const appInBrowser = (browser = sharedBrowser()) => {
  return ({ site, ...screen }: Screen & { site?: string }, act: (page: Page, app: App) => Promise<void>) =>
    withApp(browser(), site ?? inject('site'), screen, act)
}
