/** The house keeps its shape: which folder may know which, and what no file holds. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { groupBy } from '../src/model/group.ts'

const ROOT = join(import.meta.dirname, '..')
const SRC = join(ROOT, 'src')

/**
 * Data flows down this list; a folder imports only from those above it. What stands in src/ itself puts them together;
 * `build` is no part of the page: what Vite does to it on the way to dist/.
 */
const ORDER = ['model', 'intake', 'placing', 'scoring', 'engine', 'view', 'map', 'panels', 'present', 'build']

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${sep}.out${sep}`))

const name = (file: string) => relative(ROOT, file).split(sep).join('/')

const parsed = new Map<string, ReturnType<typeof parseSync>>()

const parse = (file: string) => {
  const known = parsed.get(file) ?? parseSync(file, readFileSync(file, 'utf8'))
  parsed.set(file, known)
  return known
}

type Node = Record<string, unknown> & { type: string; start: number }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Every node of a syntax tree, the root first; what is below a node that `enter` refuses is left out. */
const nodesIn = (root: unknown, enter: (node: Node) => boolean = () => true): Node[] => {
  if (typeof root !== 'object' || root === null) return []
  const here = isNode(root) ? [root] : []
  if (isNode(root) && !enter(root)) return here
  return [...here, ...Object.values(root).flatMap((child) => nodesIn(child, enter))]
}

const isFunction = ({ type }: Node) =>
  type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration'

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

  /** The files of src/ that a file of it names: for values, for types, as a worker. */
  const namedBy = (file: string): string[] =>
    stringsOf(file)
      .filter((text) => /^\.\.?\//.test(text))
      .map((text) => join(dirname(file), text))
      .filter((target) => sources.includes(target))

  const CONTRACT = join(SRC, 'engine', 'contract')
  const isContract = (file: string) => file.startsWith(CONTRACT + sep)

  test('the contract is types, made of types', () => {
    const wrong = sources.filter(isContract).filter((file) => {
      const statements = parse(file).program.body as unknown as (Node & { declaration?: Node })[]
      const onlyTypes = statements.every(({ type, importKind, declaration }) =>
        type === 'ImportDeclaration'
          ? importKind === 'type'
          : type === 'ExportNamedDeclaration' &&
            /^TS(?:Interface|TypeAlias)Declaration$/.test(declaration?.type ?? ''),
      )
      const known = namedBy(file).every(
        (target) => isContract(target) || ['model', 'intake', 'scoring'].includes(roomOf(target)),
      )
      return !onlyTypes || !known
    })
    expect(wrong.map(name)).toEqual([])
  })

  test('the screen knows the engine by its contract alone', () => {
    const wrong = sources
      .filter((file) => ORDER.indexOf(roomOf(file)) > ORDER.indexOf('engine'))
      .flatMap((file) =>
        namedBy(file)
          .filter((target) => roomOf(target) === 'engine' && !isContract(target))
          .map((target) => `${name(file)} imports ${name(target)}`),
      )
    expect(wrong).toEqual([])
  })

  test('the way to the worker is taken once', () => {
    const client = join(SRC, 'engine', 'client.ts')
    expect(sources.filter((file) => namedBy(file).includes(client)).map(name)).toEqual(['src/main.tsx'])
  })

  /** The files of each circle of imports (Tarjan's strongly connected components of more than one file). */
  const circlesIn = (named: ReadonlyMap<string, readonly string[]>): string[][] => {
    const [order, low] = [new Map<string, number>(), new Map<string, number>()]
    const path: string[] = []
    const circles: string[][] = []
    const visit = (file: string) => {
      order.set(file, order.size)
      low.set(file, order.get(file) as number)
      path.push(file)
      for (const target of named.get(file) ?? []) {
        if (!order.has(target)) visit(target)
        if (path.includes(target)) low.set(file, Math.min(low.get(file) as number, low.get(target) as number))
      }
      if (low.get(file) !== order.get(file)) return
      const circle = path.splice(path.indexOf(file))
      if (circle.length > 1) circles.push(circle)
    }
    for (const file of named.keys()) if (!order.has(file)) visit(file)
    return circles
  }

  test('circles are found', () => {
    const graph = { a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: [], f: ['f', 'e'] }
    expect(circlesIn(new Map(Object.entries(graph))).map((circle) => circle.sort())).toEqual([
      ['a', 'b', 'c'],
    ])
  })

  test('go in no circle, imports of types among them', () => {
    const circles = circlesIn(new Map(sources.map((file) => [file, namedBy(file)])))
    expect(circles.map((circle) => circle.map(name).sort())).toEqual([])
  })

  test('of the map are in the frame of the app only', () => {
    const fromOutside = sources.filter(
      (file) =>
        roomOf(file) !== 'map' &&
        stringsOf(file).some((text) => /^\.\.?\//.test(text) && roomOf(join(dirname(file), text)) === 'map'),
    )
    expect(fromOutside.map(name)).toEqual(['src/panels/shell/App.tsx'])
  })
})

describe('words', () => {
  /** Each exported type with the file that declares it; a component's props are its own affair. */
  const types = sources.flatMap((file) =>
    parse(file).program.body.flatMap((statement) => {
      const { declaration } = statement as unknown as { declaration?: Node & { id?: { name: string } } }
      const isType =
        statement.type === 'ExportNamedDeclaration' &&
        /^(?:TSInterfaceDeclaration|TSTypeAliasDeclaration|ClassDeclaration)$/.test(declaration?.type ?? '')
      return isType ? [{ word: declaration?.id?.name ?? '', file: name(file) }] : []
    }),
  )

  test('one word, one type', () => {
    const files = groupBy(types, ({ word }) => word)
    const several = [...files].filter(([, list]) => list.length > 1)
    expect(types.length).toBeGreaterThan(300)
    expect(several.map(([word, list]) => `${word}: ${list.map(({ file }) => file).join(', ')}`)).toEqual([])
  })

  test('those of the glossary are types, each told once', () => {
    const rows = readFileSync(join(SRC, 'README.md'), 'utf8').matchAll(/^\| [^|]+ \| `(\w+)` \|/gm)
    const told = [...rows].map(([, word]) => word as string)
    const exported = new Set(types.map(({ word }) => word))
    expect(told.length).toBeGreaterThan(50)
    expect(told.filter((word) => !exported.has(word))).toEqual([])
    expect(told).toEqual([...new Set(told)])
  })

  test('every record of a package is in the glossary', () => {
    const glossary = readFileSync(join(SRC, 'README.md'), 'utf8')
    const records = types.filter(({ file }) => file === 'src/model/records.ts').map(({ word }) => word)
    const shapes = ['Surface', 'Path', 'Depth', 'Model', 'StatusChange', 'Survey', 'Activity']
    expect(records.filter((word) => !glossary.includes(`\`${word}\``) && !shapes.includes(word))).toEqual([])
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

