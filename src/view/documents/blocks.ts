/** A document to be printed or saved: its blocks in order, independent of the file format. */

export interface Picture {
  /** under the picture */
  label: string
  /** a drawing as SVG text, or the address of a photo; null = there is none, and the label says so */
  source: { svg: string } | { url: string } | null
}

export type Block =
  | { type: 'title'; text: string }
  | { type: 'heading'; text: string }
  | { type: 'text'; text: string; align?: 'left' | 'centre' | 'right' }
  /** `head` null: the first column names what stands beside it. `widths` are shares of the page */
  | {
      type: 'table'
      head: readonly string[] | null
      rows: readonly (readonly string[])[]
      widths: readonly number[]
    }
  /** side by side */
  | { type: 'pictures'; of: readonly Picture[] }
  /** the next page */
  | { type: 'page' }

export interface Paper {
  title: string
  blocks: readonly Block[]
  /** smaller type and margins: a whole form on one page */
  compact: boolean
}
