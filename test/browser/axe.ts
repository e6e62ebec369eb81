/** The rules of WCAG 2 AA that a machine can check. */
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: { run: (options: object) => Promise<AxeResults> }
  }
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** One line for each element that breaks a rule: the rule, the element, what is wrong. */
export const violations = async (page: Page): Promise<string[]> => {
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
