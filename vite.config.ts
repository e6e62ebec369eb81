import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { licences } from './src/build/licences.ts'
import { POLICY } from './src/build/policy.ts'
import { withinPolicy } from './src/build/within-policy.ts'

const DATA = resolve(import.meta.dirname, 'data')
const GENERATOR = join(DATA, 'generator')

/**
 * The district package stands beside the built page, unhashed, so that a user can put another folder in its place. While
 * developing, Vite serves `data/` as it lies.
 */
const districtPackage = (): Plugin => {
  let target = ''
  return {
    name: 'district-package',
    apply: 'build',
    configResolved: ({ root, build }) => {
      target = resolve(root, build.outDir, 'data')
    },
    writeBundle: () => {
      cpSync(DATA, target, { recursive: true, filter: (path) => path !== GENERATOR })
    },
  }
}

/** Whether this machine can show a browser window; asked to open one where there is none, Vite prints a stack of errors. */
const hasDesktop = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Packages whose path under node_modules begins with one of `names`. */
const from = (...names: string[]) => new RegExp(`[\\\\/]node_modules[\\\\/](?:${names.join('|')})[\\\\/]`)

const licencesOf = licences()

export default defineConfig(({ mode }) => ({
  base: './',
  // One page whose state is in the hash: a path that is not there is a 404, never the start page in its place.
  appType: 'mpa',
  publicDir: false,
  plugins: [react(), withinPolicy(), licencesOf.page, districtPackage()],
  worker: { format: 'es', plugins: () => [withinPolicy(), licencesOf.worker()] },
  // By number: `localhost` may mean ::1 only, which not every program that is given the address tries.
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', open: hasDesktop, headers: { 'Content-Security-Policy': POLICY } },
  optimizeDeps: {
    // What the worker imports, found before the first page asks for it; found later, it would reload the page.
    entries: ['index.html', 'src/engine/worker.ts'],
    // MapLibre's worker is taken by URL from the package itself; a pre-bundled copy would not find it.
    exclude: ['maplibre-gl'],
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // React and MapLibre change rarely and are wanted first; deck.gl comes after the first picture.
        codeSplitting: {
          groups: [
            // Vite's own few lines for dynamic imports: taken into deck's chunk, they would bring deck with them at once.
            { name: 'preload', test: /vite[\\/]preload-helper/, priority: 4 },
            { name: 'react', test: from('react', 'react-dom', 'scheduler'), priority: 3 },
            { name: 'maplibre', test: from('maplibre-gl'), priority: 2 },
            // By a name of their own: each is loaded only when a paper is written, a working day counted.
            { name: 'docx', test: from('docx'), priority: 2 },
            { name: 'chinese-days', test: from('chinese-days'), priority: 2 },
            {
              name: 'deck',
              test: from('@(?:deck|luma|math|loaders|probe)\\.gl', 'mjolnir\\.js'),
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // Some start a process of their own or read the whole sample: a busy machine must not fail them.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Every file would load the same modules anew, which takes as long as all the tests: none keeps state for itself.
          isolate: false,
          // A test whose every assertion stands in a loop over nothing fails.
          expect: { requireAssertions: true },
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // What it holds is held here by the others, one by one.
          exclude: ['test/e2e/core.test.ts'],
          benchmark: { include: [] },
          globalSetup: ['test/browser/global-setup.ts'],
          // Software rendering is slow, and two browsers at once on two cores are slower than one after the other.
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'newest',
          // What must not break in the browser that people have today; all of it with `npm run test:newest`.
          include: mode === 'newest' ? ['test/e2e/**/*.test.ts'] : ['test/e2e/core.test.ts'],
          benchmark: { include: [] },
          globalSetup: ['test/browser/global-setup.ts'],
          setupFiles: ['test/browser/newest-only.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
}))
