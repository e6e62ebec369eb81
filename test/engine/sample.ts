/** The sample package, opened from the disk as the engine opens it from a host. */
import { readFileSync } from 'node:fs'
import { type Opened, openIntake } from '../../src/engine/package/open.ts'
import { sampleStandard } from '../../src/engine/package/sample-standard.ts'
import { PACKAGE_FILES, readPackage } from '../../src/intake/package.ts'

const path = (name: string) => new URL(`../../data/${name}`, import.meta.url)

export const sampleFiles = (): Map<string, Uint8Array> =>
  new Map(PACKAGE_FILES.map((name) => [name, readFileSync(path(name))]))

export const openSample = (): Opened => openIntake(readPackage(sampleFiles(), sampleStandard))
