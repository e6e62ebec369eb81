/** 通报 and 整改通知单 of the sample as Word files: what stands in the file. */

import { DOMParser } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { overviewOf } from '../../../src/engine/answers/overview.ts'
import type { Overview } from '../../../src/engine/contract/package.ts'
import type { Opened } from '../../../src/engine/package/open.ts'
import { bulletinFacts, noticeIssues, noticeUnits } from '../../../src/engine/studies/notices.ts'
import { parseDay } from '../../../src/model/day.ts'
import { type Calendar, WEEKDAYS } from '../../../src/model/working-days.ts'
import { chineseCalendar } from '../../../src/scoring/closure/chinese-calendar.ts'
import type { Paper } from '../../../src/view/documents/blocks.ts'
import { bulletinPaper, draftBulletin } from '../../../src/view/documents/bulletin.ts'
import { dueWords } from '../../../src/view/documents/deadline-words.ts'
import { type Bitmap, paperDocx } from '../../../src/view/documents/docx.ts'
import { locationSketch } from '../../../src/view/documents/location-sketch.ts'
import { rectificationPaper } from '../../../src/view/documents/rectification.ts'
import { openSample } from '../../engine/sample.ts'

const T = parseDay('2019-05-27') as number
let opened: Opened
let overview: Overview
let calendar: Calendar
beforeAll(async () => {
  opened = openSample()
  overview = overviewOf(opened, '')
  calendar = await chineseCalendar()
})

