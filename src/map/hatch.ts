/** The hatch of no data: unlike any class, and still a hatch on a grey printer. */
import { NO_DATA, NO_DATA_LINE } from '../view/colours.ts'

/** @param size edge of the tile in device pixels; a power of two keeps it seamless */
export const hatchImage = (size: number): ImageData => {
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  // Read back at once: drawn by the graphics processor, it would wait for all that this one has to do.
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  context.fillStyle = NO_DATA
  context.globalAlpha = 0.75
  context.fillRect(0, 0, size, size)
  context.globalAlpha = 1
  context.strokeStyle = NO_DATA_LINE
  context.lineWidth = size / 7
  for (const shift of [-size, 0, size]) {
    context.beginPath()
    context.moveTo(shift - size * 0.25, size * 1.25)
    context.lineTo(shift + size * 1.25, -size * 0.25)
    context.stroke()
  }
  return context.getImageData(0, 0, size, size)
}
