/** What stands beside the picture of a photo goes; the picture and the way up it is held stay. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cleanPhoto } from '../../../src/intake/photos/clean.ts'
import { orientationIn } from '../../../src/intake/photos/orientation.ts'
import {
  bareGif,
  bareJpeg,
  barePng,
  bareWebp,
  boxed,
  bytesOf,
  dirtyGif,
  dirtyJpeg,
  dirtyPng,
  dirtyWebp,
  exif,
  SECRET,
} from './made.ts'

const text = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1')
const same = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a !== null && b !== null && Buffer.compare(a, b) === 0
/** Each with the words that only a photo of someone holds. */
const leaks = (bytes: Uint8Array | null): boolean =>
  /SECRET|1380000|MotionPhoto|xmpmeta|JFXX|Photoshop/.test(text(bytes))

describe('JPEG', () => {
  const bare = bareJpeg()
  it('that holds nothing keeps its bytes', () => {
    expect(same(cleanPhoto(bare), bare)).toBe(true)
  })
  it.each([0, 1])(
    'with everything a camera writes is the bare one again, held as it stands (%i)',
    (orientation) => {
      const dirty = dirtyJpeg(bare, exif(orientation))
      expect(leaks(dirty)).toBe(true)
      expect(same(cleanPhoto(dirty), bare)).toBe(true)
    },
  )
  it.each([
    [3, false],
    [6, true],
    [8, false],
  ])('held otherwise (%i) says so still, and nothing else', (orientation, little) => {
    const clean = cleanPhoto(dirtyJpeg(bare, exif(orientation, little))) as Uint8Array
    expect(leaks(clean)).toBe(false)
    const at = text(clean).indexOf('Exif\0\0')
    expect(orientationIn(clean.subarray(at + 6, at + 32))).toBe(orientation)
    // Taken out again, it is the bare one to the byte.
    expect(same(bytesOf(clean.subarray(0, at - 4), clean.subarray(at + 32)), bare)).toBe(true)
    expect(same(cleanPhoto(clean), clean)).toBe(true)
  })
  it('keeps the profile of its colours, and JFIF without the small picture', () => {
    const icc = bytesOf([0xff, 0xe2, 0, 20], 'ICC_PROFILE\0', [1, 1, 9, 9, 9, 9])
    const jfif = bytesOf([0xff, 0xe0, 0, 19], 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 1, 1], [7, 7, 7])
    const rest = bytesOf([0xff, 0xda, 0, 3, 0], [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4], [0xff, 0xd9])
    expect(cleanPhoto(bytesOf([0xff, 0xd8], jfif, icc, rest))).toEqual(
      bytesOf([0xff, 0xd8], [0xff, 0xe0, 0, 16], 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0], icc, rest),
    )
  })
  it('cut off in its picture stays as far as it goes; before its picture it is none', () => {
    const dirty = dirtyJpeg(bare, exif(1))
    const cut = cleanPhoto(dirty.subarray(0, dirty.length / 2)) as Uint8Array
    expect(leaks(cut)).toBe(false)
    expect(same(bare.subarray(0, cut.length), cut)).toBe(true)
    expect(cleanPhoto(dirty.subarray(0, 60))).toBeNull()
  })
})

describe('PNG, WebP and GIF', () => {
  it.each([
    ['PNG', barePng(), dirtyPng(exif(0))],
    ['PNG held otherwise', barePng(6), dirtyPng(exif(6))],
    ['WebP', bareWebp(), dirtyWebp(exif(1))],
    ['WebP held otherwise', bareWebp(8), dirtyWebp(exif(8, true))],
    ['GIF', bareGif(), dirtyGif()],
  ])('%s is the bare one again', (_, bare, dirty) => {
    expect(leaks(dirty)).toBe(true)
    expect(text(cleanPhoto(dirty))).toBe(text(bare))
    expect(same(cleanPhoto(bare), bare)).toBe(true)
  })
})

test.each(['avif', 'heic'])(
  '%s: the words are blanked where they stand, the picture is where it was',
  (brand) => {
    const { dirty, picture } = boxed(brand)
    const clean = cleanPhoto(dirty) as Uint8Array
    expect(leaks(dirty)).toBe(true)
    expect(leaks(clean)).toBe(false)
    expect(clean.length).toBe(dirty.length)
    const at = text(dirty).indexOf(text(picture))
    expect(same(clean.subarray(0, at + picture.length), dirty.subarray(0, at + picture.length))).toBe(true)
  },
)

test('a bitmap loses what hangs behind it', () => {
  const bare = bytesOf('BM', [58, 0, 0, 0], new Uint8Array(52))
  expect(cleanPhoto(bytesOf(bare, SECRET))).toEqual(bare)
})

