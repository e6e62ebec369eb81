/** Drops files on the page as a person does from a folder window. */
import type { Page } from 'playwright-core'

/** @param files name → what is in it, text as UTF-8 */
export const dropFiles = async (
  page: Page,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> => {
  const carried = Object.entries(files).map(([name, content]) => ({
    name,
    base64: Buffer.from(content).toString('base64'),
  }))
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name))
    }
    return data
  }, carried)
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer })
}
