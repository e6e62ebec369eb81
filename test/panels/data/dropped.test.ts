import { expect, test } from 'vitest'
import { chosenFiles, droppedFiles } from '../../../src/panels/data/dropped.ts'

const file = (fullPath: string) => ({
  isDirectory: false,
  fullPath,
  file: (take: (file: File) => void) => take(new File(['a'], fullPath.split('/').at(-1) as string)),
})

/** A browser gives the contents of a folder in portions, and an empty one at the end. */
const folder = (fullPath: string, inside: object[], portion: number) => ({
  isDirectory: true,
  fullPath,
  createReader: () => {
    let next = 0
    return {
      readEntries: (take: (entries: object[]) => void) => {
        take(inside.slice(next, next + portion))
        next += portion
      },
    }
  },
})

const transfer = (...items: { entry: object | null; file?: File }[]) =>
  ({
    items: items.map((item) => ({
      kind: 'file',
      webkitGetAsEntry: () => item.entry,
      getAsFile: () => item.file ?? null,
    })),
  }) as unknown as DataTransfer

test('a folder with folders in it, whole, each file with its path', async () => {
  const many = Array.from({ length: 7 }, (_, i) => file(`/data/photos/${i}.jpg`))
  const dropped = await droppedFiles(
    transfer({ entry: folder('/data', [file('/data/issues.csv'), folder('/data/photos', many, 3)], 1) }),
  )
  expect(dropped.map(({ path }) => path)).toEqual([
    'data/issues.csv',
    ...many.map((_, i) => `data/photos/${i}.jpg`),
  ])
})

test('what has no entry is taken as a file; text that is dragged along is not', async () => {
  const data = transfer({ entry: null, file: new File(['a'], 'a.csv') }, { entry: file('/b.csv') })
  const text = { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null }
  const items = [...data.items, text] as unknown as DataTransferItemList
  expect((await droppedFiles({ items } as DataTransfer)).map(({ path }) => path)).toEqual(['a.csv', 'b.csv'])
})

test('chosen files keep the folder they were chosen with', () => {
  const inFolder = Object.assign(new File(['a'], 'a.csv'), { webkitRelativePath: 'data/a.csv' })
  const list = [inFolder, Object.assign(new File(['b'], 'b.csv'), { webkitRelativePath: '' })]
  expect(chosenFiles(list as unknown as FileList).map(({ path }) => path)).toEqual(['data/a.csv', 'b.csv'])
  expect(chosenFiles(null)).toEqual([])
})