describe('SVG', () => {
  const svg = (inside: string) =>
    new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)
  it('the drawings of the sample keep their bytes', () => {
    const folder = new URL('../../../data/photos/', import.meta.url)
    for (const file of readdirSync(folder)) {
      const bytes = new Uint8Array(readFileSync(new URL(file, folder)))
      expect(same(cleanPhoto(bytes), bytes), file).toBe(true)
    }
  })
  it('loses remarks, notes and numbers, and what the photos inside it hold', () => {
    const photo = (bytes: Uint8Array) =>
      `<image href="data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}"/>`
    const path = '<path d="M138 1234 5678 0394 8123456"/>'
    const dirty = svg(
      `<!-- ${SECRET} --><metadata>${SECRET}</metadata>${path}<text>找13800000000</text>${photo(dirtyJpeg(bareJpeg(), exif(1)))}`,
    )
    expect(text(cleanPhoto(dirty))).toBe(
      text(svg(`${path}<text>找（已隐去手机号）</text>${photo(bareJpeg())}`)),
    )
  })
  it.each([
    [
      '<metadata><rdf:RDF><cc:Work a="b"/><dc:title>王某</dc:title></rdf:RDF></metadata><path d="M0 0"/>',
      '<path d="M0 0"/>',
    ],
    ['<metadata/><path d="M0 0"/>', '<path d="M0 0"/>'],
    [`<a title='"&#49;3800000000&apos;'/>`, `<a title='"（已隐去手机号）&apos;'/>`],
    ['<a href="tel:13800000000"><text>找他</text></a>', '<a><text>找他</text></a>'],
    ["<a xlink:href='&#116;el:0394-8000000'><text>甲</text></a>", '<a><text>甲</text></a>'],
    ['<a href="/a?p=13800000000"/>', '<a href="/a?p=（已隐去手机号）"/>'],
    ['<text><![CDATA[找13800000000 <甲>]]></text>', '<text>找（已隐去手机号） &lt;甲></text>'],
    [
      '<style><![CDATA[.a{content:"13800000000"}]]></style>',
      '<style><![CDATA[.a{content:"（已隐去手机号）"}]]></style>',
    ],
    ['<?note 13800000000?><path d="M0 0"/>', '<path d="M0 0"/>'],
    ['<text x="1">138<tspan>0000</tspan>0000</text>', '<text x="1">（已隐去手机号）</text>'],
    [
      '<text><tspan x="1">138</tspan><tspan x="9">0000</tspan><tspan x="20">0000</tspan></text>',
      '<text>（已隐去手机号）</text>',
    ],
    ['<text><tspan>甲</tspan>找13800000000</text>', '<text><tspan>甲</tspan>找（已隐去手机号）</text>'],
    ['<text>&#49;3800000000 &amp; 乙</text>', '<text>（已隐去手机号） &amp; 乙</text>'],
    ['<text>&#x31;3800000000</text>', '<text>（已隐去手机号）</text>'],
    ['<title>&#49;3800000000</title>', '<title>（已隐去手机号）</title>'],
    ['<path id="&#49;3800000000"/>', '<path id="（已隐去手机号）"/>'],
  ])('%s loses its number', (dirty, clean) => {
    const read = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('utf8')
    const once = cleanPhoto(svg(dirty))
    expect(read(once)).toBe(read(svg(clean)))
    expect(read(cleanPhoto(once as Uint8Array))).toBe(read(once))
  })
  it.each([
    '<a href="#a1"><text>2019-05-27 &lt; 5 &amp; 6</text></a>',
    '<style><![CDATA[.a > .b { stroke-dasharray: 1 3 8 }]]></style>',
    '<text><tspan x="1">15</tspan><tspan x="9">18</tspan><tspan x="20">20</tspan><tspan x="30">135</tspan></text>',
    '<text>&#50;019<tspan>-05</tspan>-27</text><text/><text>8000000</text>',
    '<?xml-stylesheet href="#a"?><text>甲</text>',
  ])('%s keeps its bytes', (kept) => {
    expect(same(cleanPhoto(svg(kept)), svg(kept))).toBe(true)
  })
})

test('what is no photo, or broken, is none', () => {
  for (const bytes of [
    bytesOf('x'),
    bytesOf('%PDF-1.4'),
    bytesOf('II*\0', SECRET),
    new Uint8Array(0),
    bytesOf('<html></html>'),
  ])
    expect(cleanPhoto(bytes)).toBeNull()
  const made = [
    dirtyJpeg(bareJpeg().subarray(0, 900), exif(6)),
    dirtyPng(exif(6)),
    dirtyWebp(exif(6)),
    dirtyGif(),
    boxed('avif').dirty,
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...made),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 5 }),
      fc.nat(900),
      (bytes, spoilt, end) => {
        const broken = bytes.slice(0, end)
        for (const [at, value] of spoilt) if (at < broken.length) broken[at] = value
        // Neither an error nor an end that does not come.
        cleanPhoto(broken)
      },
    ),
    { numRuns: 3000, seed: 6 },
  )
})
