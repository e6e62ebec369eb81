/** What the timeline can mark, against the files of the sample read line by line. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eventDaysOf } from '../../../src/engine/answers/event-days.ts'
import { formatDay } from '../../../src/model/day.ts'
import { officeScope } from '../../../src/model/scope.ts'
import { openSample } from '../sample.ts'

const rows = (name: string) =>
  readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

test('meetings, surveys, actions of one sort on one day, and places visited in 暗访', () => {
  const events = eventDaysOf(openSample(), null).map((event) => ({ ...event, day: formatDay(event.day) }))
  const of = (kind: string) => events.filter((event) => event.kind === kind)
  expect(of('动员').map(({ day, title }) => [day, title])).toEqual(
    rows('activities.csv').flatMap(([kind, title, day]) => (kind === '动员会' ? [[day, title]] : [])),
  )
  const actions = new Map<string, number>()
  for (const [kind, , day] of rows('activities.csv'))
    if (kind !== '动员会') actions.set(`${day} ${kind}`, (actions.get(`${day} ${kind}`) ?? 0) + 1)
  expect(
    of('活动')
      .map(({ count }) => count)
      .sort(),
  ).toEqual([...actions.values()].sort())
  const visited = new Map<string, Set<string>>()
  for (const [, site = '', day = '', source] of rows('inspections.csv'))
    if (source === '暗访') visited.set(day, (visited.get(day) ?? new Set()).add(site))
  expect(of('暗访').map(({ day, count }) => [day, count])).toEqual(
    [...visited]
      .map(([day, sites]) => [day, sites.size])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
  )
  const surveyed = new Set(rows('surveys.csv').map(([, , day]) => day))
  expect(new Set(of('测评').map(({ day }) => day)).size).toBe(of('测评').length)
  expect(of('测评').length).toBe(surveyed.size)
})

test('of an office: its own visits and surveys, and what is of the whole district', () => {
  const sample = openSample()
  const { model, places } = sample
  const count = (office: string | null, kind: string) =>
    eventDaysOf(sample, officeScope(office))
      .filter((event) => event.kind === kind)
      .reduce((sum, event) => sum + event.count, 0)
  const offices = [...new Set(model.areas.flatMap(({ office }) => office ?? []))]
  for (const office of offices) {
    const own = model.activities.filter((_, i) => {
      const area = model.areas[places.activities[i]?.area ?? -1]
      return area === undefined || area.office === office
    })
    expect(count(office, '动员') + count(office, '活动')).toBe(own.length)
    expect(count(office, '测评')).toBeLessThan(count(null, '测评'))
    expect(count(office, '暗访')).toBeLessThan(count(null, '暗访'))
  }
  // A place in two offices is one of each; none is lost.
  const sum = offices.reduce((all, office) => all + count(office, '暗访'), 0)
  expect(sum).toBeGreaterThanOrEqual(count(null, '暗访'))
})
