/** A paper as a page of its own, for the printer. */
import type { Block, Paper, Picture } from './blocks.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] as string)

const pictureHtml = ({ label, source }: Picture): string => {
  const drawn =
    source === null
      ? ''
      : 'svg' in source
        ? source.svg
        : `<img src="${safe(source.url)}" alt="${safe(label)}">`
  return `<figure>${drawn}<figcaption>${safe(label)}</figcaption></figure>`
}

const blockHtml = (block: Block): string => {
  switch (block.type) {
    case 'title':
      return `<h1>${safe(block.text)}</h1>`
    case 'heading':
      return `<h2>${safe(block.text)}</h2>`
    case 'text':
      return block.text
        .split('\n')
        .map((line) => `<p class="${block.align ?? 'body'}">${safe(line)}</p>`)
        .join('')
    case 'table': {
      const cells = (row: readonly string[], tag: 'td' | 'th') =>
        row
          .map((text, i) => {
            const names = tag === 'th' || (block.head === null && i % 2 === 0)
            return names ? `<th>${safe(text)}</th>` : `<td>${safe(text)}</td>`
          })
          .join('')
      const whole = block.widths.reduce((sum, width) => sum + width, 0)
      const columns = block.widths.map((w) => `<col width="${((100 * w) / whole).toFixed(2)}%">`).join('')
      const head = block.head === null ? '' : `<thead><tr>${cells(block.head, 'th')}</tr></thead>`
      const rows = block.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')
      return `<table><colgroup>${columns}</colgroup>${head}<tbody>${rows}</tbody></table>`
    }
    case 'pictures':
      return `<div class="pictures">${block.of.map(pictureHtml).join('')}</div>`
    case 'page':
      return '<div class="page"></div>'
  }
}

/**
 * @param sheet address of `paper.css`: a style written into the page would be forbidden by a strict policy
 * @returns a whole HTML page; its photos are at the addresses the paper gives
 */
export const paperHtml = ({ title, blocks, compact }: Paper, sheet: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${safe(title)}</title><link rel="stylesheet" href="${safe(sheet)}"></head><body class="${compact ? 'compact' : ''}">${blocks.map(blockHtml).join('\n')}</body></html>`