/** A white pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
)
const bitmap: Bitmap = { bytes: PNG, type: 'png', width: 600, height: 300 }

const openDocx = async (paper: Paper, picture: Bitmap | null = bitmap) => {
  const parts = unzipSync(await paperDocx(paper, async () => picture))
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array)
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const all = (name: string) => [...document.getElementsByTagName(name)]
  const textOf = (element: {
    getElementsByTagName: (name: string) => ArrayLike<{ textContent: string | null }>
  }) => Array.from(element.getElementsByTagName('w:t'), (t) => t.textContent).join('')
  return {
    parts,
    xml,
    tables: all('w:tbl').map((table) =>
      [...table.getElementsByTagName('w:tr')].map((row) => [...row.getElementsByTagName('w:tc')].map(textOf)),
    ),
    paragraphs: all('w:p').map(textOf),
    pageBreaks: all('w:pageBreakBefore').length,
    pictures: Object.keys(parts).filter((name) => name.startsWith('word/media/')),
  }
}

const draft = () => {
  const facts = bulletinFacts(opened, T - 6, T, null)
  const { district, standard } = overview
  return {
    facts,
    draft: draftBulletin(facts, { ...district, window: standard.window, caps: standard.caps }, calendar),
  }
}

describe('通报', () => {
  it('has the columns of the district’s own form and a row for every place', async () => {
    const { facts, draft: made } = draft()
    const { tables, paragraphs, parts } = await openDocx(bulletinPaper(made))
    expect(Object.keys(parts)).toContain('[Content_Types].xml')
    expect(tables).toHaveLength(1)
    expect(tables[0]?.[0]).toEqual(['路段或点位', '问题', '责任辖区', '责任单位', '期限'])
    const vetoed = facts.vetoed.length
    expect(tables[0]).toHaveLength(1 + vetoed + Math.min(40, facts.bad.length))
    expect(tables[0]?.[1 + vetoed]?.[0]).toBe(facts.bad[0]?.place)
    // What is 较差 says what is wrong, who is to mend it and until when; what is 较好 stands in its own section.
    for (const row of tables[0] ?? []) for (const cell of row) expect(cell).not.toBe('')
    expect(facts.good.length).toBeGreaterThan(0)
    const told = tables[0]?.map(([place]) => place)
    for (const { place } of facts.good) expect(told).not.toContain(place)
    expect(paragraphs[0]).toBe('关于5月21日至5月27日周口经济开发区创卫工作督查情况的通报')
    expect(made.good.includes(`共 ${facts.good.length} 处`)).toBe(facts.good.length > 10)
    for (const heading of ['一、总体情况', '二、较好的点位', '三、较差的点位与问题', '四、要求'])
      expect(paragraphs).toContain(heading)
    expect(paragraphs.some((text) => text.includes(`发现问题 ${facts.found} 个`))).toBe(true)
    expect(paragraphs.some((text) => text.includes('示例数据'))).toBe(true)
    expect(paragraphs.at(-1)).toBe('2019年5月27日')
  })
  it('names the areas under 一票否决 first among what is 较差, and praises nothing in them', async () => {
    const { draft: made } = draft()
    const { tables, paragraphs } = await openDocx(bulletinPaper(made))
    const rows = tables[0] ?? []
    expect(rows.slice(1, 4).map(([place]) => place)).toEqual(['麦仁店居委会', '郑洼居委会', '南徐居委会'])
    expect(rows[2]?.slice(1)).toEqual([
      '一票否决：活禽售卖得分率 30%，低于 70%（检查 JC190522-AF-01）；得分 80.8，评为“不达标”',
      '淮河路办事处郑洼居委会',
      '区市场监管局',
      '未定',
    ])
    expect(paragraphs).toContain(
      '一票否决的居委会 3 个：麦仁店居委会（不达标）、郑洼居委会（不达标）、南徐居委会（基本达标）。',
    )
    expect(paragraphs).toContain('一票否决的居委会，其点位不列入。')
    expect(new Set(made.rows.map(({ id }) => id)).size).toBe(made.rows.length)
    expect(made.good).not.toMatch(/麦仁店|郑洼|南徐/)
  })
  it('holds what was changed by hand, marks of HTML and all', async () => {
    const { draft: made } = draft()
    const changed = {
      ...made,
      overall: '甲<b>&乙\n第二段',
      issuer: '区创卫办',
      rows: made.rows.slice(0, 1).map((row) => ({ ...row, unit: '改过的"单位"' })),
    }
    const { tables, paragraphs } = await openDocx(bulletinPaper(changed))
    expect(tables[0]).toHaveLength(2)
    expect(tables[0]?.[1]?.[3]).toBe('改过的"单位"')
    expect(paragraphs).toEqual(expect.arrayContaining(['甲<b>&乙', '第二段', '区创卫办']))
  })
  it('says so where there is nothing to tell', async () => {
    const { facts } = draft()
    const { district, standard } = overview
    const made = draftBulletin(
      { ...facts, vetoed: [], good: [], bad: [], overdue: [] },
      { ...district, window: standard.window, caps: standard.caps },
      calendar,
    )
    const { tables, paragraphs } = await openDocx(bulletinPaper(made))
    expect(tables).toEqual([])
    expect(paragraphs).toContain('本期没有较差的点位。')
    expect(made.demands).not.toContain('超期')
  })
})

describe('整改通知单', () => {
  const paperOf = (
    of: Parameters<typeof noticeIssues>[1],
    photo: (path: string) => string | null = () => null,
  ) => rectificationPaper(noticeIssues(opened, of, null, T), { overview, calendar, today: T, photo })

  it('of a unit is one file with a page for each problem', async () => {
    const [unit] = noticeUnits(opened, null, T)
    const { pageBreaks, paragraphs, pictures, xml } = await openDocx(paperOf({ unit: unit?.unit ?? null }))
    expect(unit?.issues).toBeGreaterThan(1)
    expect(paragraphs.filter((text) => text === '整 改 通 知 单')).toHaveLength(unit?.issues ?? 0)
    expect(pageBreaks).toBe((unit?.issues ?? 0) - 1)
    expect(pictures.length).toBeGreaterThan(0)
    // Two tables without a paragraph between them would be one to Word.
    expect(xml).not.toMatch(/<\/w:tbl>\s*<w:tbl>/)
  })
  it('names unit, place, problem, clause, deadline; lines to sign are blank', async () => {
    const [issue] = noticeIssues(opened, { id: 'WT-0001' }, null, T)
    const { tables, paragraphs } = await openDocx(paperOf({ id: 'WT-0001' }, () => 'photo'))
    const facts = Object.fromEntries(tables[0] ?? [])
    expect(facts).toMatchObject({
      责任单位: '区市场监管局',
      问题: '五项公示缺项',
      标准条款: `${issue?.itemText}，${issue?.clause}`,
      发现: '2018年11月27日，市督导',
    })
    expect(facts.地点).toContain(issue?.siteName)
    expect(facts.责任链条).toContain('牵头 太昊路办事处')
    // 2018-12-04 to 2019-05-27: 174 days.
    expect(facts.整改期限).toMatch(/^12月4日（已超期 174 天、\d+ 个工作日）$/)
    expect(paragraphs.some((text) => text.includes('编号 WT-0001'))).toBe(true)
    expect(paragraphs).toEqual(expect.arrayContaining(['位置示意图', '整改前照片（示意）']))
    const sign = tables.at(-1) ?? []
    expect(sign.map(([name]) => name)).toEqual(['签发人', '签收人', '整改情况', '复查人'])
    for (const [, blank] of sign) expect(blank).toBe('')
  })
  it('a photo that is not there is named; a picture that cannot be drawn leaves its label', async () => {
    const { paragraphs, pictures } = await openDocx(paperOf({ id: 'WT-0001' }), null)
    expect(pictures).toEqual([])
    expect(paragraphs).toEqual(expect.arrayContaining(['位置示意图', '整改前照片未提供：photos/WT-0001.jpg']))
  })
})

it('deadlines are told in days and working days', () => {
  const day = (text: string) => parseDay(text) as number
  expect(dueWords(calendar, T + 1, T)).toBe('5月28日（1 个工作日）')
  expect(dueWords(calendar, T, T)).toBe('5月27日（当日）')
  // 28 and 29 April … 30 April, then 5 to 8 May.
  expect(dueWords(calendar, day('2019-04-28'), day('2019-05-06'))).toBe('4月28日（已超期 8 天、4 个工作日）')
  expect(dueWords(WEEKDAYS, T + 1, T)).toBe('5月28日（1 个工作日；没有节假日安排，工作日按周一至周五计）')
})

describe('位置示意图', () => {
  it('is one drawing of the ground around, with its roads and 居委会 named', () => {
    const at = { lon: 114.66, lat: 33.59 }
    const svg = locationSketch(overview, at)
    const document = new DOMParser().parseFromString(svg, 'text/xml')
    const texts = [...document.getElementsByTagName('text')].map((text) => text.textContent)
    expect(texts).toEqual(expect.arrayContaining(['200 米', '北']))
    expect(texts.some((text) => /路|大道/.test(text ?? ''))).toBe(true)
    expect(svg.length).toBeLessThan(200_000)
    expect(svg).not.toContain('NaN')
  })
  it('far from everything there is the point alone', () => {
    const svg = locationSketch({ ...overview, basemap: null }, { lon: 110, lat: 30 })
    expect(svg).toContain('<circle')
    expect(svg).not.toContain('stroke-dasharray="10 5"')
  })
})
