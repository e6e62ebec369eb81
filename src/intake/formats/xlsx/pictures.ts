/** Pictures of a workbook: those that float over its cells, and those that WPS keeps within cells (DISPIMG). */
import type { Pace } from '../../pace.ts'
import type { SheetPicture, SheetPictures } from '../opened.ts'
import { type PackedFile, unpack } from '../zip.ts'
import { readElements } from './elements.ts'
import type { Parts } from './parts.ts'

/** 「xl/drawings/drawing1.xml」 and 「../media/image1.png」 → 「xl/media/image1.png」. */
const beside = (path: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const folders = path.split('/').slice(0, -1)
  for (const step of target.replaceAll('\\', '/').split('/'))
    if (step === '..') folders.pop()
    else if (step !== '.' && step !== '') folders.push(step)
  return folders.join('/')
}

/** What a part refers to, by the id it does so with. */
const targetsOf = async (
  parts: Parts,
  path: string,
): Promise<Map<string, { type: string; path: string }>> => {
  const at = path.lastIndexOf('/')
  const xml = (await parts.text(`${path.slice(0, at)}/_rels${path.slice(at)}.rels`)) ?? ''
  const targets = new Map<string, { type: string; path: string }>()
  readElements(xml, {
    open: (name, attribute) => {
      if (name === 'Relationship' && attribute('TargetMode') !== 'External')
        targets.set(attribute('Id'), {
          type: attribute('Type').split('/').at(-1) as string,
          path: beside(path, attribute('Target')),
        })
    },
  })
  return targets
}

interface Anchored {
  line: number
  column: number
  id: string
}

/** Where each picture of a drawing is fastened, by its upper left corner. */
const anchorsIn = (xml: string): Anchored[] => {
  const found: Anchored[] = []
  let [row, column, from] = [-1, -1, false]
  let into: 'row' | 'col' | null = null
  readElements(xml, {
    open: (name, attribute) => {
      if (name === 'from') from = true
      else if (from && (name === 'row' || name === 'col')) into = name
      else if (name === 'blip' && row >= 0 && column >= 0)
        found.push({ line: row + 1, column, id: attribute('embed') })
    },
    close: (name) => {
      if (name === 'from') from = false
      else if (name === 'row' || name === 'col') into = null
      else if (/Anchor$/.test(name)) [row, column] = [-1, -1]
    },
    text: (piece) => {
      if (into === 'row') row = Number(piece)
      else if (into === 'col') column = Number(piece)
    },
  })
  return found
}

/** The pictures that cells name: 「ID_…」 → the id of the relationship. */
const namedIn = (xml: string): Map<string, string> => {
  const named = new Map<string, string>()
  let last = ''
  readElements(xml, {
    open: (name, attribute) => {
      if (name === 'cNvPr') last = attribute('name')
      else if (name === 'blip' && last !== '') named.set(last, attribute('embed'))
    },
  })
  return named
}

const CELL_IMAGES = 'xl/cellimages.xml'

/**
 * What gives the pictures of each worksheet, by its path.
 * @param files all of the workbook
 */
export const openPictures = async (
  files: readonly PackedFile[],
  parts: Parts,
  pace: Pace,
): Promise<(sheet: string) => Promise<SheetPictures>> => {
  const byPath = new Map(files.map((file) => [file.path.toLowerCase(), file]))
  const pictureAt = (path: string | undefined): SheetPicture | null => {
    const file = path === undefined ? undefined : byPath.get(path.toLowerCase())
    if (file === undefined) return null
    return { name: file.path, size: file.size, crc: file.crc, bytes: () => unpack(file, pace) }
  }
  const named = new Map<string, SheetPicture>()
  const images = await parts.text(CELL_IMAGES)
  if (images !== null) {
    const targets = await targetsOf(parts, CELL_IMAGES)
    for (const [name, id] of namedIn(images)) {
      const picture = pictureAt(targets.get(id)?.path)
      if (picture !== null) named.set(name, picture)
    }
  }
  return async (sheet) => {
    const drawings = [...(await targetsOf(parts, sheet)).values()].filter(({ type }) => type === 'drawing')
    const floating: SheetPictures['floating'] = []
    for (const { path } of drawings) {
      const targets = await targetsOf(parts, path)
      for (const { line, column, id } of anchorsIn((await parts.text(path)) ?? '')) {
        const picture = pictureAt(targets.get(id)?.path)
        if (picture !== null) floating.push({ line, column, picture })
      }
    }
    return { floating, named }
  }
}
