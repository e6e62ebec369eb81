/** 关于 reads what the build wrote. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutText, readLicences } from '../../src/view/about.ts'
import { buildSite } from '../browser/site.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('licences.txt of the built site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'about-'))
  let text = ''
  beforeAll(async () => {
    await buildSite(folder)
    text = readFileSync(join(folder, 'licences.txt'), 'utf8')
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('names everything package.json asks for, and what that brings in itself', () => {
    const { version, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const about = aboutText(text)
    expect(about.version).toBe(version)
    const names = about.software.map(({ name }) => name)
    // @turf/turf only hands on what its parts hold.
    const asked = Object.keys(dependencies).filter((name) => name !== '@turf/turf')
    expect(asked.filter((name) => !names.includes(name))).toEqual([])
    // In MapLibre's and docx's own files; in the workers; in what Vite adds.
    for (const name of [
      'earcut',
      'murmurhash-js',
      'nanoid',
      '@turf/union',
      'wkt-parser',
      'scheduler',
      'vite',
    ])
      expect(names).toContain(name)
  })

  it('has for each a text that says who gives it and on what terms', () => {
    const [, , ...texts] = text.split(/\n\n─+\n\n/)
    const told = texts.flatMap((part) => {
      const [names = '', ...licence] = part.split('\n\n')
      const terms = licence.join(' ')
      expect(terms.length, names).toBeGreaterThan(400)
      expect(terms, names).toMatch(/copyright|public domain/i)
      expect(terms, names).toMatch(/permission|redistribution|licensed under|anyone is free/i)
      return names.split('\n')
    })
    expect(told.sort()).toEqual(
      aboutText(text)
        .software.map(({ name, version }) => `${name} ${version}`)
        .sort(),
    )
  })
})

describe('a host that', () => {
  const answers = async (code: number, body: string): Promise<string> => {
    const host = createServer((_, response) => response.writeHead(code).end(body))
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done))
    const { port } = host.address() as AddressInfo
    return readLicences(`http://127.0.0.1:${port}/a/`)
      .then(
        (text) => text,
        (error: Error) => error.message,
      )
      .finally(() => host.close())
  }
  it('has the file gives it; without it, or with a page of its own in its place, one sentence says so', async () => {
    const trouble = '读不到页面旁边的 licences.txt，请发布页面的人把构建出的文件全部放上。'
    expect(await answers(200, '创卫一张图 1.0.0\n\nMIT')).toBe('创卫一张图 1.0.0\n\nMIT')
    expect(await answers(404, '创卫一张图 1.0.0')).toBe(trouble)
    expect(await answers(200, '<!doctype html><title>创卫一张图</title>')).toBe(trouble)
  })
})
