/** The Chromium that comes inside an npm package (Linux, x64), so that `npm ci` brings the browser along. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CACHE } from './folders.ts'

const require = createRequire(import.meta.url)

/** Where the unpacked browser lies; the version in the name retires an old one when the package is updated. */
const unpackedFolder = (): string => {
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json')
  return join(
    CACHE,
    `chromium-${(JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version}`,
  )
}

export interface Carried {
  executable: string
  /** shared libraries (NSS, expat) that a bare machine may lack */
  libraries: string
}

/**
 * Unpacks the browser once (about 5 seconds and 180 MB under node_modules/.cache) and says where it is; null where the
 * package has none for this machine. Throws when it cannot be unpacked.
 */
export const carriedChromium = (): Carried | null => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = unpackedFolder()
  if (!existsSync(folder)) {
    // Unpacked aside and then moved, so that a second run meanwhile never meets half a browser.
    const aside = `${folder}.${process.pid}`
    mkdirSync(aside, { recursive: true })
    // The package unpacks into the temporary folder, and its libraries only where it believes itself in AWS Lambda; in a
    // process of its own neither belief reaches ours.
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      {
        cwd: import.meta.dirname,
        env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    try {
      renameSync(aside, folder)
    } catch (error) {
      rmSync(aside, { recursive: true })
      if (!existsSync(folder)) throw error
    }
  }
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') }
}
