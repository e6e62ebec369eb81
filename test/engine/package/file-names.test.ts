/** Names any system can write, and no two alike where case is none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeName, safePaths } from '../../../src/engine/package/file-names.ts'

/** What Windows asks of a name. */
const isWritable = (name: string): boolean =>
  name.length > 0 &&
  name.length <= 100 &&
  !/[<>:"/\\|?*\p{Cc}]/u.test(name) &&
  !/[. ]$/.test(name) &&
  !/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i.test(name)

describe('a name', () => {
  test.each([
    ['台账.csv', '台账.csv'],
    ['5月:台账?.csv', '5月 台账.csv'],
    ['CON', '_CON'],
    ['aux.csv', '_aux.csv'],
    ['lpt1.照片.jpg', '_lpt1.照片.jpg'],
    ['con .a.jpg', '_con .a.jpg'],
    ['康.csv', '康.csv'],
    ['console.csv', 'console.csv'],
    ['尾点. .', '尾点'],
    ['...', '_'],
    ['', '_'],
    ['a\u202egpj.exe', 'a gpj.exe'],
    ['.csv', '.csv'],
    ['\ud83d', '_'],
  ])('%j is %j', (wanted, safe) => expect(safeName(wanted)).toBe(safe))

  test('that is too long is cut within no character and keeps its ending', () => {
    const name = safeName(`${'😀'.repeat(90)}.jpeg`)
    expect(name).toMatch(/^(😀)+\.jpeg$/u)
    expect(name.length).toBeLessThanOrEqual(80)
  })
})

const path = fc
  .array(
    fc.string({
      unit: fc.constantFrom('a', 'A', '/', '.', ' ', ':', '\\', 'é', 'e\u0301', '甲', '\n', 'con'),
    }),
  )
  .map((parts) => parts.join('/'))

test('whatever the paths, each gets one that can be written, and no two the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 30 }), (paths) => {
      const safe = safePaths(paths)
      expect([...safe.keys()].sort()).toEqual([...paths].sort())
      for (const one of safe.values()) expect(one.split('/').every(isWritable), one).toBe(true)
      const folded = [...safe.values()].map((one) => one.normalize('NFC').toLowerCase())
      expect(new Set(folded).size).toBe(paths.length)
      // No file has the name of a folder.
      for (const one of folded)
        expect(
          folded.some((other) => other.startsWith(`${one}/`)),
          one,
        ).toBe(false)
      // Done once it is done for good.
      expect([...safePaths(safe.values())].every(([from, to]) => from === to)).toBe(true)
    }),
    { seed: 11, numRuns: 500 },
  )
})

test('a good name is not taken away by a bad one that comes to it', () => {
  expect(Object.fromEntries(safePaths(['photos/a:b.jpg', 'photos/a b.jpg', 'photos/A B.JPG']))).toEqual({
    'photos/a b.jpg': 'photos/a b.jpg',
    'photos/a:b.jpg': 'photos/a b-3.jpg',
    'photos/A B.JPG': 'photos/A B-2.JPG',
  })
  expect(safePaths(['../../etc/x.jpg']).get('../../etc/x.jpg')).toBe('_/_/etc/x.jpg')
})

test('a file of the name of a folder gives way, and a good path keeps its name', () => {
  const safe = safePaths(['photos/a.jpg', 'photos/a-2.jpg', 'photos/A.jpg/b.jpg'])
  expect(Object.fromEntries(safe)).toEqual({
    'photos/a.jpg': 'photos/a-3.jpg',
    'photos/a-2.jpg': 'photos/a-2.jpg',
    'photos/A.jpg/b.jpg': 'photos/A.jpg/b.jpg',
  })
})
