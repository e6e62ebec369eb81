import type { Page } from 'playwright-core'

/**
 * Whether the browser asks again for a module that it could not have; Chromium 147 does not for the life of a page.
 * @param site address of the site; nothing is fetched from it
 */
export const asksAgain = async (page: Page, site: string): Promise<boolean> => {
  const url = new URL('assets/probe.js', site).href
  const had = () => page.evaluate<boolean>(`import('${url}').then(() => true, () => false)`)
  await page.route(url, (route) => route.abort())
  await had()
  await page.unroute(url)
  await page.route(url, (route) => route.fulfill({ contentType: 'text/javascript', body: 'export {}' }))
  return had()
}
