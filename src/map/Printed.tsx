/** The map on paper: what no panel covers, taken in the moment the browser prints. A map's own canvas would come out empty. */
import { type RefObject, useEffect, useRef } from 'react'
import type { Drawn } from './drawn.ts'
import type { KeptMap } from './keeper.ts'

interface PrintedProps {
  map: RefObject<KeptMap | null>
  drawn: Drawn | null
}

export const Printed = ({ map, drawn }: PrintedProps) => {
  const paper = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const take = () => {
      const pen = paper.current?.getContext('2d')
      if (!map.current || !pen || drawn === null) return
      // On paper it is light, however it is on the screen.
      if (drawn.dark) map.current.draw({ ...drawn, dark: false })
      const canvas = map.current.picture()
      if (canvas !== null) {
        const { top, right, bottom, left } = drawn.padding
        const ratio = canvas.width / canvas.clientWidth
        pen.canvas.width = Math.round((canvas.clientWidth - left - right) * ratio)
        pen.canvas.height = Math.round((canvas.clientHeight - top - bottom) * ratio)
        pen.drawImage(canvas, -left * ratio, -top * ratio)
      }
      if (drawn.dark) map.current.draw(drawn)
    }
    addEventListener('beforeprint', take)
    return () => removeEventListener('beforeprint', take)
  })
  return <canvas ref={paper} className="map-printed" />
}
