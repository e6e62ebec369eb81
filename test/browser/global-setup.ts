/** Once before the browser tests: the site is built as a user builds it, and served. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { OUT } from './folders.ts'
import { buildSite, type Site, serveSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the built site */
    site: string
    /** the folder it was built into */
    built: string
  }
}

// One folder a run, so that two runs at once do not build under each other's feet.
const folder = join(OUT, `site-${process.pid}`)
let site: Site | undefined

export const setup = async (project: TestProject): Promise<void> => {
  await buildSite(folder)
  site = await serveSite(folder)
  project.provide('site', site.url)
  project.provide('built', folder)
}

export const teardown = async (): Promise<void> => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
}
