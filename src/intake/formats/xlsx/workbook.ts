/** What a workbook says of itself: its worksheets, shared texts and the formats of its numbers. */
import { LONGEST_CELL, MOST_SHARED_TEXTS, MOST_SHEETS } from '../../limits.ts'
import type { Pace } from '../../pace.ts'
import { Refusal } from '../refusal.ts'
import { unescapeText } from './cell-text.ts'
import { readElements, readPieces } from './elements.ts'
import { type NumberShape, shownAs } from './number-format.ts'
import type { Parts } from './parts.ts'

export interface Workbook {
  sheets: { name: string; hidden: boolean; path: string }[]
  /** by the number a cell gives; one that is longer than `LONGEST_CELL` is cut behind its next character */
  texts: string[]
  /** by the number of a cell's style */
  shown: NumberShape[]
  from1904: boolean
}

const ROOT = 'xl/'

/** Paths stand as seen from xl/, or from the root with a slash. */
const resolve = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `${ROOT}${target.replace(/^(\.\/)+/, '')}`

const readTargets = (xml: string): Map<string, { type: string; path: string }> => {
  const targets = new Map<string, { type: string; path: string }>()
  readElements(xml, {
    open: (name, attribute) => {
      if (name === 'Relationship')
        targets.set(attribute('Id'), {
          type: attribute('Type').split('/').at(-1) as string,
          path: resolve(attribute('Target').replaceAll('\\', '/')),
        })
    },
  })
  return targets
}

/** The texts that cells share: runs of rich text joined, readings beside them left out. */
const readTexts = async (pieces: Iterable<string>, pace: Pace): Promise<string[]> => {
  const texts: string[] = []
  let text = ''
  let inside = false
  let aside = false
  await readPieces(
    pieces,
    {
      open: (name) => {
        if (name === 'si') text = ''
        else if (name === 'rPh') aside = true
        else if (name === 't') inside = !aside
      },
      close: (name) => {
        if (name === 'rPh') aside = false
        else if (name === 't') inside = false
        else if (name === 'si') {
          texts.push(unescapeText(text).slice(0, LONGEST_CELL + 1))
          if (texts.length > MOST_SHARED_TEXTS)
            throw new Refusal(`工作簿里的文字超过上限 ${MOST_SHARED_TEXTS} 条，请分成几个工作簿再拖入`)
        }
      },
      text: (piece) => {
        if (inside && text.length <= LONGEST_CELL) text += piece
      },
    },
    pace,
    '工作簿里的文字',
  )
  return texts
}

const readStyles = (xml: string): NumberShape[] => {
  const codes = new Map<number, string>()
  const shown: NumberShape[] = []
  let inCells = false
  readElements(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode'))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId'))
        shown.push(shownAs(id, codes.get(id) ?? ''))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return shown
}

/** The name of the workbook itself, which some programs number. */
const mainPart = async (parts: Parts): Promise<string> => {
  let name = 'workbook.xml'
  readElements((await parts.text('_rels/.rels')) ?? '', {
    open: (element, attribute) => {
      const target = attribute('Target')
      if (element === 'Relationship' && /\/officeDocument$/.test(attribute('Type')))
        name = target.slice(target.lastIndexOf('/') + 1)
    },
  })
  return name
}

/** Throws Refusal when it is none. */
export const readWorkbook = async (parts: Parts, pace: Pace): Promise<Workbook> => {
  const book = await mainPart(parts)
  const xml = await parts.text(`${ROOT}${book}`)
  if (xml === null) throw new Refusal('这个工作簿打不开，请在 Excel 或 WPS 里打开后另存为 .xlsx 再拖入')
  const targets = readTargets((await parts.text(`${ROOT}_rels/${book}.rels`)) ?? '')
  const pathOf = (type: string, usual: string): string =>
    [...targets.values()].find((target) => target.type === type)?.path ?? `${ROOT}${usual}`
  const sheets: Workbook['sheets'] = []
  let from1904 = false
  readElements(xml, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904'))
      if (name !== 'sheet') return
      const target = targets.get(attribute('id'))
      // Charts and macros have pages of their own, but no cells.
      if (target !== undefined && target.type !== 'worksheet') return
      const path = target?.path ?? `${ROOT}worksheets/sheet${sheets.length + 1}.xml`
      const hidden = /hidden/i.test(attribute('state'))
      sheets.push({ name: unescapeText(attribute('name')), hidden, path })
    },
  })
  if (sheets.length > MOST_SHEETS)
    throw new Refusal(`工作簿有 ${sheets.length} 张工作表，超过上限 ${MOST_SHEETS} 张，请分成几个再拖入`)
  const texts = parts.pieces(pathOf('sharedStrings', 'sharedStrings.xml'))
  return {
    sheets,
    texts: texts === null ? [] : await readTexts(texts(), pace),
    shown: readStyles((await parts.text(pathOf('styles', 'styles.xml'))) ?? ''),
    from1904,
  }
}
