/** A paper as it is read on the screen and printed. */
import type { Block, Paper, Picture } from '../../view/documents/blocks.ts'
import './paper.css'

/** A drawing of our own goes in as a picture: nothing in it can reach the page. */
const sourceOf = (source: NonNullable<Picture['source']>): string =>
  'svg' in source ? `data:image/svg+xml,${encodeURIComponent(source.svg)}` : source.url

const Table = ({ head, rows, widths }: Extract<Block, { type: 'table' }>) => {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return (
    <table>
      <colgroup>
        {widths.map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper is written once and never reordered
          <col key={i} width={`${((100 * width) / whole).toFixed(2)}%`} />
        ))}
      </colgroup>
      {head !== null && (
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text}>{text}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={at}>
            {row.map((text, i) => {
              const Cell = head === null && i % 2 === 0 ? 'th' : 'td'
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              return <Cell key={i}>{text}</Cell>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Part = ({ block }: { block: Block }) => {
  switch (block.type) {
    case 'title':
      return <h1>{block.text}</h1>
    case 'heading':
      return <h2>{block.text}</h2>
    case 'text':
      return block.text.split('\n').map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <p key={i} data-align={block.align}>
          {line}
        </p>
      ))
    case 'table':
      return <Table {...block} />
    case 'pictures':
      return (
        <div className="paper-pictures">
          {block.of.map(({ label, source }) => (
            <figure key={label}>
              {source !== null && <img src={sourceOf(source)} alt="" />}
              <figcaption>{label}</figcaption>
            </figure>
          ))}
        </div>
      )
    case 'page':
      return <div className="paper-turn" />
  }
}

export const PaperPage = ({ paper: { blocks, compact } }: { paper: Paper }) => (
  <article className="paper" data-compact={compact}>
    {blocks.map((block, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Part key={i} block={block} />
    ))}
  </article>
)
