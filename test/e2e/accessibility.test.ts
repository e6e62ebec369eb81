/** The rules of WCAG 2 AA that a machine can check, in both themes. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { violations } from '../browser/axe.ts'
import { openBrowser } from '../browser/launch.ts'
import { withApp } from '../browser/open-app.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

test.each(['light', 'dark'] as const)('the %s screen breaks no rule', async (colorScheme) => {
  await withApp(browser, inject('site'), { width: 1366, height: 768, colorScheme }, async (page) => {
    expect(await violations(page)).toEqual([])
  })
})
