/** A chart of the screen as a picture file, in the colours and the type of the screen. */
import { saveFile } from '../../view/save-file.ts'

export interface ChartWords {
  /** name of the file, without its ending */
  name: string
  /** above the chart */
  title: string
  /** lines below it: of which day, by which standard */
  notes: readonly string[]
}

/** px of the picture for each px of the screen */
const SCALE = 2
/** room around the chart, and for the lines above and below it, in the chart's own units */
const [MARGIN, TITLE, NOTE] = [14, 24, 16]

/** What style sheets decide about a drawing, each an attribute of SVG as well. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'vector-effect',
  'display',
] as const

const NAMESPACE = 'http://www.w3.org/2000/svg'

/**
 * Styles of the page written into the copy: a picture knows no style sheet. As attributes of SVG, since a strict policy
 * forbids `style`.
 */
const copyStyles = (from: Element, to: Element): void => {
  const style = getComputedStyle(from)
  for (const name of ['class', 'style']) to.removeAttribute(name)
  for (const name of KEPT) to.setAttribute(name, style.getPropertyValue(name))
  for (let i = 0; i < from.children.length; i++)
    copyStyles(from.children[i] as Element, to.children[i] as Element)
}

const line = (text: string, y: number, size: number, colour: string, family: string): SVGTextElement => {
  const element = document.createElementNS(NAMESPACE, 'text')
  element.textContent = text
  element.setAttribute('x', String(MARGIN))
  element.setAttribute('y', String(y))
  element.setAttribute('fill', colour)
  element.setAttribute('font-family', family)
  element.setAttribute('font-size', `${size}px`)
  return element
}

/** The chart on a ground of the panel's colour, with its words around it. */
const framed = (svg: SVGSVGElement, { title, notes }: ChartWords) => {
  const { width, height } = svg.viewBox.baseVal
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN + TITLE + NOTE * notes.length + 4]
  const page = getComputedStyle(document.documentElement)
  const colour = (name: string) => page.getPropertyValue(name)
  const family = getComputedStyle(svg).fontFamily
  const frame = document.createElementNS(NAMESPACE, 'svg')
  frame.setAttribute('viewBox', `0 0 ${wide} ${high}`)
  const ground = document.createElementNS(NAMESPACE, 'rect')
  ground.setAttribute('width', String(wide))
  ground.setAttribute('height', String(high))
  ground.setAttribute('fill', colour('--surface-solid'))
  const chart = svg.cloneNode(true) as SVGSVGElement
  copyStyles(svg, chart)
  for (const [key, value] of Object.entries({ x: MARGIN, y: MARGIN + TITLE, width, height }))
    chart.setAttribute(key, String(value))
  frame.append(
    ground,
    line(title, MARGIN + 14, 15, colour('--text'), family),
    chart,
    ...notes.map((note, i) =>
      line(note, high - MARGIN - NOTE * (notes.length - 1 - i), 11, colour('--muted'), family),
    ),
  )
  return { frame, wide, high }
}

/** Saves the chart as a PNG, twice as large as it is seen. Throws when the browser cannot draw it. */
export const saveChart = async (svg: SVGSVGElement, words: ChartWords): Promise<void> => {
  const { frame, wide, high } = framed(svg, words)
  const scale = SCALE * Math.max(1, svg.clientWidth / svg.viewBox.baseVal.width)
  const [width, height] = [Math.round(wide * scale), Math.round(high * scale)]
  frame.setAttribute('width', String(width))
  frame.setAttribute('height', String(height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(frame))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  // Drawn only to be read: kept off the graphics processor, which has a map to draw.
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('浏览器没能画出这张图，请换用新版浏览器。')
  saveFile({ name: `${words.name}.png`, mime: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) })
}
