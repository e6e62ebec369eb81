/** The built site with another district package in its `data/` folder, as a user would put it there. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Site } from './site.ts'

/**
 * Serves the site at `site`, answering everything under `data/` from `files` alone.
 * @param files path inside the package → text, or a status that is answered in its place; what is not in it is a 404. It is
 * looked at whenever a file is asked for
 */
export const withPackage = async (
  site: string,
  files: Readonly<Record<string, string | number>>,
): Promise<Site> => {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').slice(1).split('?')[0] ?? '')
    if (path.startsWith('data/')) {
      const text = files[path.slice('data/'.length)]
      if (text === undefined) response.writeHead(404).end()
      else if (typeof text === 'number') response.writeHead(text).end()
      else response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
      return
    }
    void fetch(new URL(path, site)).then(async (answer) => {
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' })
      response.end(new Uint8Array(await answer.arrayBuffer()))
    })
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
