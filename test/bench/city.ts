/**
 * A city made of copies of the sample, read, placed and asked as the worker does it: the CPU time of each step as a multiple
 * of Papa.parse alone over the same tables in the same run, and whether the figures are those of its districts opened each
 * by itself. Figures that differ fail it.
 * Run with: tsx test/bench/bundled.ts city [copies, 63 where not said]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { cityText } from '../../data/generator/city.ts'
import { boardOf } from '../../src/engine/answers/board.ts'
import { overviewOf } from '../../src/engine/answers/overview.ts'
import { openIntake } from '../../src/engine/package/open.ts'
import { type PackageFiles, readPackage } from '../../src/intake/package.ts'

const COPIES = Number(process.argv[2] ?? 63)
/** Districts opened by themselves: the first, the last and those at the ends of rows. */
const ALONE = [...new Set([0, 7, 8, COPIES - 1])].filter((copy) => copy < COPIES)
const DATA = resolve('data')

const all = Array.from({ length: COPIES }, (_, copy) => copy)

const filesOf = (copies: readonly number[]): PackageFiles =>
  new Map(
    readdirSync(DATA, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'standard.schema.json')
      .map(({ name }) => {
        const text = readFileSync(resolve(DATA, name), 'utf8')
        const pieces = [...cityText(name, text, copies)].map((piece) => Buffer.from(piece))
        return [name, new Uint8Array(Buffer.concat(pieces))]
      }),
  )

/** Seconds of CPU, all threads of the process together: others may be using the machine too. */
const cpu = <Made>(make: () => Made): [made: Made, seconds: number] => {
  const before = process.cpuUsage()
  const made = make()
  const { user, system } = process.cpuUsage(before)
  return [made, (user + system) / 1e6]
}

const noStandard = () => {
  throw new Error('a city has its rubric')
}

const openAlone = (copies: readonly number[]) => openIntake(readPackage(filesOf(copies), noStandard))

const files = filesOf(all)
const megabytes = [...files.values()].reduce((sum, { length }) => sum + length, 0) / 1e6

const [rows, papa] = cpu(() => {
  let count = 0
  for (const [name, bytes] of files)
    if (name.endsWith('.csv'))
      count += Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ',', newline: '\n' }).data
        .length
  return count
})

const [intake, reading] = cpu(() => readPackage(files, noStandard))
const [opened, placing] = cpu(() => openIntake(intake))
const [, overview] = cpu(() => overviewOf(opened, ''))
const day = intake.asOf
const [board, first] = cpu(() => boardOf(opened, day, null))
const [, again] = cpu(() => boardOf(opened, day, null))
/** Days that nothing was asked of yet, nor of the week before. */
const OTHERS = [30, 60, 90, 120, 150]
const [, others] = cpu(() => {
  for (const back of OTHERS) boardOf(opened, day - back, null)
})
const [, next] = cpu(() => {
  for (const back of OTHERS) boardOf(opened, day - back + 7, null)
})
const peak = process.resourceUsage().maxRSS / 1024

/** Figures as they are compared: to nine decimals, since shares are of places elsewhere. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, figure) => (typeof figure === 'number' ? Number(figure.toFixed(9)) : figure))

let differing = 0
for (const copy of ALONE) {
  const district = openAlone([copy])
  const own = boardOf(district, day, null)
  const from = copy * district.model.areas.length
  own.areas.forEach((figures, i) => {
    // Places in a ranking are among all areas of the city.
    const [here, there] = [figures, board.areas[from + i]].map((one) => plain({ ...one, rank: null }))
    if (here === there) return
    differing++
    if (differing === 1) console.log(`${copy}: ${here}\n${there}`)
  })
}

const line = (name: string, seconds: number, of = papa, unit = 'Papa.parse') =>
  console.log(
    `${name.padEnd(28)} ${seconds.toFixed(3).padStart(8)} s  ${(seconds / of).toFixed(3)} × ${unit}`,
  )
console.log(
  `${COPIES} districts: ${board.areas.length} areas, ${rows} rows, ${opened.model.checks.length} checks, ${opened.model.issues.length} problems, ${megabytes.toFixed(0)} MB`,
)
line('Papa.parse alone', papa)
line('reading', reading)
line('placing and preparing', placing)
line('reading and placing', reading + placing)
line('overview', overview)
line('the board of a day', first)
line('the same day again', again)
line('  of the first time', again, first, 'a day')
line('another day, of five', others / OTHERS.length)
line('a week on, of five', next / OTHERS.length)
console.log(`memory at its highest ${Math.round(peak)} MB`)
console.log(
  differing === 0
    ? `figures of ${ALONE.length} districts are those of each by itself`
    : `${differing} areas differ`,
)
if (differing > 0) process.exitCode = 1
