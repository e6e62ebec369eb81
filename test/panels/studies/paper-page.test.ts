/** A paper on the screen and on the printer: what stands in the page. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PaperPage } from '../../../src/panels/studies/PaperPage.tsx'
import type { Block } from '../../../src/view/documents/blocks.ts'

const htmlOf = (...blocks: Block[]): string =>
  renderToStaticMarkup(createElement(PaperPage, { paper: { title: '甲', blocks, compact: false } }))

test('text stands as it was written, marks of HTML and all, a paragraph a line', () => {
  const html = htmlOf(
    { type: 'text', text: '甲<b>&乙\n第二段' },
    { type: 'text', align: 'right', text: '落款' },
  )
  expect(html).toContain('<p>甲&lt;b&gt;&amp;乙</p><p>第二段</p><p data-align="right">落款</p>')
})

test('a table with a head has it above, one without names its rows at their beginning', () => {
  const rows = [['问题', '垃圾未清']]
  const headed = htmlOf({ type: 'table', head: ['栏目', '内容'], rows, widths: [1, 3] })
  expect(headed).toContain('<thead><tr><th>栏目</th><th>内容</th></tr></thead>')
  expect(headed).toContain('<td>问题</td><td>垃圾未清</td>')
  expect(headed).toContain('<col width="25.00%"/><col width="75.00%"/>')
  const plain = htmlOf({ type: 'table', head: null, rows, widths: [1, 3] })
  expect(plain).toContain('<th>问题</th><td>垃圾未清</td>')
  expect(plain).not.toContain('<thead>')
})

test('a drawing is a picture that can do nothing, a photo is at its address, one that is not there leaves its label', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const html = htmlOf({
    type: 'pictures',
    of: [
      { label: '位置示意图', source: { svg } },
      { label: '整改前照片', source: { url: 'blob:a#"x' } },
      { label: '没有照片', source: null },
    ],
  })
  expect(html).toContain(`src="data:image/svg+xml,${encodeURIComponent(svg).replaceAll("'", '&#x27;')}"`)
  expect(html).toContain('src="blob:a#&quot;x"')
  expect(html.match(/<img/g)).toHaveLength(2)
  expect(html).toContain('<figcaption>没有照片</figcaption>')
  // A strict policy forbids styles and scripts that stand in the page.
  expect(html).not.toMatch(/<style|<script|\sstyle=|\son\w+=/)
})
