/** The house keeps its shape: which folder may know which, and what no file holds. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const SRC = join(ROOT, 'src')

/** Data flows down this list; a folder imports only from those above it. What stands in src/ itself puts them together. */
const ORDER = ['model', 'intake', 'placing', 'scoring', 'engine', 'view', 'map', 'panels', 'present']

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${sep}.out${sep}`))

const name = (file: string) => relative(ROOT, file).split(sep).join('/')

const parse = (file: string) => parseSync(file, readFileSync(file, 'utf8'))

/** Every string in a syntax tree, comments apart: import paths, `new URL('./x', …)`, text of elements. */
const stringsIn = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return []
  const { type, value } = node as { type?: string; value?: unknown }
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return [value]
  if (type === 'TemplateElement') return [(value as { raw: string }).raw]
  return Object.values(node).flatMap(stringsIn)
}

const stringsOf = (file: string): string[] => stringsIn(parse(file).program)

/** The folder of ORDER that a file of src/ is in; '' for one that stands in src/ itself. */
const roomOf = (file: string): string => {
  const [first = '', ...rest] = relative(SRC, file).split(sep)
  return rest.length === 0 ? '' : first
}

const sources = filesIn(SRC).filter((file) => /\.tsx?$/.test(file))

describe('imports', () => {
  test('every folder has its place in the order', () => {
    expect(sources.filter((file) => !['', ...ORDER].includes(roomOf(file))).map(name)).toEqual([])
  })

  test('go up the order only', () => {
    const wrong = sources.flatMap((file) =>
      stringsOf(file)
        .filter((text) => /^\.\.?\//.test(text))
        .map((text) => join(dirname(file), text))
        .filter((target) => {
          const out = relative(SRC, target).startsWith('..')
          if (out) return !name(target).startsWith('data/')
          if (roomOf(file) === '') return false
          return roomOf(target) === '' || ORDER.indexOf(roomOf(target)) > ORDER.indexOf(roomOf(file))
        })
        .map((target) => `${name(file)} imports ${name(target)}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('sources', () => {
  test('export by name only', () => {
    const wrong = sources.filter((file) =>
      parse(file).module.staticExports.some(({ entries }) =>
        entries.some(({ exportName }) => exportName.kind === 'Default'),
      ),
    )
    expect(wrong.map(name)).toEqual([])
  })

  test('name no address on the network', () => {
    // A namespace is a name that looks like an address; nothing is ever requested there.
    const namespace = /https?:\/\/www\.(?:w3\.org|topografix\.com\/GPX)\//g
    const inCode = sources.filter((file) =>
      stringsOf(file).some((text) => /(?:https?|wss?):\/\//.test(text.replace(namespace, ''))),
    )
    const inStyle = filesIn(SRC).filter(
      (file) => extname(file) === '.css' && /url\(\s*['"]?(?:https?:)?\/\//.test(readFileSync(file, 'utf8')),
    )
    expect([...inCode, ...inStyle].map(name)).toEqual([])
  })

  test('keep no drawer for odds and ends', () => {
    const drawers = sources.filter((file) =>
      /^(?:utils?|helpers?|common|misc)$/.test(basename(file, extname(file))),
    )
    expect(drawers.map(name)).toEqual([])
  })
})

test('nothing leans on a folder beside the project', () => {
  const beside = ['..', 'shared'].join('/')
  const text = /\.(?:[cm]?[jt]sx?|json|geojson|csv|md|css|html|svg)$/
  const all = ['src', 'data', 'test']
    .flatMap((folder) => filesIn(join(ROOT, folder)))
    .filter((file) => text.test(file))
  expect(all.filter((file) => readFileSync(file, 'utf8').includes(beside)).map(name)).toEqual([])
})
