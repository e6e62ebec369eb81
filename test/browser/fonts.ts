/**
 * The font of the browser tests. A fresh machine has no Chinese font at all, and two machines seldom have the same one:
 * Chromium is shown a single family, brought by npm, so that pictures are alike everywhere.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CACHE } from './folders.ts'

const require = createRequire(import.meta.url)

/** Noto Sans Hans under the name that its files carry: Light, DemiLight, Regular, Medium and Bold. */
const FAMILY = 'Noto Sans S Chinese'

/** Writes the fontconfig file that knows this family only, and returns its path. */
export const fontconfigFile = (): string => {
  const fonts = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts')
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${join(CACHE, 'fontconfig')}</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign_replace" binding="same"><string>${FAMILY}</string></edit>
  </match>
</fontconfig>
`
  const file = join(CACHE, 'fonts.conf')
  mkdirSync(CACHE, { recursive: true })
  // Left alone when it is right: another browser may be reading it.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  return file
}
