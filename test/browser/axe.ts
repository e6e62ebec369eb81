/** The rules of WCAG 2 AA that a machine can check. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: { run: (options: object) => Promise<AxeResults> }
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** One line for each element that breaks a rule: the rule, the element, what is wrong. */
export const violations = async (page: Page): Promise<string[]> => {
  // As a test, not as a script of the page: the page's policy lets none in.
  await page.evaluate(AXE)
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
