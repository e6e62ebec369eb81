/** Where the browser tests read and write. */
import { resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

/** What is unpacked once an install, and goes with it. */
export const CACHE = resolve(ROOT, 'node_modules/.cache')

/** What a run leaves behind to be looked at; never committed. */
export const OUT = resolve(ROOT, 'test/.out')
