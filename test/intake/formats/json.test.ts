/** Where a JSON file breaks, in words: the engine's own error, as V8, and Firefox, write it. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readJson } from '../../../src/intake/formats/json.ts'

const fault = (text: string) => readJson(new TextEncoder().encode(text)).fault
const from = (line: number, column: number) => `不是有效的 JSON（第 ${line} 行第 ${column} 列起读不懂）`
const endsAt = (line: number, column: number) =>
  `不是有效的 JSON（到第 ${line} 行第 ${column} 列就断了，文件可能不完整）`

describe('what is wrong with a JSON file', () => {
  it.each([
    ['nothing', '', '文件是空的'],
    ['blanks and a mark', '\ufeff \n', '文件是空的'],
    ['a page', '<!doctype html>', '是一个网页，不是数据文件'],
    ['a name without quotes', '{"a":1,\n x}', from(2, 2)],
    ['the same behind a mark', '\ufeff{"a":1,\n x}', from(2, 2)],
    ['a comma too many', '[1,]', from(1, 4)],
    [
      'a comma too many in a long text',
      `{\n"名称":"${'长'.repeat(50)}",\n"b":[1,2,3,],\n"c":1}`,
      from(3, 12),
    ],
    ['a line break in words', '{"a":"x\ny"}', from(1, 8)],
    ['something behind', '{"a":1} x', from(1, 9)],
    ['a file that is cut', '{"a":\n[1,2', endsAt(2, 5)],
    ['words that are cut', '{"a":"长', endsAt(1, 8)],
    ['JSON', '{"a":1}', null],
    ['null', 'null', null],
  ])('%s', (_, text, expected) => {
    expect(fault(text)).toBe(expected)
  })
  it('where the place cannot be told for certain none is told', () => {
    expect(fault('[x,y,x]')).toMatch(/^不是有效的 JSON/)
    expect(fault(`[${'"一样的长句子一样",'.repeat(9)}]`)).toMatch(/^不是有效的 JSON/)
  })
})

describe('another engine’s error', () => {
  afterEach(() => vi.restoreAllMocks())
  it.each([
    ['JSON.parse: unexpected character at line 2 column 2 of the JSON data', from(2, 2)],
    [
      'JSON.parse: end of data while reading object contents at line 2 column 4 of the JSON data',
      endsAt(2, 4),
    ],
    ['JSON Parse error: Expected double-quoted', '不是有效的 JSON'],
  ])('%s', (message, expected) => {
    vi.spyOn(JSON, 'parse').mockImplementation(() => {
      throw new SyntaxError(message)
    })
    expect(fault('{"a":1,\n x}')).toBe(expected)
  })
})
