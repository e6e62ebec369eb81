/**
 * A KML cut into pieces that its library parses one by one: the library builds a tree of the whole and calls itself once a
 * level, for minutes where a file is big.
 */
import {
  DEEPEST_MARKUP,
  LONGEST_PLACEMARK,
  MOST_FOLDER_ELEMENTS,
  MOST_KML_ELEMENTS,
  MOST_KML_LENGTH,
  MOST_PLACEMARK_ELEMENTS,
} from '../limits.ts'
import type { Steps } from '../pace.ts'
import { Refusal } from './refusal.ts'

/** Characters of placemarks parsed together. */
const BATCH = 131_072
/** Marks between two yields. */
const STRETCH = 10_000

const MARK = /<!--|<!\[CDATA\[|<!DOCTYPE|<\/?[\w.:-]+/g

const BROKEN = 'KML 已损坏或不完整，请重新导出'

export interface KmlCuts {
  /** the document with a placemark called by `nameOf` where each batch stood, without styles */
  outline: string
  /** each a document of its own with some placemarks that stood beside each other */
  batches: string[]
}

/** The name of the placemark that stands for a batch. */
export const nameOfBatch = (i: number): string => `\u{e000}${i}`

type Part = 'batch' | 'style' | 'schema'

/** Whole elements that are cut out, by their local name. */
const CUT: Readonly<Record<string, Part>> = {
  Placemark: 'batch',
  GroundOverlay: 'batch',
  Style: 'style',
  StyleMap: 'style',
  Schema: 'schema',
}

const localName = (tag: string): string => tag.slice(tag.lastIndexOf(':') + 1).replace(/^<\/?/, '')

/** Behind the `>` that ends the tag, from a place within it; quoted values may hold others. */
const endOfTag = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const c = text[at]
    if (c === '>') return at + 1
    if (c !== '"' && c !== "'") continue
    at = text.indexOf(c, at + 1)
    if (at < 0) break
  }
  throw new Refusal(BROKEN)
}

/** A part of the text that is cut out of the outline. */
interface Piece {
  part: Part
  from: number
  to: number
}

/** Checks the document against the limits while it is gone through. Throws Refusal. */
function* piecesOf(text: string): Steps<Piece[]> {
  const pieces: Piece[] = []
  let open: { part: Part; from: number; depth: number; elements: number } | null = null
  let [depth, elements, outer, placemarks] = [0, 0, 0, 0]
  const past = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from)
    if (end < 0) throw new Refusal(BROKEN)
    return end + mark.length
  }
  const begin = (tag: string, from: number): void => {
    depth++
    elements++
    if (depth > DEEPEST_MARKUP)
      throw new Refusal(`KML 的元素套了 ${DEEPEST_MARKUP} 层以上，没有读入，请重新导出`)
    if (elements > MOST_KML_ELEMENTS)
      throw new Refusal(`KML 的元素超过上限 ${MOST_KML_ELEMENTS} 个，请分成几个文件再拖入`)
    const part = open === null ? CUT[localName(tag)] : undefined
    if (part !== undefined) open = { part, from, depth, elements }
    else if (open === null && ++outer > MOST_FOLDER_ELEMENTS)
      throw new Refusal(`KML 里文件夹等元素超过上限 ${MOST_FOLDER_ELEMENTS} 个，请分成几个文件再拖入`)
  }
  const end = (to: number): void => {
    if (open !== null && open.depth === depth) {
      const { part, from } = open
      if (part === 'batch') {
        placemarks++
        if (elements - open.elements > MOST_PLACEMARK_ELEMENTS || to - from > LONGEST_PLACEMARK)
          throw new Refusal(
            `KML 的第 ${placemarks} 个地标太大（${elements - open.elements} 个元素、${to - from} 个字符），请先简化或拆开再拖入`,
          )
      }
      pieces.push({ part, from, to })
      open = null
    }
    depth--
  }
  const pattern = new RegExp(MARK)
  let marks = 0
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [mark] = found
    const last = pattern.lastIndex
    if (mark === '<!--') pattern.lastIndex = past('-->', last)
    else if (mark === '<![CDATA[') pattern.lastIndex = past(']]>', last)
    else if (mark === '<!DOCTYPE') {
      if (text.slice(last, past('>', last)).includes('['))
        throw new Refusal('KML 里自定义了实体（DOCTYPE），为安全没有读入，请重新导出')
    } else {
      const to = endOfTag(text, last)
      pattern.lastIndex = to
      if (mark.startsWith('</')) end(to)
      else {
        begin(mark, found.index)
        if (text[to - 2] === '/') end(to)
      }
    }
    if (++marks % STRETCH === 0) yield
  }
  return pieces
}

/** Throws Refusal. */
export function* cutKml(text: string): Steps<KmlCuts> {
  if (text.length > MOST_KML_LENGTH)
    throw new Refusal(
      `KML 有 ${Math.round(text.length / 1024 ** 2)} MB，超过上限 ${MOST_KML_LENGTH / 1024 ** 2} MB，请分成几个文件再拖入`,
    )
  const pieces = yield* piecesOf(text)
  const root = /<(?:[\w.-]+:)?kml\b[^<>]*>/i.exec(text)?.[0].replace(/\/>$/, '>') ?? '<kml>'
  const name = /^<([\w.:-]+)/.exec(root)?.[1] as string
  // The library reads the types of values by them.
  const schemas = pieces
    .filter(({ part }) => part === 'schema')
    .map(({ from, to }) => text.slice(from, to))
    .join('')
    .slice(0, LONGEST_PLACEMARK)
  const prefix = name.includes(':') ? `${name.slice(0, name.indexOf(':'))}:` : ''
  const batches: string[] = []
  const outline: string[] = []
  let run = ''
  let before = 0
  const endRun = (): void => {
    if (run === '') return
    outline.push(
      `<${prefix}Placemark><${prefix}name>${nameOfBatch(batches.length)}</${prefix}name></${prefix}Placemark>`,
    )
    batches.push(`${root}<${prefix}Document>${schemas}${run}</${prefix}Document></${name}>`)
    run = ''
  }
  for (const { part, from, to } of pieces) {
    const between = text.slice(before, from)
    if (between.trim() !== '' || run.length > BATCH) endRun()
    outline.push(between)
    if (part === 'batch') run += text.slice(from, to)
    before = to
  }
  endRun()
  outline.push(text.slice(before))
  return { outline: outline.join(''), batches }
}
