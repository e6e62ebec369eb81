/** The rules of WCAG 2 AA that a machine can check, in both themes. */
import { expect, test } from 'vitest'
import { violations } from '../browser/axe.ts'
import { appInBrowser } from '../browser/in-browser.ts'

const withApp = appInBrowser()

test.each(['light', 'dark'] as const)('the %s screen breaks no rule', async (colorScheme) => {
  await withApp({ width: 1366, height: 768, colorScheme }, async (page) => {
    expect(await violations(page)).toEqual([])
  })
})
