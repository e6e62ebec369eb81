import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { groupBy } from '../model/group.ts'

/** Where the licences stand beside the page. */
const FILE = 'licences.txt'

interface Shipped {
  name: string
  version: string
  /** as package.json says it: MIT, (MIT OR Apache-2.0) */
  licence: string
  /** the whole text, with notices that go with it */
  text: string
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }

const read = (folder: string, name: string) =>
  readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()

/** The licence as the package brings it: files of that name, else the part of its README; null = it brings none. */
const licenceText = (folder: string): string | null => {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
  const texts = files
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[-.]|$)/i.test(name))
    // Vite adds what its own program carries, which is not in the page.
    .map((name) => read(folder, name).split('\n# Licenses of bundled dependencies')[0]?.trim() ?? '')
  if (texts.length > 0) return texts.join('\n\n')
  const readme = files.find((name) => /^readme(?:\.|$)/i.test(name))
  if (readme === undefined) return null
  const [, part = ''] = read(folder, readme).split(/^#+\s*licen[cs]e.*$/im)
  return /copyright/i.test(part) && /permission|redistribution/i.test(part) ? part.trim() : null
}

/** The folder of the package that a file belongs to: the last one in its path. */
const folderOf = (file: string): string | null =>
  /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? null

/** Finds `path` (under node_modules) as a file in `from` would. Throws when it is not installed. */
const installed = (path: string, from: string): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', path)
    if (existsSync(join(folderOf(file) as string, 'package.json'))) return file
    if (folder === dirname(folder))
      throw new Error(`${from} carries ${path}, which is not installed: its licence is not known.`)
  }
}

/**
 * The files of other packages that a file carries in itself, since it was bundled before it was published: its source map
 * names them, or the comments that a bundler left.
 */
const carriedBy = (file: string): string[] => {
  if (!existsSync(file)) return []
  const map = `${file}.map`
  const sources = existsSync(map)
    ? (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources
    : [...readFileSync(file, 'utf8').matchAll(/^\/\/(?:#region)? ?(.*node_modules\/\S+)$/gm)].map(
        ([, path]) => path as string,
      )
  return sources.flatMap((source) => {
    const [, path] = /.*node_modules\/(.+)$/.exec(source) ?? []
    return path === undefined ? [] : [installed(path, dirname(file))]
  })
}

/** The folders of the packages that a module brings, with what stands already bundled in it. */
const packagesOf = (file: string, known = new Set<string>()): string[] => {
  const folder = folderOf(file)
  if (folder === null || known.has(file)) return []
  known.add(file)
  return [folder, ...carriedBy(file).flatMap((inner) => packagesOf(inner, known))]
}

const shipped = (folder: string): Shipped => {
  const { name, version, license } = manifestOf(folder)
  const text = licenceText(folder)
  if (text === null)
    throw new Error(`${name} ${version} (${license ?? 'no licence named'}) brings no text of its licence.`)
  return { name, version, licence: license ?? '', text }
}

const RULE = '─'.repeat(72)

/** One file: the project's own licence, the list of what else is in the page, then each text once. */
const written = (root: string, others: readonly Shipped[]): string => {
  const { version } = manifestOf(root)
  const texts = groupBy(others, ({ text }) => text)
  return [
    `创卫一张图 ${version}\n\n${read(root, 'LICENSE')}`,
    `页面里还有以下 ${others.length} 个开源软件，各按所列的许可使用，许可全文在后面。\n\n${others
      .map(({ name, version, licence }) => `${name} ${version}  ${licence}`)
      .join('\n')}`,
    ...[...texts].map(
      ([text, of]) => `${of.map(({ name, version }) => `${name} ${version}`).join('\n')}\n\n${text}`,
    ),
  ].join(`\n\n${RULE}\n\n`)
}

/**
 * Writes `licences.txt` beside the page: the licence of every package whose code or style is in it, workers included. The
 * build fails where one brings no text. `page` goes into the plugins, `worker` into those of the workers.
 */
export const licences = (): { page: Plugin; worker: () => Plugin } => {
  const modules = new Set<string>()
  let root = ''
  const gather: Plugin['generateBundle'] = function (_, bundle) {
    for (const part of Object.values(bundle))
      if (part.type === 'chunk')
        for (const [id, { renderedLength }] of Object.entries(part.modules))
          if (renderedLength > 0) modules.add(id)
    for (const id of this.getModuleIds()) if (/\.css(?:\?|$)/.test(id)) modules.add(id)
  }
  /** Whose a module is; the few lines that the bundlers add are theirs. */
  const foldersOf = (id: string): string[] => {
    const [file = ''] = id.split('?')
    const bundler = /^\0(vite|rolldown)\//.exec(file)?.[1]
    if (bundler !== undefined) {
      const vite = dirname(createRequire(join(root, 'package.json')).resolve('vite/package.json'))
      return [bundler === 'vite' ? vite : installed(bundler, vite)]
    }
    const found = packagesOf(file)
    if (found.length === 0 && relative(root, file).startsWith('..'))
      throw new Error(`Nobody knows whose ${id} is.`)
    return found
  }
  return {
    worker: () => ({ name: 'licences-of-workers', generateBundle: gather }),
    page: {
      name: 'licences',
      apply: 'build',
      configResolved: (config) => {
        root = config.root
      },
      generateBundle(options, bundle, isWrite) {
        if (typeof gather === 'function') gather.call(this, options, bundle, isWrite)
        const folders = new Set([...modules].flatMap(foldersOf))
        // The same version may be installed in two places.
        const each = new Map([...folders].map(shipped).map((one) => [`${one.name} ${one.version}`, one]))
        const others = [...each].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
        this.emitFile({
          type: 'asset',
          fileName: FILE,
          // Hosts seldom say in what encoding a text is: the byte order mark tells the browser.
          source: `\ufeff${written(root, others)}\n`,
        })
      },
    },
  }
}
