/** Every mark the points need, drawn once into one image: a kind of place is a white glyph on a disc of its hue. */
import type { Kind } from '../../model/standard.ts'
import { kindColour, STATE_MARKS } from '../../view/colours.ts'
import { iconNode, STATE_SHAPES } from '../../view/icons.ts'

/** The strokes of an icon as SVG markup inside a 24 × 24 box. */
const iconMarkup = (name: string): string =>
  iconNode(name)
    .map(
      ([tag, attributes]) =>
        `<${tag} ${Object.entries(attributes)
          .map(([k, v]) => `${k}="${v}"`)
          .join(' ')}/>`,
    )
    .join('')

export interface Atlas {
  image: ImageBitmap
  mapping: Record<string, { x: number; y: number; width: number; height: number; anchorY?: number }>
}

interface Tile {
  key: string
  /** SVG markup inside a 64 × 64 box */
  markup: string
}

const TILE = 96

const disc = (hue: string, glyph: string, extra = ''): string =>
  `<rect x="5" y="5" width="54" height="54" rx="19" fill="${hue}" stroke="#fff" stroke-width="4"/>` +
  `<g transform="translate(15.5 15.5) scale(1.375)" fill="none" stroke="#fff" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round">${iconMarkup(glyph)}</g>${extra}`

const done =
  '<circle cx="50" cy="14" r="12" fill="#2c7a57" stroke="#fff" stroke-width="3"/><path d="M44.500 14l4 4 7-8" fill="none" stroke="#fff" stroke-width="3.200" stroke-linecap="round" stroke-linejoin="round"/>'
const alarm = '<circle cx="50" cy="14" r="11" fill="#c81e3a" stroke="#fff" stroke-width="3.500"/>'

const paint = async (tiles: readonly Tile[]): Promise<Atlas> => {
  const columns = 12
  const canvas = document.createElement('canvas')
  canvas.width = columns * TILE
  canvas.height = Math.ceil(tiles.length / columns) * TILE
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  const mapping: Atlas['mapping'] = {}
  await Promise.all(
    tiles.map(async ({ key, markup }, i) => {
      const [x, y] = [(i % columns) * TILE, Math.floor(i / columns) * TILE]
      const image = new Image()
      image.src = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${TILE}" height="${TILE}">${markup}</svg>`)}`
      await image.decode()
      context.drawImage(image, x, y, TILE, TILE)
      mapping[key] = { x, y, width: TILE, height: TILE }
    }),
  )
  return { image: await createImageBitmap(canvas), mapping }
}

/** Every mark the points need: `kind:id`, `kind:id:done`, `kind:id:alarm`, `state:…`, `honour`, `activity`. */
export const drawAtlas = (kinds: readonly Kind[]): Promise<Atlas> =>
  paint([
    ...kinds.flatMap((kind): Tile[] => [
      { key: `kind:${kind.id}`, markup: disc(kindColour(kind), kind.icon) },
      { key: `kind:${kind.id}:done`, markup: `<g opacity="0.62">${disc('#7d8790', kind.icon)}</g>${done}` },
      { key: `kind:${kind.id}:alarm`, markup: disc(kindColour(kind), kind.icon, alarm) },
    ]),
    ...Object.entries(STATE_MARKS).map(([state, { shape, colour }]) => ({
      key: `state:${state}`,
      markup: STATE_SHAPES[shape](colour),
    })),
    { key: 'honour', markup: disc('#a87500', 'award') },
    { key: 'activity', markup: disc('#2f6f9f', 'flag') },
  ])
