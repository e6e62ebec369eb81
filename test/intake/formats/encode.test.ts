import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../src/intake/formats/encode.ts'
import type { Encoding } from '../../../src/intake/formats/opened.ts'
import { decodeBytes, UNREADABLE } from '../../../src/intake/formats/text.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A character of any plane that Unicode has given out, surrogates and private codes apart. */
const assigned = fc
  .oneof(
    fc.integer({ min: 0x80, max: 0xffff }),
    fc.integer({ min: 0x4e00, max: 0x9fff }),
    fc.integer({ min: 0x10000, max: 0x3ffff }),
    fc.integer({ min: 0xe0000, max: 0xe01ef }),
  )
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /\P{C}/u.test(character))

describe('encodeText', () => {
  it('writes GB18030 in one, two and four bytes', () => {
    // Independent of the decoder: from the published code charts.
    expect(hex(encodeText('a太昊路', 'GB18030'))).toBe('61ccabeabbc2b7')
    expect(hex(encodeText('㐀', 'GB18030'))).toBe('8139ee39')
    expect(hex(encodeText('𠀀', 'GB18030'))).toBe('95328236')
    expect(hex(encodeText('😀', 'GB18030'))).toBe('9439fc36')
  })
  it('writes the mark of the encodings that need one', () => {
    expect(hex(encodeText('太', 'UTF-8'))).toBe('e5a4aa')
    expect(hex(encodeText('太', 'UTF-8 BOM'))).toBe('efbbbfe5a4aa')
    expect(hex(encodeText('太', 'UTF-16LE'))).toBe('fffe2a59')
    expect(hex(encodeText('太', 'UTF-16BE'))).toBe('feff592a')
  })
  it('what cannot be written stays to be seen', () => {
    expect(new TextDecoder('gb18030').decode(encodeText('a\ud800b', 'GB18030'))).toBe(`a${UNREADABLE}b`)
  })
  it('every character of every plane comes back', () => {
    const encodings: Encoding[] = ['UTF-8', 'UTF-8 BOM', 'GB18030', 'UTF-16LE', 'UTF-16BE']
    fc.assert(
      fc.property(
        fc.array(assigned, { minLength: 1, maxLength: 50 }),
        fc.constantFrom(...encodings),
        (list, encoding) => {
          const label = encoding === 'GB18030' ? 'gb18030' : encoding.toLowerCase().replace(' bom', '')
          const text = list.join('')
          expect(new TextDecoder(label).decode(encodeText(text, encoding))).toBe(text)
        },
      ),
      { seed: 3, numRuns: 1000 },
    )
  }, 30_000)
  it('every character of the basic plane that has a name comes back from GB18030', () => {
    let text = ''
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code)
      if (/[\P{C}\n]/u.test(character)) text += character
    }
    expect(new TextDecoder('gb18030').decode(encodeText(text, 'GB18030'))).toBe(text)
  })
})

describe('decodeBytes', () => {
  const text = '编号,类别,名称\r\nG1,公厕,太昊路公厕\r\n'
  it('tells the encoding it found', () => {
    for (const encoding of ['UTF-8', 'UTF-8 BOM', 'GB18030', 'UTF-16LE', 'UTF-16BE'] as const)
      expect(decodeBytes(encodeText(text, encoding))).toEqual({ text, encoding })
  })
  it('UTF-16 without a mark is known by its zero bytes', () => {
    for (const encoding of ['UTF-16LE', 'UTF-16BE'] as const)
      expect(decodeBytes(encodeText(text, encoding).slice(2))).toEqual({ text, encoding })
  })
})
