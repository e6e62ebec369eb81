/**
 * `npm run sample` makes the sample district package anew; with `-- --times N --out FOLDER` it makes a city of N copies of it
 * in a folder.
 */
import { closeSync, cpSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cityText } from './city.ts'

const DATA = resolve(import.meta.dirname, '..')

const writeCity = (times: number, out: string): void => {
  mkdirSync(out, { recursive: true })
  const copies = Array.from({ length: times }, (_, copy) => copy)
  for (const entry of readdirSync(DATA, { withFileTypes: true })) {
    if (!entry.isFile()) continue
    // A piece at a time: the checks of a city are a hundred megabytes.
    const file = openSync(join(out, entry.name), 'w')
    for (const piece of cityText(entry.name, readFileSync(join(DATA, entry.name), 'utf8'), copies))
      writeSync(file, piece)
    closeSync(file)
  }
  cpSync(join(DATA, 'photos'), join(out, 'photos'), { recursive: true })
}

const { times, out } = parseArgs({ options: { times: { type: 'string' }, out: { type: 'string' } } }).values
// Loading it makes the district, which a city has no need of.
if (times === undefined && out === undefined) (await import('./sample.ts')).writeSample()
else if (out === undefined || !/^[1-9]\d{0,3}$/.test(times ?? ''))
  throw new Error('npm run sample -- --times 份数 --out 文件夹')
else writeCity(Number(times), out)
