/** Before each file of the project `newest`: its tests are run in the newer browser, and not at all where there is none. */
import { beforeEach, inject } from 'vitest'
import { ONLY } from './launch.ts'

const newer = inject('newer')
if (newer === null) beforeEach(({ skip }) => skip('no newer browser on this machine'))
else process.env[ONLY] = newer
