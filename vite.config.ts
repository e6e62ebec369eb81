import { cpSync, createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Connect, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const DATA = resolve(import.meta.dirname, 'data')

const TYPES: Record<string, string> = {
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
}

/** Whether a path under data/ belongs to the district package, and not to the generator that made the sample. */
const inPackage = (path: string) => !path.startsWith(join(DATA, 'generator'))

/** Answers `…/data/x` from the package; what is not there is a 404, never the start page. */
const servePackage: Connect.NextHandleFunction = (request, response, next) => {
  const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
  // Modules that import from data/ (the sample's rubric) ask with a query or as a script: those are Vite's.
  const wantsModule = request.headers['sec-fetch-dest'] === 'script' || (request.url ?? '').includes('?')
  const at = path.indexOf('/data/')
  if (at < 0 || wantsModule) return next()
  const file = join(DATA, path.slice(at + '/data/'.length))
  if (!file.startsWith(DATA) || !inPackage(file) || !existsSync(file) || !statSync(file).isFile()) {
    response.statusCode = 404
    response.end()
    return
  }
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
  createReadStream(file).pipe(response)
}

/** The district package stands beside the page, unhashed, so that a user can put another folder in its place. */
const districtPackage = (): Plugin => {
  let outDir = ''
  return {
    name: 'district-package',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    configureServer: (server) => {
      server.middlewares.use(servePackage)
    },
    closeBundle: () => {
      cpSync(DATA, join(outDir, 'data'), { recursive: true, filter: inPackage })
    },
  }
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [react(), districtPackage()],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      output: {
        // MapLibre and React change rarely and are wanted first; deck.gl comes by a dynamic import after them.
        manualChunks: (id: string) => {
          if (/node_modules\/maplibre-gl\//.test(id)) return 'maplibre'
          if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return 'react'
          return undefined
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          env: { TZ: 'Asia/Shanghai' },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/browser/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          env: { TZ: 'Asia/Shanghai' },
        },
      },
    ],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
})
