/** A package that takes the place of the whole, of which one file cannot be read: it is not used as if there were none. */
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { AREAS, SITES } from '../../intake/files.ts'
import { openDesk } from './desk.ts'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const bytes = (text: string) => new TextEncoder().encode(text)

it.each<[string, string, Uint8Array]>([
  ['a picture', 'issues.csv', PNG],
  ['a page', 'issues.csv', bytes('<!doctype html><html><body>登录</body></html>')],
  ['nothing', 'issues.csv', new Uint8Array()],
  ['a table of something else', 'issues.csv', bytes('甲,乙\n1,2\n')],
  ['JSON that is cut', 'waters.geojson', bytes('{"type":"FeatureCollection","features":[')],
  ['no GeoJSON', 'waters.geojson', bytes('{"a":1}')],
  ['a page', 'sites.geojson', bytes('<!doctype html><html></html>')],
  ['JSON that is cut', 'basemap.geojson', bytes('{"type":')],
  ['JSON that is cut', 'scenes.json', bytes('{"version":')],
  ['JSON that is cut', 'district.json', bytes('{"title":')],
  ['a rubric that breaks its rules', 'standard.json', bytes('{"version":""}')],
])('%s in the place of %s', async (_, path, content) => {
  const desk = await openDesk()
  const before = desk.model()
  const zip = zipSync({ 'areas.geojson': bytes(AREAS), 'sites.csv': bytes(SITES), [path]: content })
  await desk.drop({ '创卫数据.zip': zip })
  await expect(desk.take()).rejects.toThrow(path)
  expect(desk.model()).toBe(before)
})
