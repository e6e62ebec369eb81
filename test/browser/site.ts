/** The built site on a small static host, under a sub-path as on any intranet server. */
import { execFile } from 'node:child_process'
import { createReadStream, statSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from './folders.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.csv': 'text/csv',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** Where a browser tells what a page's policy kept it from, below the prefix; asked for, it lists what was told. */
const BROKEN = 'policy-reports'

/** What the pages served from `url` were kept from by their policy so far, wherever in them: page, frame or worker. */
export const policyReports = async (url: string): Promise<unknown[]> =>
  (await fetch(new URL(BROKEN, url))).json() as Promise<unknown[]>

/** Builds the site into `folder`, as `npm run build` does; throws with Vite's own words when that fails. */
export const buildSite = async (folder: string): Promise<void> => {
  const require = createRequire(import.meta.url)
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js')
  // In a process of its own: under a test runner NODE_ENV is 'test', which would build React's development half.
  const env = { ...process.env, NODE_ENV: 'production' }
  const args = [vite, 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir']
  await promisify(execFile)(process.execPath, args, { cwd: ROOT, env })
}

export interface Site {
  /** address of the start page, ending in a slash */
  url: string
  close: () => Promise<void>
}

/** The file that a path of the URL stands for; null when it is outside the site. */
const fileOf = (folder: string, prefix: string, url: string): string | null => {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  if (!path.startsWith(prefix)) return null
  const file = normalize(join(folder, path.slice(prefix.length) || 'index.html'))
  return file.startsWith(folder + sep) ? file : null
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

interface Hosting {
  /** the path of the site, with slashes at both ends */
  prefix?: string
  /** what a page may do, sent with every answer; without it, anything */
  policy?: string
}

/** Serves `folder` under the prefix on a free port of this machine only; the rest is a 404. */
export const serveSite = async (
  folder: string,
  { prefix = '/chuangwei/', policy }: Hosting = {},
): Promise<Site> => {
  const reports: unknown[] = []
  const server = createServer((request, response) => {
    if (policy !== undefined) {
      response.setHeader('Content-Security-Policy', `${policy}; report-uri ${prefix}${BROKEN}`)
      if (request.url === prefix + BROKEN) {
        if (request.method === 'GET') response.end(JSON.stringify(reports))
        else
          void textOf(request).then((text) => {
            reports.push(JSON.parse(text))
            response.writeHead(204).end()
          })
        return
      }
    }
    const file = fileOf(folder, prefix, request.url ?? '/')
    if (file === null || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
      return
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