describe('parts that are fetched late', () => {
  /** The dynamic imports of a source text that nothing watches over: a failed one would be nobody's, or wait for ever. */
  const bare = (file: string, text: string): number[] =>
    nodesIn(parseSync(file, text).program, (node) => {
      const callee = node.type === 'CallExpression' ? ((node.callee as Node).name as string) : ''
      return callee !== 'part' && callee !== 'later' && callee !== 'panel'
    })
      .filter(({ type }) => type === 'ImportExpression')
      .map(({ start }) => text.slice(0, start).split('\n').length)

  test.each([
    ["const { a } = await import('./a.ts')", 1],
    ["const A = lazy(() => import('./A.tsx'))", 1],
    ["const { a } = await part('甲', () => import('./a.ts'))", 0],
    ["const A = later('甲', async () => (await import('./A.tsx')).A)", 0],
  ])('%s: %d unwatched', (text, count) => {
    expect(bare(join(SRC, 'case.tsx'), text)).toHaveLength(count)
  })

  test('all are watched over: what fails becomes a sentence, and can be tried again', () => {
    const wrong = sources.flatMap((file) =>
      bare(file, readFileSync(file, 'utf8')).map((line) => `${name(file)}:${line}`),
    )
    expect(wrong).toEqual([])
  })

  test('no component is lazy but by later()', () => {
    const lazy = sources.filter((file) =>
      parse(file).module.staticImports.some(({ entries }) =>
        entries.some(({ importName }) => importName.name === 'lazy'),
      ),
    )
    expect(lazy.map(name)).toEqual(['src/panels/kit/later.tsx'])
  })
})

