import type { Plugin } from 'vite'

interface Change {
  /** path of the module, with / between its parts */
  module: RegExp
  from: RegExp
  to: string
}

/** What modules of others do that the policy forbids, and what they do in its place. */
const CHANGES: readonly Change[] = [
  // React Aria puts styles in the page; their rules stand in src/panels/kit/controls.css.
  ...['interactions/usePress', 'overlays/usePreventScroll'].map((name) => ({
    module: new RegExp(`/react-aria/dist/private/${name}\\.m?js$`),
    from: /\b\w+\.head\.prepend\(style\);/,
    to: '',
  })),
  // A big workbook would be compressed in workers made from text. It is made in the engine's worker: there it may as well
  // be compressed at once.
  {
    module: /\/write-excel-file\/modules\/zip\/zipToArrayBuffer\.js$/,
    from: /import \{ zip \} from 'fflate';/,
    to: "import { zipSync } from 'fflate'; const zip = (files, done) => done(null, zipSync(files));",
  },
]

/** Keeps the code of others within the policy. The build fails where a newer version does it in another way. */
export const withinPolicy = (): Plugin => ({
  name: 'within-policy',
  apply: 'build',
  transform: {
    filter: { id: CHANGES.map(({ module }) => new RegExp(module.source.replaceAll('\\/', '[\\\\/]'))) },
    handler(code, id) {
      const change = CHANGES.find(({ module }) => module.test(id.replaceAll('\\', '/')))
      if (change === undefined) return null
      if (!change.from.test(code)) this.error(`${id} no longer holds ${change.from}.`)
      return { code: code.replace(change.from, change.to), map: null }
    },
  },
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue
      if (part.code.includes('.head.prepend('))
        this.error(`${part.fileName} puts an element in the head of the page, perhaps a style.`)
      if (/new Worker\([^)]*createObjectURL/.test(part.code))
        this.error(`${part.fileName} makes a worker from text.`)
    }
  },
})
