/** The worker that owns the data. */
import { expose } from 'comlink'
import { createEngine } from './engine.ts'
import { STARTED } from './started.ts'

expose(createEngine())
postMessage(STARTED)