describe('what React calls back', () => {
  /** A function whose value somebody uses as the way to undo it, with where it stands. */
  const callbacksIn = (program: unknown): { callback: Node; of: string }[] =>
    nodesIn(program).flatMap((node) => {
      if (node.type === 'CallExpression') {
        const callee = node.callee as Node
        const of = ((callee.property as Node | undefined) ?? callee).name
        const [callback] = node.arguments as Node[]
        const undone = typeof of === 'string' && (/^use\w*Effect$/.test(of) || of === 'subscribe')
        return undone && callback ? [{ callback, of }] : []
      }
      if (node.type === 'JSXAttribute' && (node.name as Node).name === 'ref') {
        const { expression } = node.value as { expression: Node }
        // A ref that is held by name, not written out here, is an object of useRef.
        return expression.type === 'Identifier' ? [] : [{ callback: expression, of: 'ref' }]
      }
      return []
    })

  /** Whether a value is nothing, or plainly a function that undoes. */
  const undoes = (value: Node | null): boolean => value === null || isFunction(value)

  /** The effects, ref callbacks and subscribers of a source text that return what is not a function of their own. */
  const strayReturns = (file: string, text: string): string[] =>
    callbacksIn(parseSync(file, text).program)
      .filter(({ callback }) => {
        if (!isFunction(callback) || callback.async) return true
        const body = callback.body as Node
        if (body.type !== 'BlockStatement') return !undoes(body)
        return nodesIn(body, (node) => !isFunction(node)).some(
          ({ type, argument }) => type === 'ReturnStatement' && !undoes(argument as Node | null),
        )
      })
      .map(({ callback, of }) => `${name(file)}:${text.slice(0, callback.start).split('\n').length} ${of}`)

  const CASE = join(SRC, 'case.tsx')

  test.each([
    // In Chromium 156 this is a Promise, which React calls as clean-up: the page is empty then.
    'useEffect(() => el.current?.scrollTo({ top: 0 }), [shown])',
    'useLayoutEffect(() => virtual.measure())',
    'useEffect(function () { return el.scrollBy(0, 1) }, [])',
    'React.useInsertionEffect(() => { if (a) return el.scrollIntoView(); b() })',
    'useEffect(async () => { await a() }, [])',
    'useEffect(act, [])',
    'const A = () => <p ref={(el) => el?.scrollIntoView()} />',
    'const A = () => <p ref={(el) => (box = el)} />',
    'useStore.subscribe((now) => el.scrollTo(now))',
  ])('is found when it returns what it does not mean to: %s', (text) => {
    expect(strayReturns(CASE, text)).toHaveLength(1)
  })

  test.each([
    'useEffect(() => { el.current?.scrollTo({ top: 0 }) }, [shown])',
    'useEffect(() => { if (!a) return; const stop = () => { return b() }; return () => stop() }, [a])',
    'useEffect(() => () => stop(), [])',
    'const A = () => <p ref={box} />',
    'const A = () => <p ref={(el) => { if (el) el.indeterminate = true }} />',
  ])('is let pass when it means it: %s', (text) => {
    expect(strayReturns(CASE, text)).toEqual([])
  })

  test('returns nothing but a function that undoes it', () => {
    expect(sources.flatMap((file) => strayReturns(file, readFileSync(file, 'utf8')))).toEqual([])
  })
})

