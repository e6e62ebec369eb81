/** The licences beside the page: of everything that is in it, and no build without one. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterEach, expect, it } from 'vitest'
import { licences } from '../../src/build/licences.ts'

const MIT = 'Permission is hereby granted, free of charge, to any person.'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Builds a small page whose folder holds `files`, and returns what its licences.txt says. */
const built = async (files: Readonly<Record<string, string>>): Promise<string> => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'))
  const all = {
    'package.json': '{"name":"page","version":"1.2.3"}',
    LICENSE: 'The licence of the page itself',
    'index.html': '<script type="module" src="./main.js"></script>',
    ...files,
  }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const of = licences()
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [of.page],
    worker: { format: 'es', plugins: () => [of.worker()] },
    // Vite itself is not installed in this folder.
    build: { modulePreload: false },
  })
  return readFileSync(join(folder, 'dist/licences.txt'), 'utf8')
}

const installed = (name: string, code: string, extra: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries({
      'package.json': JSON.stringify({ name, version: '4.5.6', license: 'MIT', main: 'index.js' }),
      'index.js': code,
      ...extra,
    }).map(([file, text]) => [`node_modules/${name}/${file}`, text]),
  )

const says = (name: string) => `console.log(${JSON.stringify(name)})`
const owned = (by: string) => ({ LICENSE: `Copyright (c) ${by}\n${MIT}` })

it('has the text of each package of the page, its styles and its workers, and of nothing else', async () => {
  const text = await built({
    'main.js': `import 'one'; import { used } from '@two/part'; import 'sheet/sheet.css'; used(); new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })`,
    'worker.js': `import 'three'`,
    ...installed('one', says('one'), owned('甲')),
    ...installed('@two/part', `export const used = () => ${says('two')}; export const un = () => un`, {
      'LICENSE-MIT': 'Copyright (c) 乙',
      NOTICE: 'notice of 乙',
    }),
    ...installed('sheet', '', { 'sheet.css': 'a{color:red}', ...owned('丙') }),
    ...installed('three', says('three'), {
      'README.md': `# three\n\n## License (MIT)\n\nCopyright (c) 丁\n${MIT}`,
    }),
    ...installed('never-imported', says('never'), owned('戊')),
  })
  expect(text).toContain('创卫一张图 1.2.3\n\nThe licence of the page itself')
  expect(text.match(/^\S+ 4\.5\.6 {2}MIT$/gm)).toEqual([
    '@two/part 4.5.6  MIT',
    'one 4.5.6  MIT',
    'sheet 4.5.6  MIT',
    'three 4.5.6  MIT',
  ])
  for (const owner of ['甲', '乙', '丙', '丁']) expect(text).toContain(`Copyright (c) ${owner}`)
  expect(text).toContain('notice of 乙')
  expect(text).not.toContain('戊')
})

it('has what a package carries in itself, by its source map or the comments of a bundler', async () => {
  const text = await built({
    'main.js': `import 'whole'; import 'mapped'`,
    ...installed('whole', `// node_modules/inner/index.js\n${says('inner')}`, owned('甲')),
    ...installed('inner', says('inner'), owned('乙')),
    ...installed('mapped', says('deep'), {
      ...owned('丙'),
      'index.js.map': JSON.stringify({ sources: ['../src/own.js', '../node_modules/deep/index.js'] }),
    }),
    ...installed('deep', says('deep'), owned('丁')),
  })
  for (const owner of ['甲', '乙', '丙', '丁']) expect(text).toContain(`Copyright (c) ${owner}`)
})

it.each([
  [
    'brings none',
    { ...installed('bare', says('bare')) },
    /bare 4\.5\.6 \(MIT\) brings no text of its licence/,
  ],
  [
    'carries what is not installed',
    { ...installed('bare', `// node_modules/lost/index.js\n${says('lost')}`, owned('甲')) },
    /carries lost\/index\.js, which is not installed/,
  ],
])('the build fails where a package %s', async (_, files, sentence) => {
  await expect(built({ 'main.js': `import 'bare'`, ...files })).rejects.toThrow(sentence)
})
