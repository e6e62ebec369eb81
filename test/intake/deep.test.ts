/** JSON nested so deep that whoever walks it by calling itself runs out of stack: told by name, whatever file it is. */
import { expect, it } from 'vitest'
import { read } from './files.ts'

const DEEP = 20_000
const nested = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`
const feature = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"x":${nested}},"geometry":null}]}`

it.each([
  ['district.json', `{"title":"甲区","x":${nested}}`],
  ['scenes.json', nested],
  ['waters.geojson', feature],
  ['sites.geojson', feature],
  ['basemap.geojson', feature],
])('%s', (file, text) => {
  const { unread } = read({ [file]: text }).report
  expect(unread).toMatchObject([{ file, reason: '括号套了 200 层以上' }])
})

it('the boundaries and the rubric, without which there is no package', () => {
  expect(() => read({ 'areas.geojson': feature })).toThrow('括号套了 200 层以上')
  expect(() => read({ 'standard.json': `{"x":${nested}}` })).toThrow('括号套了 200 层以上')
})
