/** A city of copies of the sample: no copy is mixed up with another, and each scores as the sample does. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { cityText } from '../../data/generator/city.ts'
import { openIntake } from '../../src/engine/package/open.ts'
import { readPackage } from '../../src/intake/package.ts'
import { openSample } from '../engine/sample.ts'

const DATA = resolve(import.meta.dirname, '../../data')

const openCity = (copies: readonly number[]) => {
  const files = readdirSync(DATA, { withFileTypes: true }).filter((entry) => entry.isFile())
  const textOf = (name: string) =>
    [...cityText(name, readFileSync(resolve(DATA, name), 'utf8'), copies)].join('')
  return openIntake(
    readPackage(new Map(files.map(({ name }) => [name, new TextEncoder().encode(textOf(name))])), () => null),
  )
}

test('the first copy is the sample, to the letter', () => {
  for (const name of ['sites.csv', 'inspections.csv', 'issues.csv', 'areas.geojson', 'waters.geojson']) {
    const text = readFileSync(resolve(DATA, name), 'utf8')
    expect([...cityText(name, text, [0])].join('')).toBe(text)
  }
})

test('two districts side by side have everything twice, under names of their own, and the scores of the sample', () => {
  const sample = openSample()
  const city = openCity([0, 1])
  const { areas, sites, issues, checks } = sample.model
  expect(city.model.areas).toHaveLength(2 * areas.length)
  expect(city.model.sites).toHaveLength(2 * sites.length)
  expect(city.model.issues).toHaveLength(2 * issues.length)
  expect(city.model.checks).toHaveLength(2 * checks.length)
  const distinct = (values: readonly unknown[]) => new Set(values).size
  expect(distinct(city.model.areas.map(({ code }) => code))).toBe(2 * areas.length)
  expect(distinct(city.model.areas.map(({ office }) => office))).toBe(
    2 * distinct(areas.map(({ office }) => office)),
  )
  expect(distinct(city.model.issues.map(({ id }) => id))).toBe(2 * distinct(issues.map(({ id }) => id)))
  const { asOf } = sample.intake
  const own = sample.scores(asOf).areas
  const both = city.scores(asOf).areas
  expect(own.some(({ score }) => score !== null)).toBe(true)
  own.forEach(({ score, grade }, i) => {
    for (const copy of [both[i], both[areas.length + i]]) {
      expect(copy?.grade).toBe(grade)
      if (score === null) expect(copy?.score).toBe(null)
      else expect(copy?.score).toBeCloseTo(score, 9)
    }
  })
})
