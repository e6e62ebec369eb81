/** Texts longer than a cell, in every format that has texts: cut, told, and gone through without a long stop. */
import { describe, expect, test } from 'vitest'
import { LONGEST_CELL } from '../../../src/intake/limits.ts'
import { collection, feature } from '../../intake/files.ts'
import { type Dropped, openDesk } from './desk.ts'

const LONG = '1 2 '.repeat(10_000)
const POINT = { type: 'Point', coordinates: [114.645, 33.585] }
const SQUARE = JSON.parse(
  '{"type":"Polygon","coordinates":[[[114.64,33.58],[114.66,33.58],[114.66,33.6],[114.64,33.6],[114.64,33.58]]]}',
)

const all = async (dropped: Dropped) => {
  const desk = await openDesk()
  const { incoming, refused } = await desk.drop(dropped)
  expect(refused).toEqual([])
  return {
    desk,
    said: incoming.flatMap(({ flagged }) => flagged.map(({ line, reason }) => `${line} ${reason}`)),
  }
}

const FORMATS: Dropped = {
  '点位.geojson': collection(
    feature({ 编号: 'G7', 类别: '公厕', 名称: '短' }, POINT),
    feature({ 编号: 'G8', 类别: '公厕', 名称: LONG }, POINT),
  ),
  '点位.kml': `<?xml version="1.0"?><kml><Document>${['短', LONG]
    .map(
      (text, i) =>
        `<Placemark><name>G${i}</name><ExtendedData><Data name="类别"><value>公厕</value></Data><Data name="名称"><value>${text}</value></Data></ExtendedData><Point><coordinates>114.645,33.585</coordinates></Point></Placemark>`,
    )
    .join('')}</Document></kml>`,
  '居委会.geojson': collection(
    feature({ code: '411671011001', name: '甲居委会' }, SQUARE),
    feature({ code: '411671011002', name: '乙社区', office: { 说明: LONG } }, SQUARE),
  ),
  '底图.geojson': collection(
    feature({ class: 'road', name: '短' }, { type: 'LineString', coordinates: SQUARE.coordinates[0] }),
    feature({ class: 'road', name: LONG }, { type: 'LineString', coordinates: SQUARE.coordinates[0] }),
  ),
}

describe('a property longer than a cell', () => {
  test.each(Object.keys(FORMATS))('of %s is cut, and told', async (name) => {
    const { said } = await all({ [name]: FORMATS[name] as string })
    expect(said.filter((one) => one.includes('只读了开头'))).toEqual([
      expect.stringMatching(/^2 属性“.+”有 40\d{3} 个字符，超过上限 32767 个，只读了开头$/),
    ])
  })

  test('goes into the package no longer than that', async () => {
    const { desk } = await all({ '点位.geojson': FORMATS['点位.geojson'] as string })
    await desk.take()
    const longest = Math.max(
      ...desk
        .file('sites.csv')
        .split('\n')
        .map((line) => line.length),
    )
    expect(longest).toBeGreaterThan(LONGEST_CELL - 10)
    expect(longest).toBeLessThan(LONGEST_CELL + 200)
  })
})

describe('a name of a column longer than is compared', () => {
  const name = '1 2 '.repeat(500)

  test('is cut in a table, and told', async () => {
    const desk = await openDesk()
    const [item] = (await desk.drop({ '点位.csv': `编号,类别,名称,${name}\nG7,公厕,七号,x\n` })).incoming
    expect(item?.passed.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      expect.stringMatching(/^1 第 4 列的表头有 \d+ 个字符，超过上限 255 个，只读了开头$/),
    ])
    expect(JSON.stringify(item)).not.toContain('1 2 '.repeat(70))
  })

  test('is left out of a layer, and told', async () => {
    const { said, desk } = await all({
      '点位.geojson': collection(feature({ 编号: 'G7', 类别: '公厕', 名称: '七号', [name]: 'x' }, POINT)),
    })
    expect(said).toEqual(['1 有 1 个属性的名称超过 255 个字符，没有读入'])
    await desk.take()
    expect(desk.file('sites.csv')).toContain('七号')
  })
})

test('rows of single digits are gone through once: in tenths of a second, not in many seconds', async () => {
  const rows = `G1,公厕,${'1 '.repeat(16_000)}\n`.repeat(6)
  await all({ '点位.csv': '编号,类别,名称\nG1,公厕,一号\n' })
  const before = process.cpuUsage()
  await all({ '点位.csv': `编号,类别,名称\n${rows}` })
  // All of it takes 300 ms, so that no stretch is longer than half a second; on a busy machine more.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
})
