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
      const columns = block.widths
        .map((w) => `<col style="width:${((100 * w) / whole).toFixed(2)}%">`)
        .join('')
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

const STYLE = `@page{size:A4;margin:20mm 18mm}
body{margin:0;color:#000;background:#fff;font:16pt/1.75 FangSong,STFangsong,仿宋,serif}
body.compact{font-size:12pt;line-height:1.5}
h1{margin:0 0 .6em;font:bold 22pt/1.3 SimSun,STSong,宋体,serif;text-align:center}
h2{margin:.6em 0 .2em;font:bold 1em/1.6 SimHei,黑体,sans-serif}
p{margin:0;white-space:pre-wrap}
p.body{text-indent:2em}
p.centre{text-align:center}
p.right{text-align:right}
table{width:100%;margin:.4em 0;border-collapse:collapse;table-layout:fixed;font-size:11pt;line-height:1.45}
th,td{padding:.3em .45em;border:1px solid #000;vertical-align:middle;overflow-wrap:anywhere;white-space:pre-wrap}
th{font-family:SimHei,黑体,sans-serif;font-weight:normal;text-align:center}
tr{break-inside:avoid}
.pictures{display:flex;gap:6mm;margin:.5em 0;break-inside:avoid}
figure{flex:1;min-width:0;margin:0;text-align:center;font-size:10.5pt}
figure svg,figure img{display:block;width:100%;height:58mm;object-fit:contain}
.page{break-after:page}
@media screen{body{max-width:174mm;margin:0 auto;padding:8mm 6mm}.page{margin:8mm 0;border-top:1px dashed #999}}`

/** @returns a whole HTML page; its photos are at the addresses the paper gives */
export const paperHtml = ({ title, blocks, compact }: Paper): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${STYLE}</style></head><body class="${compact ? 'compact' : ''}">${blocks.map(blockHtml).join('\n')}</body></html>`
