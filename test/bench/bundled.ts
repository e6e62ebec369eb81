/**
 * Runs a script beside this one as the page would run it: bundled, and in a process of its own. Under tsx every function
 * is wrapped so that it keeps its name, which makes hot ones a third slower.
 * Run with: tsx test/bench/bundled.ts SCRIPT [arguments]
 */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { build } from 'vite'

const [script = '', ...given] = process.argv.slice(2)
const outDir = resolve('test/.out/bench')
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  // Packages too: what is taken from node_modules at run time is another build of them than the page has.
  ssr: { noExternal: true },
  build: { ssr: resolve(import.meta.dirname, `${script}.ts`), outDir, target: 'es2022', minify: false },
})
const { status } = spawnSync(process.execPath, [resolve(outDir, `${script}.js`), ...given], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
