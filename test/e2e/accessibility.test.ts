/** The rules of WCAG 2 AA that a machine can check, in both themes. */
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser/launch.ts'
import { withApp } from '../browser/open-app.ts'

declare global {
  interface Window {
    axe: { run: (options: object) => Promise<AxeResults> }
  }
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

/** One line for each element that breaks a rule: the rule, the element, what is wrong. */
const violations = async (page: Page): Promise<string[]> => {
  await page.addScriptTag({ path: AXE })
  const results = await page.evaluate(() =>
    window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} · ${target.join(' ')} · ${failureSummary?.split('\n')[1]?.trim()}`,
    ),
  )
}

test.each(['light', 'dark'] as const)('the %s screen breaks no rule', async (colorScheme) => {
  await withApp(browser, inject('site'), { width: 1366, height: 768, colorScheme }, async (page) => {
    expect(await violations(page)).toEqual([])
  })
})