describe('style sheets', () => {
  const sheets = filesIn(SRC).filter((file) => extname(file) === '.css')
  const isKit = (file: string) => dirname(file) === join(SRC, 'panels/kit')

  /** The selectors of a sheet, each of a list by itself. */
  const selectorsIn = (text: string): string[] =>
    [...text.replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '').matchAll(/([^{};]+)\{/g)]
      .map(([, prelude = '']) => prelude.trim())
      .filter((prelude) => !prelude.startsWith('@'))
      .flatMap((prelude) => prelude.split(/,(?![^(]*\))/))

  const classesIn = (selector: string): string[] =>
    [...selector.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, found = '']) => found)

  /** The classes that a source text gives to elements. */
  const usedIn = (file: string, text: string): string[] =>
    nodesIn(parseSync(file, text).program)
      .flatMap((node) => {
        if (node.type === 'JSXAttribute' && (node.name as Node).name === 'className')
          return stringsIn(node.value)
        const { type, left, right } = node as Node & { left?: Node; right?: Node }
        const named = type === 'AssignmentExpression' && (left?.property as Node | undefined)?.name
        return named === 'className' ? stringsIn(right) : []
      })
      .flatMap((list) => list.split(/\s+/))
      .filter((word) => word !== '')

  const named = new Map(
    sheets.map((file) => [file, [...new Set(selectorsIn(readFileSync(file, 'utf8')).flatMap(classesIn))]]),
  )
  const kit = new Set([...named].flatMap(([file, classes]) => (isKit(file) ? classes : [])))
  const used = new Map(sources.map((file) => [file, usedIn(file, readFileSync(file, 'utf8'))]))

  test('are read and used classes found', () => {
    expect(selectorsIn('@media (a) { .a:is(.b, .c) > d, .e { x: y } } /* .f {} */')).toEqual([
      '.a:is(.b, .c) > d',
      ' .e',
    ])
    const jsx = 'const A = () => <p className={b ? "c d" : `e`} />; frame.className = "f"'
    expect(usedIn(join(SRC, 'case.tsx'), jsx)).toEqual(['c', 'd', 'e', 'f'])
  })

  test('share no class but those of the kit', () => {
    const all = [...named].flatMap(([file, classes]) =>
      classes.filter((each) => !kit.has(each)).map((each) => [each, name(file)] as const),
    )
    const shared = all.filter(([each], i) => all.findIndex(([other]) => other === each) !== i)
    expect(shared).toEqual([])
  })

  test('change a part of the kit only within their own', () => {
    const wrong = sheets
      .filter((file) => !isKit(file))
      .flatMap((file) =>
        selectorsIn(readFileSync(file, 'utf8'))
          .filter((selector) => {
            const classes = classesIn(selector)
            return classes.length > 0 && classes.every((each) => kit.has(each))
          })
          .map((selector) => `${name(file)}: ${selector.trim()}`),
      )
    expect(wrong).toEqual([])
  })

  test('stand beside what uses them: a class is of the folder of its component, or of the kit', () => {
    const wrong = [...used].flatMap(([file, classes]) => {
      const beside = new Set(
        [...named].flatMap(([sheet, own]) => (dirname(sheet) === dirname(file) ? own : [])),
      )
      return classes
        .filter((each) => !kit.has(each) && !beside.has(each))
        .map((each) => `${name(file)}: ${each}`)
    })
    expect(wrong).toEqual([])
  })

  test('name no class that nothing has', () => {
    // MapLibre and what stands before the program bring theirs.
    const page = readFileSync(join(ROOT, 'index.html'), 'utf8')
    const all = new Set([...used.values()].flat())
    const dead = [...named].flatMap(([file, classes]) =>
      classes
        .filter(
          (each) => !all.has(each) && !page.includes(`class="${each}"`) && !each.startsWith('maplibregl-'),
        )
        .map((each) => `${name(file)}: .${each}`),
    )
    expect(dead).toEqual([])
  })

  test('of the kit lie in a layer below the rooms, so that the order they load in decides nothing', () => {
    const list = readFileSync(join(SRC, 'panels/kit/kit.css'), 'utf8')
    const layered = [...list.matchAll(/@import "\.\/([\w-]+\.css)" layer\((?:theme|kit)\);/g)].map(
      ([, file]) => file,
    )
    const there = sheets
      .filter((file) => isKit(file) && basename(file) !== 'kit.css')
      .map((file) => basename(file))
    expect(layered.sort()).toEqual(there.sort())
    const imported = sources.filter((file) => stringsOf(file).some((text) => /\/kit\/.*\.css$/.test(text)))
    expect(imported.map(name)).toEqual(['src/main.tsx'])
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
