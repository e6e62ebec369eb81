/** Once before the browser tests of a project: the site is built as a user builds it, and served; the browser is named. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { POLICY } from '../../src/build/policy.ts'
import { OUT } from './folders.ts'
import { newerBrowser, usualBrowser } from './launch.ts'
import { buildSite, type Site, serveSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the built site */
    site: string
    /** the folder it was built into */
    built: string
    /** name of the browser that the project `newest` runs in; null = the machine has none that is newer than the usual one */
    newer: string | null
  }
}

// One folder a run, so that two runs at once do not build under each other's feet; the projects of a run share it.
const folder = join(OUT, `site-${process.pid}`)
let site: Site | undefined
/** which browser, and which tests */
let ran = ''

/** The browser of a project, made known to its tests and to who reads the output. */
const nameBrowser = async (project: TestProject): Promise<void> => {
  const { name, config, vite } = project
  const newest = name === 'newest'
  const browser = newest ? await newerBrowser() : await usualBrowser()
  // Asked for by itself (`npm run test:newest`), its absence is a failure; beside the others it is none.
  if (browser === null && vite.config.mode === 'newest')
    throw new Error(
      'This machine has no Chromium, Chrome or Edge newer than the one that the other tests run in.',
    )
  project.provide('newer', newest && browser ? browser.name : null)
  const tests = config.include.join(', ')
  ran = browser
    ? `[${name}] ${browser.name}, version ${browser.version}: ${tests}`
    : `[${name}] skipped, as this machine has no Chromium, Chrome or Edge newer than that of e2e: ${tests}`
  console.log(ran)
}

export const setup = async (project: TestProject): Promise<void> => {
  await nameBrowser(project)
  if (!existsSync(join(folder, 'index.html'))) await buildSite(folder)
  site = await serveSite(folder, { policy: POLICY })
  project.provide('site', site.url)
  project.provide('built', folder)
}

// Said again under the results, where it is read.
export const teardown = async (): Promise<void> => {
  console.log(ran)
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
}
