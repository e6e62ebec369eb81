/** A study is one thing with one name on every floor. */
import { existsSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { MENU, STUDY_IDS, studyLabel, studyView } from '../../../src/view/studies/registry.ts'

const foldersOf = (floor: string) =>
  readdirSync(new URL(`../../../src/${floor}/studies/`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

it('each has a folder of its name, with its options, in view and panels, and none else is there', () => {
  const ids = [...STUDY_IDS].sort()
  expect(foldersOf('view')).toEqual(ids)
  expect(foldersOf('panels')).toEqual(ids)
  for (const id of ids)
    expect(existsSync(new URL(`../../../src/view/studies/${id}/options.ts`, import.meta.url)), id).toBe(true)
})

it('the menu offers all but the lists that figures lead to, which are called after what they list', () => {
  expect(MENU.map(({ id }) => id)).toEqual(STUDY_IDS.filter((id) => id !== 'records'))
  expect(studyLabel(studyView('plan'))).toBe('对策')
  expect(studyLabel(studyView('records', { list: 'waters' }))).toBe('水体水质')
})
