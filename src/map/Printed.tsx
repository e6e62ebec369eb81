/** The map on paper: what no panel covers, taken in the moment the browser prints. A map's own canvas would come out empty. */
import { type RefObject, useEffect, useRef } from 'react'
import type { Drawn } from './drawn.ts'
import type { KeptMap } from './keeper.ts'

interface PrintedProps {
  map: RefObject<KeptMap | null>
  padding: Drawn['padding']
}

export const Printed = ({ map, padding }: PrintedProps) => {
  const paper = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const take = () => {
      const drawn = map.current?.picture()
      const pen = paper.current?.getContext('2d')
      if (!drawn || !pen) return
      const { top, right, bottom, left } = padding
      const ratio = drawn.width / drawn.clientWidth
      const width = Math.round((drawn.clientWidth - left - right) * ratio)
      const height = Math.round((drawn.clientHeight - top - bottom) * ratio)
      pen.canvas.width = width
      pen.canvas.height = height
      pen.drawImage(drawn, -left * ratio, -top * ratio)
    }
    addEventListener('beforeprint', take)
    return () => removeEventListener('beforeprint', take)
  }, [map, padding])
  return <canvas ref={paper} className="map-printed" />
}
